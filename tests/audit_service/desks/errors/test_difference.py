"""What a correction makes different is told decision by decision, in figures."""

from audit_service.desks.errors.difference import Found, found_in
from domain.cases.case import Case
from domain.errors.ledger import MonthEntry
from tests.builders import STANDARDS, a_case_taken_over, a_managers_act, day
from tests.history import given

JULY, SEPTEMBER = day("2021-07-01"), day("2021-09-01")


def a_raised_case(members: int, income: int, amount: int) -> Case:
    case = a_case_taken_over(members=members, monthly_income=income, monthly_amount=amount)
    case.raise_standard(STANDARDS, STANDARDS.named("fictional 2021-1"), a_managers_act("2021-06-20"))
    return given(case)


def corrected(case: Case, *facts: tuple[str, int], since: str) -> Found:
    then, act = case.entitlement, a_managers_act("2021-09-20")
    for fact, value in facts:
        case.correct_fact(STANDARDS, fact, value, act, valid_from=day(since))
    return found_in(case, then)


def test_the_arithmetic_compares_each_decision_with_the_new_one() -> None:
    found = corrected(a_raised_case(3, 150000, 75000), ("income", 120000), since="2021-05-01")

    assert [entry.amount for entry in found.entries] == [30000] * 5
    assert found.arithmetic == (
        (
            "2021-05 – 2021-06: 750.00 → (750.00 − 1,200.00 ÷ 3) × 3 = 1,050.00 [fictional 2020-1];"
            " (1,050.00 − 750.00) × 2 = 600.00"
        ),
        (
            "2021-07 – 2021-09: (780.00 − 1,500.00 ÷ 3) × 3 = 840.00 [fictional 2021-1] →"
            " (780.00 − 1,200.00 ÷ 3) × 3 = 1,140.00 [fictional 2021-1]; (1,140.00 − 840.00) × 3 = 900.00"
        ),
    )


def test_facts_corrected_one_after_the_other_make_one_difference() -> None:
    found = corrected(a_raised_case(2, 90000, 60000), ("members", 3), ("income", 150000), since="2021-09-01")

    assert found.entries == (MonthEntry(SEPTEMBER, paid=66000, due=84000),)
    assert found.arithmetic == (
        (
            "2021-09: (780.00 − 900.00 ÷ 2) × 2 = 660.00 [fictional 2021-1] →"
            " (780.00 − 1,500.00 ÷ 3) × 3 = 840.00 [fictional 2021-1]; (840.00 − 660.00) × 1 = 180.00"
        ),
    )


def test_what_comes_to_the_same_is_no_difference() -> None:
    found = corrected(a_raised_case(2, 90000, 60000), ("members", 3), ("income", 168000), since="2021-09-01")

    assert found == Found((), ())


def test_what_was_never_due_is_told_as_nothing() -> None:
    case = a_raised_case(1, 0, 75000)
    then, act = case.entitlement, a_managers_act("2021-09-20")

    case.terminate(STANDARDS, "died", act, valid_from=day("2021-08-15"))

    assert found_in(case, then) == Found(
        (MonthEntry(SEPTEMBER, paid=78000, due=0),),
        ("2021-09: (780.00 − 0.00) × 1 = 780.00 [fictional 2021-1] → 0.00; (0.00 − 780.00) × 1 = −780.00",),
    )
    assert found_in(case, ()).arithmetic[0].startswith("2021-09: 0.00 → 0.00")
