"""Opening a document: what was attached comes back, to who may read the case, and never unnoticed."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from audit_service.desks.documents.listing import documents_of
from audit_service.desks.documents.opening import download
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.documents.document import PDF, XLSX, Document
from domain.identities import household_id, official_id
from domain.officials.official import Official
from tests.audit_service.desks.documents.conftest import Counter
from tests.builders import a_document, an_act, person
from tests.files import A_PDF, ANOTHER_PDF, a_workbook
from tests.journeys.story import in_english
from tests.office import an_official

AT = "/cases/DB-0001/documents"


def the_file(settings: Settings) -> Path:
    [file] = [file for file in settings.documents.rglob("*") if file.is_file()]
    return file


@pytest.mark.parametrize(
    ("content", "said", "name"), [(A_PDF, PDF, "a.pdf"), (a_workbook(), XLSX, "a.xlsx")], ids=["pdf", "xlsx"]
)
def test_what_was_attached_is_what_is_opened(counter: Counter, content: bytes, said: str, name: str) -> None:
    counter.sends(content, said=said, name=name)
    [listed] = counter.lists()

    answer = counter.gets(f"{AT}/{listed['document']}")

    assert answer.status_code == 200
    assert answer.content == content
    assert answer.headers["Content-Type"] == said
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    ending = name.rpartition(".")[2]
    assert (
        unquote(answer.headers["Content-Disposition"])
        == f"attachment; filename*=UTF-8''虚构的工资条.{ending}"
    )


def test_who_opened_it_is_on_record(counter: Counter, another: Callable[..., Counter]) -> None:
    counter.sends()
    [listed] = counter.lists()
    inspector = another("chen", inspector=("*",))

    inspector.gets(f"{AT}/{listed['document']}")
    inspector.gets(f"{AT}/{listed['document']}")

    assert inspector.recorded == 2
    opened = counter.story.office.record.read(inspector.before, 10)
    assert {type(event) for event in opened} == {Document.Opened}
    assert {(event.stream.hex, event.role) for event in opened} == {
        (listed["document"].replace("-", ""), "inspector")
    }


def test_who_opens_it_while_others_do_is_on_record_too(counter: Counter) -> None:
    counter.sends()
    [listed] = counter.lists()
    office = counter.story.office
    as_it_was = office.record.get(Document, UUID(listed["document"]))
    counter.gets(f"{AT}/{listed['document']}")

    download(office, an_official(office, "chen", inspector=("*",)), as_it_was)

    kinds = [type(event) for event in office.record.events(as_it_was.id)]
    assert kinds == [Document.Attached, Document.Opened, Document.Opened]


def test_a_document_is_opened_where_its_case_belongs_now(
    counter: Counter, another: Callable[..., Counter]
) -> None:
    moved = a_document("moved", place={"area": "210203"})
    counter.sends()
    [listed] = counter.lists()
    office = counter.story.office
    colleague = an_official(office, "hu", manager=("210202",))

    document = office.record.get(Document, UUID(listed["document"]))
    document.place = moved.place
    answer = download(office, colleague, document)

    assert bytes(answer.body) == A_PDF
    last = office.record.read(office.record.last_position() - 1, 1)[0]
    assert (type(last), last.by, last.role) == (Document.Opened, colleague.official, "manager")


def test_an_own_relatives_documents_stay_closed(counter: Counter, another: Callable[..., Counter]) -> None:
    counter.sends()
    [listed] = counter.lists()
    office = counter.story.office
    relative = another("qian", caseworker=("*",))
    qian = office.record.get(Official, official_id("qian"))
    qian.declare_kinship(person("head"), "in_law", an_act())
    office.record.keep(Submission(aggregates=(qian,)))
    relative.before = office.record.last_position()

    for path in ("", f"/{listed['document']}"):
        answer = relative.gets(AT + path)
        assert (answer.status_code, answer.json()["code"]) == (403, "officials.own_relative")
        assert A_PDF not in answer.content
    assert relative.sends(ANOTHER_PDF)["code"] == "officials.own_relative"
    assert relative.recorded == 0


def test_a_changed_file_is_not_shown(counter: Counter, settings: Settings) -> None:
    counter.sends()
    [listed] = counter.lists()
    file = the_file(settings)
    kept = file.read_bytes()
    file.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))

    answer = counter.gets(f"{AT}/{listed['document']}")

    assert (answer.status_code, answer.json()["code"]) == (500, "document.contents_changed")
    assert "was changed" in answer.json()["detail"]
    assert counter.recorded == 1


def test_a_file_in_the_place_of_another_is_not_shown(counter: Counter, settings: Settings) -> None:
    counter.sends()
    mine = the_file(settings)
    counter.sends(ANOTHER_PDF)
    other = next(file for file in settings.documents.rglob("*") if file.is_file() and file != mine)
    listed = next(each for each in counter.lists() if each["content_hash"] == mine.name)
    mine.write_bytes(other.read_bytes())

    answer = counter.gets(f"{AT}/{listed['document']}")

    assert answer.json()["code"] == "document.contents_changed"


def test_contents_sealed_for_another_document_do_not_open(counter: Counter, settings: Settings) -> None:
    """Whoever can write events still cannot show a document under another's name."""
    counter.sends()
    forged = a_document("forged", content_hash=the_file(settings).name)
    counter.story.office.record.keep(Submission(aggregates=(forged,)))
    counter.story.settled()

    answer = counter.gets(f"{AT}/{forged.id}")

    assert answer.json()["code"] == "document.contents_changed"


