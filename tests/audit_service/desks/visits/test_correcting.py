"""CorrectVisit, WithdrawVisit, AttachPhoto: what was recorded wrong is put right, what was seen is shown."""

import re
from typing import Any
from uuid import uuid4

import pytest

from audit_service.store.submission import Submission
from domain.documents.document import Document
from domain.identities import visit_id
from domain.visits.visit import Visit
from tests.audit_service.desks.visits.conftest import A_FAMILY, A_VISIT, Ledger
from tests.files import A_JPEG, A_PDF, ANOTHER_PDF
from tests.journeys.story import Clerk
from tests.visit_builders import a_visit_taken_over

A_PHOTO = "photo.jpg", A_JPEG, "image/jpeg"
A_SCAN = "scan.pdf", A_PDF, "application/pdf"
ANOTHER_SCAN = "scan.pdf", ANOTHER_PDF, "application/pdf"


def attached(
    ledger: Ledger,
    number: str,
    clerk: Clerk | None = None,
    *,
    file: tuple[str, bytes, str] = A_PHOTO,
    instead_of: object = "",
) -> dict[str, object]:
    """Send a photo, and return what came of it."""
    who = clerk or ledger.clerk
    answer = who.client.post(
        f"/api/v1/visits/{number}/photos" + (f"/{instead_of}/supersession" if instead_of else ""),
        data={"because": "走访所见", "title": "虚构的照片"},
        files={"file": file},
        headers={"Authorization": f"Bearer {who.token}", "Idempotency-Key": uuid4().hex},
    )
    return {"status": answer.status_code, **answer.json()}


def test_what_was_recorded_wrong_is_put_right(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)

    ledger.enters(
        f"/visits/{number}/correction", visited_on="2021-05-09", met="户主的配偶", officials=["zhao"]
    )

    visit = ledger.visit(number)
    assert (visit["day"], visit["met"], visit["found"]) == ("2021-05-09", "户主的配偶", "药费负担重。")
    assert (visit["cadres"], visit["corrections"]) == (["Zhao Fictional · Civil Affairs"], 1)


def test_a_visit_of_an_old_ledger_is_put_right_too(ledger: Ledger) -> None:
    ledger.story.office.record.keep(Submission(aggregates=(a_visit_taken_over(),)))

    ledger.enters("/visits/ZF-4/correction", observations=["want"], found="柜子是空的。")

    visit = ledger.visit("ZF-4")
    assert (visit["observations"], visit["found"], visit["cadres"]) == (
        ["want"],
        "柜子是空的。",
        ["Wang · Neighbourhood"],
    )
    assert (visit["answer_given"], visit["settled"]) == ("Told which papers are needed.", True)


