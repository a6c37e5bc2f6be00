from collections.abc import Callable

from sqlalchemy import Connection

from domain.cases.entitlement import EntitledPeriod
from projections.entitlement_ledger import Entitled, differences_of, entitlement, entitlement_ledger
from tests.builders import STANDARDS, a_case_taken_over, a_confirmed_case, an_act, day


def told(due: list[Entitled]) -> list[tuple[object, ...]]:
    return [one[1:] for one in due]


def known(periods: tuple[EntitledPeriod, ...]) -> list[tuple[object, ...]]:
    return [(one.starts, one.ends, one.monthly_amount, one.standard) for one in periods]


def test_what_is_due_is_told_as_it_was_known(shown: Callable[..., Connection]) -> None:
    case = a_confirmed_case()
    known_then = known(case.entitlement)
    db = shown(entitlement_ledger, case)
    before = case.version
    case.correct_fact(STANDARDS, "income", 120000, an_act("2021-09-20"), valid_from=day("2021-08-01"))

    db = shown(entitlement_ledger, case)

    assert told(entitlement(db, case.id)) == known(case.entitlement)
    assert told(entitlement(db, case.id, upto=before)) == known_then
    assert entitlement(db, case.id, upto=1) == []


def test_differences_are_signed_entries_by_month(shown: Callable[..., Connection]) -> None:
    case = a_confirmed_case()
    before = case.version
    case.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-07-01"))

    db = shown(entitlement_ledger, case)

    assert [(row.month, row.paid, row.due) for row in differences_of(db, case.id)] == [
        (day("2021-07-01"), 84000, 114000),
        (day("2021-08-01"), 84000, 114000),
    ]
    assert differences_of(db, case.id, upto=before) == []


def test_a_takeover_says_what_is_due(shown: Callable[..., Connection]) -> None:
    case = a_case_taken_over()
    due = known(case.entitlement)

    assert told(entitlement(shown(entitlement_ledger, case), case.id)) == due


def test_nothing_is_due_by_a_takeover_that_was_taken_back(shown: Callable[..., Connection]) -> None:
    gone, kept = a_case_taken_over(), a_case_taken_over(number="DB-0009")
    gone.withdraw_takeover(an_act())

    db = shown(entitlement_ledger, gone, kept)

    assert told(entitlement(db, gone.id)) == [(day("2020-09-01"), None, 0, "")]
    assert told(entitlement(db, gone.id, upto=1)) == told(entitlement(db, kept.id)) == known(kept.entitlement)
