"""What holds for every view there is, and for every one that will be added."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from audit_service.opening import every_projection, open_views
from audit_service.settings import Settings
from domain.documents.document import Document
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.kernel import Aggregate, replay
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from projections import follower
from projections.follower import Follower
from projections.kernel import Projection
from tests.builders import (
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_document,
    a_lead,
    a_lead_about_people,
    a_managers_act,
    an_act,
    day,
    person,
    standards,
)
from tests.builders import a_person as somebody
from tests.discipline_builders import discipline_leads_of_every_kind
from tests.domain.errors.life import a_whole_life
from tests.error_builders import a_catalogue, a_reported_error
from tests.filing_builders import filings_of_every_kind
from tests.import_builders import (
    an_import,
    an_import_carried_out,
    an_import_taken_back,
    entries_taken_back,
)
from tests.inspection_builders import inspections_of_every_kind
from tests.lesson_builders import a_lesson, a_withdrawn_lesson
from tests.projections.ledger import Ledger
from tests.projections.library import contents
from tests.projections.shelf import folded
from tests.promises.test_events import every_event
from tests.question_builders import (
    a_discovery,
    a_published_question,
    a_question_taken_over,
    a_question_with_everything,
    decided_discoveries,
)
from tests.tolerance_builders import rules_of_tolerance
from tests.tolerance_lives import reviews_of_tolerance
from tests.visit_builders import visits_of_every_kind

each_projection = pytest.mark.parametrize("projection", every_projection(), ids=lambda one: one.name)


@pytest.fixture
def views(settings: Settings) -> Iterator[Engine]:
    """An empty database for views, of each kind."""
    settings.data_dir.mkdir()
    engine = open_views(settings)
    yield engine
    engine.dispose()


def an_official() -> Official:
    official = Official.register("li", a_managers_act(), name="Li", unit="Fictional Street")
    official.grant("caseworker", ("*",), a_managers_act())
    official.revoke("caseworker", a_managers_act())
    official.declare_kinship(person("head"), "in_law", a_managers_act())
    official.withdraw_kinship(person("head"), a_managers_act())
    return official


def a_person() -> Person:
    """Somebody to whom everything happened."""
    name: dict[str, Any] = {"name": "Head", "name_tokens": ("0a" * 8, "0b" * 8)}
    head = Person.register(person("head"), an_act(), id_number="?", sex="male", born_year=1970, **name)
    head.correct_name(an_act(), before="Head", after="Hand", name_tokens=("0a" * 8, "0c" * 8))
    head.name_otherwise(an_act(), name="Hed", name_tokens=("0d" * 8,), register="r", sheet="s", row=1)
    head.renew_tokens(an_act(), name_tokens=("0e" * 8,), number_tokens=("0f" * 8,), contact_tokens=())
    head.open(an_act(), purpose="contact")
    head.confirm_distinct(person("other"), an_act(), named_at=1)
    head.die(an_act(), on=day("2021-03-20"), source="police")
    return head


def one_person() -> tuple[Person, ...]:
    """Entries of people of whom one was given a number, and stood under another one for a while."""
    nobody: dict[str, Any] = {"id_number": "", "without_number": "foreigner"}
    twin, other, third = (somebody(name, **nobody) for name in ("twin", "other", "third"))
    twin.give_number(an_act(), id_number="!", number_tokens=("1a" * 8,), holder=person("head"))
    twin.merge_into(other, an_act())
    twin.reverse_merge(other, an_act())
    third.merge_into(other, an_act())
    return twin, other, third


def an_office_at_work() -> Ledger:
    """A record in which every kind of aggregate has a history."""
    head = a_person()
    household = Household.form("H-0001", "210202", an_act())
    household.join(head.id, "head", an_act())
    household.leave(head.id, an_act())
    changed = a_confirmed_case(number="DB-0003")
    changed.change_fact(STANDARDS, "members", 4, an_act("2021-06-20"), valid_from=day("2021-06-10"))
    changed.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    changed.suspend(STANDARDS, a_managers_act("2021-09-20"), valid_from=day("2021-10-01"))
    changed.object_to_order("End it today.", "The review is not due.", an_act("2021-09-21"))
    changed.correct_person(an_act("2021-09-21"), before=person("spouse"), after=person("other"))
    changed.reserve_dissent(1, "The income was checked.", an_act("2021-09-21"), decisions=[1])
    refused = a_case_to_decide(number="DB-0004")
    refused.refuse("income", a_managers_act())
    aggregates = (standards(), an_official(), head, household, a_case_taken_over(), changed, refused)
    number = GivenNumber.take("JC210202-2021-0001", an_act(), error=person("error"))
    later = (a_catalogue(), *errors(), *leads(), number, *visits_of_every_kind(), *accountability())
    ledger = Ledger(*aggregates, *documents(), *later, *questions(), *imports(), *one_person(), *tolerance())
    take_back_a_name(ledger)
    return ledger


def accountability() -> tuple[Aggregate, ...]:
    """What is on record about how errors are judged and inspected."""
    return *filings_of_every_kind(), *inspections_of_every_kind()


def imports() -> tuple[Aggregate, ...]:
    """An import under way, one that was carried out, and one that was taken back with all it had brought."""
    return an_import(), an_import_carried_out(), an_import_taken_back(), *entries_taken_back()


def tolerance() -> tuple[Aggregate, ...]:
    """Reviews to which everything happened, and the rules of the office."""
    lessons = (a_lesson(), a_withdrawn_lesson(number="JX-2021-00000002"))
    return rules_of_tolerance(), *reviews_of_tolerance(), *lessons


def take_back_a_name(ledger: Ledger) -> None:
    """Take back that a register gave another name, which is known by its place in the record."""
    named = next(event for event in ledger.events if isinstance(event, Person.NamedOtherwise))
    someone = replay(None, [event for event in ledger.events if event.stream == named.stream])
    assert isinstance(someone, Person)
    someone.withdraw_other_name(named, an_act())
    ledger.keep(someone)


def documents() -> tuple[Document, ...]:
    """A document that was opened, and the newer one in its place."""
    newer, older = a_document("newer"), a_document("older")
    older.supersede(newer, an_act())
    older.open(an_act())
    return newer, older


def leads() -> tuple[Aggregate, ...]:
    """A lead that waits, one that was set aside, and one that an error was reported because of."""
    noticed, set_aside, taken_up = (a_lead(decision=number) for number in (7, 8, 9))
    set_aside.set_aside("as_recorded", an_act("2021-09-21"))
    taken_up.take_up(person("error"), an_act("2021-09-21"))
    named = a_lead_about_people()
    named.resolve("corrected", an_act("2021-09-21"), kinds=("named_otherwise",))
    people = (a_lead_about_people(second=10), named)
    return noticed, set_aside, taken_up, *people, *discipline_leads_of_every_kind()


def questions() -> tuple[Aggregate, ...]:
    """Questions that wait, are answered, published and reopened, and families that may be entitled."""
    raised = (a_question_taken_over(), a_published_question(), a_question_with_everything())
    return *raised, a_discovery(), *decided_discoveries()


def errors() -> tuple[ErrorRecord, ...]:
    """One that everything happened to, and one that was reported twice."""
    reported = a_reported_error(element="E02")
    reported.link_report("The neighbours say so, too.", an_act("2021-09-02"), channel="complaint")
    return a_whole_life(), reported


@each_projection
def test_handles_each_event_or_ignores_it_on_purpose(projection: Projection) -> None:
    handled, ignored = set(projection.handlers), projection.ignored

    assert handled | ignored == set(every_event())
    assert handled & ignored == set()


@each_projection
def test_keeps_no_tables_of_another(projection: Projection) -> None:
    others = [one for one in every_projection() if one is not projection]

    prefix = f"{projection.name}_{projection.version}_"
    assert all(table.name.startswith(prefix) for table in projection.tables)
    assert not any(table.name.startswith(prefix) for one in others for table in one.tables)


@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_is_the_same_followed_in_any_batches_and_rebuilt(
    views: Engine, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follower, "BATCH", batch)
    record, known = an_office_at_work(), Ledger()
    running = Follower(known, views, every_projection())
    running.catch_up()
    known.events = record.events
    expected: dict[str, Any] = {}
    for projection in every_projection():
        expected |= folded(projection, record.events)

    running.catch_up()
    followed = contents(views, *every_projection())
    running.rebuild()

    assert [condition.reason for condition in running.conditions()] == [""] * len(every_projection())
    assert followed == expected
    assert contents(views, *every_projection()) == expected
