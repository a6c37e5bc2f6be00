"""What an official did in a case before somebody in it was declared as their relative."""

from collections.abc import Callable
from uuid import UUID

import pytest

from domain.cases.case import Case
from domain.kernel import Event
from domain.leads.finding import RELATIVE, Finding
from domain.rechecking.relatives import Declaration, acts_before
from tests.builders import (
    CASEWORKER,
    CITY_2021,
    CLERK,
    COLLEAGUE,
    MANAGER,
    STANDARDS,
    a_case_taken_over,
    a_checked_case,
    a_confirmed_case,
    a_managers_act,
    an_accepted_case,
    day,
    person,
)
from tests.projections.ledger import Ledger

AFTER_EVERYTHING = 100


def always(_: Event) -> bool:
    return True


def acts(
    case: Case,
    official: UUID = CASEWORKER,
    before: int = AFTER_EVERYTHING,
    concerned: Callable[[Event], bool] = always,
) -> list[Finding]:
    """What is found when an official of the case declares a relative at a position of the record."""
    declared = Declaration(official, person("relative"), before, day("2021-08-20"))
    return acts_before(declared, Ledger(case).events, concerned)


def details(found: list[Finding]) -> list[str]:
    return [finding.detail for finding in found]


def test_each_act_is_told_with_its_month_and_the_day_of_the_declaration() -> None:
    case = an_accepted_case()

    applied, accepted = acts(case)

    assert (applied.kind, applied.detail) == (RELATIVE, "case.applied 2021-08-20")
    assert (accepted.kind, accepted.detail) == (RELATIVE, "case.accepted 2021-08-20")
    assert (applied.decision, accepted.decision) == (1, 2)
    assert (applied.decided_by, applied.from_month) == (CASEWORKER, day("2021-04-01"))
    assert (applied.case, applied.case_number, applied.subject) == (case.id, "DB-0002", case.subject)
    assert (applied.expected, applied.found) == (0, 0)


def test_what_is_done_from_the_declaration_on_is_not_found() -> None:
    assert details(acts(an_accepted_case(), before=2)) == ["case.applied 2021-08-20"]


def test_what_others_did_is_not_found() -> None:
    assert acts(an_accepted_case(), COLLEAGUE) == []


def test_what_only_follows_from_a_decision_is_no_act_of_its_own() -> None:
    assert details(acts(a_confirmed_case(), MANAGER)) == ["case.confirmed 2021-08-20"]


@pytest.mark.parametrize("official", [CLERK, MANAGER])
def test_what_is_done_to_a_whole_register_or_area_is_no_act_in_a_case(official: UUID) -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, CITY_2021, a_managers_act("2021-07-01"))

    assert acts(case, official) == []


def test_what_was_done_while_the_relative_had_nothing_to_do_with_the_case_is_not_found() -> None:
    found = acts(a_checked_case(), concerned=lambda event: event.on >= day("2021-04-06"))

    assert details(found) == ["case.means_checked 2021-08-20", "case.visited 2021-08-20"]
