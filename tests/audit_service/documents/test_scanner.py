"""The operator's scanner is asked, and only what it calls clean is let through."""

import sys
from pathlib import Path

import pytest

from audit_service.documents.failures import Infected, NotScanned
from audit_service.documents.scanner import Scanner
from tests.files import A_PDF

SCANNER = """
import pathlib, sys, time
content = pathlib.Path(sys.argv[-1]).read_bytes()
pathlib.Path(sys.argv[1]).write_bytes(content)
if b"slow" in content:
    time.sleep(60)
sys.exit(1 if b"EICAR" in content else 2 if b"encrypted" in content else 0)
"""


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """Where the scanner notes what it was given."""
    return tmp_path / "seen"


@pytest.fixture
def scanner(tmp_path: Path, seen: Path) -> Scanner:
    script = tmp_path / "a scanner.py"
    script.write_text(SCANNER)
    return Scanner.of(f"{sys.executable} '{script}' {seen}")


def test_what_is_clean_goes_through(scanner: Scanner, seen: Path) -> None:
    scanner.check(A_PDF)

    assert seen.read_bytes() == A_PDF


def test_what_is_infected_is_refused(scanner: Scanner) -> None:
    with pytest.raises(Infected, match="Do not open it"):
        scanner.check(A_PDF + b"EICAR")


def test_what_the_scanner_cannot_tell_is_not_taken_for_clean(scanner: Scanner) -> None:
    with pytest.raises(NotScanned, match="could not be scanned"):
        scanner.check(A_PDF + b"encrypted")


def test_a_scanner_is_not_waited_for_for_ever(scanner: Scanner) -> None:
    hasty = Scanner(command=scanner.command, patience=0.5)

    with pytest.raises(NotScanned):
        hasty.check(A_PDF + b"slow")


def test_a_scanner_that_is_not_there_lets_nothing_through() -> None:
    with pytest.raises(NotScanned):
        Scanner.of("no-such-scanner --quiet").check(A_PDF)


def test_the_file_is_gone_afterwards(
    scanner: Scanner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(drafts))

    scanner.check(A_PDF)

    assert list(drafts.iterdir()) == []


def test_without_a_command_nothing_is_asked() -> None:
    assert Scanner.of("").command == ()
    Scanner.of("").check(b"EICAR")
