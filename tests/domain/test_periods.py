from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.periods import (
    Month,
    Timeline,
    first_month_from,
    month_of,
    months_between,
    next_month,
)

DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
VALUES = st.integers(0, 3)
TIMELINES = st.lists(st.tuples(DAYS, VALUES), min_size=1, max_size=6).map(
    lambda changes: _after(sorted(changes))
)


def test_a_day_that_stands_for_its_month_is_written_as_it() -> None:
    month = Month.of(date(2021, 7, 15))

    assert str(month) == "2021-07"
    assert month == date(2021, 7, 15)


def _after(changes: list[tuple[date, int]]) -> Timeline[int]:
    timeline: Timeline[int] = Timeline()
    for day, value in changes:
        timeline = timeline.changed_from(day, value)
    return timeline


@pytest.mark.parametrize(
    ("day", "month", "following", "first_from"),
    [
        ("2021-07-01", "2021-07-01", "2021-08-01", "2021-07-01"),
        ("2021-07-02", "2021-07-01", "2021-08-01", "2021-08-01"),
        ("2021-12-31", "2021-12-01", "2022-01-01", "2022-01-01"),
    ],
)
def test_a_month_is_its_first_day(day: str, month: str, following: str, first_from: str) -> None:
    found = date.fromisoformat(day)

    assert month_of(found).isoformat() == month
    assert next_month(found).isoformat() == following
    assert first_month_from(found).isoformat() == first_from


def test_months_are_counted_with_the_first_and_the_last() -> None:
    months = months_between(date(2020, 11, 15), date(2021, 2, 1))

    assert [f"{month:%Y-%m}" for month in months] == ["2020-11", "2020-12", "2021-01", "2021-02"]


def test_months_that_end_before_they_begin_are_none_and_a_calendar_has_a_last_one() -> None:
    assert list(months_between(date(2021, 3, 1), date(2021, 2, 28))) == []
    assert list(months_between(date(9999, 11, 1), date(9999, 12, 31))) == [
        date(9999, 11, 1),
        date(9999, 12, 1),
    ]


def test_a_timeline_tells_what_was_true_on_a_day() -> None:
    timeline = Timeline(((date(2021, 3, 1), "three"), (date(2021, 6, 1), "two")))

    assert timeline.at(date(2021, 2, 28)) is None
    assert timeline.at(date(2021, 5, 31)) == timeline.on(date(2021, 5, 31)) == "three"
    assert timeline.at(date(2021, 6, 1)) == "two"
    assert timeline.days_after(date(2021, 3, 1)) == [date(2021, 6, 1)]
    with pytest.raises(LookupError):
        timeline.on(date(2021, 2, 28))


def test_a_change_puts_an_end_to_what_was_to_come() -> None:
    timeline = Timeline(((date(2021, 3, 1), "three"), (date(2021, 6, 1), "two")))

    assert timeline.changed_from(date(2021, 5, 1), "one").entries == (
        (date(2021, 3, 1), "three"),
        (date(2021, 5, 1), "one"),
    )
    assert timeline.changed_from(date(2021, 5, 1), "three").entries == ((date(2021, 3, 1), "three"),)


def test_an_aspect_holds_until_the_day_it_became_different() -> None:
    timeline = Timeline(
        ((date(2021, 3, 1), (3, "a")), (date(2021, 6, 1), (3, "b")), (date(2021, 8, 1), (2, "b")))
    )

    assert timeline.until(date(2021, 3, 1), lambda value: value[0]) == date(2021, 8, 1)
    assert timeline.until(date(2021, 3, 1), lambda value: value[1]) == date(2021, 6, 1)
    assert timeline.until(date(2021, 8, 1), lambda value: value[0]) is None
    assert timeline.until(date(2021, 1, 1), lambda value: value[0]) == date(2021, 3, 1)


@given(TIMELINES, DAYS, st.none() | DAYS, DAYS)
def test_a_correction_reaches_from_its_day_until_its_end_and_no_further(
    timeline: Timeline[int], day: date, until: date | None, on: date
) -> None:
    corrected = timeline.corrected(day, until, lambda value: value + 10)

    before = timeline.at(on)
    within = day <= on and (until is None or on < until)
    assert corrected.at(on) == (before + 10 if within and before is not None else before)


def test_a_correction_that_ends_before_it_begins_changes_nothing() -> None:
    timeline = Timeline(((date(2021, 3, 1), "three"), (date(2021, 6, 1), "two")))

    assert timeline.corrected(date(2021, 5, 1), date(2021, 4, 1), lambda _: "one") == timeline
    assert timeline.corrected(date(2021, 1, 1), date(2021, 2, 1), lambda _: "one") == timeline


@given(TIMELINES, DAYS, VALUES, DAYS)
def test_each_entry_says_something_other_than_the_one_before(
    timeline: Timeline[int], day: date, value: int, until: date
) -> None:
    for result in (timeline, timeline.corrected(day, until, lambda _: value)):
        days = [start for start, _ in result.entries]
        values = [each for _, each in result.entries]
        assert days == sorted(set(days))
        assert all(one != other for one, other in pairwise(values))
