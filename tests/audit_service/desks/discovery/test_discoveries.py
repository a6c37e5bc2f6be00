"""Families that may be entitled, over HTTP: nobody drops one without a word."""

import csv

import pytest

from audit_service.desks.cases.application import ApplyForAssistance
from audit_service.desks.discovery.commands import (
    FindNotEntitled,
    MarkedAlready,
    MarkFamily,
    NoteDeclined,
)
from audit_service.desks.errors.reporting import ReportError
from audit_service.desks.needy.register import Member
from audit_service.identity.identity import NotYourArea, OwnRelative
from audit_service.store.errors import NotOnRecord
from domain.discovery.discovery import DecidedAlready, Discovery
from domain.officials.official import Official
from domain.visits.told import VisitEntry
from domain.visits.visit import Visit
from tests.builders import PULANDIAN, ZHONGSHAN, an_act, day, person
from tests.desk_of_questions import ID_NUMBER, QuestionDesk
from tests.office import an_official
from tests.question_builders import a_discovery


def a_family(**more: str) -> MarkFamily:
    values = {"area": ZHONGSHAN, "sign": "illness", "programme": "dibao", "family": "In Fictional Street."}
    return MarkFamily(because="Seen on the way.", **(values | more))


def test_a_family_waits_until_somebody_decides(desk: QuestionDesk) -> None:
    number = desk.ask(a_family())

    found = desk.get(f"/discoveries/{number}")
    [listed] = desk.get("/discoveries?state=waiting")["discoveries"]
    page = desk.page(f"/discoveries/{number}")
    assert number.startswith(f"FX{ZHONGSHAN}-2021-")
    assert (found["state"], found["decide_by"], found["overdue"]) == ("waiting", "2021-10-09", False)
    assert listed == found
    assert "/no-entitlement" in page
    assert "/declining" in page
    assert "In Fictional Street." in desk.page(f"/discoveries/{number}/declining")
    assert "In Fictional Street." in page


def test_an_inspector_marks_a_family_and_decides_nothing(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))

    number = desk.ask(a_family(), inspector)

    assert "/no-entitlement" not in desk.page(f"/discoveries/{number}", inspector)


def test_a_family_found_not_entitled_or_unwilling_has_a_reason(desk: QuestionDesk) -> None:
    above, unwilling = desk.ask(a_family()), desk.ask(a_family())

    desk.ask(FindNotEntitled(reason="income", because="The payslips say so."), discovery=above)
    desk.ask(NoteDeclined(reason="manages", because="They told us."), discovery=unwilling)

    assert desk.get(f"/discoveries/{above}")["reason"] == "income"
    assert desk.get(f"/discoveries/{unwilling}")["state"] == "declined"
    page = desk.page(f"/discoveries/{above}")
    assert "The income is above the limit" in page
    assert "The payslips say so." in page
    assert "/no-entitlement" not in page
    assert desk.get("/discoveries?state=waiting")["discoveries"] == []
    with pytest.raises(DecidedAlready):
        desk.ask(NoteDeclined(reason="manages", because="No."), discovery=above)
    assert desk.history_of_discovery(above) == [Discovery.Marked, Discovery.FoundNotEntitled]


def test_an_application_for_the_family_decides(desk: QuestionDesk) -> None:
    number = desk.ask(a_family())
    member = Member(name="Gao Fictional", id_number=ID_NUMBER, relation="self")
    application = ApplyForAssistance(
        programme="dibao",
        area=ZHONGSHAN,
        channel="discovered",
        members=(member,),
        arose_from=number,
        because="We helped.",
    )

    case = desk.ask(application)

    found = desk.get(f"/discoveries/{number}")
    assert (found["state"], found["case_number"]) == ("applied", case)
    with pytest.raises(DecidedAlready):
        desk.ask(application)


def test_the_report_of_an_error_leaves_the_family_on_the_list(desk: QuestionDesk) -> None:
    number = desk.ask(a_family())
    report = ReportError(
        element="E10",
        from_month=day("2021-05-01"),
        channel="review",
        text="Nobody came.",
        area=ZHONGSHAN,
        family="In Fictional Street.",
        arose_from=number,
        because="We found them.",
    )

    error = desk.ask(report)

    found = desk.get(f"/discoveries/{number}")
    assert (found["state"], found["error_number"]) == ("waiting", error)


def test_a_family_is_on_the_list_once_for_a_programme(desk: QuestionDesk) -> None:
    desk.registered()
    question = desk.raise_question()
    first, of_question = desk.ask(a_family(person=ID_NUMBER)), desk.ask(a_family(question=question))

    with pytest.raises(MarkedAlready, match=f"as discovery {first}"):
        desk.ask(a_family(person=ID_NUMBER))
    with pytest.raises(MarkedAlready, match=f"as discovery {of_question}"):
        desk.ask(a_family(question=question))
    desk.ask(a_family(person=ID_NUMBER, programme="temporary"))
    desk.ask(FindNotEntitled(reason="income", because="Too much."), discovery=first)
    desk.ask(a_family(person=ID_NUMBER))

    assert len(desk.get("/discoveries")["discoveries"]) == 4


