"""An import is taken back as a whole, unless somebody has built on it; imported again, it is as it was."""

from collections import Counter
from typing import TypeVar
from uuid import UUID

import pytest
from sqlalchemy import select

from audit_service.opening import every_projection
from audit_service.rechecking.noticing import notice
from audit_service.store.submission import Kept, Submission
from domain.cases.case import Case
from domain.identities import case_id, import_id
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import OPEN, Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.questions.raising import About
from projections import lead_register
from projections.lead_register import Sought
from tests.audit_service.desks.imports.conftest import Desk
from tests.builders import an_act
from tests.ledger_files import fictional_ledgers
from tests.question_builders import a_question

E = TypeVar("E", bound=Event)

VIEWS = ("case_register", "needy_register", "visit_ledger", "question_desk")
WITH_POSITIONS = {"position", "joined_at", "raised", "version"}
TOKENS = "tokens"
SEALED = {
    *("name", "id_number", "phone", "address", "text", "visitors"),
    *("answer_given", "named", "met", "found"),
}


def taken_back(desk: Desk, number: str) -> dict[str, object]:
    answer = desk.clerk.asks(f"/imports/{number}/taking-back", because="上报了错误的文件")
    desk.story.settled()
    desk.importer.look()
    return answer


def first(desk: Desk, kind: type[E]) -> E:
    """The first event of a kind that is on record."""
    return next(event for event in desk.office.record.read(0, 1000) if isinstance(event, kind))


