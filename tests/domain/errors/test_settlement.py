"""What a family is owed is ordered by month and paid; what was entered wrongly is reversed."""

from collections.abc import Callable
from datetime import date

import pytest

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.money_refusals import (
    AmountDoesNotFit,
    BuiltOn,
    IsReversal,
    MonthNotOwed,
    NoSuchEntry,
    NothingOrdered,
    NothingOwed,
    NothingToReverse,
    NotSettled,
    NotWhatIsOwed,
    NotYetMoved,
    ReversedAlready,
)
from domain.errors.refusals import HadAPart, NotNow, ReasonMissing
from domain.kernel import Act
from domain.refusal import Refused
from tests.builders import an_act, day
from tests.domain.errors.money_of_errors import (
    a_deciders_act,
    amounts,
    an_error_to_settle,
    overpaid,
    owed,
    underpaid,
)
from tests.error_builders import REVIEWER, a_classified_error, a_reported_error
from tests.history import last, recorded, refused

JULY, AUGUST, SEPTEMBER = day("2021-07-01"), day("2021-08-01"), day("2021-09-01")
PAID_ON = day("2021-09-20")


def owed_for_three_months() -> ErrorRecord:
    return an_error_to_settle(underpaid("2021-07", "2021-08", "2021-09"))


def ordered() -> ErrorRecord:
    error = owed_for_three_months()
    error.order_back_payment([JULY, AUGUST, SEPTEMBER], 234000, a_deciders_act())
    return error.copied()


def test_the_difference_is_kept_by_month_with_its_arithmetic() -> None:
    error = a_classified_error().copied()

    error.find_difference(underpaid("2021-08", "2021-07"), ("660.00 → 1,440.00",), a_deciders_act())

    found = last(error, ErrorRecord.DifferenceFound)
    assert [entry.month for entry in found.entries] == [JULY, AUGUST]
    assert [entry.amount for entry in found.entries] == [78000, 78000]
    assert found.arithmetic == ("660.00 → 1,440.00",)
    assert not error.is_settled


def test_a_month_found_again_is_compared_with_what_was_paid_at_first() -> None:
    error = an_error_to_settle([MonthEntry(JULY, 66000, 144000)])

    error.find_difference([MonthEntry(JULY, 144000, 150000)], (), a_deciders_act())

    assert error.ledger.months == (MonthEntry(JULY, 66000, 150000),)


def test_nothing_is_ordered_by_the_service_itself() -> None:
    error = owed_for_three_months()

    assert error.ledger.entries == ()
    assert owed(error) == {"2021-07": 78000, "2021-08": 78000, "2021-09": 78000}


def test_months_are_ordered_paid_and_settled() -> None:
    error = owed_for_three_months()

    error.order_back_payment([AUGUST, JULY, JULY], 156000, a_deciders_act())
    error.order_back_payment([day("2021-09-15")], 78000, a_deciders_act())
    error.pay_back(200000, PAID_ON, an_act("2021-09-20"))
    error.pay_back(34000, PAID_ON, an_act("2021-09-20"))

    assert recorded(error) == [ErrorRecord.BackPaymentOrdered] * 2 + [ErrorRecord.BackPaymentPaid] * 2
    assert amounts(error) == [156000, 78000, 200000, 34000]
    assert [entry.number for entry in error.ledger.entries] == [1, 2, 3, 4]
    assert error.is_settled
    error.check_settled()


@pytest.mark.parametrize(
    ("months", "amount", "refusal", "sentence"),
    [
        ([JULY], 77999, NotWhatIsOwed, "780.00 is owed, not 779.99"),
        ([JULY, AUGUST], 156001, NotWhatIsOwed, "1,560.00 is owed"),
        ([], 0, NotWhatIsOwed, "0.00 is owed"),
        ([day("2021-06-01"), JULY], 78000, MonthNotOwed, "for 2021-06. Choose from these months: 2021-07"),
    ],
)
def test_only_what_is_owed_is_ordered(
    months: list[date], amount: int, refusal: type[Refused], sentence: str
) -> None:
    error = owed_for_three_months()

    with refused(error, refusal, sentence):
        error.order_back_payment(months, amount, a_deciders_act())


def test_a_month_is_ordered_once() -> None:
    error = owed_for_three_months()
    error.order_back_payment([JULY], 78000, a_deciders_act())

    with refused(error, MonthNotOwed, "2021-07"):
        error.order_back_payment([JULY], 78000, a_deciders_act())


def test_nothing_is_ordered_where_nothing_is_owed() -> None:
    error = an_error_to_settle(overpaid("2021-07"))

    with refused(error, NothingOwed):
        error.order_back_payment([JULY], 78000, a_deciders_act())


@pytest.mark.parametrize("amount", [0, -1, 234001])
def test_no_more_is_paid_than_was_ordered(amount: int) -> None:
    error = ordered()

    with refused(error, AmountDoesNotFit, "no more than 2,340.00"):
        error.pay_back(amount, PAID_ON, an_act("2021-09-20"))


