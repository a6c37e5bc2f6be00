"""The amounts that were worked out by hand: vectors V1 to V9."""

from datetime import date

import pytest

from domain.cases.case import Case
from domain.cases.determination import due_on
from domain.cases.entitlement import Difference, Facts
from domain.cases.payment_refusals import NotBelowStandard
from domain.cases.programmes import PROGRAMMES
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_managers_act,
    a_standard,
    day,
    in_2020,
    means,
    standards,
)
from tests.history import found, given, last, recorded

DIBAO = PROGRAMMES["dibao"]
JUNE, JULY = date(2021, 6, 1), date(2021, 7, 1)


def amounts(facts: Facts) -> tuple[int, int]:
    """What is due in June and in July 2021."""
    june, july = (due_on(DIBAO, facts, STANDARDS, month).amount for month in (JUNE, JULY))
    return june, july


def urban(members: int, income: int) -> Facts:
    return Facts(ZHONGSHAN, "urban", members, income)


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        pytest.param(urban(3, 150000), (75000, 84000), id="V1 three in the city with 1,500"),
        pytest.param(
            Facts(PULANDIAN, "rural", 2, 100000), (8000, 16000), id="V2 two in a village with 1,000"
        ),
        pytest.param(urban(3, 234000), (0, 0), id="V3 a head not below the standard"),
        pytest.param(urban(3, 233999), (0, 1), id="V4 below it by a fen"),
        pytest.param(urban(1, 0), (75000, 78000), id="V5 alone without income"),
    ],
)
def test_what_is_due_before_and_after_the_standard_was_raised(facts: Facts, due: tuple[int, int]) -> None:
    assert amounts(facts) == due


def test_v3_is_refused_because_the_income_must_be_below_the_standard() -> None:
    case = given(a_case_to_decide(means(monthly_income=234000)))

    with pytest.raises(NotBelowStandard, match=r"2,340\.00 for 3 is not below the standard of 780\.00"):
        case.confirm(STANDARDS, a_managers_act(), valid_from=JULY)

    assert recorded(case) == []


def test_v4_is_rounded_and_raised_to_the_least_that_is_paid_where_the_standard_says_so() -> None:
    generous = standards(a_standard(rounding="yuan_up", minimum_payment=1000))

    due = due_on(DIBAO, urban(3, 233999), generous, JULY)

    assert due.amount == 1000
    assert [line.amount for line in due.lines] == [None, 1, 100, 1000]


def taken_over(members: int, income: int, amount: int) -> Case:
    return a_case_taken_over(members=members, monthly_income=income, monthly_amount=amount)


def raised(case: Case) -> Case:
    """The case as the new standard of the city leaves it."""
    case.raise_standard(STANDARDS, STANDARDS.named("fictional 2021-1"), a_managers_act("2021-06-20"))
    return given(case)


def test_v6_a_death_found_in_december_leaves_four_months_paid_for_nothing() -> None:
    case = raised(taken_over(members=1, income=0, amount=75000))

    case.terminate(STANDARDS, "died", a_managers_act("2021-12-10"), valid_from=day("2021-08-15"))

    assert last(case, Case.Determined).differences == tuple(
        Difference(date(2021, month, 1), paid=78000, due=0) for month in (9, 10, 11, 12)
    )
    assert sum(found(case)) == -312000


def test_v7_a_missed_member_is_owed_from_the_first_month_on() -> None:
    case = taken_over(members=2, income=90000, amount=60000)
    case = raised(case)

    case.correct_fact(STANDARDS, "members", 3, a_managers_act("2021-09-10"), valid_from=JULY)

    assert last(case, Case.Determined).monthly_before == 66000
    assert last(case, Case.Determined).monthly_amount == 144000
    assert found(case) == [78000, 78000, 78000]


def test_v8_a_wrong_area_for_five_months_is_owed_one_thousand() -> None:
    rural, city = (
        in_2020(reference=kind, kind=kind, monthly_amount=fen)
        for kind, fen in (("rural", 58000), ("urban", 78000))
    )
    catalogue = standards(rural, city)
    case = given(
        a_case_taken_over(
            members=1, monthly_income=0, monthly_amount=58000, area=PULANDIAN, paid_from=day("2021-01-01")
        )
    )

    case.correct_fact(catalogue, "kind", "urban", a_managers_act("2021-05-20"), valid_from=day("2021-01-01"))

    assert found(case) == [20000] * 5
    assert sum(found(case)) == 100000


def test_v9_a_correction_reaches_back_across_the_first_of_july() -> None:
    case = raised(taken_over(members=3, income=150000, amount=75000))

    case.correct_fact(STANDARDS, "income", 120000, a_managers_act("2021-09-20"), valid_from=day("2021-05-01"))

    assert found(case) == [30000] * 5
    assert [(period.starts, period.monthly_amount) for period in last(case, Case.Determined).periods] == [
        (day("2021-05-01"), 105000),
        (day("2021-07-01"), 114000),
    ]
    assert sum(found(case)) == 150000
