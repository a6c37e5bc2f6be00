"""The way of an inspection: planned, committed, drawn, examined, asked about, concluded, printed."""

import io
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from audit_service.proof.entry import leaf
from audit_service.settings import Settings
from audit_service.store.submission import Kept, Row, instant
from domain.identities import inspection_id
from domain.inspections.inspection import Inspection
from tests.builders import ZHONGSHAN
from tests.desk_of_inspections import (
    API,
    ELSEWHERE,
    KIN_CASE,
    PLAN,
    VISITED_CASES,
    InspectionDesk,
    an_inspection_desk,
)

ERROR = {"element": "E03", "from_month": "2021-05-01", "text": "工资收入少计。"}


@pytest.fixture
def desk(settings: Settings) -> Iterator[InspectionDesk]:
    with an_inspection_desk(settings) as desk:
        yield desk


def test_an_inspection_from_its_plan_to_its_report(desk: InspectionDesk, tmp_path: Path) -> None:
    number = desk.plan()
    at = f"/inspections/{number}"
    assert desk.refused("sun", f"{at}/draw") == "inspection.not_committed"

    desk.done("sun", f"{at}/commitment", kin=100, visited=50, other=34)
    assert_nothing_is_known_yet(desk, number)
    desk.something_happens()
    desk.done("sun", f"{at}/draw")
    assert desk.refused("sun", f"{at}/withdrawal") == "inspection.sample_drawn"

    assert_drawn_as_committed(desk, number)
    assert_anyone_draws_it_again(desk, number, tmp_path)
    desk.done("sun", f"{at}/examiners", examiners=["he"])
    examined(desk, number)
    asked_and_answered(desk, number)
    desk.done("sun", f"{at}/conclusion", text="总体规范，一处收入未核对。", advice="请补充核对。")

    told = desk.reads("sun", at)
    assert (told["state"], told["drawn"], told["left"], told["satisfied"]) == ("concluded", 5, 0, 9)
    assert desk.refused("sun", f"{at}/withdrawal") == "inspection.over"
    assert_printed(desk, number)


def assert_nothing_is_known_yet(desk: InspectionDesk, number: str) -> None:
    """The commitment shows hashes only; nothing else is drawn from, and nothing is drawn yet."""
    at = f"/inspections/{number}"
    told = desk.reads("li", at)
    assert (told["state"], told["frame_size"], told["drawn"]) == ("committed", 8, 0)
    assert desk.refused("sun", f"{at}/commitment") == "inspection.committed_already"
    assert desk.refused("sun", f"{at}/draw") == "inspection.nothing_since"
    assert {desk.answer(who, f"{at}/{what}").status_code for who in ("sun", "li") for what in FILES} == {409}
    assert desk.page("li", f"{at}/frame.txt").status_code == 409
    assert KIN_CASE not in desk.page("li", at).text


FILES = ("sample", "values")


def assert_drawn_as_committed(desk: InspectionDesk, number: str) -> None:
    """The beacon is the hash of the first event that somebody else recorded after the commitment."""
    at = f"/inspections/{number}"
    values = desk.reads("sun", f"{at}/values")
    office = desk.office
    (row,) = (Row._make(row) for row in office.record.store.rows(values["committed_at"], 1))
    (stored,) = Kept((row,), instant(row.recorded_at)).entries
    assert values["beacon_position"] == values["committed_at"] + 1
    assert values["beacon"] == leaf(stored).hex()
    assert sha256(bytes.fromhex(values["seed"])).hexdigest() == values["seed_sha256"]
    assert [(one["code"], one["size"]) for one in values["strata"]] == [
        ("kin", 1),
        ("other", 3),
        ("visited", 4),
    ]
    sample = desk.reads("sun", f"{at}/sample")["cases"]
    assert [row["place"] for row in sample] == [1, 2, 3, 4, 5]
    assert [row["stratum"] for row in sample] == ["kin", "other", "other", "visited", "visited"]
    assert sample[0]["case_number"] == KIN_CASE
    assert {row["case_number"] for row in sample[3:]} < set(VISITED_CASES)
    assert desk.refused("sun", f"{at}/draw") == "inspection.drawn_already"


def assert_anyone_draws_it_again(desk: InspectionDesk, number: str, folder: Path) -> None:
    """The script runs on its own, with what is handed out and nothing else."""
    at = f"/inspections/{number}"
    files = {
        "draw_again.py": "/inspections/sampling/draw_again.py",
        "values.json": f"{at}/values.json",
        "frame.txt": f"{at}/frame.txt",
    }
    for name, path in files.items():
        answer = desk.page("li", path)
        assert answer.status_code == 200
        (folder / name).write_bytes(answer.content)

    drawn = again(folder)
    (folder / "frame.txt").write_bytes((folder / "frame.txt").read_bytes() + b"visited\tDB-9999\n")
    changed = again(folder)

    assert (drawn.returncode, drawn.stderr) == (0, b"")
    stands_for = dict(line.split("\t") for line in desk.page("li", f"{at}/marks.txt").text.splitlines())
    assert [stands_for[line.split("\t")[1]] for line in drawn.stdout.decode().splitlines()] == (
        desk.sample(number)
    )
    assert changed.returncode == 1
    assert b"not the frame" in changed.stderr


