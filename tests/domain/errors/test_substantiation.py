from typing import Any

import pytest

from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import (
    AmountAgainstDirection,
    AmountOutsidePeriod,
    AmountTwice,
    BeforeCase,
    DirectionDoesNotFit,
    EndsBeforeItBegins,
    NoCatalogue,
    NoEvidence,
    NotNow,
    NotYetPast,
    ReasonMissing,
    UnknownCode,
    UnknownElement,
)
from domain.errors.state import MonthAmount, State
from domain.refusal import Refused
from tests.builders import day, person
from tests.error_builders import (
    BEGAN,
    CATALOGUE,
    EVIDENCE,
    a_catalogue,
    a_classification,
    a_classified_error,
    a_notified_error,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
    an_edition,
    an_error_looked_into,
    of_no_money,
)
from tests.history import given, recorded, refused


def in_month(month: str, fen: int) -> MonthAmount:
    return MonthAmount(day(f"{month}-01"), fen)


def test_an_error_is_looked_into() -> None:
    error = given(a_reported_error())

    error.begin_substantiation(a_reviewers_act())

    assert recorded(error) == [ErrorRecord.SubstantiationBegun]
    assert error.state is State.UNDER_SUBSTANTIATION


def test_an_error_is_substantiated_by_evidence() -> None:
    error = given(an_error_looked_into())

    error.substantiate(EVIDENCE, a_reviewers_act())

    assert recorded(error) == [ErrorRecord.Substantiated]
    assert (error.state, error.evidence) == (State.SUBSTANTIATED, EVIDENCE)


def test_nothing_is_substantiated_without_evidence() -> None:
    error = given(an_error_looked_into())

    with refused(error, NoEvidence, "Attach at least one document"):
        error.substantiate((), a_reviewers_act())


def test_a_report_is_dismissed_for_a_reason() -> None:
    error = given(an_error_looked_into())

    error.dismiss("no_error", a_reviewers_act())

    assert recorded(error) == [ErrorRecord.Dismissed]
    assert (error.state, error.dismissed_for) == (State.DISMISSED, "no_error")


@pytest.mark.parametrize(
    ("reason", "because", "refusal"),
    [("no_error", " ", ReasonMissing), ("not_liked", "We do not like it.", UnknownCode)],
)
def test_a_report_is_not_dismissed_without_a_known_reason(
    reason: str, because: str, refusal: type[Refused]
) -> None:
    error = given(an_error_looked_into())

    with refused(error, refusal):
        error.dismiss(reason, a_reviewers_act(because=because))


def test_each_step_has_its_place() -> None:
    reported, looked_into = given(a_reported_error()), given(an_error_looked_into())

    with refused(looked_into, NotNow, "CC210202-2021-0001, it is: Being looked into"):
        looked_into.begin_substantiation(a_reviewers_act())
    with refused(reported, NotNow, "it is: Reported"):
        reported.substantiate(EVIDENCE, a_reviewers_act())
    with refused(reported, NotNow):
        reported.dismiss("no_error", a_reviewers_act())
    with refused(looked_into, NotNow):
        looked_into.classify(a_classification(), CATALOGUE, a_reviewers_act())


def test_an_error_is_classified_on_its_axes_by_the_catalogue_in_force() -> None:
    error = given(a_substantiated_error())

    error.classify(a_classification(), CATALOGUE, a_reviewers_act(), began=BEGAN)

    assert recorded(error) == [ErrorRecord.Classified]
    assert error.state is State.CLASSIFIED
    assert error.classification == a_classification(catalogue="fictional catalogue 2021")


def test_what_was_found_takes_the_place_of_what_was_reported() -> None:
    error = given(a_substantiated_error())
    found = a_classification(element="E01", from_month=day("2021-06-15"), to_month=None, amounts=())

    error.classify(found, CATALOGUE, a_reviewers_act(), began=BEGAN)

    assert (error.element, error.from_month, error.to_month) == ("E01", day("2021-06-01"), None)


def test_an_error_is_classified_again_until_a_notice_is_issued() -> None:
    classified, notified = given(a_classified_error()), given(a_notified_error())

    classified.classify(a_classification(cause="data_entry"), CATALOGUE, a_reviewers_act())

    assert classified.classification is not None
    assert classified.classification.cause == "data_entry"
    with refused(notified, NotNow, "it is: Being put right"):
        notified.classify(a_classification(), CATALOGUE, a_reviewers_act())


