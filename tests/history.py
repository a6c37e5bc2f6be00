"""Given, when, then: what happened before a test, and what it added."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

import pytest

from domain.cases.case import Case
from domain.kernel import Aggregate, Event, replay
from domain.refusal import Refused

A = TypeVar("A", bound=Aggregate)
E = TypeVar("E", bound=Event)


def given(aggregate: A) -> A:
    """The aggregate as its history leaves it, with nothing pending."""
    history = events_of(aggregate)
    replayed = replay(type(aggregate).blank(aggregate.id), history)
    assert replayed is not None
    assert state_of(replayed) == state_of(aggregate)
    return replayed


def recorded(aggregate: Aggregate) -> list[type[Event]]:
    """The kinds of event that happened since."""
    return [type(event) for event in events_of(aggregate)]


def events_of(aggregate: Aggregate) -> list[Event]:
    """The events that happened since."""
    return [event for event in aggregate.pending_events if isinstance(event, Event)]


def last(aggregate: Aggregate, kind: type[E]) -> E:
    """The latest event of a kind that happened since."""
    return next(event for event in reversed(events_of(aggregate)) if isinstance(event, kind))


def months(case: Case) -> list[int]:
    """What is due from June to October 2021, in fen."""
    return [case.amount_in(date(2021, month, 1)) for month in range(6, 11)]


def found(case: Case) -> list[int]:
    """What the latest determination says is owed to the family, month by month, in fen."""
    return [difference.amount for difference in last(case, Case.Determined).differences]


def state_of(aggregate: Aggregate) -> dict[str, object]:
    """Everything that the aggregate knows of itself."""
    return {name: value for name, value in vars(aggregate).items() if name != "_pending_events"}


OF_WHAT_WAS_SENT = {
    f"tolerance.{name}"
    for name in (
        *("applicant_does_not_fit", "conditions_missing", "contents_missing", "deviation_unexplained"),
        *("factors_missing", "must_keep_away", "negatives_unanswered", "nobody_concerned"),
        *("not_for_this_role", "not_heard", "not_of_the_organ", "revoked_alone", "too_few_reviewers"),
        *("too_few_verifiers", "too_small_a_panel", "unknown_code", "words_missing"),
    )
} | {
    f"inspection.{name}"
    for name in (
        *("acted_in_case", "empty_frame", "ends_before_it_begins", "found_already", "in_order", "no_share"),
        *("nobody_examines", "nobody_there"),
        *("not_yet_over", "nothing_inspected", "nothing_to_draw", "same_result", "unknown_focus"),
        *("unknown_result", "unknown_stratum", "words_missing"),
    )
}
"""Rules of reviews and inspections that rest on no event of theirs."""


def names_its_event(refusal: Refused) -> bool:
    """Whether a refusal in a review or an inspection names the event that makes it so, if there is one."""
    of_theirs = refusal.CODE.startswith(("tolerance.", "inspection."))
    return not of_theirs or refusal.CODE in OF_WHAT_WAS_SENT or refusal.rests_on is not None


@contextmanager
def refused(aggregate: Aggregate, refusal: type[Refused], sentence: str = "") -> Iterator[None]:
    """What happens inside is refused by this rule, with these words, and leaves nothing behind."""
    before, pending = state_of(aggregate), len(aggregate.pending_events)
    with pytest.raises(refusal, match=re.escape(sentence) or None) as caught:
        yield
    assert names_its_event(caught.value)
    assert state_of(aggregate) == before
    assert len(aggregate.pending_events) == pending
