"""The page with the documents of a case, and the form that attaches one."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from domain.documents.document import LARGEST
from tests.audit_service.desks.documents.conftest import Counter
from tests.files import A_PDF, ANOTHER_PDF
from tests.journeys.story import in_english
from tests.office import an_official

AT = "/cases/DB-0001/documents"
FORM = {"because": "虚构的理由", "title": "虚构的工资条"}


@pytest.fixture
def reader(counter: Counter) -> Callable[..., TestClient]:
    """Signs somebody in, who reads English."""
    return lambda login, **roles: in_english(counter.story, an_official(counter.story.office, login, **roles))


@pytest.fixture
def browser(reader: Callable[..., TestClient], counter: Counter) -> TestClient:
    found = reader("lin", caseworker=("*",))
    counter.before = counter.story.office.record.last_position()
    return found


def sent(content: bytes = A_PDF) -> dict[str, tuple[str, bytes, str]]:
    return {"file": ("payslip.pdf", content, "application/pdf")}


def test_the_documents_are_led_to_from_the_case(browser: TestClient) -> None:
    assert f'href="{AT}"' in browser.get("/cases/DB-0001").text

    page = browser.get(AT)
    assert "No document is attached." in page.text
    assert f'href="{AT}/new"' in page.text


def test_the_form_asks_for_a_file(browser: TestClient) -> None:
    page = browser.get(f"{AT}/new").text

    assert 'enctype="multipart/form-data"' in page
    assert re.search(r'<input[^>]*id="file"[^>]*type="file"', page)
    assert "up to 20 MB" in page


def test_a_form_without_a_file_stays_as_it_was(browser: TestClient) -> None:
    assert "enctype" not in browser.get("/cases/DB-0001/changes").text


def test_an_attached_document_is_shown(counter: Counter, browser: TestClient) -> None:
    answer = browser.post(f"{AT}/new", data=FORM, files=sent())

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{AT}?recorded={counter.before + 1}"
    page = browser.get(answer.headers["Location"]).text
    assert "虚构的工资条" in page
    assert "Lin Fictional" in page
    assert "1 KB" in page


@pytest.mark.parametrize(
    ("data", "files", "status", "sentence"),
    [
        (FORM, {"file": ("", b"", "application/octet-stream")}, 422, "Choose “File”."),
        (FORM | {"title": ""}, sent(), 422, "Fill in “Title of the document”."),
        (FORM, sent(b""), 409, "The file is empty."),
        (FORM, sent(A_PDF + bytes(25 * 1024 * 1024)), 409, "The file is larger than 20 MB."),
        (FORM, sent(b"#!/bin/sh"), 409, "This is not a file of a type that is taken: PDF, JPEG, PNG, XLSX."),
    ],
    ids=["none", "no title", "empty", "25 MB", "script"],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(
    counter: Counter,
    browser: TestClient,
    data: dict[str, str],
    files: dict[str, tuple[str, bytes, str]],
    status: int,
    sentence: str,
) -> None:
    page = browser.post(f"{AT}/new", data=data, files=files)

    assert page.status_code == status
    assert sentence in page.text
    assert "虚构的理由" in page.text
    assert counter.recorded == 0


def test_far_more_than_is_taken_is_told_on_a_page(counter: Counter, browser: TestClient) -> None:
    page = browser.post(f"{AT}/new", data=FORM, files=sent(bytes(4 * LARGEST)))

    assert page.status_code == 413
    assert "This is too large" in page.text
    assert counter.recorded == 0


def test_posted_twice_it_is_attached_once(counter: Counter, browser: TestClient) -> None:
    first, again = (browser.post(f"{AT}/new", data=FORM | {"_key": "k"}, files=sent()) for _ in range(2))

    assert first.headers["Location"] == again.headers["Location"]
    assert counter.recorded == 1


def test_a_newer_document_is_attached_from_the_list(counter: Counter, browser: TestClient) -> None:
    browser.post(f"{AT}/new", data=FORM, files=sent())
    [listed] = counter.lists()
    supersede = f"{AT}/{listed['document']}/supersession"
    assert f'href="{supersede}"' in browser.get(AT).text

    answer = browser.post(supersede, data=FORM | {"title": "虚构的新工资条"}, files=sent(ANOTHER_PDF))

    assert answer.status_code == 303
    page = browser.get(answer.headers["Location"]).text
    assert page.count("Superseded</strong>") == 1
    assert f'href="{supersede}"' not in page
    assert f'href="{AT}/{listed["document"]}"' in page


def test_who_looks_back_sees_what_was_known(counter: Counter, browser: TestClient) -> None:
    browser.post(f"{AT}/new", data=FORM, files=sent())
    [listed] = counter.lists()
    then = listed["attached_at"]
    browser.post(f"{AT}/new", data=FORM | {"title": "虚构的新工资条"}, files=sent(ANOTHER_PDF))
    counter.story.settled()

    page = browser.get(AT, params={"known_at": then}).text

    assert "虚构的工资条" in page
    assert "虚构的新工资条" not in page
    assert f'href="{AT}/new"' not in page


def test_an_inspector_reads_and_attaches_nothing(counter: Counter, reader: Callable[..., TestClient]) -> None:
    counter.sends()
    counter.story.settled()
    browser = reader("chen", inspector=("*",))

    page = browser.get(AT).text

    assert "虚构的工资条" in page
    assert f'href="{AT}/new"' not in page
    assert "/supersession" not in page
    assert browser.get(f"{AT}/new").status_code == 403


def test_another_area_is_shown_nothing(counter: Counter, reader: Callable[..., TestClient]) -> None:
    counter.sends()
    [listed] = counter.lists()
    browser = reader("sun", caseworker=("210203",))

    for path in ("", "/new", f"/{listed['document']}", f"/{listed['document']}/supersession"):
        page = browser.get(AT + path)
        assert page.status_code == 403
        assert "虚构的工资条" not in page.text
