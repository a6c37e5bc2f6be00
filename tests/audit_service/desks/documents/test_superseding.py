"""SupersedeDocument: a newer file takes the place of an older one, and both stay."""

from collections.abc import Callable

import pytest

from audit_service.store.submission import Submission
from domain.documents.document import Document
from tests.audit_service.desks.documents.conftest import Counter
from tests.builders import a_document, person
from tests.files import A_PDF, A_PNG, ANOTHER_PDF

AT = "/cases/DB-0001/documents"


def supersession(document: object) -> str:
    return f"{AT}/{document}/supersession"


@pytest.fixture
def older(counter: Counter) -> str:
    """A document that is attached already."""
    counter.sends()
    [listed] = counter.lists()
    counter.before = counter.story.office.record.last_position()
    return str(listed["document"])


def test_the_newer_one_is_attached_and_named_in_one_transaction(counter: Counter, older: str) -> None:
    answer = counter.sends(ANOTHER_PDF, at=supersession(older), title="虚构的已签字工资条")

    assert (answer["status"], answer["at"]) == (201, f"/api/v1{AT}")
    kinds = {type(event) for event in counter.story.office.record.read(counter.before, 10)}
    assert kinds == {Document.Attached, Document.Superseded}
    newer, before = counter.lists()
    assert (before["document"], before["superseded_by"]) == (older, newer["document"])
    assert newer["superseded_by"] is None
    assert counter.gets(f"{AT}/{older}").content == A_PDF
    assert counter.gets(f"{AT}/{newer['document']}").content == ANOTHER_PDF


def test_a_document_that_is_attached_already_can_take_its_place(counter: Counter, older: str) -> None:
    counter.sends(ANOTHER_PDF)

    answer = counter.sends(ANOTHER_PDF, at=supersession(older))

    assert answer["status"] == 201
    assert counter.recorded == 2
    newer, before = counter.lists()
    assert before["superseded_by"] == newer["document"]


def test_it_is_superseded_once(counter: Counter, older: str) -> None:
    counter.sends(ANOTHER_PDF, at=supersession(older))

    answer = counter.sends(A_PNG, at=supersession(older), name="scan.png", said="image/png")

    assert (answer["status"], answer["code"]) == (409, "document.already_superseded")
    assert counter.recorded == 2


def test_the_same_file_is_no_newer_one(counter: Counter, older: str) -> None:
    answer = counter.sends(at=supersession(older))

    assert (answer["status"], answer["code"]) == (409, "document.not_newer")
    assert counter.recorded == 0


def test_a_file_that_is_refused_supersedes_nothing(counter: Counter, older: str) -> None:
    answer = counter.sends(b"", at=supersession(older))

    assert (answer["status"], answer["code"]) == (409, "document.empty")
    assert counter.recorded == 0
    assert counter.lists()[0]["superseded_by"] is None


def test_sent_again_under_its_key_it_is_answered_with_the_same_receipt(counter: Counter, older: str) -> None:
    first, again = (counter.sends(ANOTHER_PDF, at=supersession(older), key="once") for _ in range(2))

    assert first == again
    assert counter.recorded == 2


@pytest.mark.parametrize("document", ["nonsense", person("nobody"), person("elsewhere")])
def test_what_is_not_attached_to_the_case_is_not_superseded(counter: Counter, document: object) -> None:
    elsewhere = a_document("elsewhere", place={"case": None, "error": person("error")})
    counter.story.office.record.keep(Submission(aggregates=(elsewhere,)))
    counter.before = counter.story.office.record.last_position()

    answer = counter.sends(at=supersession(document))

    assert answer["status"] == 404
    assert counter.recorded == 0


def test_another_area_supersedes_nothing(
    counter: Counter, older: str, another: Callable[..., Counter]
) -> None:
    neighbour = another("sun", caseworker=("210203",))

    answer = neighbour.sends(ANOTHER_PDF, at=supersession(older))

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_area")
    assert neighbour.recorded == 0


def test_what_was_known_before_is_shown_as_it_was_known(counter: Counter, older: str) -> None:
    from audit_service.desks.documents.listing import documents_of

    counter.sends(ANOTHER_PDF, at=supersession(older))
    counter.story.settled()

    then = documents_of(counter.story.office, upto=counter.before)

    assert [(str(each.document), each.superseded_by) for each in then] == [(older, None)]
