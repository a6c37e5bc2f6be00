"""An overpayment takes its own decisions: is it recoverable, is it recovered; and what came in."""

import pytest

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.money_refusals import (
    AmountDoesNotFit,
    BuiltOn,
    KeptByPolicy,
    NoRecoveryPolicy,
    NotByPolicy,
    NothingOverpaid,
    NothingRecoverable,
    NothingToReceive,
    NotSettled,
    NotYetMoved,
    RecoverableByPolicy,
    RecoveryWaits,
)
from domain.errors.refusals import UnknownCode
from tests.builders import an_act, day
from tests.domain.errors.money_of_errors import (
    a_deciders_act,
    amounts,
    an_error_to_settle,
    overpaid,
    underpaid,
    with_objection,
)
from tests.history import last, recorded, refused

FOUR_MONTHS = overpaid("2021-06", "2021-07", "2021-08", "2021-09")
RECEIVED_ON = day("2021-09-20")


def an_overpayment(origin: str = "recipient_innocent") -> ErrorRecord:
    return an_error_to_settle(FOUR_MONTHS, origin=origin)


def recoverable(origin: str = "recipient_innocent") -> ErrorRecord:
    error = an_overpayment(origin)
    error.decide_recoverability(312000, a_deciders_act(), recoverable=True, noticeable=True)
    return error.copied()


def to_be_recovered() -> ErrorRecord:
    error = recoverable()
    error.decide_recovery("recover", 312000, a_deciders_act())
    return error.copied()


def test_three_decisions_settle_an_overpayment() -> None:
    error = an_overpayment()

    error.decide_recoverability(312000, a_deciders_act(), recoverable=True, noticeable=False)
    error.decide_recovery("recover", 200000, a_deciders_act())
    error.decide_recovery("waive_hardship", 112000, a_deciders_act())
    error.receive_recovery(150000, RECEIVED_ON, an_act("2021-09-20"))
    assert not error.is_settled
    error.receive_recovery(50000, RECEIVED_ON, an_act("2021-09-20"))

    assert recorded(error) == [
        ErrorRecord.RecoverabilityDecided,
        ErrorRecord.RecoveryDecided,
        ErrorRecord.RecoveryDecided,
        ErrorRecord.RecoveryReceived,
        ErrorRecord.RecoveryReceived,
    ]
    assert amounts(error) == [-312000, -200000, -112000, -150000, -50000]
    assert error.is_settled


def test_the_family_keeps_what_it_could_not_notice_of_an_official_error() -> None:
    error = an_overpayment("official")

    with refused(error, KeptByPolicy, "the family keeps this overpayment"):
        error.decide_recoverability(312000, a_deciders_act(), recoverable=True, noticeable=False)
    error.decide_recoverability(312000, a_deciders_act(), recoverable=False, noticeable=False)

    decided = last(error, ErrorRecord.RecoverabilityDecided)
    assert (decided.recoverable, decided.amount, "649" in decided.policy) == (False, -312000, True)
    assert error.is_settled


def test_mercy_comes_after_whether_it_is_recoverable() -> None:
    error = an_overpayment("recipient_innocent")

    with refused(error, RecoverableByPolicy, "consider hardship"):
        error.decide_recoverability(312000, a_deciders_act(), recoverable=False, noticeable=False)


@pytest.mark.parametrize("amount", [0, -1, 312001])
def test_no_more_is_recoverable_than_was_overpaid(amount: int) -> None:
    error = an_overpayment()

    with refused(error, AmountDoesNotFit, "no more than 3,120.00"):
        error.decide_recoverability(amount, a_deciders_act(), recoverable=True, noticeable=True)


def test_what_was_underpaid_is_not_recoverable() -> None:
    error = an_error_to_settle(underpaid("2021-07"))

    with refused(error, NothingOverpaid):
        error.decide_recoverability(78000, a_deciders_act(), recoverable=True, noticeable=True)


def test_nothing_is_decided_twice() -> None:
    error = recoverable()

    with refused(error, NothingOverpaid):
        error.decide_recoverability(1, a_deciders_act(), recoverable=True, noticeable=True)


def test_nothing_is_decided_without_a_policy() -> None:
    error = recoverable()
    before_any = a_deciders_act("2014-04-30")

    with refused(error, NoRecoveryPolicy, "on 2014-04-30"):
        error.decide_recovery("recover", 312000, before_any)


def test_recovery_is_decided_on_after_recoverability_only() -> None:
    error = an_overpayment()

    with refused(error, NothingRecoverable):
        error.decide_recovery("recover", 312000, a_deciders_act())


