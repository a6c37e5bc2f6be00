"""What happened to the money is read in plain words and figures, in the reader's language."""

from typing import Any

from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.errors.money_page import sum_of_entries
from audit_service.desks.errors.readings import READINGS
from audit_service.web.parts import Changed
from audit_service.web.translation import read_in
from domain.errors.error_record import ErrorRecord
from domain.kernel import Event
from tests.builders import day
from tests.domain.errors.money_of_errors import a_deciders_act, overpaid, underpaid, with_a_difference
from tests.error_lives import of_money_alone
from tests.history import last

JULY = day("2021-07-01")


def read(error: ErrorRecord, kind: type[Event], language: Any = "en") -> dict[str, str]:
    with read_in(language):
        return {each.label: each.after or "" for each in READINGS[kind].changes(last(error, kind))}


def test_a_difference_is_told_month_by_month_with_its_arithmetic() -> None:
    error = with_a_difference([*underpaid("2021-07"), *overpaid("2021-08", each=100)])

    assert read(error, ErrorRecord.DifferenceFound) == {
        "Arithmetic": "1 + 1 = 2",
        "July 2021": "+¥ 780.00",
        "August 2021": "−¥ 1.00",
        "In all": "+¥ 779.00",
    }
    assert read(error, ErrorRecord.DifferenceFound, "zh")["2021年7月"] == "+¥ 780.00"


def test_months_in_a_row_that_differ_alike_are_told_at_once() -> None:
    months = ("2020-11", "2020-12", "2021-01")
    error = with_a_difference([*underpaid(*months), *overpaid("2021-02", each=100)])
    error.order_back_payment([day(f"{each}-01") for each in months], 3 * 78000, a_deciders_act())

    assert read(error, ErrorRecord.DifferenceFound)["November 2020 to January 2021"] == "+¥ 780.00 × 3"
    ordered = read(error, ErrorRecord.BackPaymentOrdered)
    assert ordered["Months"] == "November 2020 to January 2021 +¥ 780.00 × 3"
    apart = with_a_difference(underpaid("2020-11", "2021-01"))
    assert read(apart, ErrorRecord.DifferenceFound)["January 2021"] == "+¥ 780.00"


def test_what_an_official_entered_is_told_as_paid_and_due() -> None:
    entered = last(of_money_alone(), ErrorRecord.DifferenceEntered)

    with read_in("en"):
        assert READINGS[ErrorRecord.DifferenceEntered].changes(entered) == (
            Changed("May 2021", "¥ 0.00", "¥ 750.00"),
            Changed("June 2021", "¥ 750.00", "¥ 750.00"),
            Changed("In all", None, "+¥ 750.00"),
        )


def test_an_order_says_for_which_months_it_is() -> None:
    error = with_a_difference(underpaid("2021-07", "2021-08"))

    error.order_back_payment([JULY, day("2021-08-01")], 156000, a_deciders_act())

    assert read(error, ErrorRecord.BackPaymentOrdered) == {
        "Entry of the ledger": "1",
        "Amount of the entry": "+¥ 1,560.00",
        "Months": "July 2021 to August 2021 +¥ 780.00 × 2",
    }


def test_a_decision_says_what_it_is_and_what_it_rests_on() -> None:
    error = with_a_difference(overpaid("2021-07"))

    error.decide_recoverability(78000, a_deciders_act(), recoverable=True, noticeable=True)
    error.decide_recovery("waive_official", 78000, a_deciders_act())

    told = read(error, ErrorRecord.RecoverabilityDecided)
    assert told["The overpayment is recoverable"] == "Yes"
    assert told["Amount of the entry"] == "−¥ 780.00"
    told = read(error, ErrorRecord.RecoveryDecided)
    assert told["Decision"] == "Waive it, as the administration made the error"
    assert "649" in told["Recovery policy"]


def test_what_moved_is_summed_up_without_what_was_only_decided() -> None:
    error = with_a_difference([*underpaid("2021-07"), *overpaid("2021-08", each=10000)])
    error.order_back_payment([JULY], 78000, a_deciders_act())
    error.pay_back(70000, day("2021-09-20"), a_deciders_act())
    error.decide_recoverability(10000, a_deciders_act(), recoverable=True, noticeable=True)
    error.decide_recovery("recover", 10000, a_deciders_act())
    error.receive_recovery(10000, day("2021-09-20"), a_deciders_act())
    error.reverse_entry(5, a_deciders_act())

    with read_in("en"):
        row = sum_of_entries(ErrorDossier(error=error, events=(), position=0))

    assert row == ("", "Paid and received in all", "", "+¥ 700.00", "")
