"""The parts of an XLSX workbook as they lie in its archive, looked through without unpacking them at once."""

import html
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, NamedTuple

from audit_service.ledgers.refused_files import FileEncrypted, FileTooLarge, NotASpreadsheet, SheetTooLarge

LARGEST_UNPACKED = 400
"""MB of all parts together; a register of 500,000 people unpacks to about 200 MB."""

LARGEST_AREA = 6_500_000
"""Cells from the first to the farthest one that holds something: the reader keeps room for all of them."""

Formulas = dict[int, list[tuple[int, str]]]
"""By the index of a row: index of the column and the formula, where nobody has calculated it yet."""

_WORKBOOK, _RELATIONS, _TEXTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_PIECE = 4 << 20
_LONGEST_CELL = 1000
_FILLED = re.compile(rb"""<(?:c|\w+:c)\s(?:r|[^>]*?\sr)=["']([A-Z]+)(\d+)["'][^>/]*>""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]+)(\d+)["'][^>]*>\s*"""
    rb"""<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>([^<]*)</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>([^<]*)<)?"""
)
_ANY_FORMULA = re.compile(rb"<(?:f|\w+:f)[\s/>]")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""(?:\w+:)?(\w+)=(?:"([^"]*)"|'([^']*)')""")
_TO_BE_CALCULATED = re.compile(rb"""fullCalcOnLoad=["'](?:1|true)["']""")


class Looked(NamedTuple):
    """What was seen of a part of the archive that may be a sheet."""

    part: str
    formulas: Formulas
    """Those that nobody has calculated yet."""


def checked(file: Path) -> dict[str, Looked]:
    """Return what was seen of each sheet, by its name.

    Raises FileTooLarge, SheetTooLarge, FileEncrypted, NotASpreadsheet, and what a damaged archive raises.
    """
    with zipfile.ZipFile(file) as parts:
        _check_parts(file, parts)
        workbook = parts.read(_WORKBOOK)
        names = _names_of_sheets(parts, workbook)
        to_be_calculated = _TO_BE_CALCULATED.search(workbook) is not None
        found: dict[str, Looked] = {}
        for part in parts.namelist():
            if part.endswith(".xml") and part != _TEXTS:
                with parts.open(part) as content:
                    formulas = _looked_through(file, _pieces(content), to_be_calculated=to_be_calculated)
                found[names.get(part, "")] = Looked(part, formulas)
    return found


def _check_parts(file: Path, parts: zipfile.ZipFile) -> None:
    unpacked = sum(part.file_size for part in parts.infolist()) >> 20
    if unpacked > LARGEST_UNPACKED:
        raise FileTooLarge(file=file.name, size=unpacked, limit=LARGEST_UNPACKED)
    if any(part.flag_bits & 1 for part in parts.infolist()):
        raise FileEncrypted(file=file.name)
    if _WORKBOOK not in parts.namelist():
        raise NotASpreadsheet(file=file.name)


def _pieces(content: IO[bytes]) -> Iterator[bytes]:
    """Return the content bit by bit, parted between rows."""
    rest = b""
    while piece := content.read(_PIECE):
        piece = rest + piece
        end = piece.rfind(b"row>") + len(b"row>")
        if end < len(b"row>"):  # not a row ends here: perhaps no sheet at all
            end = len(piece) - _LONGEST_CELL
        rest = piece[end:]
        yield piece[:end]
    yield rest


def _looked_through(file: Path, pieces: Iterable[bytes], *, to_be_calculated: bool) -> Formulas:
    """Refuse a sheet with a cell so far out that the room up to it would not fit into memory."""
    formulas: Formulas = {}
    columns, rows = {b"A"}, 1
    for piece in pieces:
        filled = _FILLED.findall(piece)
        columns.update(column for column, _ in filled)
        rows = max([rows, *map(int, {row for _, row in filled})])
        farthest = max(columns, key=_number_of)
        if rows * _number_of(farthest) > LARGEST_AREA:
            raise SheetTooLarge(file=file.name, row=rows, column=farthest.decode())
        calculated = _FORMULA.findall(piece) if _ANY_FORMULA.search(piece) else ()
        for column, row, formula, value in calculated:
            if not value or (to_be_calculated and value == b"0"):
                text = "=" + html.unescape(formula.decode(errors="replace"))
                formulas.setdefault(int(row) - 1, []).append((_number_of(column) - 1, text))
    return formulas


def _names_of_sheets(parts: zipfile.ZipFile, workbook: bytes) -> dict[str, str]:
    """Return the name of each sheet by its part of the archive."""
    if _RELATIONS not in parts.namelist():
        return {}
    targets = {
        found["Id"]: f"xl/{found['Target']}".removeprefix("xl//")
        for relation in _RELATION.findall(parts.read(_RELATIONS))
        if {"Id", "Target"} <= (found := _attributes(relation)).keys()
    }
    sheets = map(_attributes, _SHEET.findall(workbook))
    return {targets.get(sheet.get("id", ""), ""): sheet.get("name", "") for sheet in sheets}


def _attributes(tag: bytes) -> dict[str, str]:
    """Return the attributes of a tag without their prefixes."""
    return {
        name.decode(): html.unescape(one.decode(errors="replace") or other.decode(errors="replace"))
        for name, one, other in _ATTRIBUTE.findall(tag)
    }


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number