@pytest.mark.parametrize(
    "found",
    [
        {"nature": "undocumented", "direction": "unknown", "origin": "unknown", "amounts": ()},
        {"element": "E17", "nature": "undocumented", "direction": "unknown", "amounts": ()},
        {"direction": "both", "amounts": (in_month("2021-05", 100), in_month("2021-06", -100))},
        {"direction": "over", "amounts": (in_month("2021-08", -1),)},
        {"to_month": None, "amounts": (in_month("2021-09", 100),)},
        of_no_money(),
    ],
)
def test_what_cannot_be_told_is_a_class_of_its_own(found: dict[str, Any]) -> None:
    error = given(a_substantiated_error())

    error.classify(a_classification(**found), CATALOGUE, a_reviewers_act())

    assert error.state is State.CLASSIFIED


@pytest.mark.parametrize(
    ("found", "refusal", "sentence"),
    [
        ({"element": "E99"}, UnknownElement, "no element E99"),
        ({"nature": "evil"}, UnknownCode, "no entry evil. Choose one of: Done wrongly"),
        ({"cause": "evil"}, UnknownCode, "no entry evil"),
        ({"origin": "evil"}, UnknownCode, "no entry evil"),
        ({"direction": "evil"}, UnknownCode, "no entry evil. Choose one of: Paid too much"),
        (
            {"element": "E10", "direction": "over", "amounts": ()},
            DirectionDoesNotFit,
            "“Entitled family not covered” cannot have this effect: Paid too much.",
        ),
        ({"to_month": day("2021-04-01")}, EndsBeforeItBegins, "covers no month"),
        ({"from_month": day("2020-08-01")}, BeforeCase, "began on 2020-09-01"),
        ({"to_month": day("2021-10-01")}, NotYetPast, "2021-10 "),
        ({"amounts": (in_month("2021-04", 1),)}, AmountOutsidePeriod, "2021-04 is not in the period"),
        ({"amounts": (in_month("2021-09", 1),)}, AmountOutsidePeriod, "to 2021-08"),
        (
            {"to_month": None, "amounts": (in_month("2021-10", 1),)},
            AmountOutsidePeriod,
            "from 2021-05 to 2021-09",
        ),
        ({"amounts": (MonthAmount(day("2021-05-02"), 1),)}, AmountOutsidePeriod, "The month of 2021-05 "),
        ({"amounts": (in_month("2021-05", 1),) * 2}, AmountTwice, "2021-05 is there twice"),
        ({"amounts": (in_month("2021-05", -1),)}, AmountAgainstDirection, "Paid too little"),
        ({"amounts": (in_month("2021-05", 0),)}, AmountAgainstDirection, "0.00"),
        (
            {"direction": "over", "amounts": (in_month("2021-05", 1),)},
            AmountAgainstDirection,
            "Paid too much.",
        ),
        ({"direction": "unknown"}, AmountAgainstDirection, "Cannot be told"),
        ({"element": "E13", "direction": "none"}, AmountAgainstDirection, "No money is affected"),
    ],
)
def test_what_cannot_be_is_not_classified(
    found: dict[str, Any], refusal: type[Refused], sentence: str
) -> None:
    error = given(a_substantiated_error())

    with refused(error, refusal, sentence):
        error.classify(a_classification(**found), CATALOGUE, a_reviewers_act(), began=BEGAN)


def test_an_error_is_classified_by_a_catalogue_in_force() -> None:
    error = given(a_substantiated_error())
    to_come = a_catalogue(an_edition(effective_from=day("2022-01-01")))

    with refused(error, NoCatalogue, "in force on 2021-09-03"):
        error.classify(a_classification(), to_come, a_reviewers_act())


def test_evidence_adds_up() -> None:
    error = a_classified_error(**of_no_money())
    error.close(a_reviewers_act())
    error.reopen("Another paper was found.", a_reviewers_act())
    error.begin_substantiation(a_reviewers_act())

    error.substantiate((person("another document"),), a_reviewers_act())

    assert error.evidence == (*EVIDENCE, person("another document"))