def test_a_missing_file_is_told(counter: Counter, settings: Settings) -> None:
    counter.sends()
    [listed] = counter.lists()
    the_file(settings).unlink()

    answer = counter.gets(f"{AT}/{listed['document']}")

    assert (answer.status_code, answer.json()["code"]) == (500, "document.contents_missing")
    assert "brought back from a backup" in answer.json()["detail"]
    assert counter.recorded == 1


def test_a_destroyed_key_closes_it_for_good_and_leaves_the_rest(counter: Counter) -> None:
    counter.sends()
    counter.story.office.vault.destroy(household_id("H-0001"))
    [listed] = counter.lists()

    answer = counter.gets(f"{AT}/{listed['document']}")

    assert (answer.status_code, answer.json()["code"]) == (409, "record.key_destroyed")
    assert A_PDF not in answer.content
    assert "虚构" not in listed["title"]
    assert listed["size"] == len(A_PDF)
    assert counter.recorded == 1


@pytest.mark.parametrize("path", ["", "/{document}"])
def test_another_area_sees_nothing(counter: Counter, another: Callable[..., Counter], path: str) -> None:
    counter.sends()
    [listed] = counter.lists()
    neighbour = another("sun", caseworker=("210203",), inspector=("210203",))

    answer = neighbour.gets(AT + path.format(**listed))

    assert (answer.status_code, answer.json()["code"]) == (403, "identity.not_your_area")
    assert A_PDF not in answer.content
    assert neighbour.recorded == 0


@pytest.mark.parametrize("document", [person("nobody"), person("case")])
def test_what_is_not_attached_to_the_case_is_not_found(counter: Counter, document: object) -> None:
    elsewhere = a_document("case", place={"case": None, "error": person("error")})
    counter.story.office.record.keep(Submission(aggregates=(elsewhere,)))
    counter.story.settled()

    assert counter.gets(f"{AT}/{document}").status_code == 404


def test_the_documents_of_an_error_record_are_told_by_its_identity(counter: Counter) -> None:
    about = a_document("case", place={"case": None, "error": person("error")})
    counter.story.office.record.keep(Submission(aggregates=(about, a_document("other"))))
    counter.story.settled()

    assert [each.document for each in documents_of(counter.story.office, error=person("error"))] == [about.id]


@pytest.fixture
def browser(counter: Counter) -> TestClient:
    return in_english(counter.story, an_official(counter.story.office, "lin", caseworker=("*",)))


def test_it_is_opened_from_the_page(counter: Counter, browser: TestClient) -> None:
    counter.sends()
    [listed] = counter.lists()

    answer = browser.get(f"{AT}/{listed['document']}")

    assert (answer.status_code, answer.content) == (200, A_PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment;")


def test_the_page_tells_that_a_file_is_missing(
    counter: Counter, browser: TestClient, settings: Settings
) -> None:
    counter.sends()
    [listed] = counter.lists()
    the_file(settings).unlink()

    page = browser.get(f"{AT}/{listed['document']}")

    assert page.status_code == 500
    assert "is missing in the folder of documents" in page.text
