"""Finds the register in a sheet: below which row it begins and which column is which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit_service.ledgers.cells import Cell, Sheet, joined
from audit_service.ledgers.registers import Column, Register

_WITHIN = 30
"""Rows at the top of a sheet among which the headings are looked for."""

_ENOUGH_COLUMNS = 4
"""Name, id number and area alone stand in every list of people."""

_ENOUGH_MARKS = 2

_UNIT = re.compile(r"\(.*?\)|\[.*?\]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_NOT_DATA = re.compile(
    r"合计|总计|共计|小计|累计|总数|共\d|total|(?:注|备注|说明)[:：]|制表|填表|填报|审核人|复核人|单位负责人",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a register that is data, with the number that its row has in the spreadsheet."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A register within a sheet."""

    register: Register
    sheet: Sheet
    top: int
    """Index of the row of headings."""
    places: dict[str, int]
    """Index of each column of the register, by the column's name."""

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that every row needs and that the sheet does not have."""
        return tuple(
            column for column in self.register.columns if column.needed and column.name not in self.places
        )

    @property
    def complete(self) -> bool:
        """Whether it is a register that is taken over, with every column that its rows need."""
        return bool(self.register.columns) and not self.missing

    @property
    def headings(self) -> list[str]:
        """The headings as they stand in the sheet."""
        return [joined(cell) for cell in self.sheet.rows[self.top]]

    def lines(self) -> Iterator[Line]:
        """Return what is data: neither blank, nor the headings again, nor a total, nor a note below."""
        headings = self.headings
        for number, cells in enumerate(self.sheet.rows[self.top + 1 :], self.top + 2):
            first = next(filter(None, map(joined, cells)), "")
            is_repeated = first in headings and [joined(cell) for cell in cells] == headings
            if not (_NOT_DATA.match(first) or is_repeated) and self._says_something(cells):
                yield Line(number, cells)

    def _says_something(self, cells: Sequence[Cell]) -> bool:
        """Tell whether a column that is read holds anything: a row may be numbered beforehand."""
        return any(joined(cells[place]) for place in self.places.values() if place < len(cells))


def table_in(sheet: Sheet, registers: Sequence[Register]) -> Table | None:
    """Return the register that the sheet holds, or None."""
    for top, cells in enumerate(sheet.rows[:_WITHIN]):
        wordings = {word: place for place, cell in reversed([*enumerate(cells)]) for word in _wordings(cell)}
        for register in registers:
            places = _places(register, wordings)
            if len(places) >= _ENOUGH_COLUMNS or len(register.marks & wordings.keys()) >= _ENOUGH_MARKS:
                return Table(register, sheet, top, places)
    return None


def _places(register: Register, wordings: dict[str, int]) -> dict[str, int]:
    return {
        column.name: wordings[heading]
        for column in register.columns
        for heading in reversed(column.headings)
        if heading in wordings
    }


def _wordings(cell: Cell) -> tuple[str, str]:
    """Return a heading without punctuation, with and without what stands in brackets.

    `家庭月收入（元）` says `家庭月收入`, but `县（市、区）` says `县市区`.
    """
    heading = joined(cell)
    return _NOT_A_WORD.sub("", heading), _NOT_A_WORD.sub("", _UNIT.sub("", heading))
