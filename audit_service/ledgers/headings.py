"""Finds the register in a sheet: of which kind it is, below which row it begins, which column is which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice

from audit_service.ledgers.cells import Cells, Sheet, joined
from audit_service.ledgers.columns import Column, Register, wordings_of
from audit_service.ledgers.lines import Line, data_in

_WITHIN = 30
"""Rows at the top of a sheet among which the headings are looked for."""

_ENOUGH_COLUMNS = 4
"""Name, id number and area alone stand in every list of people."""

_ENOUGH_MARKS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A register within a sheet."""

    register: Register
    sheet: str
    headings: tuple[str, ...]
    """As they stand in the sheet."""
    places: dict[str, int]
    """Index of each column of the register that the sheet has, by the column's name."""

    @property
    def missing(self) -> tuple[Column, ...]:
        """The columns that every row needs and that the sheet does not have."""
        return tuple(
            column for column in self.register.columns if column.needed and column.name not in self.places
        )

    def heading_of(self, column: Column) -> str:
        """Return the heading of a column as it stands; the usual one where the sheet does not have it."""
        place = self.places.get(column.name)
        return column.heading if place is None else self.headings[place]


@dataclass(frozen=True, slots=True)
class Table:
    """A register with the lines below its headings, which can be gone through once."""

    part: Part
    lines: Iterator[Line]


def table_in(sheet: Sheet, registers: Sequence[Register]) -> Table | None:
    """Return the register that the sheet holds, or None."""
    rows = iter(sheet.rows)
    beginning = list(islice(rows, _WITHIN))
    found: tuple[Part, int] | None = None
    for part, below in _parts(sheet.name, beginning, registers):
        if not part.missing:
            found = part, below
            break
        found = found or (part, below)
    if found is None:
        return None
    part, below = found
    numbered = enumerate(chain(beginning[below:], rows), below + 1)
    return Table(part, data_in(numbered, part.headings, part.places))


def _parts(
    sheet: str, beginning: Sequence[Cells], registers: Sequence[Register]
) -> Iterator[tuple[Part, int]]:
    """Return what looks like a register, and the index of the row below its headings, of one row or two."""
    titles = [sheet, *accumulate("".join(map(joined, cells)) for cells in beginning)]
    for depth in (1, 2):
        for top in range(len(beginning) - depth + 1):
            part = _part(sheet, _worded(beginning[top : top + depth]), titles[top], registers)
            if part is not None:
                yield part, top + depth


def _part(
    sheet: str, ways: Sequence[Sequence[str]], title: str, registers: Sequence[Register]
) -> Part | None:
    said = {
        word: (place, way[place])
        for way in reversed(ways)
        for place in reversed(range(len(way)))
        for word in wordings_of(way[place])
    }
    found: list[tuple[bool, int, int, int, Part]] = []
    for register in registers:
        places = _places(register, said)
        marks = sum(column.marks for column in register.columns if column.name in places)
        marks += any(word in title for word in register.called.split())
        if marks >= _ENOUGH_MARKS or (marks and len(places) >= _ENOUGH_COLUMNS):
            part = Part(
                register, sheet, _as_read(ways[0], places), {name: at for name, (at, _) in places.items()}
            )
            found.append((not part.missing, marks, len(places), -len(found), part))
    return max(found)[-1] if found else None


def _worded(rows: Sequence[Cells]) -> list[list[str]]:
    """Return the ways to read headings: of two rows both together, or only what stands below."""
    width = max(map(len, rows))
    texts = [[joined(cell) for cell in cells] + [""] * (width - len(cells)) for cells in rows]
    if len(texts) == 1:
        return texts
    above, below = texts
    return [
        [one if one == other else f"{one}{other}" for one, other in zip(above, below, strict=True)],
        [other or one for one, other in zip(above, below, strict=True)],
    ]


def _as_read(headings: Sequence[str], places: dict[str, tuple[int, str]]) -> tuple[str, ...]:
    """Return the headings, each column's as it was recognised."""
    return tuple({**dict(enumerate(headings)), **dict(places.values())}.values())


def _places(register: Register, said: dict[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """Return the index of each column that there is, and its heading."""
    return {
        column.name: said[wording]
        for column in register.columns
        for wording in reversed(column.wordings)
        if wording in said
    }
