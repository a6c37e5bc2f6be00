"""Registers as files, in every shape in which an office may hand them over."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from audit_service.demo.people import id_number
from audit_service.demo.register import (
    HEADINGS,
    FictionalRegister,
    fictional_ledgers,
    fictional_register,
    found_over_all,
)

__all__ = [
    "HEADINGS",
    "FictionalRegister",
    "a_csv",
    "a_row",
    "a_workbook",
    "as_cells",
    "fictional_ledgers",
    "fictional_register",
    "found_over_all",
    "id_number",
]

Cells = Sequence[Any]


def a_row(**cells: Any) -> dict[str, Any]:
    """Return a row without fault; cells are given by their headings."""
    return {
        "户编号": "DB0000001",
        "与户主关系": "户主",
        "姓名": "赵甲子",
        "身份证号码": "210299196001010016",
        "区市县": "中山区",
        "街道乡镇": "示例街道",
        "家庭月收入": 100.0,
        "月保障金额": 650.0,
        "享受起始日期": "2020-01-01",
        "联系电话": "",
    } | cells


def a_workbook(
    file: Path, *sheets: Sequence[Cells], names: Sequence[str] = (), hidden: Sequence[str] = ()
) -> Path:
    """Write sheets of cells, as they are given, to an XLSX workbook."""
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for number, rows in enumerate(sheets):
            sheet = workbook.add_worksheet(names[number] if names else None)
            if sheet.name in hidden:
                sheet.hide()
            for place, cells in enumerate(rows):
                sheet.write_row(place, 0, cells)
    return file


def a_csv(file: Path, rows: Sequence[Cells], *, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """Write cells to a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def as_cells(rows: Sequence[dict[str, Any]], headings: Sequence[str] = HEADINGS) -> list[Cells]:
    """Return the headings and the rows below them."""
    return [headings, *([row[heading] for heading in headings] for row in rows)]
