"""What holds for every view there is, and for every one that will be added."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from audit_service.opening import every_projection, open_views
from audit_service.settings import Settings
from domain.documents.document import Document
from domain.errors.error_record import ErrorRecord
from domain.kernel import Event
from domain.leads.lead import Lead
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
    a_managers_act,
    an_act,
    day,
    person,
    standards,
)
from tests.domain.errors.life import a_whole_life
from tests.error_builders import a_catalogue, a_reported_error
from tests.projections.ledger import Ledger
from tests.projections.library import contents
from tests.projections.shelf import folded
from tests.promises.test_events import each_event

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


def an_office_at_work() -> Ledger:
    """A record in which every kind of aggregate has a history."""
    name: dict[str, Any] = {"name": "Head", "name_tokens": ("a", "b")}
    head = Person.register(person("head"), an_act(), id_number="?", sex="male", born_year=1970, **name)
    head.correct_name(an_act(), before="Head", after="Hand", name_tokens=("a", "c"))
    household = Household.form("H-0001", "210202", an_act())
    household.join(head.id, "head", an_act())
    household.leave(head.id, an_act())
    changed = a_confirmed_case(number="DB-0003")
    changed.change_fact(STANDARDS, "members", 4, an_act("2021-06-20"), valid_from=day("2021-06-10"))
    changed.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    changed.suspend(STANDARDS, a_managers_act("2021-09-20"), valid_from=day("2021-10-01"))
    changed.object_to_order("End it today.", "The review is not due.", an_act("2021-09-21"))
    changed.reserve_dissent(1, "The income was checked.", an_act("2021-09-21"), decisions=[1])
    refused = a_case_to_decide(number="DB-0004")
    refused.refuse("income", a_managers_act())
    aggregates = (standards(), an_official(), head, household, a_case_taken_over(), changed, refused)
    return Ledger(*aggregates, *documents(), a_catalogue(), *errors(), *leads())


def documents() -> tuple[Document, ...]:
    """A document that was opened, and the newer one in its place."""
    newer, older = a_document("newer"), a_document("older")
    older.supersede(newer, an_act())
    older.open(an_act())
    return newer, older


def leads() -> tuple[Lead, ...]:
    """A lead that waits, one that was set aside, and one that an error was reported because of."""
    noticed, set_aside, taken_up = (a_lead(decision=number) for number in (7, 8, 9))
    set_aside.set_aside("as_recorded", an_act("2021-09-21"))
    taken_up.take_up(person("error"), an_act("2021-09-21"))
    return noticed, set_aside, taken_up


def errors() -> tuple[ErrorRecord, ...]:
    """One that everything happened to, and one that was reported twice."""
    reported = a_reported_error(element="E02")
    reported.link_report("The neighbours say so, too.", an_act("2021-09-02"), channel="complaint")
    return a_whole_life(), reported


@each_projection
@each_event
def test_handles_each_event_or_ignores_it_on_purpose(projection: Projection, event: type[Event]) -> None:
    assert (event in projection.handlers) != (event in projection.ignored)


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
