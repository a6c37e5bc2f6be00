"""Cases whose register did not say by which standard they are paid."""

from domain.cases.case import Case
from domain.cases.payment_refusals import UnexplainedAmount
from tests.builders import PULANDIAN, STANDARDS, a_case_taken_over, a_managers_act, day, in_2020, standards
from tests.history import found, given, last, months, refused

JUNE, JULY, AUGUST = day("2021-06-01"), day("2021-07-01"), day("2021-08-01")
ACT = a_managers_act("2021-09-20")


def test_the_arithmetic_tells_the_kind() -> None:
    case = given(a_case_taken_over(members=2, monthly_income=100000, monthly_amount=8000, area=PULANDIAN))

    case.change_fact(STANDARDS, "members", 3, ACT, valid_from=JULY)

    assert last(case, Case.FactChanged).kind == "rural"
    assert months(case) == [8000, 74000, 74000, 74000, 74000]


def test_what_is_put_right_may_be_what_explains_the_amount() -> None:
    case = given(a_case_taken_over(members=2))

    case.correct_fact(STANDARDS, "members", 3, ACT, valid_from=JUNE)

    assert last(case, Case.FactCorrected).kind == "urban"
    assert months(case) == [75000, 84000, 84000, 84000, 84000]


def test_nothing_is_guessed() -> None:
    case = given(a_case_taken_over(members=2))

    with refused(case, UnexplainedAmount, "Correct the kind of standard"):
        case.correct_fact(STANDARDS, "members", 4, ACT, valid_from=JUNE)


def test_two_kinds_that_explain_it_explain_nothing() -> None:
    both = [in_2020(reference=kind, kind=kind) for kind in ("urban", "rural")]
    case = given(a_case_taken_over(monthly_amount=84000))

    with refused(case, UnexplainedAmount):
        case.correct_fact(standards(*both), "members", 4, ACT, valid_from=JUNE)


def test_a_caseworker_settles_it_by_the_kind() -> None:
    case = given(a_case_taken_over(members=2))

    case.correct_fact(STANDARDS, "kind", "urban", ACT, valid_from=JUNE)

    assert (last(case, Case.FactCorrected).before, last(case, Case.FactCorrected).kind) == (None, None)
    assert months(case) == [0, 6000, 6000, 6000, 6000]
    assert found(case) == [-75000, -69000, -69000, -69000]


def test_what_it_was_before_stands_as_taken_over() -> None:
    case = given(a_case_taken_over())

    case.change_fact(STANDARDS, "members", 4, ACT, valid_from=AUGUST)

    assert months(case) == [75000, 75000, 162000, 162000, 162000]


def test_what_is_suspended_is_resumed_as_it_was_taken_over() -> None:
    case = given(a_case_taken_over(members=2))

    case.suspend(STANDARDS, ACT, valid_from=JULY)
    case.resume(STANDARDS, ACT, valid_from=AUGUST)

    assert months(case) == [75000, 0, 75000, 75000, 75000]
