"""Reads registers: each row with its values, or with every fault for which it has none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from audit_service.ledgers.cells import Cells, is_blank
from audit_service.ledgers.columns import Read
from audit_service.ledgers.found import MISSING
from audit_service.ledgers.headings import Part, table_in
from audit_service.ledgers.households import Households
from audit_service.ledgers.lines import Line
from audit_service.ledgers.reading_beside import sheets_in
from audit_service.ledgers.refused_files import (
    ColumnsMissing,
    NoKnownHeadings,
    NoRows,
    OnlyHidden,
)
from audit_service.ledgers.registers import DIBAO, REGISTERS
from audit_service.ledgers.spool import Spool


class Fault(NamedTuple):
    """Why a row is rejected, and in which column."""

    code: str
    heading: str
    """As it stands in the sheet."""


class Row(NamedTuple):
    """One row of a register: where it stands, what it says, and what is wrong with it."""

    place: int
    """Among all rows of the file, from 0."""
    part: Part
    number: int
    """In the spreadsheet, from 1."""
    cells: Cells
    """As they stand in the sheet."""
    values: dict[str, Any]
    """By the column's name; None where there is no value."""
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Ledger:
    """A file as it was read: the registers on its sheets, row by row. Reading records nothing."""

    file: Path
    parts: list[Part] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Names of sheets that hold a register without all of the columns that it needs."""
    hidden: list[str] = field(default_factory=list)
    """Names of sheets that are hidden: nobody saw what would be taken over, so they are not read."""
    areas: set[str] = field(default_factory=set)
    """Of the rows without fault."""
    households: Households = field(default_factory=Households)
    """Of the rows without fault."""
    spool: Spool = field(kw_only=True)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.spool)

    def __getitem__(self, place: int) -> Row:
        return self._row(place, self.spool[place])

    def __iter__(self) -> Iterator[Row]:
        """Return the rows in the order of the file, as often as one likes."""
        return map(self._row, count(), self.spool)

    def _row(self, place: int, put_aside: tuple[int, int, Cells, list[Any], tuple[Fault, ...]]) -> Row:
        index, number, cells, values, faults = put_aside
        part = self.parts[index]
        return Row(place, part, number, cells, part.register.named(values), faults)


def read_ledger(file: Path, today: date, folder: Path) -> Ledger:
    """Read the registers in a file, over all visible sheets that have the headings of one.

    `today` is the day after which every day is in the future; in `folder` the rows are put aside.
    Raises FileRefused, OSError if the folder cannot be written to.
    """
    ledger = Ledger(file, spool=Spool(folder))
    incomplete: list[Part] = []
    for sheet in sheets_in(file, folder):
        if sheet.hidden:
            ledger.hidden.append(sheet.name)
            continue
        table = table_in(sheet, REGISTERS)
        if table is None:
            continue
        if table.part.missing:
            incomplete.append(table.part)
            continue
        ledger.parts.append(table.part)
        _read(table.lines, ledger, today)
    ledger.households.settle()
    ledger.left_out.extend(part.sheet for part in incomplete)
    _refuse_none(ledger, incomplete)
    return ledger


def _read(lines: Iterator[Line], ledger: Ledger, today: date) -> None:
    part = ledger.parts[-1]
    index, names = len(ledger.parts) - 1, [column.name for column in part.register.columns]
    area, household = names.index("area"), names.index("household") if part.register is DIBAO else None
    columns = _columns(part)
    for line in lines:
        values, faults = _judged(line.cells, columns, today)
        if not faults:
            ledger.areas.add(values[area])
            if household is not None:
                ledger.households.add(values[household], len(ledger))
        ledger.spool.add((index, line.number, line.cells, values, faults))


def _columns(part: Part) -> list[tuple[int, Read, bool, str]]:
    """Return of each column its index, how it is read, whether it is needed, and its heading."""
    return [
        (part.places.get(column.name, _NOWHERE), column.read, column.needed, part.heading_of(column))
        for column in part.register.columns
    ]


_NOWHERE = 1 << 20
"""Beyond the last column of any spreadsheet."""


def _judged(
    cells: Cells, columns: Sequence[tuple[int, Read, bool, str]], today: date
) -> tuple[list[Any], tuple[Fault, ...]]:
    values: list[Any] = []
    faults: list[Fault] = []
    width = len(cells)
    for place, read, needed, heading in columns:
        cell = cells[place] if place < width else ""
        if not is_blank(cell):
            value, reasons = read(cell, today)
        else:
            value, reasons = None, (MISSING,) if needed else ()
        values.append(value)
        if reasons:
            faults.extend(Fault(reason, heading) for reason in reasons)
    return values, tuple(faults)


def _refuse_none(ledger: Ledger, incomplete: Sequence[Part]) -> None:
    """Raise FileRefused if no register was found, or one without rows."""
    name = ledger.file.name
    if ledger.parts and not ledger:
        raise NoRows(file=name)
    if ledger.parts:
        return
    if incomplete:
        part = incomplete[0]
        columns = tuple(column.heading for column in part.missing)
        raise ColumnsMissing(file=name, sheet=part.sheet, columns=columns)
    if ledger.hidden:
        raise OnlyHidden(file=name, sheets=tuple(ledger.hidden))
    raise NoKnownHeadings(file=name)
