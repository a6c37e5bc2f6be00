"""What the pages show of imports, who may see them, and which files are left out."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from python_calamine import load_workbook

from audit_service.desks.imports import receiving
from audit_service.imports.folder import KEPT_FOR, WAITS_FOR
from audit_service.imports.importer import sweep
from audit_service.ledgers.refused_files import NotASpreadsheet
from audit_service.store.errors import NotOnRecord
from tests.audit_service.desks.imports.conftest import Desk
from tests.journeys.story import Clerk
from tests.office import an_official


def test_rows_are_read_by_page_and_by_outcome_and_reason(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.imports.pages.PAGE", 10)
    (made,) = desk.made(dibao=40)
    number = desk.carried_out(*desk.written([made]))
    reason = next(iter(made.truth.rows_by_reason))
    desk.opens_rows(number)

    everything = desk.clerk.reads(f"/imports/{number}/rows", limit="200")
    rejected = desk.clerk.reads(f"/imports/{number}/rows", outcome="rejected", reason=reason)
    first = desk.clerk.reads(f"/imports/{number}/rows", limit="3")
    second = desk.clerk.reads(f"/imports/{number}/rows", limit="3", after=str(first["next"]))
    page = desk.page(f"/imports/{number}/rows?file=1&outcome=accepted")

    assert (len(everything["rows"]), everything["next"]) == (made.truth.rows, None)
    assert len(rejected["rows"]) == made.truth.rows_by_reason[reason]
    assert {code["code"] for row in rejected["rows"] for code in row["reasons"]} >= {reason}
    assert [row["row"] for row in everything["rows"][:6]] == [
        row["row"] for row in first["rows"] + second["rows"]
    ]
    assert f"/imports/{number}/rows?outcome=accepted&amp;file=1&amp;after=" in page


def test_the_rejected_rows_are_handed_out_to_be_corrected_and_sent_again(desk: Desk) -> None:
    (made,) = desk.made(dibao=40)
    number = desk.carried_out(*desk.written([made]))
    desk.opens_rows(number)

    desk.page(f"/imports/{number}")
    answer = desk.clerk.client.get(f"/imports/{number}/rows.xlsx?file=1&outcome=rejected")

    headings, *rows = load_workbook(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert len(rows) == made.truth.rejected
    assert "户编号" in headings
    again = desk.folder / "again.xlsx"
    again.write_bytes(answer.content)
    assert desk.reads(desk.tried(again))["files"][0]["rejected"] == made.truth.rejected


def test_a_file_that_is_no_register_is_left_out_and_said_why(desk: Desk) -> None:
    picture = desk.folder / "张三.png"
    picture.write_bytes(b"\x89PNG")
    number = desk.tried(picture, *desk.written(desk.made(tekun=12)))

    answer = desk.reads(number)
    page = desk.page(f"/imports/{number}")
    desk.clerk.asks(f"/imports/{number}/carrying-out")
    desk.importer.look()

    assert answer["files"][0]["refused"]
    assert str(NotASpreadsheet(file="张三.png")) in page
    assert desk.reads(number)["state"] == "carried_out"


def test_nothing_is_carried_out_before_it_is_tried_and_of_nothing(desk: Desk) -> None:
    picture = desk.folder / "picture.png"
    picture.write_bytes(b"\x89PNG")
    early = str(desk.sends(*desk.written(desk.made(tekun=12))).json()["number"])
    empty = str(desk.sends(picture).json()["number"])

    too_early = desk.clerk.asks(f"/imports/{early}/carrying-out")
    desk.importer.look()
    state_of_nothing = desk.reads(empty)["state"]
    of_nothing = desk.clerk.asks(f"/imports/{empty}/carrying-out")
    desk.clerk.asks(f"/imports/{early}/carrying-out")
    twice = desk.clerk.asks(f"/imports/{early}/carrying-out")

    assert state_of_nothing == "left_out"
    assert [too_early["code"], of_nothing["code"], twice["code"]] == [
        "import.still_reading",
        "import.nothing",
        "import.already_announced",
    ]


def test_files_are_taken_from_clerks_only_and_within_limits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = desk.written(desk.made(tekun=12))

    forbidden = desk.sends(file, clerk=desk.story.caseworker)
    nothing = desk.sends()
    monkeypatch.setattr(receiving, "LARGEST", 1000)
    too_large = desk.sends(file)

    assert [forbidden.status_code, nothing.status_code, too_large.status_code] == [403, 409, 413]
    (attempt,) = desk.office.record.attempts(limit=1)
    assert (attempt.command, attempt.code) == ("send_files", "identity.not_your_role")


def test_rows_of_areas_that_are_not_the_clerks_are_closed(desk: Desk) -> None:
    number = desk.tried(*desk.written(desk.made(dibao=40)))
    elsewhere = an_official(desk.office, "qian", clerk=("210202",))
    clerk = Clerk(desk.clerk.client, desk.office.identities.tokens.make(elsewhere.official))
    before = desk.office.record.last_position()

    unseen = clerk.reads(f"/imports/{number}")
    carried_out = clerk.asks(f"/imports/{number}/carrying-out")
    own = str(desk.sends(*desk.folder.glob("*.xlsx"), clerk=clerk).json()["number"])
    desk.importer.look()
    rows = clerk.reads(f"/imports/{own}/rows")
    opened = desk.opens_rows(own, clerk)
    of_another = desk.opens_rows(number, clerk)

    assert (unseen["status"], carried_out["status"], rows["status"]) == (404, 403, 403)
    assert (opened["status"], of_another["status"]) == (403, 404)
    assert desk.office.record.last_position() == before


def test_a_clerk_of_another_area_sees_that_something_was_imported_and_not_what(desk: Desk) -> None:
    desk.carried_out(*desk.written(desk.made(dibao=40)))
    elsewhere = an_official(desk.office, "qian", clerk=("210202",))
    clerk = Clerk(desk.clerk.client, desk.office.identities.tokens.make(elsewhere.official))
    desk.story.settled()

    (row,) = clerk.reads("/imports")["imports"]
    (own,) = desk.clerk.reads("/imports")["imports"]

    assert (row["seen"], own["seen"]) == (False, True)
    assert clerk.reads(f"/imports/{row['number']}")["status"] == 403


def test_what_nobody_carries_out_goes_after_a_week_and_reports_after_a_season(desk: Desk) -> None:
    (file,) = desk.written(desk.made(tekun=12))
    left, done = desk.tried(file), desk.carried_out(file)
    now = datetime.now(UTC)

    sweep(desk.office, now + WAITS_FOR + timedelta(hours=1))
    assert desk.office.imports.sent(done).about.tried
    with pytest.raises(NotOnRecord):
        desk.office.imports.sent(left)
    sweep(desk.office, now + KEPT_FOR + timedelta(hours=1))

    with pytest.raises(NotOnRecord):
        desk.office.imports.sent(done)
    answer = desk.reads(done)
    assert (answer["state"], answer["files"][0]["report"]) == ("carried_out", False)
    assert answer["files"][0]["rows"] == sum(
        answer["files"][0][outcome] for outcome in ("accepted", "duplicate", "rejected")
    )


def test_nothing_of_a_file_stands_readable_on_the_disk(desk: Desk) -> None:
    (made,) = desk.made(dibao=40)
    number = desk.carried_out(*desk.written([made]))

    kept = [file.read_bytes() for file in desk.office.imports.sent(number).path.rglob("*") if file.is_file()]

    secrets = [row[heading].encode() for row in made.accepted for heading in ("姓名", "身份证号码")]
    assert not any(secret in content for content in kept for secret in secrets)
