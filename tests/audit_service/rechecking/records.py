"""Offices whose record holds something that does not fit, and something of everything else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from domain.kernel import Aggregate, Event
from domain.leads.lead import Lead
from tests.builders import (
    CITY_2021,
    STANDARDS,
    a_case_taken_over,
    a_confirmed_case,
    a_managers_act,
    an_accepted_case,
    an_act,
    day,
    person,
    standards,
)
from tests.made import make

TODAY = date(2021, 9, 20)


@contextmanager
def an_office_at_work(settings: Settings, today: date = TODAY) -> Iterator[Office]:
    """An office on a day of 2021 that follows its own record."""
    make(settings)
    with opened(settings) as office, following(office):
        yield replace(office, today=lambda: today)


def keep(office: Office, *aggregates: Aggregate) -> None:
    office.record.keep(Submission(aggregates=aggregates))


def with_standards(office: Office) -> Office:
    office.record.keep(Submission(aggregates=(standards(),)))
    return office


def a_case_in_order(number: str = "DB-0100") -> Case:
    return a_confirmed_case(number=number, **people_of(number))


def a_case_miscounted(number: str = "DB-0200", amount: int = 99_900) -> Case:
    """A case whose income changed, with an amount of somebody's own."""
    case = a_case_in_order(number)
    case.trigger(
        Case.FactChanged,
        an_act("2021-06-20"),
        valid_from=day("2021-07-01"),
        fact="income",
        before=150000,
        after=120000,
        until=None,
        kind=None,
    )
    case.trigger(
        Case.Determined,
        an_act("2021-06-20"),
        valid_from=day("2021-07-01"),
        monthly_before=75_000,
        monthly_amount=amount,
        periods=(EntitledPeriod(day("2021-07-01"), None, amount, CITY_2021.reference, ()),),
        differences=(),
    )
    return case


def a_case_by_the_old_standard(number: str = "DB-0300") -> Case:
    case = a_case_miscounted(number, 105_000)
    determined = case.pending_events[-1]
    assert isinstance(determined, Case.Determined)
    old = tuple(replace(period, standard="fictional 2020-1") for period in determined.periods)
    case.pending_events[-1] = replace(determined, periods=old)
    return case


def a_late_end(number: str = "DB-0400") -> Case:
    """A case that was ended in September for a death in June."""
    case = a_case_in_order(number)
    case.terminate(STANDARDS, "died", a_managers_act("2021-09-12"), valid_from=day("2021-06-20"))
    return case


def a_decision_in_a_hurry(number: str = "LS-0500") -> Case:
    """An emergency whose formalities nobody made good."""
    case = an_accepted_case(number=number, programme="temporary", emergency=True, **people_of(number))
    case.confirm(
        STANDARDS, an_act("2021-04-05", role="caseworker"), granted=100_000, valid_from=day("2021-05-01")
    )
    return case


def in_two_programmes(number: str = "0600") -> tuple[Case, Case]:
    people = people_of(number)["people"]
    both: dict[str, Any] = {
        "head": people[0],
        "people": people[:1],
        "members": 1,
        "monthly_income": 0,
        "household": None,
    }
    first = a_case_taken_over(number=f"DB-{number}", monthly_amount=75_000, **both)
    second = a_case_taken_over(number=f"TK-{number}", programme="tekun", monthly_amount=60_000, **both)
    return first, second


def long_ago(number: str = "DB-0700") -> Case:
    """A family that nobody has looked at for more than a year."""
    case = a_case_taken_over(number=number, head=person(number), people=(person(number),))
    [taken_over] = case.pending_events
    assert isinstance(taken_over, Case.TakenOver)
    case.pending_events[-1] = replace(taken_over, on=date(2020, 1, 10))
    return case


def people_of(number: str) -> dict[str, Any]:
    return {"people": tuple(person(f"{number} {index}") for index in range(3))}


def everything_wrong() -> list[Case]:
    return [
        a_case_in_order(),
        a_case_miscounted(),
        a_case_by_the_old_standard(),
        a_late_end(),
        a_decision_in_a_hurry(),
        *in_two_programmes(),
        long_ago(),
    ]


FOUND = {
    ("arithmetic", "DB-0200"),
    ("wrong_standard", "DB-0300"),
    ("paid_after_death", "DB-0400"),
    ("missing_step", "LS-0500"),
    ("incompatible", "TK-0600"),
    ("overdue_review", "DB-0700"),
}


def leads(office: Office) -> list[Lead.Found]:
    """Everything that was found, in the order of the record."""
    return [event for event in events(office) if isinstance(event, Lead.Found)]


def events(office: Office) -> list[Event]:
    return office.record.read(0, 100_000)


def told(office: Office) -> set[tuple[str, str]]:
    found = leads(office)
    assert len({event.stream for event in found}) == len(found)
    return {(event.kind, event.case_number) for event in found}
