"""An error whose money is to be put right: valid by default, as its history leaves it."""

from collections.abc import Iterable
from typing import Any

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.identities import error_id
from domain.kernel import Act
from tests.builders import CASEWORKER, MANAGER, ZHONGSHAN, a_managers_act, an_act, day, person

JULY = day("2021-07-01")
REVIEWER, PANEL = person("reviewer"), person("panel")
TO_BE_PUT_RIGHT = "2021-09-20"


def a_deciders_act(on: str = TO_BE_PUT_RIGHT, **more: Any) -> Act:
    """An act of a manager who had no part in the case nor in looking into the error."""
    return an_act(on, by=PANEL, role="manager", **more)


def a_reported_error() -> ErrorRecord:
    """The error of a caseworker and a manager in the case DB-0001."""
    error = ErrorRecord.blank(error_id("DB-0001", "E01", JULY))
    error.trigger(
        ErrorRecord.Reported,
        an_act("2021-09-13"),
        number="E-0001",
        element="E01",
        case=person("case"),
        case_number="DB-0001",
        household=None,
        area=ZHONGSHAN,
        decision=7,
        from_month=JULY,
        to_month=None,
        channel="self",
        own=True,
        before_discovery=True,
        within_days=True,
        deciders=(CASEWORKER, MANAGER),
        text="The income was entered twice.",
    )
    return error.copied()


def a_classified_error(origin: str = "official") -> ErrorRecord:
    """The same, after somebody else looked into it."""
    error, act = a_reported_error(), an_act("2021-09-14", by=REVIEWER, role="manager")
    error.trigger(ErrorRecord.SubstantiationBegun, act)
    error.trigger(
        ErrorRecord.Classified,
        act,
        element="E01",
        nature="wrong",
        cause="data_entry",
        origin=origin,
        direction="both",
        catalogue="fictional",
        from_month=JULY,
        to_month=None,
        amounts=(),
    )
    return error.copied()


def an_error_to_settle(entries: Iterable[MonthEntry], *, origin: str = "official") -> ErrorRecord:
    """An error with a notice, and the difference found."""
    error = a_classified_error(origin)
    error.trigger(
        ErrorRecord.NoticeIssued,
        a_managers_act("2021-09-15"),
        notice="JC210202-2021-0001",
        items=("fact_correction", "back_payment"),
        persons=(CASEWORKER,),
        due_on=day("2021-10-12"),
    )
    error.find_difference(entries, ("1 + 1 = 2",), a_deciders_act("2021-09-16"))
    return error.copied()


def with_objection(error: ErrorRecord) -> ErrorRecord:
    """The same, while an official objects to the notice."""
    error.trigger(ErrorRecord.NoticeObjectedTo, an_act("2021-09-17"), text="It is not mine to put right.")
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
