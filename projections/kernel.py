"""What every view is made of: tables, and a handler for each event that changes them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Column, Constraint, Index, MetaData, Table

from domain.kernel import Aggregate, Event
from projections.rows import Bulk, Rows
from projections.shape import Key, Values

Handler: TypeAlias = Callable[[Rows, Any], object]
H = TypeVar("H", bound=Handler)
Touching: TypeAlias = Mapping[Table, str | tuple[str, ...]]
"""For a table, the fields of the event that hold the beginning of the keys of the rows it touches."""
OWN = ()
"""No field: what is touched is the row of the event's aggregate."""


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
        self._touching: defaultdict[tuple[Table, str | tuple[str, ...]], set[type[Event]]] = defaultdict(set)
        self._entering: list[tuple[Table, Collection[type[Event]], Callable[[Event], Values]]] = []
        self._metadata = MetaData()

    def table(
        self, name: str, *parts: Column[Any] | Constraint | Index, of: type[Aggregate] | None = None
    ) -> Table:
        """Declare a table; if it is `of` an aggregate, its key begins with the identity of one.

        SQLite keeps rows whose key is one column as they come: new identities would each go to a page of
        their own. Those of a longer key stand by what it begins with, together.
        """
        physical = f"{self.name}_{self.version}_{name}"
        key = [part for part in parts if isinstance(part, Column) and part.primary_key]
        table = Table(physical, self._metadata, *parts, sqlite_with_rowid=len(key) == 1)
        self.tables.append(table)
        if of is not None:
            self._of[table] = of
        return table

    def on(self, *events: type[Event], touching: Touching | None = None) -> Callable[[H], H]:
        """Register what follows as the handler of these events, beside those they have already."""

        def register(handler: H) -> H:
            for event in events:
                self.handlers[event] = (*self.handlers.get(event, ()), handler)
                own = {table: OWN for table, kind in self._of.items() if kind is event.OF}
                for touched in (own | dict(touching or {})).items():
                    self._touching[touched].add(event)
            return handler

        return register

    def enters(self, table: Table, *events: type[Event], **fields: str) -> None:
        """Declare that each of these events is a row of a table that nobody changes.

        A column holds the field of its name, or the one that `fields` has for it.
        """
        values = attrgetter(*(fields.get(column.name, column.name) for column in table.columns))
        self._entering.append((table, frozenset(events), values))
        for event in events:
            self.handlers.setdefault(event, ())

    def ignores(self, *kinds: type[Event] | type[Aggregate]) -> None:
        """Declare events, or all events of an aggregate, that this view has no use for."""
        for kind in kinds:
            self.ignored.update([kind] if issubclass(kind, Event) else kind.EVENTS)

    @property
    def touched(self) -> set[Table]:
        """The tables that handlers look into; to the others they only add."""
        return {table for table, _ in self._touching}

    def fold(self, rows: Rows, bulk: Bulk, events: Sequence[Event]) -> None:
        """Load the rows that the events touch, let each event change them in turn, and write them back."""
        rows.load(bulk, self._keys_touched(events))
        for table, entered in self.entered(events):
            rows.extend(table, entered)
        handlers = self.handlers
        for event in [event for event in events if handlers.get(type(event))]:
            for handler in handlers[type(event)]:
                handler(rows, event)
        rows.write(bulk)

    def entered(self, events: Iterable[Event]) -> Iterator[tuple[Table, list[Values]]]:
        """Yield the rows that the events are, for each of the tables that they are entered in."""
        for table, kinds, values in self._entering:
            yield table, [values(event) for event in events if type(event) in kinds]

    def _keys_touched(self, events: Sequence[Event]) -> dict[Table, set[Key]]:
        touched: defaultdict[Table, set[Key]] = defaultdict(set)
        for (table, fields), kinds in self._touching.items():
            touched[table].update(_keys(fields, [event for event in events if type(event) in kinds]))
        return touched


def _keys(fields: str | tuple[str, ...], events: Iterable[Event]) -> Iterable[Key]:
    """Return the keys that events hold in these fields; a single field may hold several."""
    if fields == OWN:  # there is no row before the first event
        return [(event.originator_id,) for event in events if event.originator_version > 1]
    if isinstance(fields, tuple):
        return map(attrgetter(*fields), events)
    held = [getattr(event, fields) for event in events]
    return [(one,) for value in held for one in (value if isinstance(value, tuple) else (value,))]
