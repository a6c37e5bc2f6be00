"""A file is what it holds, and has to be what it says it is."""

import pytest

from audit_service.documents.types import MOST_ENTRIES, media_type_of
from domain.documents.document import JPEG, PDF, PNG, XLSX
from domain.documents.refusals import HoldsMacros, NotAWorkbook, TypeMismatch, TypeNotTaken
from tests.files import (
    A_JPEG,
    A_PDF,
    A_PNG,
    A_SCRIPT,
    a_workbook,
    a_workbook_with_macros,
    an_archive,
    changed,
    with_a_part,
)


@pytest.mark.parametrize(
    ("content", "media_type", "endings"),
    [
        (A_PDF, PDF, ["pdf"]),
        (A_JPEG, JPEG, ["jpg", "jpeg"]),
        (A_PNG, PNG, ["png"]),
        (a_workbook(), XLSX, ["xlsx"]),
    ],
)
def test_what_it_holds_tells_the_type(content: bytes, media_type: str, endings: list[str]) -> None:
    for ending in ["", *endings]:
        for said in ("", "application/octet-stream", media_type):
            assert media_type_of(content, said=said, ending=ending) == media_type


def test_other_names_of_a_type_are_known() -> None:
    assert media_type_of(A_JPEG, said="image/jpg", ending="") == JPEG


@pytest.mark.parametrize(
    ("said", "ending", "sentence"),
    [
        (JPEG, "", "sent as JPEG, but what it holds is PDF"),
        ("", "xlsx", "sent as XLSX, but what it holds is PDF"),
        (PDF, "png", "sent as PNG, but what it holds is PDF"),
        ("text/html", "pdf", "sent as Another type, but what it holds is PDF"),
        ("", "exe", "sent as Another type, but what it holds is PDF"),
    ],
)
def test_a_file_that_says_something_else_is_refused(said: str, ending: str, sentence: str) -> None:
    with pytest.raises(TypeMismatch, match=sentence):
        media_type_of(A_PDF, said=said, ending=ending)


@pytest.mark.parametrize("content", [A_SCRIPT, b"x", b"<html>", b"PK", b"GIF89a fictional"])
def test_other_types_are_not_taken_whatever_they_say(content: bytes) -> None:
    with pytest.raises(TypeNotTaken, match="PDF, JPEG, PNG, XLSX"):
        media_type_of(content, said=PDF, ending="pdf")


@pytest.mark.parametrize(
    "content",
    [
        a_workbook_with_macros(),
        with_a_part(a_workbook(), "xl/vbaProject.bin"),
        with_a_part(a_workbook(), "XL/VBAPROJECT.BIN"),
    ],
    ids=["said", "there", "there in capitals"],
)
def test_a_workbook_with_macros_is_refused(content: bytes) -> None:
    with pytest.raises(HoldsMacros, match="without macros"):
        media_type_of(content, said=XLSX, ending="xlsx")


@pytest.mark.parametrize(
    "content",
    [
        an_archive(),
        an_archive(MOST_ENTRIES + 1),
        a_workbook()[:-100],
        a_workbook()[:60],
        changed(a_workbook(), xml=(b"spreadsheetml.sheet.main", b"wordprocessingml.document.main")),
    ],
    ids=["texts", "far too many", "cut off", "hardly begun", "a letter"],
)
def test_an_archive_that_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(NotAWorkbook, match="no XLSX workbook"):
        media_type_of(content, said=XLSX, ending="xlsx")
