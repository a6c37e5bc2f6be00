"""Writing values into the cells of a workbook, so that none of them can become a formula or a link."""

import math
from datetime import date
from decimal import Decimal
from typing import Any

_FIRST_YEAR = 1900
"""Spreadsheets know no earlier days."""
_LONGEST = 32_767
"""Characters that fit into a cell."""


def write_cell(sheet: Any, line: int, place: int, cell: object, style: Any = None) -> None:
    """Write a value as what it is: truth, number or day; everything else as text, never as a formula."""
    if isinstance(cell, bool):
        sheet.write_boolean(line, place, cell, style)
    elif isinstance(cell, int | float | Decimal) and math.isfinite(cell):
        sheet.write_number(line, place, cell, style)
    elif isinstance(cell, date) and cell.year >= _FIRST_YEAR:
        sheet.write_datetime(line, place, cell, style)
    else:
        sheet.write_string(line, place, str(cell)[:_LONGEST], style)