def again(folder: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-I", "draw_again.py", "values.json", "frame.txt"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)


def examined(desk: InspectionDesk, number: str) -> None:
    """Examine every case; one point is not in order, and becomes an error in the same transaction."""
    at = f"/inspections/{number}"
    first, *others = desk.sample(number)[1:]
    looked = {"case_number": first, "focus": "means"}
    assert desk.refused("sun", f"{at}/examination", **looked, result="satisfied") == (
        "inspection.not_an_examiner"
    )
    outside = {"case_number": ELSEWHERE, "focus": "means"}
    assert desk.refused("he", f"{at}/examination", **outside, result="satisfied") == (
        "inspection.not_in_sample"
    )
    assert desk.refused("he", f"{at}/findings", **looked, **ERROR) == "inspection.in_order"
    desk.done("he", f"{at}/examination", **looked, result="not_satisfied", text="没有核对工资收入。")
    desk.done("he", f"{at}/findings", **looked, **ERROR)
    assert desk.refused("he", f"{at}/findings", **looked, **ERROR) == "inspection.found_already"
    desk.done("he", f"{at}/examination", case_number=first, focus="visit", result="satisfied")
    assert desk.refused("sun", f"{at}/conclusion", text="完成。") == "inspection.not_examined_yet"
    for case in (KIN_CASE, *others):
        desk.examine(number, case)
    assert_found_before_it_was_reported(desk, number, first)


def assert_found_before_it_was_reported(desk: InspectionDesk, number: str, case: str) -> None:
    """The finding stands with its error, and whoever reports the same afterwards was not first."""
    (finding,) = desk.reads("sun", f"/inspections/{number}")["findings"]
    error = desk.reads("sun", f"/errors/{finding['error_number']}")
    assert (error["channel"], error["case_number"], error["state"]) == ("inspection", case, "reported")
    events = desk.office.record.events(inspection_id(number))
    (recorded,) = (event for event in events if isinstance(event, Inspection.FindingRecorded))
    [reported] = desk.office.record.events(recorded.error)
    assert (reported.correlation, reported.recorded_at) == (recorded.correlation, recorded.recorded_at)

    later = {"case_number": case, "channel": "self", **ERROR, "from_month": "2021-04-01"}
    shown = desk.done("wang", "/errors", **later)
    assert not desk.reads("wang", shown.removeprefix(API))["before_discovery"]


def asked_and_answered(desk: InspectionDesk, number: str) -> None:
    at = f"/inspections/{number}"
    case = desk.sample(number)[1]
    asked = {"unit": "Civil Affairs", "text": "为何没有核对？", "working_days": 5, "case_number": case}
    nobody = desk.asks("sun", f"{at}/queries", **(asked | {"unit": "不存在的单位"}))
    assert (nobody["status"], nobody["code"]) == (409, "inspection.nobody_there")
    assert "Civil Affairs" in nobody["detail"]
    desk.done("sun", f"{at}/queries", **asked)
    assert desk.refused("sun", f"{at}/queries", **(asked | {"case_number": ELSEWHERE})) == (
        "inspection.not_in_sample"
    )
    assert desk.refused("sun", f"{at}/conclusion", text="完成。") == "inspection.queries_open"
    assert [one["query"] for one in desk.reads("li", "/inspections/waiting")] == [1]
    assert desk.refused("zhao", f"{at}/answers", query=1, text="无关。") == "identity.not_your_area"

    desk.done("li", f"{at}/answers", query=1, text="已补充核对。", evidence="工资证明")

    (told,) = desk.reads("wang", at)["queries"]
    assert (told["answer"], told["answered_by"], told["due_on"]) == (
        "已补充核对。",
        "Li Fictional",
        "2021-09-27",  # the 21st is a holiday, Sunday the 26th is worked
    )
    assert desk.reads("li", "/inspections/waiting") == []


def assert_printed(desk: InspectionDesk, number: str) -> None:
    answer = desk.page("li", f"/inspections/{number}/report.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    pages: Any = PdfReader(io.BytesIO(answer.content)).pages
    text = "".join("".join(page.extract_text() for page in pages).replace("\u200b", "").split())
    for said in ("检查报告", number, PLAN["title"], "没有核对", "已补充核对。", "总体规范", "请补充核对。"):
        assert said.replace(" ", "") in text, said
    assert desk.page("wang", f"/inspections/{number}/report.pdf").status_code == 403
    assert ZHONGSHAN in desk.reads("wang", f"/inspections/{number}")["areas"]
