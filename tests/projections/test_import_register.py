"""The register of imports: which files were taken over, and what became of their rows."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row

from domain.imports.imported import FileCounts
from projections.import_register import being_taken_back, import_register, listed
from tests.builders import CLERK, PULANDIAN, ZHONGSHAN, an_act, day
from tests.import_builders import (
    an_import,
    an_import_carried_out,
    an_import_taken_back,
    an_imported_file,
)

Shown = Callable[..., Connection]

ALL = 1_000_000


def latest(db: Connection) -> Row[Any]:
    return listed(db, before=ALL, limit=1)[0]


def test_an_import_is_told_as_it_was_announced(shown: Shown) -> None:
    files = an_imported_file(kinds="dibao visits", rows=12), an_imported_file(kinds="orphan dibao", rows=30)
    imported = an_import("DR-1", files=files, areas=(ZHONGSHAN, PULANDIAN))

    row = latest(shown(import_register, imported))

    assert (row.import_id, row.number, row.state) == (imported.id, "DR-1", "announced")
    assert (row.files, row.kinds, row.rows) == (2, "dibao visits orphan", 42)
    assert row.areas == f"{ZHONGSHAN} {PULANDIAN}"
    assert (row.announced_on, row.announced_by, row.position) == (day("2021-04-01"), CLERK, 1)
    assert (row.accepted, row.duplicate, row.rejected, row.withdrawn, row.left) == (None,) * 5


def test_what_became_of_the_rows_of_all_files_is_counted(shown: Shown) -> None:
    imported = an_import(files=(an_imported_file(), an_imported_file()))
    first, second = (
        FileCounts(accepted=9, duplicate=1, rejected=2),
        FileCounts(accepted=20, duplicate=0, rejected=4),
    )
    imported.carry_out((first, second), an_act())

    row = latest(shown(import_register, imported))

    assert (row.state, row.accepted, row.duplicate, row.rejected) == ("carried_out", 29, 1, 6)
    assert (row.announced_by, row.position) == (CLERK, 1)


def test_an_import_is_followed_until_it_is_taken_back(shown: Shown) -> None:
    imported = an_import_carried_out()
    imported.order_taking_back(an_act())
    ordered = latest(shown(import_register, imported))

    imported.take_back(7, 2, an_act())
    row = latest(shown(import_register, imported))

    assert (ordered.state, ordered.withdrawn, ordered.left) == ("taking_back", None, None)
    assert (row.state, row.withdrawn, row.left, row.accepted) == ("taken_back", 7, 2, 9)


def test_those_that_are_being_taken_back_are_known_in_the_order_they_came(shown: Shown) -> None:
    first, second, other = map(an_import_carried_out, ("DR-2", "DR-1", "DR-3"))
    for imported in (second, first):
        imported.order_taking_back(an_act())
    db = shown(import_register, first, second, other, an_import("DR-4"), an_import_taken_back("DR-5"))

    assert being_taken_back(db) == ["DR-2", "DR-1"]


def test_the_latest_import_stands_first(shown: Shown) -> None:
    db = shown(import_register, *map(an_import, ("DR-2", "DR-1", "DR-3")))

    def numbers(before: int = ALL, limit: int = 50) -> list[str]:
        return [row.number for row in listed(db, before=before, limit=limit)]

    assert numbers() == ["DR-3", "DR-1", "DR-2"]
    assert numbers(limit=2) == ["DR-3", "DR-1"]
    assert numbers(before=2) == ["DR-2"]
    assert numbers(before=1) == []
