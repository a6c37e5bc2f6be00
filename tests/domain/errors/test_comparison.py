"""What no correction of a case brings is entered by month: what was really paid, and what was due."""

from collections.abc import Sequence
from typing import Any

import pytest

from domain.errors.correction_refusals import NotAtThisStage, ObjectionOpen
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.money_refusals import BelowNothing, BroughtByCase, NoMonths, NothingDifferent, NotSettled
from domain.errors.refusals import AmountOutsidePeriod, AmountTwice, HadAPart, NotNow, ReasonMissing
from domain.refusal import Refused
from tests.builders import an_act, day
from tests.domain.errors.money_of_errors import owed
from tests.error_builders import (
    CATALOGUE,
    REVIEWER,
    a_case_correction,
    a_classification,
    a_classified_error,
    a_completed_error,
    a_correctors_act,
    a_notice,
    a_notified_error,
    a_reviewers_act,
    a_substantiated_error,
    a_verifiers_act,
    an_error_objected_to,
    an_issuers_act,
    of_a_family_not_covered,
)
from tests.history import given, last, refused

MAY, JUNE = MonthEntry(day("2021-05-01"), 0, 153000), MonthEntry(day("2021-06-01"), 75000, 153000)


def of_a_family(*, items: Sequence[str] = ("redetermination", "back_payment"), **found: Any) -> ErrorRecord:
    """A family that was not covered from May to August, whose notice asks to decide and to pay."""
    error = a_substantiated_error(**of_a_family_not_covered())
    error.classify(a_classification(element="E10", **found), CATALOGUE, a_reviewers_act())
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice(items=items))
    return given(error)


def of_a_wrong_account(*items: str) -> ErrorRecord:
    """What was decided in the case is right; what was paid is not."""
    return given(a_notified_error(items=items or ("back_payment", "process_fix")))


@pytest.mark.parametrize("error", [of_a_family(), of_a_wrong_account()], ids=["no case", "right case"])
def test_it_is_entered_by_month_where_no_correction_of_a_case_brings_it(error: ErrorRecord) -> None:
    error.enter_difference([JUNE, MAY], a_correctors_act())

    assert last(error, ErrorRecord.DifferenceEntered).entries == (MAY, JUNE)
    assert owed(error) == {"2021-05": 153000, "2021-06": 78000}
    assert not error.is_settled


def test_the_money_is_put_right_as_any_other_and_nothing_is_closed_before() -> None:
    error = of_a_wrong_account()
    error.acknowledge(an_act("2021-09-07"))
    error.submit_plan("Pay it to the right account.", an_act("2021-09-09"), done_by=day("2021-09-20"))
    error.enter_difference([MAY], a_correctors_act())
    error.complete_correction(an_act("2021-09-15"))
    error.verify_correction(a_verifiers_act())

    with refused(error, NotSettled, "To be ordered: 1,530.00"):
        error.close(a_verifiers_act())
    error.order_back_payment([MAY.month], 153000, a_correctors_act())
    error.pay_back(153000, day("2021-09-14"), an_act("2021-09-15"))
    error.close(a_verifiers_act())

    assert error.is_settled


def test_a_wrong_month_is_paid_back_in_one_and_recovered_in_the_other() -> None:
    error = of_a_wrong_account("back_payment", "recovery")

    error.enter_difference(
        [MonthEntry(MAY.month, 0, 75000), MonthEntry(JUNE.month, 150000, 75000)], a_correctors_act()
    )

    assert owed(error) == {"2021-05": 75000}
    assert error.ledger.undecided == 75000


def test_what_was_entered_wrongly_is_entered_again() -> None:
    error = of_a_wrong_account()
    error.enter_difference([MAY, JUNE], a_correctors_act())

    error.enter_difference(
        [MonthEntry(MAY.month, 0, 75000), MonthEntry(JUNE.month, 75000, 75000)], a_correctors_act()
    )

    assert owed(error) == {"2021-05": 75000}


