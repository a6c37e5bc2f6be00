"""AttachDocument: what is taken, what is refused without a trace, and what is kept where."""

from collections.abc import Callable
from typing import Any

import pytest

from audit_service.settings import Settings
from domain.documents.document import LARGEST, PDF, XLSX, Document
from domain.identities import household_id
from tests.audit_service.desks.documents.conftest import Counter
from tests.files import A_JPEG, A_PDF, A_PNG, ANOTHER_PDF, a_workbook, a_workbook_with_macros, an_archive

MANY = A_PDF + bytes(25 * 1024 * 1024)


def kept(settings: Settings) -> list[str]:
    """Names of the files in the folder of documents."""
    return sorted(file.name for file in settings.documents.rglob("*") if file.is_file())


def test_an_attached_document_is_listed_with_its_receipt(counter: Counter, settings: Settings) -> None:
    answer = counter.sends()

    assert (answer["status"], answer["at"]) == (201, "/api/v1/cases/DB-0001/documents")
    assert counter.recorded == 1
    [listed] = counter.lists()
    assert listed["title"] == "虚构的工资条"
    assert (listed["media_type"], listed["size"], listed["superseded_by"]) == (PDF, len(A_PDF), None)
    assert listed["attached_by"] == "Wang Fictional"
    assert listed["position"] == counter.before + 1
    assert kept(settings) == [listed["content_hash"]]


def test_what_is_on_disk_tells_nothing(counter: Counter, settings: Settings) -> None:
    counter.sends()

    [file] = [file for file in settings.documents.rglob("*") if file.is_file()]
    sealed = file.read_bytes()
    assert b"payslip" not in sealed
    assert household_id("H-0001").bytes in sealed[:17]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (A_JPEG, "scan.JPG", "image/jpeg"),
        (A_PNG, "scan.png", "image/png"),
        (a_workbook(), "ledger.xlsx", XLSX),
        (A_PDF, "no ending", "application/octet-stream"),
    ],
)
def test_the_types_that_are_taken(counter: Counter, content: bytes, name: str, said: str) -> None:
    assert counter.sends(content, name=name, said=said)["status"] == 201


@pytest.mark.parametrize(
    ("content", "name", "said", "code"),
    [
        (b"", "payslip.pdf", PDF, "document.empty"),
        (MANY, "payslip.pdf", PDF, "document.too_large"),
        (A_PDF + bytes(LARGEST + 1 - len(A_PDF)), "payslip.pdf", PDF, "document.too_large"),
        (A_JPEG, "payslip.pdf", PDF, "document.type_mismatch"),
        (A_PDF, "payslip.png", PDF, "document.type_mismatch"),
        (b"#!/bin/sh", "payslip.pdf", PDF, "document.type_not_taken"),
        (a_workbook_with_macros(), "ledger.xlsx", XLSX, "document.holds_macros"),
        (an_archive(), "ledger.xlsx", XLSX, "document.not_a_workbook"),
    ],
    ids=["empty", "25 MB", "one byte", "jpeg", "name", "script", "macros", "zip"],
)
def test_what_is_refused_leaves_nothing_but_an_attempt(
    counter: Counter, settings: Settings, content: bytes, name: str, said: str, code: str
) -> None:
    answer = counter.sends(content, name=name, said=said)

    assert (answer["status"], answer["code"]) == (409, code)
    assert counter.recorded == 0
    assert kept(settings) == []
    [attempt] = counter.story.office.record.attempts()
    assert (attempt.command, attempt.code) == ("attach_document", code)


def test_the_largest_that_is_taken_is_taken(counter: Counter) -> None:
    assert counter.sends(A_PDF + bytes(LARGEST - len(A_PDF)))["status"] == 201


def test_far_more_than_is_taken_is_not_even_read(counter: Counter, settings: Settings) -> None:
    answer = counter.sends(bytes(4 * LARGEST))

    assert (answer["status"], answer["code"]) == (413, "http.too_large")
    assert counter.recorded == 0
    assert kept(settings) == []


def test_the_same_file_is_attached_to_a_case_once(counter: Counter, settings: Settings) -> None:
    counter.sends()

    again = counter.sends(title="虚构的另一份")

    assert (again["status"], again["code"]) == (409, "document.already_attached")
    assert counter.recorded == 1
    assert len(kept(settings)) == 1


def test_sent_again_under_its_key_it_is_answered_with_the_same_receipt(counter: Counter) -> None:
    first, again = counter.sends(key="once"), counter.sends(key="once")

    assert first == again
    assert counter.recorded == 1


def test_another_file_under_the_same_key_is_refused(counter: Counter) -> None:
    counter.sends(key="once")

    answer = counter.sends(ANOTHER_PDF, key="once")

    assert (answer["status"], answer["code"]) == (409, "record.key_reused")
    assert counter.recorded == 1


def test_a_case_of_another_area_takes_nothing(another: Callable[..., Counter], settings: Settings) -> None:
    neighbour = another("sun", caseworker=("210203",))

    answer = neighbour.sends()

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_area")
    assert neighbour.recorded == 0
    assert kept(settings) == []


def test_an_inspector_attaches_nothing(another: Callable[..., Counter]) -> None:
    inspector = another("chen", inspector=("*",))

    answer = inspector.sends()

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_role")
    assert inspector.recorded == 0


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"title": "x"}, "body.title"),
        ({"surprise": "x"}, "body.surprise"),
        ({"learned_on": "?"}, "body.learned_on"),
    ],
)
def test_a_malformed_form_is_told(counter: Counter, fields: dict[str, Any], where: str) -> None:
    answer = counter.sends(**fields)

    assert answer["status"] == 422
    assert [fault["where"] for fault in answer["faults"]] == [where]
    assert counter.recorded == 0


@pytest.mark.parametrize(
    ("body", "content_type", "faults"),
    [
        (b'{"because": "x"}', "application/json", {"body.file", "body.title", "body.because"}),
        (b"nothing", "multipart/form-data", {"body"}),
        (b"file=x&title=xx&because=xx", "application/x-www-form-urlencoded", {"body.file"}),
    ],
)
def test_a_body_that_is_no_form_with_a_file_is_told(
    counter: Counter, body: bytes, content_type: str, faults: set[str]
) -> None:
    headers = counter.headers | {"Idempotency-Key": "k", "Content-Type": content_type}

    answer = counter.clerk.client.post("/api/v1/cases/DB-0001/documents", content=body, headers=headers)

    assert answer.status_code == 422
    assert {fault["where"] for fault in answer.json()["faults"]} == faults
    assert counter.recorded == 0


def test_a_destroyed_key_takes_no_document(counter: Counter, settings: Settings) -> None:
    counter.sends()
    counter.story.office.vault.destroy(household_id("H-0001"))

    answer = counter.sends(ANOTHER_PDF)

    assert (answer["status"], answer["code"]) == (409, "record.key_destroyed")
    assert counter.recorded == 1
    assert len(kept(settings)) == 1


def test_the_record_holds_the_hash_and_no_title(counter: Counter) -> None:
    counter.sends()

    [event] = counter.story.office.record.read(counter.before, 10)
    assert isinstance(event, Document.Attached)
    assert event.content_hash == counter.lists()[0]["content_hash"]
    assert "虚构".encode() not in event.stored
