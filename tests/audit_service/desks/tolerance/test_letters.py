"""The letters of a review: for whoever may read it, from its history, and proven by a signed receipt."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from audit_service.identity.identity import Identity
from audit_service.settings import Settings
from domain.identities import tolerance_id
from domain.tolerance.review import ToleranceReview
from tests.builders import CASEWORKER, PULANDIAN, ZHONGSHAN
from tests.desk_of_questions import QuestionDesk, a_question_desk
from tests.error_builders import a_classified_error
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import SECRETARY, a_determined_review, a_notified_review, an_organs_act
from tests.tolerance_lives import a_closed_review, a_filed_review, a_revoked_review


@pytest.fixture
def desk(settings: Settings) -> Iterator[QuestionDesk]:
    with a_question_desk(settings) as desk:
        yield desk


def fetched(desk: QuestionDesk, path: str, who: Identity) -> Any:
    session = desk.office.identities.sessions.start(who.official)
    desk.client.cookies.set("session", session)
    desk.client.cookies.set("seen", str(desk.office.record.last_position()))
    return desk.client.get(path)


def text_of(answer: Any) -> str:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return "".join("".join(pages).replace("\u200b", "").split())


def about(official: Identity, number: str) -> dict[str, Any]:
    return {"number": number, "officials": (CASEWORKER, official.official)}


def test_a_cleared_official_has_a_letter_of_the_organ(desk: QuestionDesk) -> None:
    desk.keep(a_classified_error(), a_closed_review(**about(desk.stranger, "RC-1")))

    text = text_of(fetched(desk, "/tolerance/RC-1/clarification.pdf", desk.stranger))
    receipt = fetched(desk, "/tolerance/RC-1/clarification.json", desk.stranger).json()

    [event] = [
        each
        for each in desk.office.record.events(tolerance_id("RC-1"))
        if isinstance(each, ToleranceReview.NameCleared)
    ]
    assert "编号：CQ-1" in text
    assert "StrangerFictionalCivilAffairs·经办人" in text
    assert "Nothingisheldagainstthem." in text
    assert "澄清：Intheunit。" in text
    assert "考核不扣分" in text
    assert "免责" in text
    assert receipt["positions"] == [event.position]
    assert receipt["hashes"][0] in text
    assert receipt["key_id"] in text
    page = desk.page("/tolerance/RC-1", desk.stranger)
    assert 'href="/tolerance/RC-1/clarification.pdf"' in page
    assert 'href="/tolerance/RC-1/notice.pdf"' in page


@on_sqlite
def test_each_clarification_has_a_letter_with_a_number_and_a_receipt_of_its_own(desk: QuestionDesk) -> None:
    review = a_filed_review(**about(desk.stranger, "RC-1"))
    for scope, text in (("In the unit", "Nothing is held against them."), ("In the village", "Nor here.")):
        review.clear_name(scope, text, an_organs_act(SECRETARY, "2021-11-23"))
    desk.keep(a_classified_error(), review)
    first, second = (
        event.position
        for event in desk.office.record.events(tolerance_id("RC-1"))
        if isinstance(event, ToleranceReview.NameCleared)
    )
    at = "/tolerance/RC-1/clarification"

    texts = [text_of(fetched(desk, f"{at}.pdf{one}", desk.stranger)) for one in (f"?letter={first}", "")]
    receipts = [
        fetched(desk, f"{at}.json?letter={one}", desk.stranger).json()["positions"] for one in (first, second)
    ]

    assert ["编号：CQ-1-2" in text for text in texts] == [False, True]
    assert "编号：CQ-1" in texts[0]
    assert ["Inthevillage" in text for text in texts] == [False, True]
    assert all(f"{at}.json?letter={one}" in text for one, text in zip((first, second), texts, strict=True))
    assert receipts == [[first], [second]]
    page = desk.page("/tolerance/RC-1", desk.stranger)
    assert f'href="{at}.pdf?letter={first}"' in page
    assert f'href="{at}.pdf"' in page
    assert fetched(desk, f"{at}.pdf?letter={first - 1}", desk.stranger).status_code == 404


@on_sqlite
def test_the_notice_says_what_was_determined_and_how_it_is_contested(desk: QuestionDesk) -> None:
    desk.keep(a_notified_review("lightened", **about(desk.worker, "RC-1")))

    text = text_of(fetched(desk, "/tolerance/RC-1/notice.pdf", desk.worker))
    receipt = fetched(desk, "/tolerance/RC-1/notice.json", desk.worker)

    assert "编号：GZ-1" in text
    assert "认定结论从轻" in text
    assert "Bothofuslookedintoit." in text
    assert "Itwasingoodfaith,andisputright." in text
    assert "2021年11月18日以前（含当日）" in text
    assert receipt.headers["content-disposition"].endswith("notice-RC-1.json")


@on_sqlite
def test_there_is_no_letter_before_the_act_nor_after_it_was_revoked(desk: QuestionDesk) -> None:
    desk.keep(a_classified_error(), a_determined_review(number="RC-1"), a_revoked_review(number="RC-2"))

    page = desk.page("/tolerance/RC-2", desk.manager)
    assert ".pdf" not in page
    assert "Revoked on" in page
    assert "is the act of the organ" in page
    answers = {
        path: fetched(desk, path, desk.manager).status_code
        for number in (1, 2)
        for path in (f"/tolerance/RC-{number}/notice.pdf", f"/tolerance/RC-{number}/clarification.json")
    }

    assert answers == {
        "/tolerance/RC-1/notice.pdf": 404,
        "/tolerance/RC-1/clarification.json": 404,
        "/tolerance/RC-2/notice.pdf": 404,
        "/tolerance/RC-2/clarification.json": 404,
    }


def test_a_letter_is_for_who_is_concerned_and_who_reads_reviews_there(desk: QuestionDesk) -> None:
    desk.keep(a_closed_review(number="RC-1"))
    organ = an_official(desk.office, "organ", organ=(ZHONGSHAN,))
    elsewhere = an_official(desk.office, "elsewhere", manager=(PULANDIAN,))

    codes = [
        fetched(desk, "/tolerance/RC-1/clarification.pdf", who).status_code
        for who in (organ, desk.manager, elsewhere, desk.worker)
    ]

    assert codes == [200, 200, 403, 403]
