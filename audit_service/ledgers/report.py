"""The rows of a ledger as a workbook: what became of each, why, and the row itself as it was.

The office corrects the rows in it and sends it in again as it is: what it says beside them is passed
over. It holds personal data, so nobody but who made it may read it.
"""

import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import mkstemp
from typing import IO, Any

from audit_service.ledgers.headings import Part
from audit_service.ledgers.outcomes import Judged, Judgement, Outcome
from audit_service.ledgers.telling import OUTCOMES, reasons_of, repairs_of
from audit_service.reports.cells import write_cell
from audit_service.web.translation import gettext
from audit_service.web.wording import filled

_BESIDE = ("Row", "Outcome", "Reasons and repairs", "Codes")
"""Headings of the report before those of the ledger; messages to translate."""
_WIDE = 60
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")


def write_report(
    judgement: Judgement, folder: Path, outcomes: Collection[Outcome] = (Outcome.REJECTED,)
) -> Path | None:
    """Write the rows with these outcomes, if there are any, to a file that only its owner can read.

    It is written in the reader's language. Raises OSError.
    """
    if not any(map(judgement.count, outcomes)):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    kind = "rejected" if set(outcomes) == {Outcome.REJECTED} else "report"
    handle, name = mkstemp(prefix=f"{judgement.ledger.file.stem}-{kind}-", suffix=".xlsx", dir=folder)
    with os.fdopen(handle, "wb") as report:
        write_workbook(judgement.having(outcomes), report, folder)
    return Path(name)


def write_workbook(rows: Iterable[Judged], file: IO[bytes], folder: Path) -> None:
    """Write the rows, each below the headings of its own sheet.

    What stood in a cell is written as text, number or day, never as a formula. What does not fit into
    memory is put aside in `folder` meanwhile.
    """
    import xlsxwriter  # noqa: PLC0415 - who serves starts without it

    options = {"constant_memory": True, "tmpdir": str(folder), "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(file, options) as workbook:
        bold = workbook.add_format({"bold": True})
        sheet, of, line = None, None, 0
        for judged in rows:
            part = judged.row.part
            if part is not of:
                sheet, of, line = _sheet(workbook, part, bold), part, 1
            _write(sheet, line, [*_beside(judged), *judged.row.cells])
            line += 1


def _sheet(workbook: Any, part: Part, bold: Any) -> Any:
    name = _NOT_IN_A_NAME.sub("_", part.sheet)[:_LONGEST_NAME]
    sheet = workbook.add_worksheet(name or None)
    sheet.set_column(_BESIDE.index("Reasons and repairs"), _BESIDE.index("Reasons and repairs"), _WIDE)
    sheet.freeze_panes(1, 0)
    _write(sheet, 0, [*map(gettext, _BESIDE), *part.headings], bold)
    return sheet


def _write(sheet: Any, line: int, cells: list[Any], style: Any = None) -> None:
    for place, cell in enumerate(cells):
        write_cell(sheet, line, place, cell, style)


def _beside(judged: Judged) -> list[Any]:
    repairs = [
        filled("%(column)s: “%(written)s” read as “%(read)s”", column=heading, written=written, read=read)
        for heading, written, read in repairs_of(judged.row)
        if judged.outcome is not Outcome.REJECTED
    ]
    codes = " ".join(dict.fromkeys(fault.code for fault in judged.faults))
    outcome = gettext(OUTCOMES[judged.outcome])
    return [judged.row.number, outcome, "\n".join([*reasons_of(judged), *repairs]), codes]
