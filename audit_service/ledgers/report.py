"""The rejected rows of a register as a workbook: where each stands, why it was rejected, and what it says.

It holds personal data, so nobody but who made it may read it.
"""

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import mkstemp

import xlsxwriter

from audit_service.ledgers.cells import Cell
from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import RegisterRead
from audit_service.reports.cells import write_cell
from audit_service.web.translation import gettext
from audit_service.web.wording import filled

REASONS = {
    "required.missing": "A cell that every row needs is empty, or its number was cut.",
    "id_number.format": "This is not an id number of 18 or 15 digits; a spreadsheet may have cut it.",
    "id_number.checksum": "The check digit of the id number is wrong: a digit was mistyped.",
    "id_number.birth_date": "The day of birth in the id number does not exist or is to come.",
    "date.invalid": "This is not a day of the calendar.",
    "date.future": "This day is still to come.",
    "amount.invalid": "This is not an amount of money.",
    "amount.negative": "This amount is below nothing.",
    "area.unknown": "This is not an area of the office.",
    "household.disagrees": "The rows of this household do not say the same.",
    "record.differs": "The record says otherwise since this household was taken over, or opened another way.",
}
"""Why a row is rejected, by code; messages to translate."""

_FIRST = ("Row", "Reasons", "Codes")
"""Headings of the report before those of the register; messages to translate."""


def write_report(register: RegisterRead, judged: Sequence[Judged], folder: Path) -> Path | None:
    """Write the rejected rows, if there are any, to a file that only its owner can read.

    It is written in the reader's language, below the headings of their own sheets. What stood in a
    cell is written as text, number or day, never as a formula. Raises OSError.
    """
    rejected = [each for each in judged if each.outcome is Outcome.REJECTED]
    if not rejected:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=f"{register.file.stem}-rejected-", suffix=".xlsx", dir=folder)
    with os.fdopen(handle, "wb") as report:
        report.write(_workbook(register, rejected))
    return Path(name)


def _workbook(register: RegisterRead, rejected: Sequence[Judged]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet(gettext("Rejected rows"))
        bold = workbook.add_format({"bold": True})
        sheet.set_column(1, 1, 60)
        for line, (cells, is_heading) in enumerate(_lines(register, rejected)):
            for place, cell in enumerate(cells):
                write_cell(sheet, line, place, cell, bold if is_heading else None)
    return content.getvalue()


def _lines(register: RegisterRead, rejected: Iterable[Judged]) -> Iterator[tuple[list[Cell], bool]]:
    first = [gettext(heading) for heading in _FIRST]
    for name, group in groupby(rejected, lambda each: each.row.sheet):
        yield [name], True
        yield [*first, *register.headings[name]], True
        for each in group:
            reasons = "\n".join(
                filled("%(column)s: %(reason)s", column=fault.heading, reason=gettext(REASONS[fault.code]))
                for fault in each.faults
            )
            codes = " ".join(dict.fromkeys(fault.code for fault in each.faults))
            yield [each.row.number, reasons, codes, *each.row.cells], False
