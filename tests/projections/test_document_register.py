from collections.abc import Callable

from sqlalchemy import Connection

from domain.documents.document import PDF
from domain.identities import case_id
from projections.document_register import attached_to, document_register, title_of, titled
from tests.builders import CASEWORKER, a_document, an_act, person

CASE = case_id("DB-0001")


def test_a_document_is_one_row_with_what_superseded_it(shown: Callable[..., Connection]) -> None:
    newer, older = a_document("newer"), a_document("older", size=7)
    older.supersede(newer, an_act())
    older.open(an_act())

    db = shown(document_register, newer, older)

    first, second = attached_to(db, case=CASE)
    assert (first.document, first.size, first.superseded_by) == (older.id, 7, newer.id)
    assert (second.document, second.superseded_by, second.superseded_at) == (newer.id, None, None)
    assert (second.media_type, second.attached_by, second.content_hash) == (PDF, CASEWORKER, "0f" * 32)
    assert first.position < first.superseded_at


def test_documents_are_found_by_what_they_are_attached_to(shown: Callable[..., Connection]) -> None:
    of_case = a_document("case")
    of_error = a_document("error", place={"case": None, "error": person("error")})

    of_visit = a_document("visit", place={"case": None, "visit": person("visit")})

    db = shown(document_register, of_case, of_error, of_visit)

    assert [row.document for row in attached_to(db, case=CASE)] == [of_case.id]
    assert [row.document for row in attached_to(db, error=person("error"))] == [of_error.id]
    assert [row.document for row in attached_to(db, visit=person("visit"))] == [of_visit.id]
    assert attached_to(db, case=case_id("DB-0002")) == []


def test_what_was_attached_later_was_not_known(shown: Callable[..., Connection]) -> None:
    db = shown(document_register, a_document("first"), a_document("second"))
    second, first = attached_to(db, case=CASE)

    assert attached_to(db, case=CASE, upto=first.position) == [first]
    assert first.position < second.position


def test_a_title_is_told_of_what_is_known(shown: Callable[..., Connection]) -> None:
    db = shown(document_register, a_document("first"))

    assert title_of(db, person("first")) == "first"
    assert title_of(db, person("second")) is None
    assert titled(db, [person("first"), person("second")]) == {person("first"): "first"}
