"""What handlers may do with rows, and what they are told when they may not."""

from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table

from projections import rows as module
from projections.rows import AlreadyThere, Missing, Rows, Untouched
from projections.shape import Changed, Key, Shape, Values, live

PARTS = Table(
    "parts",
    MetaData(),
    Column("box", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("label", String),
    Column("count", Integer, nullable=False, default=0),
)
NOTES = Table("notes", MetaData(), Column("number", Integer, primary_key=True), Column("text", String))


class Shelf:
    """A database in memory that says what was asked of it."""

    def __init__(self, *held: Values) -> None:
        self.held = {values[:2]: values for values in held}
        self.loaded: list[Sequence[Key]] = []
        self.written: list[tuple[str, Any]] = []

    def load(self, _shape: Shape, keys: Sequence[Key]) -> Iterable[Values]:
        self.loaded.append(sorted(keys))
        size = len(keys[0])
        return [values for key, values in self.held.items() if key[:size] in keys]

    def insert(self, _shape: Shape, rows: Sequence[Values]) -> None:
        self.written.append(("insert", [tuple(row) for row in rows]))

    def update(self, _shape: Shape, changed: Changed, rows: Sequence[Values]) -> None:
        self.written.append(("update", (changed, rows)))

    def delete(self, _shape: Shape, keys: Sequence[Key]) -> None:
        self.written.append(("delete", keys))


def rows_of(*tables: Table) -> Rows:
    return Rows({table: live(table) for table in (PARTS, NOTES)}, touched=tables)


def test_only_what_differs_is_written() -> None:
    shelf = Shelf(("a", 1, "bolt", 5), ("a", 2, "nut", 5))
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a", 1), ("a", 2), ("a", 3)]})

    rows.of(PARTS, "a", 1).count = 6
    rows.of(PARTS, "a", 2).count = 5
    rows.add(PARTS, box="a", number=3)
    rows.write(shelf)
    rows.write(shelf)

    assert shelf.written == [
        ("insert", [("a", 3, None, 0)]),
        ("update", ((False, False, False, True), [(6, "a", 1)])),
    ]


def test_rows_that_changed_alike_are_written_together() -> None:
    shelf = Shelf(("a", 1, "bolt", 5), ("a", 2, "nut", 5), ("a", 3, "pin", 5))
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a",)]})

    for row in rows.under(PARTS, "a"):
        row.count += row.number
    rows.of(PARTS, "a", 3).label = "peg"
    rows.write(shelf)

    assert shelf.written == [
        ("update", ((False, False, False, True), [(6, "a", 1), (7, "a", 2)])),
        ("update", ((False, False, True, True), [("peg", 8, "a", 3)])),
    ]


def test_rows_stay_in_memory_from_one_batch_to_the_next() -> None:
    shelf = Shelf(("a", 1, "bolt", 5))
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a", 1)]})
    rows.of(PARTS, "a", 1).count = 6
    rows.write(shelf)

    rows.load(shelf, {PARTS: [("a", 1), ("b", 1)]})

    assert rows.of(PARTS, "a", 1).count == 6
    assert rows.find(PARTS, "b", 1) is None
    assert shelf.loaded == [[("a", 1)], [("b", 1)]]


def test_no_more_rows_stay_in_memory_than_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 1)
    shelf = Shelf(("a", 1, "bolt", 5), ("a", 2, "nut", 5))
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a", 1), ("a", 2)]})
    rows.write(shelf)

    rows.load(shelf, {PARTS: [("a", 1)]})

    assert shelf.loaded == [[("a", 1), ("a", 2)], [("a", 1)]]


def test_a_row_that_was_looked_for_and_is_not_there_is_missing() -> None:
    shelf = Shelf()
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a",)]})

    assert rows.find(PARTS, "a", 1) is None
    assert rows.under(PARTS, "a") == []
    with pytest.raises(Missing, match="parts"):
        rows.of(PARTS, "a", 1)


def test_a_row_that_was_not_looked_for_is_not_guessed_about() -> None:
    rows = rows_of(PARTS)
    rows.load(Shelf(), {PARTS: [("a", 1)]})

    with pytest.raises(Untouched, match="parts"):
        rows.find(PARTS, "a", 2)
    with pytest.raises(Untouched, match="parts"):
        rows.under(PARTS, "a")


def test_a_key_is_given_once() -> None:
    rows = rows_of(PARTS)
    rows.add(PARTS, box="a", number=1)

    with pytest.raises(AlreadyThere, match="parts"):
        rows.add(PARTS, box="a", number=1)


def test_rows_can_be_added_by_all_their_values() -> None:
    shelf = Shelf()
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a",)]})

    rows.extend(PARTS, [("a", 1, "bolt", 5), ("a", 2, "nut", 5)])
    rows.of(PARTS, "a", 2).count = 6
    rows.extend(NOTES, [(1, "counted")])
    rows.write(shelf)

    assert shelf.written == [
        ("insert", [("a", 1, "bolt", 5), ("a", 2, "nut", 6)]),
        ("insert", [(1, "counted")]),
    ]
    with pytest.raises(AlreadyThere, match="parts"):
        rows.extend(PARTS, [("a", 1, "screw", 1)])


def test_a_column_that_the_table_does_not_have_is_refused() -> None:
    rows = rows_of(PARTS)
    row = rows.add(PARTS, box="a", number=1)

    with pytest.raises(AttributeError):
        row.colour = "red"
    with pytest.raises(TypeError):
        rows.add(PARTS, box="a", number=2, colour="red")
    with pytest.raises(TypeError):
        rows.add(NOTES, number=1, colour="red")


def test_a_row_can_go_and_come_again() -> None:
    shelf = Shelf(("a", 1, "bolt", 5))
    rows = rows_of(PARTS)
    rows.load(shelf, {PARTS: [("a",), ("a", 1)]})

    rows.remove(PARTS, rows.of(PARTS, "a", 1))
    rows.remove(PARTS, rows.add(PARTS, box="a", number=2))
    rows.add(PARTS, box="a", number=1, label="screw")
    rows.write(shelf)

    assert shelf.written == [("delete", [("a", 1)]), ("insert", [("a", 1, "screw", 0)])]
    assert [row.label for row in rows.under(PARTS, "a")] == ["screw"]


def test_a_table_that_nobody_looks_into_is_only_added_to() -> None:
    shelf = Shelf()
    rows = rows_of(PARTS)

    note = rows.add(NOTES, number=1, text="counted")
    rows.write(shelf)
    rows.write(shelf)

    assert shelf.written == [("insert", [(1, "counted")])]
    with pytest.raises(AttributeError):
        note.text = "changed"
    with pytest.raises(Untouched, match="notes"):
        rows.find(NOTES, 1)
    with pytest.raises(Untouched, match="notes"):
        rows.under(NOTES, 1)
    with pytest.raises(Untouched, match="notes"):
        rows.remove(NOTES, note)


def test_a_key_comes_first_among_the_columns() -> None:
    table = Table("odd", MetaData(), Column("text", String), Column("number", Integer, primary_key=True))

    with pytest.raises(TypeError, match="primary key of odd"):
        live(table)
