"""Reads a register: each row with its values, or with every fault for which it has none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from audit_service.ledgers.cells import Cell, joined
from audit_service.ledgers.headings import Line, Table, table_in
from audit_service.ledgers.refused_files import (
    ColumnsMissing,
    FileRefused,
    NoKnownHeadings,
    NoRows,
    NotTakenOver,
)
from audit_service.ledgers.registers import REGISTERS, Column, Register
from audit_service.ledgers.repairs import MISSING, Found
from audit_service.ledgers.source import sheets_of
from domain.kernel import Message


class Fault(NamedTuple):
    """Why a row is rejected, and in which column."""

    code: str
    heading: str
    """As it stands in the sheet."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a register: where it stands, what it says, and what is wrong with it."""

    sheet: str
    number: int
    cells: Sequence[Cell]
    """As they stand in the sheet."""
    values: dict[str, Any]
    """By the column's name; None where there is no value."""
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """A register as it was read from a file."""

    file: Path
    register: Register
    headings: dict[str, list[str]]
    """As they stand, by the name of the sheet."""
    rows: Sequence[Row]
    left_out: tuple[str, ...]
    """Names of sheets that hold another register, or not all of its columns."""


def read_register(file: Path, today: date) -> RegisterRead:
    """Read the register in a file, over all sheets that have its headings.

    `today` is the day after which every day is in the future. Raises FileRefused.
    """
    tables, left_out = _tables(file)
    rows = [_row(table, line, today) for table in tables for line in table.lines()]
    if not rows:
        raise NoRows(file=file.name)
    headings = {table.sheet.name: table.headings for table in tables}
    return RegisterRead(file, tables[0].register, headings, rows, left_out)


def _tables(file: Path) -> tuple[list[Table], tuple[str, ...]]:
    """Return the complete registers among the sheets, and the names of those that are left out."""
    tables = [table for sheet in sheets_of(file) if (table := table_in(sheet, REGISTERS))]
    complete = [table for table in tables if table.complete]
    if not complete:
        raise _why_none(file, tables)
    return complete, tuple(table.sheet.name for table in tables if not table.complete)


def _why_none(file: Path, tables: Sequence[Table]) -> FileRefused:
    if not tables:
        return NoKnownHeadings(file=file.name)
    table = next((table for table in tables if table.register.columns), tables[0])
    if not table.register.columns:
        return NotTakenOver(file=file.name, kind=Message(table.register.title))
    columns = tuple(column.headings[0] for column in table.missing)
    return ColumnsMissing(file=file.name, sheet=table.sheet.name, columns=columns)


def _row(table: Table, line: Line, today: date) -> Row:
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in table.register.columns:
        place = table.places.get(column.name)
        cell = "" if place is None or place >= len(line.cells) else line.cells[place]
        values[column.name], reasons = _value(column, cell, today)
        faults.extend(Fault(reason, table.headings[place or 0]) for reason in reasons)
    return Row(table.sheet.name, line.number, line.cells, values, tuple(faults))


def _value(column: Column, cell: Cell, today: date) -> Found[Any]:
    if joined(cell):
        return column.read(cell, today)
    return None, (MISSING,) if column.needed else ()
