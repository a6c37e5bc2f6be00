"""The bulk reader and writer for SQLite: many rows by the driver's own `executemany`."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, compress
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, Table, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

from projections.columns import Convert, Identity, Instant, converted, each, instant_at, microseconds
from projections.shape import Changed, Key, Shape, Values

CHUNKS = (1, 10, 200)
"""Rows looked for in one statement; few sizes, so that the statements are prepared once."""
TOGETHER = 50
"""Rows added with one statement, which takes a third less than with one each."""

STORED: Mapping[type, Convert] = {
    Identity: lambda column: [value and value.int.to_bytes(16, "big") for value in column],
    Date: each(lru_cache(date.isoformat)),
    Instant: each(microseconds),
}
RESTORED: Mapping[type, Convert] = {
    Identity: each(lambda sixteen: UUID(bytes=sixteen)),
    Date: each(date.fromisoformat),
    Instant: each(instant_at),
    Boolean: each(bool),
}


class SqliteBulk:
    """Works in the transaction of one connection."""

    def __init__(self, connection: Any) -> None:
        self._cursor: sqlite3.Cursor = connection.cursor()

    def load(self, shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        size = len(keys[0])
        wanted = list(converted(keys, shape.columns[:size], STORED))
        for start in range(0, len(wanted), CHUNKS[-1]):
            some = wanted[start : start + CHUNKS[-1]]
            chunk = next(chunk for chunk in CHUNKS if chunk >= len(some))
            some += some[-1:] * (chunk - len(some))
            found = self._cursor.execute(
                _select(shape.table, size, chunk), [part for key in some for part in key]
            )
            yield from converted(found.fetchall(), shape.columns, RESTORED)

    def insert(self, shape: Shape, rows: Sequence[Values]) -> None:
        stored = sorted(converted(rows, shape.columns, STORED))  # by key: neighbours meet in one page
        alone = len(stored) % TOGETHER
        values = chain.from_iterable(stored[alone:])
        many = zip(*[values] * (TOGETHER * len(shape.columns)), strict=True)
        self._cursor.executemany(_insert(shape.table, 1), stored[:alone])
        self._cursor.executemany(_insert(shape.table, TOGETHER), many)

    def update(self, shape: Shape, changed: Changed, rows: Sequence[Values]) -> None:
        columns = (*compress(shape.columns, changed), *shape.columns[: shape.key_size])
        self._cursor.executemany(_update(shape.table, changed), converted(rows, columns, STORED))

    def delete(self, shape: Shape, keys: Sequence[Key]) -> None:
        key = shape.columns[: shape.key_size]
        self._cursor.executemany(_delete(shape.table), converted(keys, key, STORED))


@cache
def _select(table: Table, size: int, rows: int) -> str:
    key = list(table.primary_key)[:size]
    if size == 1:
        return _text(select(table).where(key[0].in_([None] * rows)))
    sought = and_(*(column == bindparam(None, unique=True) for column in key))
    return _text(select(table).where(or_(*[sought] * rows)))


@cache
def _insert(table: Table, rows: int) -> str:
    return _text(insert(table)) + f", ({', '.join('?' * len(table.columns))})" * (rows - 1)


@cache
def _update(table: Table, changed: Changed) -> str:
    new = (column.name for column in compress(table.columns, changed))
    return _text(update(table).where(_key(table)).values({name: bindparam(f"new_{name}") for name in new}))


@cache
def _delete(table: Table) -> str:
    return _text(delete(table).where(_key(table)))


def _key(table: Table) -> Any:
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))


def _text(statement: ClauseElement) -> str:
    dialect = sqlite.dialect(paramstyle="qmark")
    return str(statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True}))
