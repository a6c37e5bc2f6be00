from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.errors.duties import DECISION
from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import (
    BeforeCase,
    EndsBeforeItBegins,
    LearnedLater,
    NobodyConcerned,
    NoCatalogue,
    NotYetPast,
    UnknownCode,
    UnknownElement,
    WordsMissing,
)
from domain.errors.state import State
from domain.identities import error_id
from domain.parts import Done
from domain.refusal import Reference, Refused
from tests.builders import CASEWORKER, COLLEAGUE, MANAGER, an_act, day, person
from tests.error_builders import (
    CATALOGUE,
    WORKING_DAYS,
    a_closed_error,
    a_report,
    a_reported_error,
    of_a_family_not_covered,
    reported,
)
from tests.history import given, last, recorded, refused


def test_a_caseworker_reports_their_own_error() -> None:
    error = reported(a_report(), an_act("2021-09-01", learned_on=day("2021-08-30")))

    assert recorded(error) == [ErrorRecord.Reported]
    assert error.state is State.REPORTED
    assert (error.own, error.before_discovery, error.within_days) == (True, True, True)
    decision = Reference(position=error.decision)
    assert error.done == (
        Done(DECISION, CASEWORKER, day("2021-04-28"), decision),
        Done(DECISION, MANAGER, day("2021-04-28"), decision),
    )


def test_what_is_written_is_sealed_for_the_household() -> None:
    by_household, by_person = a_report(), a_report(subject=person("head"), household=None)

    assert last(reported(by_household), ErrorRecord.Reported).subject == by_household.household
    assert reported(by_person).subject == person("head")


def test_a_family_that_was_not_covered_has_no_case() -> None:
    error = reported(a_report(**of_a_family_not_covered()))

    assert error.id == error_id("210202/4f2a", "E10", day("2021-05-01"))
    assert error.subject == error.id
    assert (error.case, error.done) == (None, ())


def test_the_same_element_and_period_of_a_case_are_the_same_error() -> None:
    error, again = a_reported_error(), a_report(from_month=day("2021-05-17"), text="Counted two of three.")

    assert reported(again).id == error.id
    assert a_reported_error(element="E01").id != error.id
    assert a_reported_error(from_month=day("2021-06-01")).id != error.id


def test_a_period_is_of_whole_months() -> None:
    error = a_reported_error(from_month=day("2021-05-17"), to_month=day("2021-08-03"))

    assert (error.from_month, error.to_month) == (day("2021-05-01"), day("2021-08-01"))


@pytest.mark.parametrize(
    ("learned_on", "in_time"),
    [("2021-08-18", True), ("2021-08-17", False), ("2021-09-01", True), (None, False), ("2020-06-30", False)],
)
def test_credit_is_given_for_ten_working_days(learned_on: str | None, in_time: bool) -> None:  # noqa: FBT001 - expected
    act = an_act("2021-09-01", learned_on=day(learned_on) if learned_on else None)

    assert reported(a_report(), act).within_days is in_time


@pytest.mark.parametrize(
    ("report", "refusal", "sentence"),
    [
        ({"case_number": ""}, NobodyConcerned, "Name the case"),
        ({"area": "999999"}, UnknownArea, "no area 999999"),
        ({"channel": "rumour"}, UnknownCode, "no entry rumour. Choose one of: Reported by who made it"),
        ({"text": "  "}, WordsMissing, "Nothing is written down"),
        ({"element": "E99"}, UnknownElement, "no element E99"),
        (
            {"to_month": day("2021-04-30")},
            EndsBeforeItBegins,
            "from 2021-05 to 2021-04 covers no month",
        ),
        ({"from_month": day("2020-08-31")}, BeforeCase, "The case began on 2020-09-01"),
        ({"from_month": day("2021-10-01")}, NotYetPast, "What is to come in 2021-10 "),
        ({"to_month": day("2021-10-01")}, NotYetPast, "What is to come in 2021-10 "),
    ],
)
def test_what_cannot_be_is_not_reported(
    report: dict[str, Any], refusal: type[Refused], sentence: str
) -> None:
    with pytest.raises(refusal, match=sentence):
        reported(a_report(**report))


def test_nobody_reports_what_they_are_still_to_learn() -> None:
    with pytest.raises(LearnedLater, match="learned on 2021-09-02 what is reported on 2021-09-01"):
        reported(a_report(), an_act("2021-09-01", learned_on=day("2021-09-02")))


def test_nothing_is_reported_before_there_is_a_catalogue() -> None:
    with pytest.raises(NoCatalogue):
        reported(a_report(), an_act("2020-12-31"))


def test_a_family_without_a_case_has_no_beginning_to_keep_to() -> None:
    report = a_report(**of_a_family_not_covered(), from_month=day("2015-01-01"))

    error = ErrorRecord.report(report, CATALOGUE, WORKING_DAYS, an_act("2021-09-01"))

    assert error.from_month == day("2015-01-01")


def test_a_second_report_is_linked() -> None:
    error = given(a_reported_error())

    error.link_report("The neighbours say so, too.", an_act("2021-09-02", by=COLLEAGUE), channel="complaint")

    assert recorded(error) == [ErrorRecord.ReportLinked]
    assert (error.reports, error.state, error.channel) == (2, State.REPORTED, "self")


def test_only_ones_own_reports_leave_another_one_before_any_discovery() -> None:
    error = given(a_reported_error())

    for reporter in (CASEWORKER, COLLEAGUE, CASEWORKER):
        error.link_report("Once more.", an_act("2021-09-02", by=reporter), channel="self")

    linked = [event for event in error.pending_events if isinstance(event, ErrorRecord.ReportLinked)]
    assert [event.before_discovery for event in linked] == [True, False, False]


def test_a_report_is_linked_whatever_became_of_the_first() -> None:
    error = given(a_closed_error())

    error.link_report("The inspectors say so, too.", an_act("2021-12-01"), channel="inspection")

    assert (error.reports, error.state) == (2, State.CLOSED)


@pytest.mark.parametrize(
    ("text", "channel", "on", "refusal"),
    [
        ("", "peer", "2021-09-02", WordsMissing),
        ("So it is.", "rumour", "2021-09-02", UnknownCode),
        ("So it is.", "peer", "2021-09-03", LearnedLater),
    ],
)
def test_what_cannot_be_is_not_linked(text: str, channel: str, on: str, refusal: type[Refused]) -> None:
    error = given(a_reported_error())

    with refused(error, refusal):
        error.link_report(text, an_act("2021-09-02", learned_on=day(on)), channel=channel)


@pytest.mark.parametrize(
    ("last", "refusal"), [("2021-04-01", EndsBeforeItBegins), ("2021-10-01", NotYetPast)]
)
def test_a_linked_report_names_months_that_can_have_been_in_error(last: str, refusal: type[Refused]) -> None:
    error = given(a_reported_error())

    with refused(error, refusal):
        error.link_report("So it is.", an_act("2021-09-02"), channel="peer", to_month=day(last))
