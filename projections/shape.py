"""How the rows of a table look in memory."""

from collections import namedtuple
from collections.abc import Callable, Sequence
from dataclasses import field, make_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from sqlalchemy import Column, MetaData, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault

Key: TypeAlias = tuple[Any, ...]
"""Values of the first columns of a primary key, or of all."""
Values: TypeAlias = tuple[Any, ...]
"""Values of all columns, in the order of the table."""
Changed: TypeAlias = tuple[bool, ...]
"""For each column of a table, whether it is another than it was."""

NEW: Final[Values] = ("new",)
"""What the database holds of a row that was added in memory."""
GONE: Final[Values] = ("gone",)
"""What it holds of one that was removed."""


class Row:
    """A row in memory. Its attributes are the columns of its table; those of its key stay as they are."""

    __slots__ = ("loaded_values",)
    loaded_values: Values
    """What the database holds."""

    if TYPE_CHECKING:

        def __init__(self, *values: Any, **named: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...
        def __setattr__(self, name: str, value: Any) -> None: ...


class Shape:
    """One table of a view, or the one that is filled beside it: its columns, its key, its rows.

    Raises TypeError if the primary key does not come first among the columns.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.name = table.name
        self.columns: tuple[Column[Any], ...] = tuple(table.columns)
        self.key_size = len(table.primary_key.columns)
        if self.columns[: self.key_size] != tuple(table.primary_key.columns):
            raise TypeError(f"The primary key of {table.name} does not come first")
        names = [column.name for column in self.columns]
        defaults = [_default(column) for column in self.columns]
        fields = [(name, Any, field(default=default)) for name, default in zip(names, defaults, strict=True)]
        self._row = cast("type[Row]", make_dataclass("_Row", fields, bases=(Row,), slots=True, eq=False))
        self.added: Callable[..., Values] = _values_of(names, defaults)
        """Return the values of a row that nobody is going to change."""
        self.values: Callable[[Row], Values] = attrgetter(*names)
        """Return the values of a row."""
        self._key = attrgetter(*(column.name for column in self.columns[: self.key_size]))

    def new(self, *values: object, **named: object) -> Row:
        """Return a row that the database does not hold yet."""
        row = self._row(*values, **named)
        row.loaded_values = NEW
        return row

    def loaded(self, values: Values) -> Row:
        """Return a row as the database holds it."""
        row = self._row(*values)
        row.loaded_values = values
        return row

    def key(self, row: Row) -> Key:
        """Return the primary key of a row."""
        key = self._key(row)
        return (key,) if self.key_size == 1 else key


@cache
def live(table: Table) -> Shape:
    """Return the table that readers see."""
    return Shape(table)


@cache
def filling(table: Table) -> Shape:
    """Return the table that is filled beside the one that readers see."""
    return Shape(table.to_metadata(MetaData(), name=f"{table.name}__filling"))


def _values_of(names: Sequence[str], defaults: Sequence[Any]) -> Callable[..., Values]:
    return namedtuple("_values", names, defaults=defaults)  # noqa: PYI024 - columns name it


def _default(column: Column[Any]) -> Any:
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None
