"""The amounts that were worked out by hand, from the correction of the case to the money put right."""

from domain.cases.case import Case
from domain.cases.entitlement import Difference
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.standards.living_standard import Standards
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    a_case_taken_over,
    a_managers_act,
    an_act,
    day,
    in_2020,
    standards,
)
from tests.domain.errors.money_of_errors import a_deciders_act, an_error_to_settle, owed
from tests.history import given, last

JULY = day("2021-07-01")


def taken_over(members: int, income: int, amount: int, **more: object) -> Case:
    return a_case_taken_over(members=members, monthly_income=income, monthly_amount=amount, **more)


def raised(case: Case) -> Case:
    """The case as the new standard of the city leaves it."""
    case.raise_standard(STANDARDS, STANDARDS.named("fictional 2021-1"), a_managers_act("2021-06-20"))
    return given(case)


def the_error_in(case: Case, *, origin: str = "official") -> ErrorRecord:
    """The error with the difference that the correction of the case makes."""
    differences: tuple[Difference, ...] = last(case, Case.Determined).differences
    entries = [MonthEntry(each.month, each.paid, each.due) for each in differences]
    return an_error_to_settle(entries, origin=origin)


def by_month(error: ErrorRecord) -> dict[str, int]:
    return {f"{entry.month:%Y-%m}": entry.amount for entry in error.ledger.months}


def pay_everything_back(error: ErrorRecord) -> int:
    """Order what is owed and pay it; return how much that was."""
    total = sum(owed(error).values())
    error.order_back_payment([share.month for share in error.ledger.owed], total, a_deciders_act())
    error.pay_back(total, day("2021-09-20"), an_act("2021-09-20"))
    assert error.is_settled
    return total


def test_v6_four_months_after_a_death_are_3120_over_and_come_back_from_the_account() -> None:
    case = raised(taken_over(1, 0, 75000))
    case.terminate(STANDARDS, "died", a_managers_act("2021-12-10"), valid_from=day("2021-08-15"))

    error = the_error_in(case, origin="recipient_innocent")

    assert by_month(error) == dict.fromkeys(("2021-09", "2021-10", "2021-11", "2021-12"), -78000)
    assert (error.ledger.overpaid, owed(error)) == (312000, {})
    act = a_deciders_act("2021-12-20")
    error.decide_recoverability(312000, act, recoverable=True, noticeable=True)
    error.decide_recovery("recover", 312000, act)
    error.receive_recovery(312000, day("2021-12-20"), act)
    assert error.is_settled


def test_v7_a_missed_member_is_owed_780_a_month() -> None:
    case = raised(taken_over(2, 90000, 60000))
    case.correct_fact(STANDARDS, "members", 3, a_managers_act("2021-09-10"), valid_from=JULY)

    error = the_error_in(case)

    assert owed(error) == dict.fromkeys(("2021-07", "2021-08", "2021-09"), 78000)
    assert pay_everything_back(error) == 3 * 78000


def two_kinds_of_2021() -> Standards:
    rural, city = (
        in_2020(reference=kind, kind=kind, monthly_amount=fen)
        for kind, fen in (("rural", 58000), ("urban", 78000))
    )
    return standards(rural, city)


def test_v8_a_wrong_area_for_five_months_is_owed_1000() -> None:
    january = day("2021-01-01")
    case = given(taken_over(1, 0, 58000, area=PULANDIAN, paid_from=january))
    case.correct_fact(two_kinds_of_2021(), "kind", "urban", a_managers_act("2021-05-20"), valid_from=january)

    error = the_error_in(case)

    assert list(owed(error).values()) == [20000] * 5
    assert pay_everything_back(error) == 100000


def test_v9_a_correction_back_across_the_first_of_july_is_owed_1500() -> None:
    case = raised(taken_over(3, 150000, 75000))
    case.correct_fact(STANDARDS, "income", 120000, a_managers_act("2021-09-20"), valid_from=day("2021-05-01"))

    error = the_error_in(case)

    assert by_month(error) == dict.fromkeys(("2021-05", "2021-06", "2021-07", "2021-08", "2021-09"), 30000)
    assert pay_everything_back(error) == 150000


def test_v10_a_duplicate_leaves_the_dibao_of_the_same_months_over() -> None:
    case = raised(taken_over(1, 0, 75000))
    case.terminate(STANDARDS, "other_programme", a_managers_act("2021-09-20"), valid_from=JULY)

    error = the_error_in(case, origin="third_party")

    assert by_month(error) == dict.fromkeys(("2021-07", "2021-08", "2021-09"), -78000)
    error.decide_recoverability(3 * 78000, a_deciders_act(), recoverable=True, noticeable=True)
    error.decide_recovery("offset", 3 * 78000, a_deciders_act())
    error.receive_recovery(3 * 78000, day("2021-09-20"), an_act("2021-09-20"))
    assert error.is_settled


def test_v11_who_reported_first_has_it_on_record_beside_the_money() -> None:
    january = day("2021-01-01")
    case = given(taken_over(1, 0, 58000, area=PULANDIAN, paid_from=january))
    case.correct_fact(two_kinds_of_2021(), "kind", "urban", a_managers_act("2021-05-20"), valid_from=january)

    error = the_error_in(case)
    pay_everything_back(error)

    assert (error.own, error.before_discovery, error.within_days) == (True, True, True)