def test_a_visit_brings_a_family_to_light(desk: QuestionDesk) -> None:
    visited = VisitEntry(
        number="ZF-1",
        person=person("head"),
        area=ZHONGSHAN,
        visited_on=day("2021-05-02"),
        visitor="Fictional Cadre",
        register="visits.xlsx",
    )
    desk.keep(Visit.take_over(visited, an_act("2021-06-01")))

    number = desk.ask(a_family(visit="ZF-1"))

    found = desk.office.record.find(Discovery, a_discovery(number=number).id)
    assert found is not None
    assert found.person == person("head")


def test_what_is_overdue_is_shown(desk: QuestionDesk) -> None:
    desk.keep(
        a_discovery(decide_by=day("2021-09-17")), a_discovery(number="FX-2", decide_by=day("2021-09-20"))
    )

    [late] = desk.get("/discoveries?overdue=true")["discoveries"]
    page = desk.page("/discoveries")

    assert (late["number"], late["overdue"]) == ("FX-0001", True)
    assert "Overdue" in desk.page("/discoveries/FX-0001")
    assert page.count("FX-0001") >= 1
    assert "overdue=true" in page


def test_the_list_pages_and_is_handed_out_whole(desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.discovery.exports.AT_ONCE", 2)
    monkeypatch.setattr("audit_service.desks.discovery.pages.PAGE", 2)
    desk.keep(*(a_discovery(number=f"FX-{number}") for number in range(1, 4)))
    first = desk.get("/discoveries?limit=2")

    rest = desk.get(f"/discoveries?limit=2&after={first['next']}")
    headings, *rows = csv.reader(desk.page("/discoveries.csv?state=waiting").splitlines())

    assert [found["number"] for found in rest["discoveries"]] == ["FX-3"]
    assert f"after={first['next']}" in desk.page("/discoveries")
    assert 'rel="prev"' in desk.page(f"/discoveries?after={first['next']}")
    assert [row[0] for row in rows] == ["FX-1", "FX-2", "FX-3"]
    assert "The caller and her mother, in Fictional Street." in rows[0]
    assert len(headings) == 11


def test_a_filter_that_is_not_offered_is_told(desk: QuestionDesk) -> None:
    desk.page("/discoveries")

    page = desk.client.get("/discoveries?sign=never")
    file = desk.client.get("/discoveries.csv?sign=never")

    assert page.status_code == 422
    assert (file.status_code, file.headers["location"]) == (303, "/discoveries?sign=never")


def test_a_family_elsewhere_or_not_on_record_is_not_shown(desk: QuestionDesk) -> None:
    number = desk.ask(a_family())

    assert desk.answer(f"/discoveries/{number}", desk.stranger).status_code == 403
    assert desk.answer("/discoveries/FX-0").status_code == 404
    assert desk.get(f"/discoveries?area={PULANDIAN}", desk.manager)["discoveries"] == []
    assert desk.get(f"/discoveries?area={ZHONGSHAN}", desk.stranger)["discoveries"] == []
    with pytest.raises(NotYourArea):
        desk.ask(NoteDeclined(reason="manages", because="No."), desk.stranger, discovery=number)
    with pytest.raises(NotOnRecord):
        desk.ask(NoteDeclined(reason="manages", because="No."), discovery="FX-0")


def test_a_relative_is_left_to_colleagues(desk: QuestionDesk) -> None:
    act = an_act("2021-09-01")
    relative = Official.register("relative", act, name="Relative Fictional", unit="Civil Affairs")
    relative.grant("caseworker", ("*",), act)
    relative.declare_kinship(person("head"), "in_law", act)
    desk.keep(relative, a_discovery(person=person("head")))
    identity = desk.office.identities.by_token.identity(relative.id)
    assert identity is not None

    assert desk.get("/discoveries", identity)["discoveries"] == []
    assert desk.answer("/discoveries/FX-0001", identity).status_code == 403
    with pytest.raises(OwnRelative):
        desk.ask(NoteDeclined(reason="manages", because="No."), identity, discovery="FX-0001")


def test_who_the_family_is_is_told_as_erased_when_the_key_is_gone(desk: QuestionDesk) -> None:
    desk.keep(a_discovery())
    desk.office.vault.destroy(a_discovery().id)

    assert desk.get("/discoveries/FX-0001")["family"].startswith("Erased")
