"""Rows as hand-written SQL handles them: one statement a change, and a read only where a handler reads.

The handlers of our own views run on these, so that stock shows the same views from the same rules.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table

from projections import bulk_postgres, bulk_sqlite
from projections.columns import Convert
from projections.shape import Key, Values

Execute = Callable[[str, Sequence[Any]], Sequence[Sequence[Any]]]
"""Runs a statement and returns what it found."""


class PlainRow:
    """A row that is read when a handler asks for a value that it did not set itself."""

    def __init__(self, held: dict[str, Any] | None, read: Callable[[], dict[str, Any]], *, new: bool) -> None:
        vars(self).update(_held=held, _read=read, _new=new, _set={})

    def __getattr__(self, name: str) -> Any:
        if name in self._set:
            return self._set[name]
        if self._held is None:
            vars(self)["_held"] = self._read()
        return self._held[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self._set[name] = value


class PlainRows:
    """What handlers see of the tables while one event is applied in one transaction."""

    def __init__(self, execute: Execute, *, on_postgres: bool) -> None:
        self._execute = execute
        self._mark = "%s" if on_postgres else "?"
        dialect = bulk_postgres if on_postgres else bulk_sqlite
        self._stored: Mapping[type, Convert] = dialect.STORED
        self._restored: Mapping[type, Convert] = dialect.RESTORED
        self._rows: dict[tuple[Table, Key], PlainRow] = {}

    def add(self, table: Table, **values: Any) -> PlainRow:
        """Add a row."""
        held = defaults(table) | values
        row = PlainRow(held, dict, new=True)
        self._rows[table, tuple(held[column.name] for column in table.primary_key)] = row
        return row

    def extend(self, table: Table, rows: Iterable[Values]) -> None:
        """Add rows by all their values."""
        for values in rows:
            self.add(table, **dict(zip(table.columns.keys(), values, strict=True)))

    def of(self, table: Table, *key: Any) -> PlainRow:
        """Return the row with this key, unread."""
        if (table, key) not in self._rows:
            self._rows[table, key] = PlainRow(None, lambda: self._selected(table, key)[0], new=False)
        return self._rows[table, key]

    def find(self, table: Table, *key: Any) -> PlainRow | None:
        """Return the row with this key if there is one."""
        return next(iter(self.under(table, *key)), None)

    def under(self, table: Table, *beginning: Any) -> list[PlainRow]:
        """Return the rows whose keys begin so."""
        for held in self._selected(table, beginning):
            key = tuple(held[column.name] for column in table.primary_key)
            self._rows.setdefault((table, key), PlainRow(held, dict, new=False))
        return [
            row for (of, key), row in self._rows.items() if of is table and key[: len(beginning)] == beginning
        ]

    def remove(self, table: Table, row: PlainRow) -> None:
        """Remove a row."""
        key = tuple(getattr(row, column.name) for column in table.primary_key)
        del self._rows[table, key]
        if not row._new:
            self._execute(deletion(table, self._mark), self._converted(table.primary_key, key))

    def write(self) -> None:
        """Write what is new and what was set, one statement a row."""
        for (table, key), row in self._rows.items():
            if row._new:
                values = row._held | row._set
                ordered = [values[column.name] for column in table.columns]
                self._execute(insertion(table, self._mark), self._converted(table.columns, ordered))
            elif row._set:
                names = tuple(row._set)
                columns = [*(table.columns[name] for name in names), *table.primary_key]
                values = self._converted(columns, [*row._set.values(), *key])
                self._execute(change(table, names, self._mark), values)

    def _selected(self, table: Table, key: Key) -> list[dict[str, Any]]:
        found = self._execute(selection(table, len(key), self._mark), self._converted(table.primary_key, key))
        return [
            {
                column.name: _turned(value, self._restored.get(type(column.type)))
                for column, value in zip(table.columns, row, strict=True)
            }
            for row in found
        ]

    def _converted(self, columns: Any, values: Sequence[Any]) -> list[Any]:
        return [
            _turned(value, self._stored.get(type(column.type)))
            for column, value in zip(columns, values, strict=False)
        ]


def _turned(value: Any, convert: Convert | None) -> Any:
    return value if convert is None else convert([value])[0]


@cache
def defaults(table: Table) -> dict[str, Any]:
    """Return what a row holds where nothing is said."""

    return {column.name: getattr(column.default, "arg", None) for column in table.columns}


@cache
def selection(table: Table, size: int, mark: str) -> str:
    """Return the statement that reads rows by the beginning of their key."""
    names = ", ".join(_quoted(column.name) for column in table.columns)
    return f"SELECT {names} FROM {table.name} WHERE {_same(table, size, mark)}"


@cache
def insertion(table: Table, mark: str) -> str:
    """Return the statement that adds a row."""
    return f"INSERT INTO {table.name} VALUES ({', '.join([mark] * len(table.columns))})"


@cache
def change(table: Table, names: tuple[str, ...], mark: str) -> str:
    """Return the statement that sets these columns of a row."""
    changes = ", ".join(f"{_quoted(name)} = {mark}" for name in names)
    return f"UPDATE {table.name} SET {changes} WHERE {_same(table, len(table.primary_key), mark)}"


@cache
def deletion(table: Table, mark: str) -> str:
    """Return the statement that removes a row."""
    return f"DELETE FROM {table.name} WHERE {_same(table, len(table.primary_key), mark)}"


def _same(table: Table, size: int, mark: str) -> str:
    return " AND ".join(f"{_quoted(column.name)} = {mark}" for column in list(table.primary_key)[:size])


def _quoted(name: str) -> str:
    return f'"{name}"'
