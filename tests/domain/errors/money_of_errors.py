"""An error whose money is to be put right, and what is read off its ledger."""

from collections.abc import Iterable
from typing import Any

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.kernel import Act
from tests.builders import an_act, day
from tests.error_builders import a_classified_error, a_correctors_act, a_notice, an_issuers_act


def a_deciders_act(on: str = "2021-09-20", **more: Any) -> Act:
    """An act of a manager who had no part in the case nor in looking into the error."""
    return a_correctors_act(on, **more)


def with_a_difference(entries: Iterable[MonthEntry], *, origin: str = "official") -> ErrorRecord:
    """An error with its whole history, up to the difference that was found."""
    error = a_classified_error(origin=origin)
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice())
    error.acknowledge(an_act("2021-09-07"))
    error.find_difference(entries, ("1 + 1 = 2",), a_correctors_act())
    return error


def an_error_to_settle(entries: Iterable[MonthEntry], *, origin: str = "official") -> ErrorRecord:
    """The same, with nothing pending."""
    return with_a_difference(entries, origin=origin).copied()


def with_objection(error: ErrorRecord) -> ErrorRecord:
    """The same, while an official objects to the notice."""
    error.object_to_notice("It is not mine to put right.", an_act("2021-09-17"))
    return error.copied()


def underpaid(*months: str, each: int = 78000) -> tuple[MonthEntry, ...]:
    """Months for which so many fen are owed to the family."""
    return tuple(MonthEntry(day(f"{month}-01"), 66000, 66000 + each) for month in months)


def overpaid(*months: str, each: int = 78000) -> tuple[MonthEntry, ...]:
    """Months for which the family was paid so many fen too much."""
    return tuple(MonthEntry(day(f"{month}-01"), each, 0) for month in months)


def owed(error: ErrorRecord) -> dict[str, int]:
    """What is owed by month and not ordered, in fen."""
    return {f"{share.month:%Y-%m}": share.amount for share in error.ledger.owed}


def amounts(error: ErrorRecord) -> list[int]:
    """The signed amounts of the entries, in their order."""
    return [entry.amount for entry in error.ledger.entries]
