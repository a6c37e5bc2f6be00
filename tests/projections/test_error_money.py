"""The register tells what is left to do of the money just as the ledger of the error does."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from projections.error_lists import SoughtErrors, count_errors, listed_errors
from projections.error_register import error_register
from tests.builders import an_act, day
from tests.error_builders import a_correctors_act, a_notified_error

Show = Callable[..., Connection]
Do = Callable[[ErrorRecord], object]

MAY, JUNE, JULY = day("2021-05-01"), day("2021-06-01"), day("2021-07-01")
FOUND = (MonthEntry(MAY, 0, 300), MonthEntry(JUNE, 0, 200), MonthEntry(JULY, 900, 0))
DECIDED, MOVED = a_correctors_act("2021-09-20"), an_act("2021-09-20")


def recoverable(error: ErrorRecord, amount: int, *, yes: bool = True) -> None:
    error.decide_recoverability(amount, DECIDED, recoverable=yes, noticeable=yes)


STEPS: tuple[tuple[Do, bool, bool], ...] = (
    (lambda error: error.find_difference(FOUND, (), DECIDED), True, False),
    (lambda error: error.order_back_payment([MAY, JUNE], 500, DECIDED), True, True),
    (lambda error: error.pay_back(100, JULY, MOVED), True, True),
    (lambda error: error.pay_back(400, JULY, MOVED), True, False),
    (lambda error: recoverable(error, 900), True, False),
    (lambda error: error.decide_recovery("waive_hardship", 300, DECIDED), True, False),
    (lambda error: error.decide_recovery("recover", 600, DECIDED), False, True),
    (lambda error: error.receive_recovery(600, JULY, MOVED), False, False),
    (lambda error: error.reverse_entry(7, DECIDED), False, True),
    (lambda error: error.reverse_entry(6, DECIDED), True, False),
    (lambda error: error.decide_recovery("offset", 600, DECIDED), False, True),
    (lambda error: error.receive_recovery(600, JULY, MOVED), False, False),
    (lambda error: error.reverse_entry(3, DECIDED), False, True),
    (lambda error: error.pay_back(400, JULY, MOVED), False, False),
    (lambda error: error.find_difference([MonthEntry(MAY, 300, 250)], (), DECIDED), True, False),
    (lambda error: recoverable(error, 50, yes=False), False, False),
)
"""What is done, whether something is to be decided on after it, and whether something is to be moved."""


@pytest.mark.parametrize("done", range(1, len(STEPS) + 1))
def test_what_is_left_to_do_is_told_after_every_step(shown: Show, done: int) -> None:
    error = a_notified_error()
    for do, *_ in STEPS[:done]:
        do(error)
    _do, to_decide, to_move = STEPS[done - 1]

    db = shown(error_register, error)

    (row,) = listed_errors(db, SoughtErrors())
    assert (row.money_to_decide, row.money_to_move) == (to_decide, to_move)
    assert error.is_settled is not (to_decide or to_move)
    assert count_errors(db, SoughtErrors(money_to_decide=True)) == to_decide
    assert count_errors(db, SoughtErrors(money_to_move=True)) == to_move
    assert count_errors(db, SoughtErrors(settled=True)) == error.is_settled


def test_an_order_that_is_taken_back_leaves_its_months_to_be_ordered(shown: Show) -> None:
    error = a_notified_error()
    error.find_difference(FOUND[:2], (), DECIDED)
    error.order_back_payment([MAY, JUNE], 500, DECIDED)
    error.reverse_entry(1, DECIDED)
    error.order_back_payment([JUNE], 200, DECIDED)

    (row,) = listed_errors(shown(error_register, error), SoughtErrors())

    assert (row.money_to_decide, row.money_to_move) == (True, True)


def test_no_money_is_open_before_anything_is_known(shown: Show) -> None:
    (row,) = listed_errors(shown(error_register, a_notified_error()), SoughtErrors())

    assert (row.money_to_decide, row.money_to_move) == (False, False)
