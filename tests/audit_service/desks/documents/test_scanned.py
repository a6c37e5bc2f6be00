"""With a scanner in the settings, nothing is attached that it did not call clean."""

import sys
from pathlib import Path

import pytest
from httpx2 import Response

from audit_service.settings import Settings
from tests.audit_service.desks.documents.conftest import Counter
from tests.files import A_PDF
from tests.journeys.story import in_english
from tests.office import an_official

SCANNER = """
import pathlib, sys
content = pathlib.Path(sys.argv[1]).read_bytes()
sys.exit(1 if b"EICAR" in content else 2 if b"encrypted" in content else 0)
"""


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    """An office whose operator named a scanner."""
    script = tmp_path / "scanner.py"
    script.write_text(SCANNER)
    return settings.model_copy(update={"document_scanner": f"{sys.executable} {script}"})


def test_what_is_clean_is_attached(counter: Counter) -> None:
    assert counter.sends()["status"] == 201
    assert counter.recorded == 1


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [(b"EICAR", 409, "document.infected"), (b"encrypted", 503, "document.not_scanned")],
    ids=["infected", "cannot tell"],
)
def test_what_is_not_clean_is_not_attached(
    counter: Counter, settings: Settings, words: bytes, status: int, code: str
) -> None:
    answer = counter.sends(A_PDF + words)

    assert (answer["status"], answer["code"]) == (status, code)
    assert counter.recorded == 0
    assert not settings.documents.exists()
    assert [attempt.code for attempt in counter.story.office.record.attempts()] == [code]


def posted(counter: Counter, words: bytes) -> Response:
    browser = in_english(counter.story, an_official(counter.story.office, "lin", caseworker=("*",)))
    return browser.post(
        "/cases/DB-0001/documents/new",
        data={"because": "虚构的理由", "title": "虚构的工资条"},
        files={"file": ("payslip.pdf", A_PDF + words, "application/pdf")},
    )


def test_the_page_of_a_scanner_that_cannot_tell_says_the_same_as_the_api(counter: Counter) -> None:
    page, answer = posted(counter, b"encrypted"), counter.sends(A_PDF + b"encrypted")

    assert page.status_code == answer["status"] == 503
    assert str(answer["detail"]) in page.text
    assert "<h1>The file could not be scanned</h1>" in page.text
    assert answer["code"] in page.text


def test_the_page_says_so_above_the_form(counter: Counter) -> None:
    page = posted(counter, b"EICAR")

    assert page.status_code == 409
    assert "The scanner says that this file is infected." in page.text
    assert "虚构的工资条" in page.text
