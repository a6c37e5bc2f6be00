"""Tolerance is applied for once at a time for an error, however many apply in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from audit_service.desks.tolerance.ending import WithdrawApplication
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from domain.refusal import Refused
from domain.tolerance.refusals import ReviewOpen
from projections.tolerance_lists import SoughtReviews, listed_reviews
from tests.anomalies.flagging import an_error_to_flag, flagged
from tests.office import an_office, an_official, ask

WINDOWS = 6


def answer(office: Office, number: str, manager: Identity) -> str | Refused:
    """Return the number of the review that the manager began, or why not."""
    try:
        return flagged(office, manager, number)
    except Refused as refusal:
        return refusal


def reviews_of(office: Office, number: str) -> list[str]:
    office.follower.wait_for(office.record.last_position(), 10)
    with office.views.connect() as views:
        return [row.number for row in listed_reviews(views, SoughtReviews(error_number=number))]


def test_of_those_who_flag_an_error_at_once_one_does_and_the_others_are_told_which(
    settings: Settings,
) -> None:
    with an_office(settings) as office:
        managers = [an_official(office, f"manager-{each}", manager=("*",)) for each in range(WINDOWS)]
        number = an_error_to_flag(office)

        with ThreadPoolExecutor(WINDOWS) as windows:
            answers = list(windows.map(partial(answer, office, number), managers))

        [begun] = reviews_of(office, number)
        refusals = [each for each in answers if isinstance(each, Refused)]
        assert [each for each in answers if isinstance(each, str)] == [begun]
        assert {type(each) for each in refusals} == {ReviewOpen}
        assert {each.facts["other"] for each in refusals} == {begun}
        assert [attempt.code for attempt in office.record.attempts()] == [ReviewOpen.CODE] * (WINDOWS - 1)


def test_tolerance_is_applied_for_again_after_an_application_was_withdrawn(settings: Settings) -> None:
    with an_office(settings) as office:
        manager = an_official(office, "manager", manager=("*",))
        number = an_error_to_flag(office)

        first = flagged(office, manager, number)
        withdrawal = WithdrawApplication(because="To be done anew.", text="It is the wrong official.")
        ask(office, withdrawal, manager, {"review_number": first})
        second = flagged(office, manager, number)

        assert reviews_of(office, number) == [second, first]
