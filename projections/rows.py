"""The rows that a batch of events touches: loaded at once, changed in memory, written back at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sqlalchemy import Table

from projections.shape import Key, Row, Shape, Values


class Bulk(Protocol):
    """Reads and writes many rows of a table at once; one a dialect."""

    def load(self, shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        """Return the rows whose keys begin with one of these, which are all of one length."""

    def insert(self, shape: Shape, rows: Sequence[Values]) -> None:
        """Add rows."""

    def update(self, shape: Shape, rows: Sequence[Values]) -> None:
        """Change the rows that have the same keys."""

    def delete(self, shape: Shape, keys: Sequence[Key]) -> None:
        """Remove the rows with these keys."""


class Untouched(Exception):
    """A handler asked for a row that its event was not declared to touch."""


class Missing(Exception):
    """A handler counted on a row that is not there."""


class AlreadyThere(Exception):
    """A handler added a row whose key another one has."""


class Rows:
    """What handlers see of the tables of their view, while a batch is folded."""

    def __init__(self, shapes: Mapping[Table, Shape], bulk: Bulk) -> None:
        self._bulk = bulk
        self._held = {table: _Held(shape) for table, shape in shapes.items()}

    def load(self, touched: Mapping[Table, Iterable[Key]]) -> None:
        """Read the rows that a batch touches, in one query a table and length of key."""
        for table, keys in touched.items():
            self._held[table].load(self._bulk, keys)

    def add(self, table: Table, **values: object) -> Row:
        """Add a row. Columns that are not named hold their default, or nothing."""
        return self._held[table].add(values)

    def of(self, table: Table, *key: object) -> Row:
        """Return the row with this key. Raises Missing if there is none."""
        row = self.find(table, *key)
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

    def write(self) -> None:
        """Write what differs from the database."""
        for held in self._held.values():
            held.write(self._bulk)


class _Held:
    """The rows of one table."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._rows: dict[Key, Row] = {}
        self._groups: dict[Key, dict[Key, Row]] = {}
        """Rows by the beginning of their keys, where they were looked for by it."""
        self._looked_for: set[Key] = set()
        self._sizes: list[int] = []
        self._removed: list[Key] = []

    def load(self, bulk: Bulk, keys: Iterable[Key]) -> None:
        by_size: dict[int, list[Key]] = {}
        for key in keys:
            by_size.setdefault(len(key), []).append(key)
        self._looked_for.update(*by_size.values())
        self._sizes = sorted(size for size in by_size if size < self._shape.key_size)
        for some in by_size.values():
            for values in bulk.load(self._shape, some):
                self._hold(values[: self._shape.key_size], self._shape.loaded(values))

    def add(self, named: Mapping[str, object]) -> Row:
        row = self._shape.new(named)
        key = self._shape.key(row)
        if key in self._rows:
            raise AlreadyThere(self._shape.name)
        self._hold(key, row)
        return row

    def find(self, key: Key) -> Row | None:
        row = self._rows.get(key)
        if row is None and not any(key[:size] in self._looked_for for size in range(1, len(key) + 1)):
            raise Untouched(self._shape.name)
        return row

    def under(self, beginning: Key) -> list[Row]:
        if beginning not in self._looked_for:
            raise Untouched(self._shape.name)
        return list(self._groups.get(beginning, {}).values())

    def remove(self, row: Row) -> None:
        key = self._shape.key(row)
        del self._rows[key]
        for size in self._sizes:
            self._groups[key[:size]].pop(key, None)
        if row.loaded_values is not None:
            self._removed.append(key)

    def write(self, bulk: Bulk) -> None:
        new, changed = [], []
        values_of = self._shape.values
        for row in self._rows.values():
            values = values_of(row)
            if row.loaded_values is None:
                new.append(values)
            elif row.loaded_values != values:
                changed.append(values)
        for write, values in ((bulk.delete, self._removed), (bulk.insert, new), (bulk.update, changed)):
            if values:
                write(self._shape, values)

    def _hold(self, key: Key, row: Row) -> None:
        self._rows[key] = row
        for size in self._sizes:
            self._groups.setdefault(key[:size], {})[key] = row
