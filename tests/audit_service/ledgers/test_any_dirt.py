"""Whatever rows suffer, each has the outcome that its dirt gives it, and none is lost."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_service.demo.dirt import BEYOND_REPAIR, REPAIRABLE, Dirt
from audit_service.demo.ledgers import KINDS, Kind, Row
from audit_service.demo.people import people_of
from audit_service.ledgers.reading import Ledger, read_ledger
from tests.ledger_files import a_csv, a_workbook, as_cells

TODAY = date(2021, 6, 1)
ABOVE: list[list[Any]] = [[], ["示例区名册"], ["填报单位：示例区", "", "2021年5月"]]
BELOW: list[list[Any]] = [["合计", 9], ["总计："], ["备注：数据截至5月"], ["制表人：示例"], ["", " "]]


def soiled(row: Row, kind: Kind, ways: list[Dirt]) -> tuple[Row, set[str]]:
    """Return a row with at most one kind of dirt a column, and the reasons for which it is rejected."""
    by_column = {kind.where[way.column]: way for way in ways if way.column in kind.where}
    reasons = {reason for way in by_column.values() for reason in way.reasons}
    return row | {heading: way.written(row[heading]) for heading, way in by_column.items()}, reasons


def reread(folder: str, rows: Sequence[Sequence[Any]]) -> Ledger:
    return read_ledger(a_workbook(Path(folder) / "ledger.xlsx", rows), TODAY, Path(folder))


@pytest.mark.parametrize("code", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_every_row_has_the_reasons_of_its_dirt_and_the_values_of_its_clean_row(
    code: str, data: st.DataObject
) -> None:
    kind, chance = KINDS[code], Random(data.draw(st.integers(0, 10**6)))
    clean = list(kind.rows(data.draw(st.integers(1, 6)), people_of(chance, []), chance))
    ways = st.lists(st.sampled_from(REPAIRABLE + BEYOND_REPAIR), max_size=3)
    rows = [soiled(row, kind, data.draw(ways)) for row in clean]
    headings = data.draw(st.permutations(kind.headings))
    above = data.draw(st.lists(st.sampled_from(ABOVE), max_size=3))
    below = data.draw(st.lists(st.sampled_from(BELOW), max_size=3))

    with TemporaryDirectory() as folder:
        ledger = reread(folder, [*above, *as_cells([row for row, _ in rows], headings), *below])
        expected = reread(folder, as_cells(clean, headings))

        assert [part.register.code for part in ledger.parts] == [code]
        assert [{fault.code for fault in row.faults} for row in ledger] == [reasons for _, reasons in rows]
        for found, meant in zip(ledger, expected, strict=True):
            assert found.faults or found.values == meant.values


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_ledger_from_csv_is_read_like_one_from_a_workbook(tmp_path: Path, code: str, encoding: str) -> None:
    kind, chance = KINDS[code], Random(1)
    rows = list(kind.rows(20, people_of(chance, []), chance))
    sheet = as_cells(rows, kind.headings)

    from_csv = read_ledger(a_csv(tmp_path / "a.csv", sheet, encoding=encoding), TODAY, tmp_path)
    from_workbook = read_ledger(a_workbook(tmp_path / "a.xlsx", sheet), TODAY, tmp_path)

    assert Counter(len(row.faults) for row in from_csv) == {0: len(rows)}
    assert [row.values for row in from_csv] == [row.values for row in from_workbook]