def test_a_case_that_is_corrected_later_adds_to_what_was_entered() -> None:
    error = of_a_wrong_account()
    error.enter_difference([MonthEntry(MAY.month, 0, 75000)], a_correctors_act())
    error.correct_case(act=a_correctors_act(), **a_case_correction())

    error.find_difference([MonthEntry(MAY.month, 75000, 153000)], (), a_correctors_act())

    assert owed(error) == {"2021-05": 153000}


@pytest.mark.parametrize("items", [("fact_correction", "back_payment"), ("redetermination",)])
def test_the_correction_of_a_case_brings_it_by_itself(items: tuple[str, ...]) -> None:
    error = of_a_wrong_account(*items)

    with refused(error, BroughtByCase, "Correct the case."):
        error.enter_difference([MAY], a_correctors_act())


def test_nothing_is_entered_over_what_a_correction_of_the_case_found() -> None:
    error = of_a_wrong_account()
    error.correct_case(act=a_correctors_act(), **a_case_correction())

    with refused(error, BroughtByCase):
        error.enter_difference([MAY], a_correctors_act())


@pytest.mark.parametrize(
    ("months", "refusal", "sentence"),
    [
        ([], NoMonths, "for at least one month"),
        (
            [("2021-05-01", 0, 1), ("2021-05-01", 0, 2)],
            AmountTwice,
            "The month of 2021-05 is there twice.",
        ),
        ([("2021-04-01", 0, 1)], AmountOutsidePeriod, "in the period from 2021-05 to 2021-08"),
        ([("2021-09-01", 0, 1)], AmountOutsidePeriod, "The month of 2021-09"),
        ([("2021-05-02", 0, 1)], AmountOutsidePeriod, "The month of 2021-05"),
        ([("2021-05-01", -1, 1)], BelowNothing, "The amount of -0.01"),
        ([("2021-05-01", 1, -2)], BelowNothing, "The amount of -0.02"),
        ([("2021-05-01", 75000, 75000)], NothingDifferent, "makes no difference"),
        ([("2021-06-01", 0, 1), ("2021-05-01", 5, 5)], NothingDifferent, "For the month of 2021-05 "),
    ],
)
def test_what_cannot_be_so_is_refused(
    months: list[tuple[str, int, int]], refusal: type[Refused], sentence: str
) -> None:
    error = of_a_wrong_account()
    entries = [MonthEntry(day(month), paid, due) for month, paid, due in months]

    with refused(error, refusal, sentence):
        error.enter_difference(entries, a_correctors_act())


def test_an_error_that_goes_on_is_told_until_this_month() -> None:
    error = of_a_family(to_month=None)

    with refused(error, AmountOutsidePeriod, "to 2021-09"):
        error.enter_difference([MonthEntry(day("2021-10-01"), 0, 1)], a_correctors_act())
    error.enter_difference([MonthEntry(day("2021-09-01"), 0, 1)], a_correctors_act())

    assert owed(error) == {"2021-09": 1}


def test_what_stands_there_already_is_no_difference() -> None:
    error = of_a_wrong_account()
    error.enter_difference([MAY], a_correctors_act())

    with refused(error, NothingDifferent, "on record like this already"):
        error.enter_difference([MAY], a_correctors_act())


def test_it_is_reckoned_in_words() -> None:
    error = of_a_wrong_account()

    with refused(error, ReasonMissing):
        error.enter_difference([MAY], a_correctors_act(because=" "))


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (a_classified_error(), NotNow),
        (an_error_objected_to(), ObjectionOpen),
        (a_completed_error(), NotAtThisStage),
    ],
)
def test_it_has_its_place_between_notice_and_completion(error: ErrorRecord, refusal: type[Refused]) -> None:
    with refused(given(error), refusal):
        error.enter_difference([MAY], a_correctors_act())


def test_who_looked_into_the_error_does_not_enter_it_nor_does_who_enters_it_verify() -> None:
    error = of_a_wrong_account()

    with refused(error, HadAPart, "Correct the case and the money"):
        error.enter_difference([MAY], a_correctors_act(by=REVIEWER))
    error.enter_difference([MAY], a_correctors_act())

    assert last(error, ErrorRecord.DifferenceEntered).by in error.excluded_from("verified")
