"""Prior filings over HTTP: filed by a manager, answered by the organ, read by everyone who works there."""

import csv
from typing import Any

import pytest

from audit_service.desks.filings.commands import (
    AcknowledgeFiling,
    AmendFiling,
    EndMeasure,
    FileMeasure,
    ObjectToFiling,
    WithdrawFiling,
)
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.store.errors import NotOnRecord
from domain.identities import prior_filing_id
from domain.kernel import Event
from domain.tolerance.filing_refusals import FiledByYou, FiledTooLate, OverAlready
from domain.tolerance.prior_filing import PriorFiling
from tests.builders import PULANDIAN, ZHONGSHAN, day
from tests.desk_of_questions import QuestionDesk
from tests.filing_builders import a_filing, filings_of_every_kind
from tests.office import an_official, on_sqlite

TOLD: dict[str, Any] = {
    "title": "Pay first, check the income later",
    "what": "Income is taken as declared.",
    "why": "Families in need wait less.",
    "safeguards": "Compared with tax data a month later.",
    "programme": "dibao",
    "starts_on": day("2021-09-20"),
    "ends_on": day("2022-03-31"),
    "amount": 500_000,
    "elements": ("E01", "E03"),
    "unforbidden": True,
}


def a_measure(**more: Any) -> FileMeasure:
    return FileMeasure(**(TOLD | {"area": ZHONGSHAN} | more))


def organ_of(desk: QuestionDesk) -> Identity:
    return an_official(desk.office, "organ", organ=("*",))


def history(desk: QuestionDesk, number: str) -> list[type[Event]]:
    return [type(event) for event in desk.office.record.events(prior_filing_id(number))]


def test_a_measure_is_filed_answered_amended_and_ended(desk: QuestionDesk) -> None:
    organ = organ_of(desk)
    number = desk.ask(a_measure(), desk.manager)

    desk.ask(AcknowledgeFiling(), organ, filing=number)
    desk.ask(ObjectToFiling(text="Not for children."), organ, filing=number)
    amended = AmendFiling(**(TOLD | {"elements": ("E01",), "because": "As the organ asked."}))
    desk.ask(amended, desk.manager, filing=number)
    desk.ask(EndMeasure(text="No error was found."), desk.manager, filing=number)

    found = desk.get(f"/filings/{number}")
    page = desk.page(f"/filings/{number}")
    assert number.startswith(f"BA{ZHONGSHAN}-2021-")
    assert (found["state"], found["over_on"], found["elements"]) == ("ended", "2021-09-20", ["E01"])
    assert found["safeguards"] == "Compared with tax data a month later."
    assert history(desk, number) == [
        PriorFiling.Filed,
        PriorFiling.Acknowledged,
        PriorFiling.ObjectedTo,
        PriorFiling.Amended,
        PriorFiling.Ended,
    ]
    assert all(text in page for text in ("Not for children.", "No error was found.", "Income is taken"))


@on_sqlite
def test_each_reader_is_offered_what_their_role_may_do(desk: QuestionDesk) -> None:
    number = desk.ask(a_measure(starts_on=day("2021-10-01")), desk.manager)
    organ = organ_of(desk)

    of_manager = desk.page(f"/filings/{number}", desk.manager)
    of_organ, of_worker = desk.page(f"/filings/{number}", organ), desk.page(f"/filings/{number}")

    assert "/withdrawal" in of_manager
    assert "/acknowledgement" not in of_manager
    assert "The measure begins on 1 October 2021. Withdraw the filing" in of_manager
    assert "/objection" in of_organ
    assert "/amendment" not in of_organ
    assert "Nothing that you may do here now." in of_worker
    assert "/filings/new" not in desk.page("/filings")
    assert "/filings/new" in desk.page("/filings", desk.manager)


@on_sqlite
def test_the_form_of_an_amendment_holds_what_was_filed(desk: QuestionDesk) -> None:
    number = desk.ask(a_measure(), desk.manager)

    form = desk.page(f"/filings/{number}/amendment", desk.manager)

    assert "Compared with tax data a month later." in form
    assert 'value="5,000.00"' in form or 'value="5000.00"' in form
    assert "Families in need wait less." in desk.page(f"/filings/{number}/end", desk.manager)


def test_what_a_rule_refuses_leaves_no_trace(desk: QuestionDesk) -> None:
    both = an_official(desk.office, "both", organ=("*",), manager=("*",))
    number = desk.ask(a_measure(starts_on=day("2021-10-01")), both)
    withdrawn = desk.ask(a_measure(starts_on=day("2021-10-01")), both)
    desk.ask(WithdrawFiling(because="Not needed."), both, filing=withdrawn)
    last = desk.office.record.last_position()

    with pytest.raises(FiledTooLate):
        desk.ask(a_measure(starts_on=day("2021-09-19")), both)
    with pytest.raises(FiledByYou):
        desk.ask(AcknowledgeFiling(), both, filing=number)
    with pytest.raises(OverAlready):
        desk.ask(WithdrawFiling(because="Again."), both, filing=withdrawn)
    with pytest.raises(NotOnRecord):
        desk.ask(AcknowledgeFiling(), both, filing="BA-0")

    assert desk.office.record.last_position() == last


@on_sqlite
def test_a_filing_elsewhere_is_not_shown(desk: QuestionDesk) -> None:
    number = desk.ask(a_measure(), desk.manager)
    elsewhere = an_official(desk.office, "elsewhere", manager=(PULANDIAN,))

    assert desk.answer(f"/filings/{number}", desk.stranger).status_code == 403
    assert desk.answer("/filings/BA-0").status_code == 404
    assert desk.get("/filings", desk.stranger)["filings"] == []
    with pytest.raises(NotYourArea):
        desk.ask(a_measure(), elsewhere)
    [attempt] = desk.office.record.attempts(limit=1)
    assert attempt.command == "file_measure"


def test_the_list_is_narrowed_paged_and_handed_out_whole(
    desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.filings.exports.AT_ONCE", 2)
    monkeypatch.setattr("audit_service.desks.filings.pages.PAGE", 2)
    desk.keep(*filings_of_every_kind())

    first = desk.get("/filings?limit=4")
    rest = desk.get(f"/filings?limit=4&before={first['next']}")
    headings, *rows = csv.reader(desk.page("/filings.csv").splitlines())

    assert [each["number"] for each in rest["filings"]] == ["BA-0002", "BA-0001"]
    assert (rest["next"], len(rows), len(headings)) == (None, 6, 13)
    assert len(desk.get("/filings?running=true&programme=dibao")["filings"]) == 6
    assert [each["number"] for each in desk.get("/filings?state=objected")["filings"]] == ["BA-0003"]
    assert desk.get("/filings?own_unit=true")["filings"] == []
    assert "before=" in desk.page("/filings")
    assert desk.client.get("/filings?state=never").status_code == 422
    assert desk.client.get("/filings.csv?state=never").status_code == 303


def test_what_an_official_filed_stands_in_their_record(desk: QuestionDesk) -> None:
    number = desk.ask(a_measure(), desk.manager)

    [act] = desk.get("/me", desk.manager)["acts"]

    assert (act["topic"], act["about_filing"]) == ("prior_filing.filed", number)


def test_words_are_told_as_erased_when_the_key_is_gone(desk: QuestionDesk) -> None:
    desk.keep(a_filing())
    desk.office.vault.destroy(a_filing().id)

    found = desk.get("/filings/BA-0001")

    assert found["title"].startswith("Erased")
    assert found["why"].startswith("Erased")
