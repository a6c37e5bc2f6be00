"""The sample is drawn again by anybody, from what is handed out, and nobody learns whose case is in it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit_service.desks.inspections import drawing
from audit_service.settings import Settings
from tests.builders import PULANDIAN, ZHONGSHAN
from tests.desk_of_inspections import KIN_CASE, InspectionDesk, an_inspection_desk
from tests.office import a_token, an_official


@pytest.fixture
def desk(sqlite: Settings) -> Iterator[InspectionDesk]:
    with an_inspection_desk(sqlite) as desk:
        yield desk


def shown(desk: InspectionDesk, who: str, path: str, status: int = 200) -> str:
    answer = desk.page(who, path)
    assert answer.status_code == status, answer.text
    return answer.text


def marks_of(desk: InspectionDesk, number: str) -> str:
    """Which mark stands for which case of the sample, for an inspector."""
    return shown(desk, "sun", f"/inspections/{number}/marks.txt")


@pytest.mark.parametrize("who", ["wang", "zhao", "organ"])
def test_whoever_has_signed_in_can_draw_again_and_learns_of_no_case(
    desk: InspectionDesk, tmp_path: Path, who: str
) -> None:
    organ = an_official(desk.office, "organ", organ=(PULANDIAN,))
    desk.people["organ"], desk.tokens["organ"] = organ, a_token(desk.office, organ)
    number = desk.drawn()
    files = ("sampling/draw_again.py", f"{number}/values.json", f"{number}/frame.txt")

    for name in files:
        (tmp_path / name.rpartition("/")[2]).write_text(shown(desk, who, f"/inspections/{name}"))
    command = [sys.executable, "-I", "draw_again.py", "values.json", "frame.txt"]
    drawn = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout.decode()

    assert desk.reads(who, f"/inspections/{number}/values")["sample_sha256"]
    handed_out = "".join(path.read_text() for path in tmp_path.iterdir() if path.is_file())
    assert "DB-" not in handed_out
    stands_for = dict(line.split("\t") for line in marks_of(desk, number).splitlines())
    assert [stands_for[line.split("\t")[1]] for line in drawn.splitlines()] == desk.sample(number)


def test_marks_are_told_of_the_cases_that_one_may_see(desk: InspectionDesk) -> None:
    number = desk.drawn(areas=[ZHONGSHAN, PULANDIAN])

    assert KIN_CASE in marks_of(desk, number)
    assert KIN_CASE not in shown(desk, "zhao", f"/inspections/{number}/marks.txt")


def test_a_frame_that_names_the_cases_is_for_who_may_know_them(
    desk: InspectionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "mark_of", lambda number, _: number)
    monkeypatch.setattr(drawing, "key_of", lambda _: b"")
    number = desk.drawn()

    assert f"kin\t{KIN_CASE}" in shown(desk, "li", f"/inspections/{number}/frame.txt")
    shown(desk, "wang", f"/inspections/{number}/frame.txt", 403)
    shown(desk, "zhao", f"/inspections/{number}/frame.txt", 403)
