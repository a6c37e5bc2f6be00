"""What every view is made of: tables, and a handler for each event that changes them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Column, Constraint, Index, MetaData, Table

from domain.kernel import Aggregate, Event
from projections.rows import Bulk, Rows
from projections.shape import Key

Handler: TypeAlias = Callable[[Rows, Any], object]
H = TypeVar("H", bound=Handler)
Touching: TypeAlias = Mapping[Table, str | tuple[str, ...]]
"""For a table, the fields of the event that hold the beginning of the keys of the rows it touches."""
Touches: TypeAlias = Callable[[Event], Iterable[Key]]


class Projection:
    """A view built from events alone. It can be dropped and filled again at any time.

    A handler finds the rows of a table that was declared to be `of` the event's aggregate, and those
    that its event is declared to be `touching`. What it does depends on nothing but the rows and the
    event, so that the view is the same however it was reached. Raise `version` when the tables or the
    handlers change: the new version is filled beside the old one.
    """

    def __init__(self, name: str, *, version: int) -> None:
        self.name = name
        self.version = version
        self.tables: list[Table] = []
        self.handlers: dict[type[Event], tuple[Handler, ...]] = {}
        self.ignored: set[type[Event]] = set()
        self._of: dict[Table, type[Aggregate]] = {}
        self._touching: dict[type[Event], dict[Table, Touches]] = {}
        self._metadata = MetaData()

    def table(
        self, name: str, *parts: Column[Any] | Constraint | Index, of: type[Aggregate] | None = None
    ) -> Table:
        """Declare a table; if it is `of` an aggregate, its key begins with the identity of one."""
        physical = f"{self.name}_{self.version}_{name}"
        table = Table(physical, self._metadata, *parts, sqlite_with_rowid=False)
        self.tables.append(table)
        if of is not None:
            self._of[table] = of
        return table

    def on(self, *events: type[Event], touching: Touching | None = None) -> Callable[[H], H]:
        """Register what follows as the handler of these events, beside those they have already."""

        def register(handler: H) -> H:
            for event in events:
                self.handlers[event] = (*self.handlers.get(event, ()), handler)
                own = {table: _own for table, kind in self._of.items() if kind is event.OF}
                named = {table: _named(fields) for table, fields in (touching or {}).items()}
                self._touching.setdefault(event, {}).update(own | named)
            return handler

        return register

    def ignores(self, *kinds: type[Event] | type[Aggregate]) -> None:
        """Declare events, or all events of an aggregate, that this view has no use for."""
        for kind in kinds:
            self.ignored.update([kind] if issubclass(kind, Event) else kind.EVENTS)

    @property
    def touched(self) -> set[Table]:
        """The tables that handlers look into; to the others they only add."""
        return {table for touches in self._touching.values() for table in touches}

    def fold(self, rows: Rows, bulk: Bulk, events: Iterable[Event]) -> None:
        """Load the rows that the events touch, let each event change them in turn, and write them back."""
        handlers = self.handlers
        handled = [event for event in events if type(event) in handlers]
        rows.load(bulk, self._keys_touched(handled))
        for event in handled:
            for handler in handlers[type(event)]:
                handler(rows, event)
        rows.write(bulk)

    def _keys_touched(self, events: Iterable[Event]) -> dict[Table, set[Key]]:
        touched: defaultdict[Table, set[Key]] = defaultdict(set)
        touching = self._touching
        for event in events:
            for table, keys in touching[type(event)].items():
                touched[table].update(keys(event))
        return touched


def _own(event: Event) -> Iterable[Key]:
    """Find the row of the event's aggregate; there is none before its first event."""
    return ((event.originator_id,),) if event.originator_version > 1 else ()


def _named(fields: str | tuple[str, ...]) -> Touches:
    """Find keys in the fields of an event; a single field may hold several."""
    if isinstance(fields, tuple):
        return lambda event: (tuple(getattr(event, field) for field in fields),)

    def named(event: Event) -> Iterable[Key]:
        value = getattr(event, fields)
        return [(each,) for each in value] if isinstance(value, tuple) else ((value,),)

    return named
