"""How much officials had to do, and what had been found in their decisions before."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection

from domain.errors.error_record import ErrorRecord
from domain.identities import case_id
from domain.officials.official import Official
from projections.at_work import earlier_errors, workload
from projections.decision_patterns import decision_patterns
from projections.error_register import error_register
from projections.official_record import official_record
from tests.builders import (
    CASEWORKER,
    COLLEAGUE,
    MANAGER,
    STANDARDS,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    an_act,
    day,
    person,
)
from tests.error_builders import (
    a_closed_error,
    a_dismissed_error,
    a_notified_error,
    a_reported_error,
    a_substantiated_error,
    an_error_looked_into,
)

Shown = Callable[..., Connection]
LATER = 10_000


def works_in(official: UUID, unit: str) -> Official:
    entered = Official.blank(official)
    entered.trigger(Official.Registered, a_managers_act(), login=str(official), name="sealed", works_in=unit)
    return entered


def test_what_a_unit_did_in_a_month_is_counted_by_official(shown: Shown) -> None:
    own, others = "Fictional Street", "Another Street"
    officials = works_in(CASEWORKER, own), works_in(MANAGER, own), works_in(COLLEAGUE, others)
    shown(official_record, *officials)
    confirmed, refused = a_confirmed_case(number="DB-1"), a_case_to_decide(number="DB-2")
    confirmed.change_fact(STANDARDS, "income", 120000, an_act("2021-05-20"), valid_from=day("2021-06-01"))
    confirmed.terminate(STANDARDS, "moved", a_managers_act("2021-06-01"), valid_from=day("2021-07-01"))
    refused.refuse("income", an_act("2021-05-31", by=COLLEAGUE, role="manager"))
    db = shown(decision_patterns, confirmed, refused)

    def done(unit: str, first: str, until: str) -> set[tuple[Any, ...]]:
        return {tuple(row) for row in workload(db, unit, day(first), day(until))}

    assert done(own, "2021-04-01", "2021-05-01") == {(CASEWORKER, 2, 0)}
    assert done(own, "2021-05-01", "2021-06-01") == {(CASEWORKER, 2, 1), (MANAGER, 1, 1)}
    assert done(own, "2021-06-01", "2021-07-01") == {(MANAGER, 1, 1)}
    assert done(others, "2021-05-01", "2021-06-01") == {(COLLEAGUE, 1, 1)}
    assert done("Nowhere", "2021-05-01", "2021-06-01") == set()


def in_the_case(number: int) -> dict[str, Any]:
    """What is reported of an error in the case of another family."""
    name = f"DB-{number:04}"
    return {"case": case_id(name), "case_number": name, "number": f"CC210202-2021-{number:04}"}


def earlier(db: Connection, *deciders: UUID, element: str = "E03", before: int = LATER) -> tuple[int, int]:
    return earlier_errors(db, deciders, element, before)


def test_errors_count_once_for_all_who_decided(shown: Shown) -> None:
    db = shown(
        error_register,
        a_notified_error(),
        a_substantiated_error(**in_the_case(2), deciders=(MANAGER,)),
        a_substantiated_error(**in_the_case(3), deciders=(COLLEAGUE,), own=False),
    )

    assert earlier(db, MANAGER) == earlier(db, CASEWORKER, MANAGER) == (2, 1)
    assert earlier(db, CASEWORKER) == (1, 1)
    assert earlier(db, COLLEAGUE) == (1, 0)
    assert earlier(db, person("nobody")) == earlier(db) == (0, 0)


def test_errors_count_that_were_reported_before(shown: Shown) -> None:
    error, later = a_notified_error(), a_substantiated_error(**in_the_case(2))
    reported_later = len(error.pending_events) + 1

    db = shown(error_register, error, later)

    assert earlier(db, MANAGER, before=1) == (0, 0)
    assert earlier(db, MANAGER, before=reported_later) == (1, 1)
    assert earlier(db, MANAGER, before=reported_later + 1) == (2, 1)


def test_errors_count_of_the_same_element(shown: Shown) -> None:
    db = shown(error_register, a_substantiated_error(element="E06"))

    assert earlier(db, MANAGER, element="E06") == (1, 0)
    assert earlier(db, MANAGER, element="E03") == (0, 0)


@pytest.mark.parametrize(
    ("error", "counted"),
    [
        (a_reported_error, (0, 0)),
        (an_error_looked_into, (0, 0)),
        (a_dismissed_error, (0, 0)),
        (a_substantiated_error, (1, 0)),
        (a_closed_error, (1, 1)),
    ],
)
def test_errors_count_once_they_are_substantiated(
    shown: Shown, error: Callable[[], ErrorRecord], counted: tuple[int, int]
) -> None:
    assert earlier(shown(error_register, error()), MANAGER) == counted