def shown(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """What the views hold, but for positions and for tokens, which are never removed."""
    desk.story.settled()
    found = {}
    with desk.office.views.connect() as views:
        for projection in every_projection():
            for table in projection.tables if projection.name in VIEWS else ():
                if not table.name.endswith(TOKENS):
                    columns = [column for column in table.columns if column.name not in WITH_POSITIONS]
                    plain = [column for column in columns if column.name not in SEALED]
                    found[table.name] = sorted(map(tuple, views.execute(select(*plain))), key=repr)
    return found


def test_an_import_that_was_taken_back_leaves_nothing_but_its_history(desk: Desk) -> None:
    before = shown(desk)
    number = desk.carried_out(*desk.written(desk.made()))
    recorded = Counter(event.TOPIC for event in desk.office.record.read(0, 100_000))

    answer = taken_back(desk, number)

    assert answer["status"] == 201
    assert desk.reads(number)["state"] == "taken_back"
    assert shown(desk) == before
    now = Counter(event.TOPIC for event in desk.office.record.read(0, 100_000))
    assert now["case.takeover_withdrawn"] == recorded["case.taken_over"]
    assert now["person.registration_withdrawn"] == recorded["person.registered"]
    assert now["person.other_name_withdrawn"] == recorded["person.named_otherwise"]
    assert now["person.contact_withdrawn"] == recorded["person.contact_told"]
    assert now["household.formation_withdrawn"] == recorded["household.formed"]
    assert now["visit.takeover_withdrawn"] == recorded["visit.taken_over"]
    assert now["question.takeover_withdrawn"] == recorded["question.taken_over"]


def test_the_same_files_are_taken_over_again_after_that(desk: Desk) -> None:
    files = desk.written(desk.made())
    first = desk.carried_out(*files)
    once = shown(desk)
    taken_back(desk, first)

    second = desk.carried_out(*files)

    assert shown(desk) == once
    assert [file["accepted"] for file in desk.reads(second)["files"]] == [
        file["accepted"] for file in desk.reads(first)["files"]
    ]


def test_what_was_built_on_is_named_and_nothing_is_taken_back(desk: Desk) -> None:
    (made,) = desk.made(dibao=24)
    number = desk.carried_out(*desk.written([made]))
    case = desk.office.record.get(Case, case_id(made.accepted[0]["户编号"]))
    case.object_to_order("End it today.", "The review is not due.", an_act("2026-01-05"))
    desk.office.record.keep(Submission(aggregates=(case,)))
    before = desk.office.record.last_position()

    answer = taken_back(desk, number)

    assert (answer["status"], answer["code"]) == (409, "import.built_on")
    assert str(made.accepted[0]["户编号"]) in str(answer["detail"])
    assert desk.office.record.last_position() == before
    assert desk.office.record.get(Import, import_id(number)).state == "carried_out"


def test_a_later_import_stands_against_it_until_it_is_taken_back_itself(desk: Desk) -> None:
    registers = fictional_ledgers({"dibao": 40, "visits": 40}, seed=2)
    dibao, visits = desk.written(registers)
    first, second = desk.carried_out(dibao), desk.carried_out(visits)

    refused = taken_back(desk, first)
    last = taken_back(desk, second)
    after_that = taken_back(desk, first)

    assert [refused["status"], last["status"], after_that["status"]] == [409, 201, 201]
    assert desk.reads(first)["state"] == "taken_back"
    assert desk.office.record.find(Household, desk.office.record.events(import_id(first))[0].stream) is None


def test_an_import_is_taken_back_once_and_by_a_clerk(desk: Desk) -> None:
    number = desk.carried_out(*desk.written(desk.made(tekun=12)))
    forbidden = desk.story.caseworker.asks(f"/imports/{number}/taking-back")
    taken_back(desk, number)

    again = taken_back(desk, number)

    assert forbidden["status"] == 403
    assert (again["status"], again["code"]) == (409, "import.already_taken_back")


def test_what_somebody_went_on_with_meanwhile_stays_and_is_told(desk: Desk) -> None:
    (made,) = desk.made(tekun=12)
    number = desk.carried_out(*desk.written([made]))
    desk.clerk.asks(f"/imports/{number}/taking-back")
    taken_over = next(
        event for event in desk.office.record.read(0, 1000) if isinstance(event, Case.TakenOver)
    )
    case = desk.office.record.get(Case, taken_over.stream)
    case.object_to_order("End it today.", "The review is not due.", an_act("2026-01-05"))
    desk.office.record.keep(Submission(aggregates=(case,)))

    desk.story.settled()
    desk.importer.look()

    end = desk.office.record.events(import_id(number))[-1]
    assert isinstance(end, Import.TakenBack)
    assert end.left == 2
    assert desk.office.record.get(Case, taken_over.stream).number == taken_over.number
    assert not desk.office.record.get(Person, taken_over.head).is_withdrawn
    assert [(one.number, one.built_on) for one in end.kept][:1] == [
        (taken_over.number, "case.order_objected_to")
    ]


def test_whom_something_new_refers_to_meanwhile_stays_and_is_told_with_it(desk: Desk) -> None:
    number = desk.carried_out(*desk.written(desk.made(tekun=12)))
    desk.clerk.asks(f"/imports/{number}/taking-back")
    someone = first(desk, Person.Registered).stream
    asked = a_question(number="WD-0099", about=About(person=someone))
    desk.office.record.keep(Submission(aggregates=(asked,)))

    desk.story.settled()
    desk.importer.look()

    end = desk.office.record.events(import_id(number))[-1]
    assert isinstance(end, Import.TakenBack)
    assert [(one.number, one.built_on) for one in end.kept] == [("WD-0099", "question.raised")]
    assert end.left == 1
    assert not desk.office.record.get(Person, someone).is_withdrawn
    assert desk.reads(number)["kept"][0]["number"] == "WD-0099"
    assert "WD-0099 · " in desk.page(f"/imports/{number}")


def test_leads_that_rest_on_it_are_closed_and_come_up_again_with_a_later_import(desk: Desk) -> None:
    files = desk.written(fictional_ledgers({"dibao": 40, "tekun": 60}, seed=1))
    number = desk.carried_out(*files)
    before = leads(desk)
    lead = desk.office.record.get(Lead, next(iter(before)))
    lead.set_aside("other", an_act("2026-01-05"))
    desk.office.record.keep(Submission(aggregates=(lead,)))

    taken_back(desk, number)
    closed = leads(desk)
    desk.carried_out(*files)

    assert set(before.values()) >= {"named_otherwise", "incompatible"}
    assert closed == {}
    resolved = [event for event in desk.office.record.read(0, 10_000) if isinstance(event, Lead.Resolved)]
    assert {event.stream for event in resolved} == before.keys() - {lead.id}
    assert {event.outcome for event in resolved} == {"taken_back"}
    anew = leads(desk)
    assert sorted(anew.values()) == sorted(before.values())
    assert anew.keys().isdisjoint(before)


def leads(desk: Desk) -> dict[UUID, str]:
    """Have what does not fit noticed; the leads that are open, by their kinds."""
    desk.story.settled()
    notice(desk.office)
    desk.story.settled()
    with desk.office.views.connect() as views:
        return {row.lead: row.kind for row in lead_register.listed(views, Sought(state=OPEN), limit=1000)}


def test_that_somebody_was_read_builds_nothing(desk: Desk) -> None:
    number = desk.carried_out(*desk.written(desk.made(tekun=12)))
    desk.opens_rows(number)
    entered = first(desk, Person.Registered)
    person = desk.office.record.get(Person, entered.stream)
    person.open(an_act("2026-01-05"), purpose="contact")
    desk.office.record.keep(Submission(aggregates=(person,)))

    assert taken_back(desk, number)["status"] == 201
    assert desk.reads(number)["state"] == "taken_back"


def test_it_is_decided_again_when_somebody_goes_on_in_the_same_moment(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = desk.carried_out(*desk.written(desk.made(tekun=12)))
    desk.clerk.asks(f"/imports/{number}/taking-back")
    entered = first(desk, Person.Registered)
    person = desk.office.record.get(Person, entered.stream)
    person.open(an_act("2026-01-05"), purpose="contact")
    opening = [Submission(aggregates=(person,))]
    keep = desk.office.record.keep

    def keep_after(submission: Submission) -> Kept:
        if opening:
            keep(opening.pop())
        return keep(submission)

    monkeypatch.setattr(desk.office.record, "keep", keep_after)
    desk.story.settled()
    desk.importer.look()

    end = desk.office.record.events(import_id(number))[-1]
    assert isinstance(end, Import.TakenBack)
    assert end.left == 0
