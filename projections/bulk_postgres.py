"""The bulk reader and writer for PostgreSQL: binary COPY for new rows, arrays for the others."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from typing import Any

import psycopg
from psycopg.sql import SQL, Composed, Identifier
from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, String

from projections.columns import Convert, Identity, Instant, converted, each, instant_at, microseconds
from projections.shape import Changed, Key, Shape, Values

TYPES: Mapping[type, str] = {
    BigInteger: "int8",
    Boolean: "bool",
    Date: "date",
    Identity: "uuid",
    Instant: "int8",
    Integer: "int4",
    LargeBinary: "bytea",
    String: "varchar",
}
STORED: Mapping[type, Convert] = {Instant: each(microseconds)}
RESTORED: Mapping[type, Convert] = {Instant: each(instant_at)}


class PostgresBulk:
    """Works in the transaction of one connection."""

    def __init__(self, connection: Any) -> None:
        self._cursor: psycopg.Cursor[Any] = connection.cursor(binary=True)

    def load(self, shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        key = shape.columns[: len(keys[0])]
        found = self._cursor.execute(_select(shape, len(key)), _arrays(keys, key))
        return converted(found.fetchall(), shape.columns, RESTORED)

    def insert(self, shape: Shape, rows: Sequence[Values]) -> None:
        with self._cursor.copy(_copy(shape)) as copy:
            copy.set_types([_type(column) for column in shape.columns])
            for row in converted(rows, shape.columns, STORED):
                copy.write_row(row)

    def update(self, shape: Shape, changed: Changed, rows: Sequence[Values]) -> None:
        columns = (*compress(shape.columns, changed), *shape.columns[: shape.key_size])
        self._cursor.execute(_update(shape, changed), _arrays(rows, columns))

    def delete(self, shape: Shape, keys: Sequence[Key]) -> None:
        self._cursor.execute(_delete(shape), _arrays(keys, shape.columns[: shape.key_size]))


def _arrays(rows: Sequence[Values], columns: Sequence[Column[Any]]) -> list[list[Any]]:
    return [list(values) for values in zip(*converted(rows, columns, STORED), strict=True)]


@cache
def _copy(shape: Shape) -> Composed:
    columns = SQL(", ").join(Identifier(column.name) for column in shape.columns)
    return SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(Identifier(shape.name), columns)


@cache
def _select(shape: Shape, size: int) -> Composed:
    key = shape.columns[:size]
    return SQL("SELECT it.* FROM {} it JOIN {} ON {}").format(Identifier(shape.name), _given(key), _same(key))


@cache
def _update(shape: Shape, changed: Changed) -> Composed:
    key, new = shape.columns[: shape.key_size], tuple(compress(shape.columns, changed))
    changes = SQL(", ").join(SQL("{0} = given.{0}").format(Identifier(column.name)) for column in new)
    return SQL("UPDATE {} it SET {} FROM {} WHERE {}").format(
        Identifier(shape.name), changes, _given((*new, *key)), _same(key)
    )


@cache
def _delete(shape: Shape) -> Composed:
    key = shape.columns[: shape.key_size]
    return SQL("DELETE FROM {} it USING {} WHERE {}").format(Identifier(shape.name), _given(key), _same(key))


def _given(columns: Sequence[Column[Any]]) -> Composed:
    """Return the table that the arrays given make, one column an array."""
    arrays = SQL(", ").join(SQL("%b::{}[]").format(SQL(_type(column))) for column in columns)
    names = SQL(", ").join(Identifier(column.name) for column in columns)
    return SQL("unnest({}) AS given ({})").format(arrays, names)


def _same(key: Sequence[Column[Any]]) -> Composed:
    return SQL(" AND ").join(SQL("it.{0} = given.{0}").format(Identifier(column.name)) for column in key)


def _type(column: Column[Any]) -> str:
    return TYPES[type(column.type)]
