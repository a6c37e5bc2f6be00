"""Months, and what was true from which day on.

A month is its first day. Periods are half-open: they end before the day they end on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")


def month_of(day: date) -> date:
    """Return the month that the day is in."""
    return day.replace(day=1)


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


@dataclass(frozen=True)
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
        return _merged([entry for entry in self.entries if entry[0] < day] + [(day, value)])

    def corrected(self, day: date, until: date | None, correct: Callable[[T], T]) -> "Timeline[T]":
        """Return the timeline with each value from the day until the other replaced by the correct one."""
        entries = _parted(_parted(self.entries, day), until)
        return _merged(
            [
                (start, correct(value) if day <= start and (until is None or start < until) else value)
                for start, value in entries
            ]
        )

    def until(self, day: date, aspect: Callable[[T], object]) -> date | None:
        """Return the day after this one on which an aspect of the value became different; None if none."""
        known = [(start, aspect(value)) for start, value in self.entries]
        before = next((value for start, value in reversed(known) if start <= day), None)
        return next((start for start, value in known if start > day and value != before), None)


Entries: TypeAlias = tuple[tuple[date, T], ...]


def _parted(entries: Entries[T], day: date | None) -> Entries[T]:
    """Return the same with an entry on the day, if anything was true then."""
    before = [entry for entry in entries if day is None or entry[0] < day]
    after = entries[len(before) :]
    if day is None or not before or (after and after[0][0] == day):
        return entries
    return (*before, (day, before[-1][1]), *after)


def _merged(entries: list[tuple[date, T]]) -> Timeline[T]:
    """Return a timeline in which each entry says something other than the one before."""
    return Timeline(
        tuple(entry for index, entry in enumerate(entries) if index == 0 or entry[1] != entries[index - 1][1])
    )
