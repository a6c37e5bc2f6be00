"""Assistance that was paid for longer than was due is ended with the error that it was (V6, over HTTP)."""

from collections.abc import Iterator

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from tests.builders import CITY_2021, a_case_taken_over, a_managers_act, day, standards
from tests.error_builders import an_acknowledged_error
from tests.journeys.story import Story, a_story

FOUR = ("2021-09", "2021-10", "2021-11", "2021-12")
ENDED = {"reason": "died", "valid_from": "2021-08-15"}


@pytest.fixture
def story(office: Office, settings: Settings) -> Iterator[Story]:
    """An office in December that pays somebody alone who died in August."""
    case = a_case_taken_over(members=1, monthly_income=0)
    case.raise_standard(standards(), CITY_2021, a_managers_act("2021-06-20"))
    with a_story(office, settings) as story:
        office.record.keep(Submission(aggregates=(standards(), case, an_acknowledged_error())))
        story.on("2021-12-10")
        story.settled()
        yield story


def test_what_was_paid_after_a_death_is_an_overpayment_of_the_error(story: Story) -> None:
    error = an_acknowledged_error()
    record, at = story.office.record, f"/errors/{error.number}"
    last = record.last_position()

    assert story.manager.asks(f"{at}/case-termination", **ENDED)["status"] == 201

    events = record.read(last, 10)
    assert [type(event) for event in events] == [
        Case.Terminated,
        Case.Determined,
        ErrorRecord.CaseCorrected,
        ErrorRecord.DifferenceFound,
    ]
    assert len({event.correlation for event in events}) == 1
    ledger = record.get(ErrorRecord, error.id).ledger
    assert [(entry.month, entry.amount) for entry in ledger.months] == [
        (day(f"{month}-01"), -78000) for month in FOUR
    ]
    assert (ledger.overpaid, ledger.entries) == (312000, ())


def test_a_case_is_not_ended_without_its_error(story: Story) -> None:
    error, last = an_acknowledged_error(), story.office.record.last_position()

    answers = [
        story.manager.asks(f"/errors/{error.number}/case-termination", **ENDED | different)
        for different in ({"valid_from": "2020-01-01"}, {"reason": "bored"})
    ]

    assert [answer["code"] for answer in answers] == ["case.before_case", "request.malformed"]
    assert story.office.record.last_position() == last
