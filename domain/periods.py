"""Months, and what was true from which day on.

A month is its first day. Periods are half-open: they end before the day they end on.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


class Month(date):
    """A day that stands for its month, and is written as it: `Month.of(day)` reads 2021-05."""

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the day as what stands for its month."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        return f"{self:%Y-%m}"


def month_of(day: date) -> date:
    """Return the month that the day is in."""
    return day if day.day == 1 else day.replace(day=1)


def next_month(day: date) -> date:
    """Return the month after the one that the day is in."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def first_month_from(day: date) -> date:
    """Return the first month that begins on the day or after it."""
    return day if day.day == 1 else next_month(day)


def months_between(first: date, last: date) -> Iterator[date]:
    """Yield each month from the first to the last, both included."""
    month, end = month_of(first), month_of(last)
    while month <= end:
        yield month
        if month == end:  # nothing comes after the last month that a calendar has
            return
        month = next_month(month)


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """What was true from which day on, until the next entry."""

    entries: tuple[tuple[date, T], ...] = ()

    def at(self, day: date) -> T | None:
        """Return what was true on the day; None before the first entry."""
        for start, value in reversed(self.entries):
            if start <= day:
                return value
        return None

    def on(self, day: date) -> T:
        """Return what was true on the day. Raises LookupError before the first entry."""
        for start, value in reversed(self.entries):
            if start <= day:
                return value
        raise LookupError(day)

    def days_after(self, day: date) -> list[date]:
        """Return the days after this one on which something became different."""
        return [start for start, _ in self.entries if start > day]

    def changed_from(self, day: date, value: T) -> "Timeline[T]":
        """Return the timeline with this value from the day on, whatever was to come later."""
        before = tuple([entry for entry in self.entries if entry[0] < day])
        same = before and before[-1][1] == value
        return Timeline(before if same else (*before, (day, value)))

    def corrected(self, day: date, until: date | None, correct: Callable[[T], T]) -> "Timeline[T]":
        """Return the timeline with each value from the day until the other replaced by the correct one."""
        ends = until or date.max
        if ends <= day:
            return self
        starts = [start for start, _ in self.entries]
        first, last = bisect_left(starts, day), bisect_left(starts, ends)
        within, after = list(self.entries[first:last]), list(self.entries[last:])
        if first and day not in starts[first : first + 1]:
            within.insert(0, (day, self.entries[first - 1][1]))
        if until and last and until not in starts[last : last + 1]:
            after.insert(0, (until, self.entries[last - 1][1]))
        entries = list(self.entries[:first])
        for start, value in (*((start, correct(value)) for start, value in within), *after[:1]):
            if not entries or entries[-1][1] != value:
                entries.append((start, value))
        entries += after[1:]
        return Timeline(tuple(entries))

    def until(self, day: date, aspect: Callable[[T], object]) -> date | None:
        """Return the day after this one on which an aspect of the value became different; None if none."""
        known = [(start, aspect(value)) for start, value in self.entries]
        before = next((value for start, value in reversed(known) if start <= day), None)
        return next((start for start, value in known if start > day and value != before), None)
