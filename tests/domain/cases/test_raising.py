from typing import Any

import pytest

from domain.cases.case import Case
from domain.cases.payment_refusals import (
    AlreadyRaised,
    NotInPayment,
    NotThisStandard,
    UnexplainedAmount,
)
from domain.cases.raising import preview
from domain.refusal import Refused
from tests.builders import (
    CITY,
    CITY_2020,
    CITY_2021,
    PULANDIAN,
    RURAL_2020,
    RURAL_2021,
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    a_standard,
    day,
    standards,
)
from tests.history import given, last, recorded, refused

BEFORE_JULY = standards(CITY_2020, RURAL_2020)
ACT = a_managers_act("2021-06-20", because="")


def a_village_case(**more: Any) -> Case:
    village: dict[str, Any] = {
        "members": 2,
        "monthly_income": 100000,
        "monthly_amount": 8000,
        "area": PULANDIAN,
    }
    return given(a_case_taken_over(**(village | more)))


def test_the_amount_is_adjusted_to_the_new_standard() -> None:
    case = given(a_case_taken_over())

    case.raise_standard(STANDARDS, CITY_2021, ACT)

    (event,) = case.pending_events
    assert isinstance(event, Case.StandardRaised)
    assert (event.standard, event.basis, event.kind) == ("fictional 2021-1", "fictional 2021-1", "urban")
    assert (event.monthly_before, event.monthly_amount) == (75000, 84000)
    assert event.valid_from == event.periods[0].starts == day("2021-07-01")
    assert event.differences == ()
    assert [case.amount_in(day(month)) for month in ("2021-06-01", "2021-07-01")] == [75000, 84000]


def test_the_kind_that_the_arithmetic_told_is_known_from_then_on() -> None:
    case = given(a_case_taken_over())

    case.raise_standard(STANDARDS, CITY_2021, ACT)

    facts = case.at(day("2021-06-01")).facts
    assert facts is not None
    assert facts.kind == "urban"


def test_who_is_on_the_rural_standard_gets_the_rural_one() -> None:
    case = a_village_case()

    with refused(case, NotThisStandard):
        case.raise_standard(STANDARDS, CITY_2021, ACT)
    case.raise_standard(STANDARDS, RURAL_2021, ACT)

    assert last(case, Case.StandardRaised).monthly_amount == 16000


def test_months_paid_by_the_standard_before_are_owed() -> None:
    case = given(a_case_taken_over())

    case.raise_standard(STANDARDS, CITY_2021, a_managers_act("2021-08-05"))

    assert [(each.month.month, each.amount) for each in last(case, Case.StandardRaised).differences] == [
        (7, 9000),
        (8, 9000),
    ]


def test_nobody_is_adjusted_twice() -> None:
    case = a_case_taken_over()
    case.raise_standard(STANDARDS, CITY_2021, ACT)
    case = given(case)

    with refused(case, AlreadyRaised, "nothing to do"):
        case.raise_standard(STANDARDS, CITY_2021, ACT)


def test_who_was_determined_on_the_new_standard_is_not_adjusted_to_it() -> None:
    case = given(a_confirmed_case())

    with refused(case, AlreadyRaised):
        case.raise_standard(STANDARDS, CITY_2021, ACT)


def test_an_amount_that_no_standard_explains_is_an_exception() -> None:
    case = given(a_case_taken_over(members=2))

    with refused(case, UnexplainedAmount, "Correct the kind of standard or the fact"):
        case.raise_standard(STANDARDS, CITY_2021, ACT)


@pytest.mark.parametrize(
    "new",
    [a_standard("tekun", programme="tekun"), a_standard("elsewhere", areas=CITY[5:])],
    ids=["programme", "area"],
)
def test_a_standard_for_others_does_not_concern_the_case(new: Any) -> None:
    case = given(a_case_taken_over())

    with refused(case, NotThisStandard, new.reference):
        case.raise_standard(standards(*BEFORE_JULY.published, new), new, ACT)


def test_a_standard_for_any_kind_concerns_both() -> None:
    new = a_standard(kind="any")
    catalogue = standards(*BEFORE_JULY.published, new)

    for case in (given(a_case_taken_over()), a_village_case()):
        case.raise_standard(catalogue, new, ACT)

        assert recorded(case) == [Case.StandardRaised]


def test_what_is_not_paid_is_not_adjusted() -> None:
    ended = a_case_taken_over()
    ended.terminate(STANDARDS, "died", a_managers_act("2021-06-05"), valid_from=day("2021-06-05"))
    once = a_case_taken_over(programme="temporary")

    for case in (given(ended), given(once), given(a_case_to_decide())):
        with refused(case, NotInPayment):
            case.raise_standard(STANDARDS, CITY_2021, ACT)


def test_what_ends_or_resumes_later_is_adjusted_for_the_months_it_is_paid() -> None:
    ending, resuming = (a_confirmed_case(catalogue=BEFORE_JULY) for _ in range(2))
    ending.terminate(BEFORE_JULY, "moved", a_managers_act("2021-06-05"), valid_from=day("2021-08-01"))
    resuming.suspend(BEFORE_JULY, a_managers_act("2021-06-05"), valid_from=day("2021-07-01"))
    resuming.resume(BEFORE_JULY, a_managers_act("2021-06-05"), valid_from=day("2021-08-01"))

    for case, due in ((given(ending), [84000, 0]), (given(resuming), [0, 84000])):
        case.raise_standard(STANDARDS, CITY_2021, ACT)

        assert [case.amount_in(day(month)) for month in ("2021-07-01", "2021-08-01")] == due


def test_what_is_first_paid_later_is_adjusted_from_then_on() -> None:
    case = given(a_confirmed_case(catalogue=BEFORE_JULY, valid_from="2021-08-01"))

    case.raise_standard(STANDARDS, CITY_2021, ACT)

    assert last(case, Case.StandardRaised).valid_from == day("2021-08-01")


def test_a_change_to_come_is_kept_under_the_new_standard() -> None:
    case = a_confirmed_case(catalogue=BEFORE_JULY)
    case.change_fact(BEFORE_JULY, "members", 4, a_managers_act("2021-06-05"), valid_from=day("2021-08-01"))
    case = given(case)

    case.raise_standard(STANDARDS, CITY_2021, ACT)

    assert [period.monthly_amount for period in last(case, Case.StandardRaised).periods] == [84000, 162000]


def test_a_preview_counts_and_records_nothing() -> None:
    done = a_case_taken_over(number="3")
    done.raise_standard(STANDARDS, CITY_2021, ACT)
    cases = [
        a_case_taken_over(number="1"),
        a_case_taken_over(number="2", members=2),
        done,
        a_village_case(number="4"),
        a_case_to_decide(),
    ]
    before = [len(case.pending_events) for case in cases]

    found = preview(cases, STANDARDS, CITY_2021, day("2021-06-20"))

    assert (found.adjusted, found.already) == (1, 1)
    assert (found.total_before, found.total_after) == (75000, 84000)
    assert [(each.number, each.area, type(each.refusal)) for each in found.exceptions] == [
        ("2", "210202", UnexplainedAmount)
    ]
    assert [len(case.pending_events) for case in cases] == before


def test_an_exception_says_why() -> None:
    found = preview([a_case_taken_over(members=2)], STANDARDS, CITY_2021, day("2021-06-20"))

    (exception,) = found.exceptions
    assert isinstance(exception.refusal, Refused)
    assert "750.00 taken over for 2" in str(exception.refusal)
