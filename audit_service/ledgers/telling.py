"""What is told of a row: why it was rejected, and what was repaired to accept it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from audit_service.ledgers.cells import Cell, text_of
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Row
from audit_service.web.translation import gettext
from audit_service.web.wording import filled
from domain.areas import AREAS
from domain.cases.particulars import PARTICULARS

REASONS = {
    "required.missing": "A cell that every row needs is empty, or its number was cut.",
    "id_number.format": "This is not an id number of 18 or 15 digits; a spreadsheet may have cut it.",
    "id_number.checksum": "The check digit of the id number is wrong: a digit was mistyped.",
    "id_number.birth_date": "The day of birth in the id number does not exist or is to come.",
    "date.invalid": "This is not a day of the calendar.",
    "date.future": "This day is still to come.",
    "amount.invalid": "This is not an amount of money.",
    "amount.negative": "This amount is below nothing.",
    "area.unknown": "This is not an area of the office.",
    "household.disagrees": "The rows of this household do not say the same.",
    "record.differs": "The record says otherwise since this household was taken over, or opened another way.",
    "person.forgotten": "What was known of this person was erased, so nothing can be recorded about them.",
}
"""Why a row is rejected, by code; messages to translate."""

OUTCOMES = {
    Outcome.ACCEPTED: "Taken over",
    Outcome.DUPLICATE: "Already on record",
    Outcome.REJECTED: "Rejected",
}
"""By outcome; messages to translate."""


_MONEY = frozenset(("amount", "income"))
_CODES = frozenset(code for codes in PARTICULARS.values() for code in codes.values) | {"yes", "no"}
_PLAIN_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Repair(NamedTuple):
    """A cell that was read otherwise than it is written."""

    heading: str
    written: str
    read: str


def reasons_of(judged: Judged) -> list[str]:
    """Return why a row was rejected, in the reader's language."""
    return [
        filled("%(column)s: %(reason)s", column=fault.heading, reason=gettext(REASONS[fault.code]))
        for fault in judged.faults
    ]


def repairs_of(row: Row) -> Iterator[Repair]:
    """Return what was repaired in a row, column by column."""
    for column in row.part.register.columns:
        place = row.part.places.get(column.name)
        if place is None or place >= len(row.cells):
            continue
        cell, value = row.cells[place], row.values[column.name]
        if value is not None and not _says(cell, value):
            yield Repair(row.part.headings[place], str(cell), _read_as(column.name, value))


def as_json(judged: Judged) -> dict[str, Any]:
    """Return what became of a row, for programs."""
    row = judged.row
    return {
        "sheet": row.part.sheet,
        "row": row.number,
        "register": row.part.register.code,
        "outcome": judged.outcome.value,
        "reasons": [
            {"code": fault.code, "column": fault.heading, "text": gettext(REASONS[fault.code])}
            for fault in judged.faults
        ],
        "repairs": [repair._asdict() for repair in repairs_of(row)],
    }


def _says(cell: Cell, value: object) -> bool:
    """Tell whether a cell says by itself what was read from it."""
    if not isinstance(cell, str):
        return not isinstance(value, str) or text_of(cell) == value
    if isinstance(value, int):
        return _PLAIN_NUMBER.fullmatch(cell) is not None
    if isinstance(value, date):
        return cell == value.isoformat()
    return cell == value or (value in AREAS and cell == AREAS[value].zh) or value in _CODES


def _read_as(column: str, value: object) -> str:
    if column in _MONEY and isinstance(value, int):
        return f"{value / 100:.2f}"
    area = AREAS.get(value) if isinstance(value, str) else None
    return area.zh if area else str(value)