def test_a_correction_that_corrects_nothing_is_refused(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    before = ledger.position

    answer = ledger.clerk.asks(f"/visits/{number}/correction", visited_on="2021-05-10")

    assert (answer["status"], answer["code"]) == (409, "visit.nothing_corrected")
    assert ledger.position == before


def test_a_visit_that_was_never_made_is_withdrawn(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)

    ledger.enters(f"/visits/{number}/withdrawal", reason="never_made")

    assert (ledger.visit(number)["state"], ledger.visit(number)["reason"]) == ("withdrawn", "never_made")
    assert ledger.history(visit_id(number)) == [Visit.Recorded, Visit.Withdrawn]


def test_a_photo_shows_what_was_seen_and_who_opens_it_is_recorded(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)

    assert attached(ledger, number)["status"] == 201
    [photo] = ledger.reads(f"/visits/{number}/photos")["documents"]
    headers = {"Authorization": f"Bearer {ledger.clerk.token}"}
    opened = ledger.clerk.client.get(f"/api/v1/visits/{number}/photos/{photo['document']}", headers=headers)

    assert (photo["title"], photo["media_type"]) == ("虚构的照片", "image/jpeg")
    assert opened.content == A_JPEG
    [last] = ledger.story.office.record.read(ledger.position - 1, 1)
    assert type(last) is Document.Opened
    assert attached(ledger, number)["code"] == "document.already_attached"


def test_a_photo_of_another_visit_is_not_opened_here(ledger: Ledger) -> None:
    number, other = ledger.enters(**A_VISIT, **A_FAMILY), ledger.enters(**A_VISIT, **A_FAMILY)
    attached(ledger, number)
    [photo] = ledger.reads(f"/visits/{number}/photos")["documents"]

    assert ledger.reads(f"/visits/{other}/photos")["documents"] == []
    assert ledger.reads(f"/visits/{other}/photos/{photo['document']}")["status"] == 404


def test_a_newer_photo_takes_the_place_of_another_and_both_stay(ledger: Ledger) -> None:
    number, other = ledger.enters(**A_VISIT, **A_FAMILY), ledger.enters(**A_VISIT, **A_FAMILY)
    attached(ledger, number)
    [older] = ledger.reads(f"/visits/{number}/photos")["documents"]
    path = f"/visits/{number}/photos/{older['document']}"
    assert f'href="{path}/supersession"' in ledger.page(f"/visits/{number}")

    answer = attached(ledger, number, file=A_SCAN, instead_of=older["document"])

    assert answer["status"] == 201, answer
    newer, before = ledger.reads(f"/visits/{number}/photos")["documents"]
    assert (before["document"], before["superseded_by"]) == (older["document"], newer["document"])
    page = ledger.page(f"/visits/{number}")
    assert page.count("Superseded</strong>") == 1
    assert f"{path}/supersession" not in page
    assert f"{newer['document']}/supersession" in page
    again = attached(ledger, number, file=ANOTHER_SCAN, instead_of=older["document"])
    elsewhere = attached(ledger, other, file=ANOTHER_SCAN, instead_of=newer["document"])
    assert (again["code"], elsewhere["code"]) == ("document.already_superseded", "record.not_on_record")


def test_the_form_begins_with_what_is_recorded(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY, officials=["wang", "zhao"], others=["虚构网格员，示例社区"])
    path = f"/visits/{number}/correction"

    page = ledger.page(path)

    assert re.findall(r'name="officials"[^>]* value="(\w+)" checked', page) == ["wang", "zhao"]
    assert "虚构网格员, 示例社区</textarea>" in page
    assert re.search(r'name="visited_on"[^>]* value="2021-05-10"', page)
    assert re.search(r'name="met"[^>]* value="户主"', page)
    assert "药费负担重。</textarea>" in page
    assert set(re.findall(r'name="observations"[^>]* value="(\w+)" checked', page)) == {"illness", "expenses"}


def test_who_was_to_go_stands_in_the_form_of_a_planned_visit(ledger: Ledger) -> None:
    number = ledger.plans(because="年度走访", officials=["zhao"], others=["虚构网格员，示例社区"])

    tells, moves = (ledger.page(f"/visits/{number}/{form}") for form in ("account", "day"))

    assert re.findall(r'name="officials"[^>]* value="(\w+)" checked', tells) == ["zhao"]
    assert "虚构网格员, 示例社区</textarea>" in tells
    assert re.findall(r'name="officials"[^>]* value="(\w+)" checked', moves) == []
    assert {"wang", "zhao"} <= set(re.findall(r'name="officials"[^>]* value="(\w+)"', moves))
    assert re.search(r'name="due_on"[^>]* value="2021-06-01"', moves)
    assert "Zhao Fictional · Civil Affairs" in ledger.page("/visits/planned/new")


def test_what_was_right_is_not_recorded_again(ledger: Ledger) -> None:
    going: dict[str, Any] = {"officials": ["wang", "zhao"], "others": ["虚构网格员，示例社区"]}
    number = ledger.enters(**A_VISIT, **A_FAMILY, **going)
    other_order = {"officials": ["zhao", "wang"], "observations": ["expenses", "illness"]}
    same = {name: value for name, value in (A_VISIT | going | other_order).items() if name != "because"}

    as_it_is = ledger.clerk.asks(f"/visits/{number}/correction", **same)
    ledger.enters(f"/visits/{number}/correction", **{**same, "met": "户主的配偶"})

    assert as_it_is["code"] == "visit.nothing_corrected"
    [event] = ledger.story.office.record.read(ledger.position - 1, 1)
    assert isinstance(event, Visit.Corrected)
    assert (event.visited_on, event.visitors, event.observations, event.found) == (None, "", (), "")
    assert ledger.visit(number)["met"] == "户主的配偶"


@pytest.mark.parametrize("path", ["correction", "withdrawal"])
def test_who_works_elsewhere_puts_nothing_right(ledger: Ledger, path: str) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    stranger = ledger.another("sun", caseworker=("210203",))
    before = ledger.position

    command = {"reason": "twice"} if path == "withdrawal" else {}
    answer = stranger.asks(f"/visits/{number}/{path}", **command)

    assert answer["code"] == "identity.not_your_area"
    assert attached(ledger, number, stranger)["code"] == "identity.not_your_area"
    assert ledger.position == before
