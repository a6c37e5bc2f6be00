"""A list as a file: complete, in the reader's language, and harmless to open."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest
from python_calamine import CalamineWorkbook

from audit_service.reports import tables
from audit_service.reports.columns import ListColumn, amount
from audit_service.reports.tables import Kind, exported
from audit_service.web.translation import read_in
from domain.money import Fen


class Line(NamedTuple):
    text: str
    fen: int | None = 144000


LINES: tuple[ListColumn[Line], ...] = (
    ListColumn(title="Number", value=lambda line: line.text),
    ListColumn(title="Monthly amount", value=lambda line: amount(line.fen), figure=True),
)
HOSTILE = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1-2",
    "{=1}",
    "https://example.invalid",
    '"quoted", and, commas',
    "two\nlines",
    "赵甲子",
    "<b>bold</b>",
    "'=1",
)


def everything(kind: Kind, *lines: Line, title: str = "Cases", language: Any = "en") -> bytes:
    with read_in(language):
        return b"".join(exported(LINES, lines, kind, title=title))


def in_csv(*lines: Line, language: Any = "en") -> list[list[str]]:
    text = everything("csv", *lines, language=language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def in_xlsx(*lines: Line, language: Any = "en") -> list[list[Any]]:
    content = everything("xlsx", *lines, language=language)
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_csv_is_marked_as_utf_8_for_the_spreadsheet_that_opens_it() -> None:
    assert everything("csv", Line("赵甲子")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("language", "headings"), [("en", ["Number", "Monthly amount"]), ("zh", ["编号", "月救助金"])]
)
def test_headings_are_in_the_readers_language(language: str, headings: list[str]) -> None:
    assert in_csv(Line("A"), language=language)[0] == headings
    assert in_xlsx(Line("A"), language=language)[0] == headings


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_file_begins_like_a_formula(text: str) -> None:
    (_, (cell, _amount)) = in_csv(Line(text))

    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert cell.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_of_a_workbook_holds_the_text_itself(text: str) -> None:
    (_, (cell, _amount)) = in_xlsx(Line(text))

    assert cell == text


@pytest.mark.parametrize("number", ["-5", "+5", "-5.25", "1440.00"])
def test_a_plain_number_stays_one(number: str) -> None:
    assert in_csv(Line(number))[1][0] == number


def test_amounts_are_numbers_in_yuan() -> None:
    lines = [Line("A", 144000), Line("B", -5), Line("C", 0), Line("D", None)]

    assert [row[1] for row in in_csv(*lines)[1:]] == ["1440.00", "-0.05", "0.00", ""]
    assert [row[1] for row in in_xlsx(*lines)[1:]] == [1440.0, -0.05, 0, ""]


@pytest.mark.parametrize(
    ("value", "text", "cell"),
    [
        (date(2021, 7, 1), "2021-07-01", date(2021, 7, 1)),
        (datetime(2021, 7, 1, 16, 30, 5, 7, UTC), "2021-07-02 00:30:05", datetime(2021, 7, 2, 0, 30, 5)),  # noqa: DTZ001 - a spreadsheet knows no zones
        (datetime(2021, 7, 1, 2), "2021-07-01 10:00:00", datetime(2021, 7, 1, 10)),  # noqa: DTZ001 - as the record's are
        (12480, "12480", 12480),
        (True, "Yes", True),
        (None, "", ""),
        (("one", "two"), "one, two", "one, two"),
        (Fen(5), "0.05", 0.05),
    ],
)
def test_values_are_what_they_are(value: object, text: str, cell: object) -> None:
    columns = (ListColumn[int](title="Number", value=lambda _: value),)

    with read_in("en"):
        as_csv = b"".join(exported(columns, [1], "csv", title="A")).decode("utf-8-sig")
        as_xlsx = b"".join(exported(columns, [1], "xlsx", title="A"))

    assert list(csv.reader(io.StringIO(as_csv)))[1:] == [[text]]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[1:]] == ([cell] if cell != "" else [])


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_empty_list_has_its_headings(kind: Kind) -> None:
    rows = in_csv() if kind == "csv" else in_xlsx()

    assert rows == [["Number", "Monthly amount"]]


def test_what_does_not_fit_on_a_sheet_goes_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LONGEST_SHEET", 3)

    content = everything("xlsx", *(Line(str(number), number) for number in range(1, 6)))

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    assert book.sheet_names == ["Cases", "Cases 2", "Cases 3"]
    assert [[row[0] for row in sheet] for sheet in sheets] == [
        ["Number", "1", "2"],
        ["Number", "3", "4"],
        ["Number", "5"],
    ]


@pytest.mark.parametrize(("kind", "rows"), [("csv", 100_000), ("xlsx", 20_000)])
def test_a_long_list_is_never_held_as_a_whole(kind: Kind, rows: int) -> None:
    def lines() -> Iterator[Line]:
        yield from (Line(f"FICTION-{number}", number) for number in range(rows))

    tracemalloc.start()
    size = sum(len(piece) for piece in exported(LINES, lines(), kind, title="Cases"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert size > 200_000
    assert peak < 4_000_000
