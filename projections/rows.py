"""The rows that a batch of events touches: loaded at once, changed in memory, written back at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from typing import Protocol, cast

from sqlalchemy import Table

from projections.shape import GONE, NEW, Changed, Key, Row, Shape, Values

KEPT = 5_000
"""Rows of a table that may stay in memory from one batch to the next, which take about 1 KB each."""


class Bulk(Protocol):
    """Reads and writes many rows of a table at once; one a dialect."""

    def load(self, shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        """Return the rows whose keys begin with one of these, which are all of one length."""

    def insert(self, shape: Shape, rows: Sequence[Values]) -> None:
        """Add rows."""

    def update(self, shape: Shape, changed: Changed, rows: Sequence[Values]) -> None:
        """Change the same columns of some rows, each given as its new values and then its key."""

    def delete(self, shape: Shape, keys: Sequence[Key]) -> None:
        """Remove the rows with these keys."""


class Untouched(Exception):
    """A handler asked for a row that its event was not declared to touch."""


class Missing(Exception):
    """A handler counted on a row that is not there."""


class AlreadyThere(Exception):
    """A handler added a row whose key another one has."""


class Rows:
    """What handlers see of the tables of their view, while a batch is folded.

    Rows stay in memory between batches. They are what the database holds as long as nobody else
    has moved the view on, and its position tells whether somebody has.
    """

    def __init__(self, shapes: Mapping[Table, Shape], touched: Collection[Table]) -> None:
        """Hold rows of these tables; handlers only add to those that no event is declared to touch."""
        self._held: dict[Table, _Held | _Added] = {
            table: _Held(shape) if table in touched else _Added(shape) for table, shape in shapes.items()
        }

    def load(self, bulk: Bulk, touched: Mapping[Table, Iterable[Key]]) -> None:
        """Read the rows that a batch touches, in one query a table and length of key."""
        for table, keys in touched.items():
            self._held[table].load(bulk, keys)

    def add(self, table: Table, **values: object) -> Row:
        """Add a row. Columns that are not named hold their default, or nothing.

        A row of a table that no event is declared to touch cannot be changed any more.
        """
        return self._held[table].add(values)

    def extend(self, table: Table, rows: Iterable[Values]) -> None:
        """Add rows by all their values, in the order of the columns."""
        self._held[table].extend(rows)

    def of(self, table: Table, *key: object) -> Row:
        """Return the row with this key. Raises Missing if there is none."""
        row = self._held[table].find(key)
        if row is None:
            raise Missing(table.name)
        return row

    def find(self, table: Table, *key: object) -> Row | None:
        """Return the row with this key, or None. Raises Untouched if it was not looked for."""
        return self._held[table].find(key)

    def under(self, table: Table, *beginning: object) -> list[Row]:
        """Return the rows whose keys begin so. Raises Untouched if they were not looked for."""
        return self._held[table].under(beginning)

    def remove(self, table: Table, row: Row) -> None:
        """Remove a row."""
        self._held[table].remove(row)

    def write(self, bulk: Bulk) -> None:
        """Write what differs from the database."""
        for held in self._held.values():
            held.write(bulk)


class _Added:
    """The new rows of a table that handlers do not look into."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._new: list[Values] = []
        self.extend = self._new.extend

    def load(self, bulk: Bulk, keys: Iterable[Key]) -> None:
        raise NotImplementedError

    def add(self, named: Mapping[str, object]) -> Row:
        values = self._shape.added(**named)
        self._new.append(values)
        return cast("Row", values)

    def find(self, _key: Key) -> Row | None:
        raise Untouched(self._shape.name)

    def under(self, _beginning: Key) -> list[Row]:
        raise Untouched(self._shape.name)

    def remove(self, _row: Row) -> None:
        raise Untouched(self._shape.name)

    def write(self, bulk: Bulk) -> None:
        if self._new:
            bulk.insert(self._shape, self._new)
            self._new.clear()


class _Held:
    """The rows of one table."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._touched: list[Row] = []
        """Rows that this batch may have changed, some of them several times."""
        self._removed: list[Key] = []
        self._sizes: set[int] = set()
        """Lengths of the beginnings of keys by which rows were looked for."""
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[Key, Row] = {}
        self._groups: dict[Key, dict[Key, Row]] = {}
        """Rows by the beginnings of their keys."""
        self._looked_for: set[Key] = set()

    def load(self, bulk: Bulk, keys: Iterable[Key]) -> None:
        by_size: dict[int, list[Key]] = {}
        for key in keys:
            if key not in self._looked_for:
                by_size.setdefault(len(key), []).append(key)
        self._sizes.update(size for size in by_size if size < self._shape.key_size)
        for some in by_size.values():
            self._looked_for.update(some)
            for values in bulk.load(self._shape, some):
                self._hold(values[: self._shape.key_size], self._shape.loaded(values))

    def add(self, named: Mapping[str, object]) -> Row:
        return self._add(self._shape.new(**named))

    def extend(self, rows: Iterable[Values]) -> None:
        for values in rows:
            self._add(self._shape.new(*values))

    def find(self, key: Key) -> Row | None:
        row = self._rows.get(key)
        if row is not None:
            self._touched.append(row)
        elif not any(key[:size] in self._looked_for for size in range(1, len(key) + 1)):
            raise Untouched(self._shape.name)
        return row

    def under(self, beginning: Key) -> list[Row]:
        if beginning not in self._looked_for:
            raise Untouched(self._shape.name)
        found = list(self._groups.get(beginning, {}).values())
        self._touched += found
        return found

    def remove(self, row: Row) -> None:
        key = self._shape.key(row)
        del self._rows[key]
        for size in self._sizes:
            self._groups[key[:size]].pop(key, None)
        if row.loaded_values is not NEW:
            self._removed.append(key)
        row.loaded_values = GONE

    def write(self, bulk: Bulk) -> None:
        new, changed = self._differences()
        if self._removed:
            bulk.delete(self._shape, self._removed)
        if new:
            bulk.insert(self._shape, new)
        for which, rows in changed.items():
            bulk.update(self._shape, which, rows)
        self._touched, self._removed = [], []
        if max(len(self._rows), len(self._looked_for)) > KEPT:
            self._forget()

    def _differences(self) -> tuple[list[Values], dict[Changed, list[Values]]]:
        """Return the new rows, and the changed ones by the columns that changed."""
        new: list[Values] = []
        changed: dict[Changed, list[Values]] = {}
        size, values_of = self._shape.key_size, self._shape.values
        for row in dict.fromkeys(self._touched):
            was, values = row.loaded_values, values_of(row)
            if was is NEW:
                new.append(values)
            elif was is GONE or was == values:
                continue
            else:
                which = tuple([a is not b and a != b for a, b in zip(values, was, strict=True)])
                changed.setdefault(which, []).append((*compress(values, which), *values[:size]))
            row.loaded_values = values
        return new, changed

    def _add(self, row: Row) -> Row:
        key = self._shape.key(row)
        if key in self._rows:
            raise AlreadyThere(self._shape.name)
        self._hold(key, row)
        self._touched.append(row)
        return row

    def _hold(self, key: Key, row: Row) -> None:
        self._rows[key] = row
        for size in self._sizes:
            self._groups.setdefault(key[:size], {})[key] = row
