"""A database in memory: what views have to look like, without any of the ways they are kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from domain.kernel import Event
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import Changed, Key, Shape, Values, live


class MemoryShelf:
    """Holds the rows of tables by their keys."""

    def __init__(self) -> None:
        self.tables: defaultdict[str, dict[Key, Values]] = defaultdict(dict)

    def load(self, shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        size, wanted = len(keys[0]), set(keys)
        return [values for key, values in self.tables[shape.name].items() if key[:size] in wanted]

    def insert(self, shape: Shape, rows: Sequence[Values]) -> None:
        for values in rows:
            key = values[: shape.key_size]
            assert key not in self.tables[shape.name]
            self.tables[shape.name][key] = tuple(values)

    def update(self, shape: Shape, changed: Changed, rows: Sequence[Values]) -> None:
        for given in rows:
            key = given[-shape.key_size :]
            old = self.tables[shape.name][key]
            new = iter(given)
            self.tables[shape.name][key] = tuple(
                next(new) if is_new else value for is_new, value in zip(changed, old, strict=True)
            )

    def delete(self, shape: Shape, keys: Sequence[Key]) -> None:
        for key in keys:
            del self.tables[shape.name][key]


def folded(projection: Projection, events: Iterable[Event]) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the view after these events, folded one by one."""
    shelf = MemoryShelf()
    for event in events:
        shapes = {table: live(table) for table in projection.tables}
        projection.fold(Rows(shapes, projection.touched), shelf, [event])
    return {table.name: sorted(shelf.tables[table.name].values(), key=repr) for table in projection.tables}