def test_nothing_is_paid_that_was_not_ordered() -> None:
    error = owed_for_three_months()

    with refused(error, NothingOrdered):
        error.pay_back(78000, PAID_ON, an_act("2021-09-20"))


def test_what_is_still_to_be_paid_is_recorded_then() -> None:
    error = ordered()

    with refused(error, NotYetMoved, "2021-09-21"):
        error.pay_back(78000, day("2021-09-21"), an_act("2021-09-20"))


def test_who_looked_into_the_error_does_not_decide_on_its_money() -> None:
    error = owed_for_three_months()

    with refused(error, HadAPart):
        error.order_back_payment([JULY], 78000, an_act("2021-09-20", by=REVIEWER, role="manager"))


def test_a_month_that_is_owed_more_after_all_is_ordered_again() -> None:
    error = ordered()

    error.find_difference([MonthEntry(JULY, 144000, 150000)], (), a_deciders_act())
    error.order_back_payment([JULY], 6000, a_deciders_act())

    assert error.ledger.to_pay == 240000


def test_a_month_that_was_paid_back_too_much_is_an_overpayment() -> None:
    error = ordered()
    error.pay_back(234000, PAID_ON, an_act("2021-09-20"))

    error.find_difference([MonthEntry(JULY, 144000, 136000)], (), a_deciders_act())

    assert (owed(error), error.ledger.overpaid) == ({}, 8000)
    assert not error.is_settled


def test_an_order_is_reversed_as_long_as_nothing_of_it_is_paid() -> None:
    error = ordered()

    error.reverse_entry(1, a_deciders_act())

    assert last(error, ErrorRecord.EntryReversed).amount == -234000
    assert owed(error) == {"2021-07": 78000, "2021-08": 78000, "2021-09": 78000}
    assert error.ledger.to_pay == 0


def test_an_order_that_is_partly_paid_is_not_reversed_before_the_payment() -> None:
    error = ordered()
    error.pay_back(78000, PAID_ON, an_act("2021-09-20"))

    with refused(error, BuiltOn, "rest on entry 1"):
        error.reverse_entry(1, a_deciders_act())
    error.reverse_entry(2, a_deciders_act())
    error.reverse_entry(1, a_deciders_act())

    assert amounts(error) == [234000, 78000, -78000, -234000]
    assert [entry.reverses for entry in error.ledger.entries] == [0, 0, 2, 1]


def test_nothing_is_reversed_twice_and_no_reversal_is() -> None:
    error = ordered()
    error.reverse_entry(1, a_deciders_act())

    with refused(error, ReversedAlready, "Entry 1"):
        error.reverse_entry(1, a_deciders_act())
    with refused(error, IsReversal, "Entry 2"):
        error.reverse_entry(2, a_deciders_act())
    with refused(error, NoSuchEntry, "no entry 3"):
        error.reverse_entry(3, a_deciders_act())


def test_there_must_be_something_to_reverse() -> None:
    error = owed_for_three_months()

    with refused(error, NothingToReverse):
        error.reverse_entry(1, a_deciders_act())


def test_what_is_open_keeps_the_error_from_being_closed() -> None:
    error = an_error_to_settle([*underpaid("2021-07", "2021-08"), *overpaid("2021-09")])
    error.order_back_payment([JULY], 78000, a_deciders_act())

    with refused(
        error,
        NotSettled,
        "To be ordered: 780.00, to be paid: 780.00, not decided on whether recoverable: 780",
    ):
        error.check_settled()


def test_an_error_without_a_difference_is_settled() -> None:
    error = a_classified_error().copied()

    error.check_settled()

    assert error.is_settled


MOVES: dict[str, Callable[[ErrorRecord, Act], None]] = {
    "find": lambda error, act: error.find_difference(underpaid("2021-07"), (), act),
    "order": lambda error, act: error.order_back_payment([JULY], 78000, act),
    "pay": lambda error, act: error.pay_back(78000, PAID_ON, act),
    "recoverable": lambda error, act: error.decide_recoverability(1, act, recoverable=True, noticeable=True),
    "recovery": lambda error, act: error.decide_recovery("recover", 1, act),
    "receive": lambda error, act: error.receive_recovery(1, PAID_ON, act),
    "reverse": lambda error, act: error.reverse_entry(1, act),
}


@pytest.mark.parametrize("move", MOVES)
def test_money_waits_until_the_error_is_classified(move: str) -> None:
    error = a_reported_error().copied()

    with refused(error, NotNow):
        MOVES[move](error, a_deciders_act())
    assert error.origin == "unknown"


DECISIONS = {name: move for name, move in MOVES.items() if name not in {"find", "pay", "receive"}}


@pytest.mark.parametrize("move", DECISIONS)
def test_whoever_decides_on_money_says_why(move: str) -> None:
    error = an_error_to_settle([*underpaid("2021-07"), *overpaid("2021-08", "2021-09")])
    error.decide_recoverability(78000, a_deciders_act(), recoverable=True, noticeable=True)

    with refused(error, ReasonMissing):
        DECISIONS[move](error, a_deciders_act(because=" "))
