"""What somebody hid in a workbook is named, and not read."""

from datetime import date
from pathlib import Path

import pytest

from audit_service.ledgers.reading import read_ledger
from audit_service.ledgers.refused_files import OnlyHidden
from tests.ledger_files import a_row, a_workbook, as_cells

TODAY = date(2021, 6, 1)


def test_a_hidden_register_is_named_and_not_read(tmp_path: Path) -> None:
    sheets, names = as_cells([a_row()]), ["台账", "去年"]

    ledger = read_ledger(
        a_workbook(tmp_path / "dibao.xlsx", sheets, sheets, names=names, hidden=["去年"]), TODAY, tmp_path
    )

    assert ([part.sheet for part in ledger.parts], ledger.hidden, len(ledger)) == (["台账"], ["去年"], 1)


def test_a_workbook_with_nothing_but_a_hidden_register_is_refused_and_the_sheet_named(tmp_path: Path) -> None:
    file = a_workbook(
        tmp_path / "dibao.xlsx", [["说明"]], as_cells([a_row()]), names=["说明", "台账"], hidden=["台账"]
    )

    with pytest.raises(OnlyHidden, match="台账"):
        read_ledger(file, TODAY, tmp_path)
