"""Months, and what was true from which day on.

A month is its first day. Periods are half-open: they end before the day they end on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


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
    month = month_of(first)
    while month <= last:
        yield month
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
        days = {start for start, _ in self.entries}
        days.update([day, until] if until else [day])
        entries: list[tuple[date, T]] = []
        for start in sorted(days):
            value = self.at(start)
            if value is not None:
                value = correct(value) if day <= start < ends else value
                if not entries or entries[-1][1] != value:
                    entries.append((start, value))
        return Timeline(tuple(entries))

    def until(self, day: date, aspect: Callable[[T], object]) -> date | None:
        """Return the day after this one on which an aspect of the value became different; None if none."""
        known = [(start, aspect(value)) for start, value in self.entries]
        before = next((value for start, value in reversed(known) if start <= day), None)
        return next((start for start, value in known if start > day and value != before), None)
