"""A document is attached once, is of a type that is taken, and is superseded, never overwritten."""

from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.documents.document import LARGEST, TYPES, Document
from domain.documents.refusals import (
    AlreadySuperseded,
    AttachedElsewhere,
    DocumentEmpty,
    DocumentTooLarge,
    NotNewer,
    TypeNotTaken,
)
from domain.identities import case_id, household_id
from domain.refusal import Refused
from tests.builders import a_document, an_act, person
from tests.history import given, last, recorded, refused


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("size", [1, LARGEST])
def test_a_file_is_attached_under_the_key_of_whom_it_is_about(media_type: str, size: int) -> None:
    document = a_document(media_type=media_type, size=size)

    assert recorded(document) == [Document.Attached]
    event = last(document, Document.Attached)
    assert (event.case, event.error) == (case_id("DB-0001"), None)
    assert (event.media_type, event.size, event.content_hash) == (media_type, size, "0f" * 32)
    assert given(document).subject == event.subject == household_id("H-0001")


def test_a_document_belongs_to_an_error_record_as_well() -> None:
    document = given(a_document(place={"case": None, "error": person("error")}))

    assert document.about == person("error")


@pytest.mark.parametrize(
    ("values", "refusal", "sentence"),
    [
        ({"size": 0}, DocumentEmpty, "The file is empty."),
        ({"size": LARGEST + 1}, DocumentTooLarge, "larger than 20 MB"),
        ({"media_type": "text/html"}, TypeNotTaken, "PDF, JPEG, PNG, XLSX"),
        ({"place": {"area": "nowhere"}}, UnknownArea, "no area nowhere"),
    ],
)
def test_what_is_no_document_is_not_attached(
    values: dict[str, Any], refusal: type[Refused], sentence: str
) -> None:
    with pytest.raises(refusal, match=sentence):
        a_document(**values)


def test_a_newer_document_supersedes_it_and_is_named() -> None:
    older, newer = given(a_document("older")), given(a_document("newer"))

    older.supersede(newer, an_act())

    assert recorded(older) == [Document.Superseded]
    assert older.superseded_by == last(older, Document.Superseded).newer == newer.id
    assert recorded(newer) == []


def test_it_is_superseded_once() -> None:
    older, newer = given(a_document("older")), given(a_document("newer"))
    older.supersede(newer, an_act())

    with refused(older, AlreadySuperseded, "Supersede the newer one instead."):
        older.supersede(a_document("newest"), an_act())


def test_it_does_not_supersede_itself() -> None:
    document = given(a_document())

    with refused(document, NotNewer, "Choose the newer document."):
        document.supersede(given(a_document()), an_act())


def test_what_is_superseded_supersedes_nothing_so_that_there_is_always_a_last_one() -> None:
    first, second = a_document("first"), a_document("second")
    first.supersede(second, an_act())

    with refused(second, NotNewer):
        second.supersede(first, an_act())


def test_it_is_superseded_by_one_about_the_same_case_only() -> None:
    document, other = a_document(), a_document("other", place={"case": case_id("DB-0002")})

    with refused(document, AttachedElsewhere, "Attach it here first."):
        document.supersede(other, an_act())


def test_a_case_that_moved_to_another_area_still_supersedes_its_documents() -> None:
    older, newer = a_document("older"), a_document("newer", place={"area": "210203"})

    older.supersede(newer, an_act())

    assert older.superseded_by == newer.id


def test_that_it_was_opened_is_on_record() -> None:
    document = given(a_document())

    document.open(an_act(by=person("inspector")))

    assert recorded(document) == [Document.Opened]
    assert last(document, Document.Opened).by == person("inspector")