@pytest.mark.parametrize("decision", ["recover", "offset", "waive_hardship", "uncollectable"])
def test_no_more_is_decided_on_than_is_recoverable(decision: str) -> None:
    error = recoverable()

    with refused(error, AmountDoesNotFit, "3,120.01"):
        error.decide_recovery(decision, 312001, a_deciders_act())


def test_what_is_decided_on_a_recovery_comes_from_a_list() -> None:
    error = recoverable()

    with refused(error, UnknownCode):
        error.decide_recovery("forget", 312000, a_deciders_act())


@pytest.mark.parametrize(
    ("origin", "decision"),
    [("recipient_fraud", "waive_hardship"), ("recipient_innocent", "waive_official")],
)
def test_nobody_is_let_off_against_the_policy(origin: str, decision: str) -> None:
    error = recoverable(origin)

    with refused(error, NotByPolicy, "does not allow this"):
        error.decide_recovery(decision, 312000, a_deciders_act())


def test_an_official_error_that_the_family_could_notice_may_be_waived() -> None:
    error = recoverable("official")

    error.decide_recovery("waive_official", 312000, a_deciders_act())

    assert error.is_settled


def test_no_more_comes_in_than_was_decided() -> None:
    error = to_be_recovered()

    with refused(error, AmountDoesNotFit, "3,120.01"):
        error.receive_recovery(312001, RECEIVED_ON, an_act("2021-09-20"))
    with refused(error, NotYetMoved, "2021-10-01"):
        error.receive_recovery(1, day("2021-10-01"), an_act("2021-09-20"))


def test_nothing_comes_in_that_was_waived() -> None:
    error = recoverable()
    error.decide_recovery("waive_hardship", 312000, a_deciders_act())

    with refused(error, NothingToReceive):
        error.receive_recovery(1, RECEIVED_ON, an_act("2021-09-20"))


@pytest.mark.parametrize("decision", ["recover", "offset"])
def test_recovery_waits_while_the_notice_is_objected_to(decision: str) -> None:
    error = with_objection(recoverable())

    with refused(error, RecoveryWaits, "Objection to the correction notice, JC210202-2021-0001"):
        error.decide_recovery(decision, 312000, a_deciders_act())


@pytest.mark.parametrize("decision", ["recover", "offset"])
def test_recovery_waits_while_an_objection_on_the_case_is_open(decision: str) -> None:
    error = recoverable()

    with refused(error, RecoveryWaits, "Objection in the case, DB-0001 · 2"):
        error.decide_recovery(decision, 312000, a_deciders_act(), open_objections=(2,))


def test_nothing_is_received_while_an_objection_is_open() -> None:
    error = to_be_recovered()

    with refused(error, RecoveryWaits, "DB-0001 · 1"):
        error.receive_recovery(1, RECEIVED_ON, an_act("2021-09-20"), open_objections=(1,))
    error = with_objection(error)
    with refused(error, RecoveryWaits, "JC210202-2021-0001"):
        error.receive_recovery(1, RECEIVED_ON, an_act("2021-09-20"))


def test_a_family_is_spared_without_waiting_for_its_objection() -> None:
    error = with_objection(recoverable())

    error.decide_recovery("waive_hardship", 312000, a_deciders_act())

    assert error.is_settled


def test_what_did_not_come_in_is_written_off_after_the_rest_of_the_decision_is_reversed() -> None:
    error = to_be_recovered()
    error.receive_recovery(100000, RECEIVED_ON, an_act("2021-09-20"))

    error.reverse_entry(2, a_deciders_act())
    error.decide_recovery("uncollectable", 212000, a_deciders_act())

    assert amounts(error) == [-312000, -312000, -100000, 212000, -212000]
    assert error.is_settled


def test_a_decision_that_everything_rests_on_is_not_reversed() -> None:
    error = to_be_recovered()
    error.receive_recovery(312000, RECEIVED_ON, an_act("2021-09-20"))

    with refused(error, BuiltOn):
        error.reverse_entry(1, a_deciders_act())
    with refused(error, BuiltOn):
        error.reverse_entry(2, a_deciders_act())
    for number in (3, 2, 1):
        error.reverse_entry(number, a_deciders_act())

    assert (error.ledger.undecided, error.ledger.to_decide, error.ledger.to_receive) == (312000, 0, 0)


def test_what_was_recovered_of_an_overpayment_that_there_was_not_is_given_back_before_the_end() -> None:
    error = to_be_recovered()
    error.receive_recovery(312000, RECEIVED_ON, an_act("2021-09-20"))
    as_paid = [MonthEntry(entry.month, entry.due, entry.paid) for entry in FOUR_MONTHS]

    error.find_difference(as_paid, (), a_deciders_act())

    with refused(error, NotSettled, "-3,120.00"):
        error.check_settled()
    for number in (3, 2, 1):
        error.reverse_entry(number, a_deciders_act())
    error.check_settled()
