"""What became of each row of a file, kept for as long as the reports are: sealed, row by row.

It is written batch by batch, each before the batch is recorded, so that an import that was killed knows
what it decided; and read by page, as the index says where each row stands.
"""

import pickle
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from audit_service.imports.blocks import Blocks
from audit_service.imports.index import OUTCOMES, Index, WrittenIndex
from audit_service.ledgers.headings import Part
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Fault, Row
from audit_service.store.vault import Vault

_NUMBER = 4
"""Bytes of a block that say of which batch it is."""


class Writing:
    """A report that is being written."""

    def __init__(self, parts: Sequence[Part], rows: int, blocks: Blocks, vault: Vault) -> None:
        """Go on with what was written before, if anything was, about so many rows of these sheets."""
        self._blocks, self._vault = blocks, vault
        self._index = Index(parts, rows)
        self._parts = list(parts)
        self._places = {id(part): place for place, part in enumerate(parts)}
        self.batches: dict[int, int] = {}
        """The last block of each batch, by its number."""
        for block in range(len(blocks)):
            self.batches[int.from_bytes(blocks[block][:_NUMBER], "big")] = block

    def batch(self, number: int) -> list[Judged]:
        """Return what was written of a batch."""
        block = self.batches[number]
        found = _rows_in(self._blocks, block, self._parts)
        self._index.note(block, found, self._vault)
        return found

    def note(self, number: int, some: Sequence[Judged]) -> None:
        """Write what becomes of the rows of a batch."""
        packed = [_packed(judged, self._places[id(judged.row.part)]) for judged in some]
        written = pickle.dumps(packed, pickle.HIGHEST_PROTOCOL)
        self._blocks.append(number.to_bytes(_NUMBER, "big") + written)
        self.batches[number] = len(self._blocks) - 1
        self._index.note(self.batches[number], some, self._vault)

    def end(self, index: Blocks) -> None:
        """Write where each row stands."""
        self._index.write(index)


class Report:
    """A report that is read: without the rows about certain people, if it is told whom."""

    def __init__(self, blocks: Blocks, index: Blocks, without: Collection[UUID] = ()) -> None:
        self._blocks = blocks
        self._index = WrittenIndex(index)
        self.parts = self._index.parts
        self._left = self._index.near(without) if without else set[int]()

    def __len__(self) -> int:
        return self._index.size

    @property
    def left(self) -> int:
        """How many rows are left out, as they are about certain people."""
        return len(self._left)

    @property
    def codes(self) -> list[str]:
        """The reasons why rows were rejected, by their codes."""
        return sorted(self._index.codes)

    def places(self, outcome: Outcome | None = None, code: str = "", after: int = -1) -> Iterator[int]:
        """Return the places of rows with this outcome, for this reason, from the one after a place on."""
        wanted = None if outcome is None else OUTCOMES.index(outcome)
        codes = self._index.codes
        mask = 0 if not code else 1 << codes.index(code) if code in codes else 1 << len(codes)
        for place in range(after + 1, self._index.size):
            if place in self._left:
                continue
            if wanted is not None and self._index.outcomes[place] != wanted:
                continue
            if not mask or self._index.reasons[place] & mask:
                yield place

    def rows(self, places: Iterator[int] | Sequence[int]) -> Iterator[Judged]:
        """Return the rows at these places."""
        held: dict[int, list[Judged]] = {}
        for place in places:
            block = self._index.blocks[place]
            if block not in held:
                if len(held) > _HELD:
                    held.pop(next(iter(held)))
                held[block] = _rows_in(self._blocks, block, self.parts)
            yield held[block][self._index.places[place]]


class Decided(NamedTuple):
    """A report batch by batch, as it was decided, without what rows are looked for by."""

    parts: Sequence[Part]
    rows: int
    batches: Iterator[list[Judged]]

    @classmethod
    def of(cls, blocks: Blocks, index: Blocks) -> "Decided":
        """Return what a report holds."""
        written = WrittenIndex(index)
        batches = (_rows_in(blocks, block, written.parts) for block in range(len(blocks)))
        return cls(written.parts, written.size, batches)


_HELD = 4
"""Batches that are held open while a report is gone through."""


def _packed(judged: Judged, part: int) -> tuple[Any, ...]:
    row = judged.row
    return (
        row.place,
        part,
        row.number,
        list(row.cells),
        list(row.values.values()),
        tuple(map(tuple, row.faults)),
        OUTCOMES.index(judged.outcome),
        tuple(map(tuple, judged.faults)),
        judged.person,
        judged.stream,
    )


def _rows_in(blocks: Blocks, block: int, parts: Sequence[Part]) -> list[Judged]:
    packed = pickle.loads(blocks[block][_NUMBER:])  # noqa: S301 - sealed, so by us alone
    return [_unpacked(one, parts) for one in packed]


def _unpacked(packed: tuple[Any, ...], parts: Sequence[Part]) -> Judged:
    place, part, number, cells, values, faults, outcome, against, person, stream = packed
    of = parts[part]
    row = Row(place, of, number, cells, of.register.named(values), _faults(faults))
    return Judged(row, OUTCOMES[outcome], _faults(against), person, stream)


def _faults(said: Sequence[tuple[str, str]]) -> tuple[Fault, ...]:
    return tuple(map(Fault._make, said)) if said else ()
