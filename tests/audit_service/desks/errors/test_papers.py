"""The papers of an error and its lists as files: from its history, for whoever may read it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from audit_service.office import Office
from audit_service.settings import Settings
from domain.identities import official_id
from tests.journeys.error_story import ErrorStory, an_error_story, brought, reported
from tests.journeys.story import in_english
from tests.office import an_official


@pytest.fixture
def told(office: Office, settings: Settings) -> Iterator[ErrorStory]:
    with an_error_story(office, settings) as told:
        yield told


def get(told: ErrorStory, login: str, path: str) -> Any:
    """What the service answers to the browser of an official."""
    told.story.settled()
    identity = told.story.office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return in_english(told.story, identity).get(path)


def text_of(answer: Any) -> str:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    return "".join("".join(pages).replace("\u200b", "").split())


def test_the_receipt_says_what_the_record_says(told: ErrorStory) -> None:
    number = reported(told)
    signed = told.reads("wang", f"/errors/{number}/receipt")["receipt"]

    answer = get(told, "wang", f"/errors/{number}/receipt.pdf")

    text = text_of(answer)
    assert "第1页，共1页" in text
    assert "主动报告回执" in text
    assert f"编号：{number}" in text
    assert "WangFictional（CivilAffairs）" in text
    assert f"差错编号{number}" in text
    assert f"案件{told.case}" in text
    assert "差错事项E01" in text
    assert "先于他人发现是" in text
    assert "在期限内报告是" in text
    assert f"记录位次{signed['positions'][0]}" in text
    assert signed["hashes"][0] in text
    assert signed["key_id"] in text
    assert "出处：test.invalid/audit" in text
    assert "收入核定有误" not in text
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{number}.pdf"


def test_whoever_reports_it_again_gets_a_receipt_of_their_own(told: ErrorStory) -> None:
    number = reported(told)
    reported(told, "zheng", channel="peer")
    position = told.reads("zheng", f"/errors/{number}/history")["events"][0]["position"]

    text = text_of(get(told, "zheng", f"/errors/{number}/receipt.pdf?report={position}"))

    assert "差错报告回执" in text
    assert "ZhengFictional" in text
    assert "先于他人发现否" in text
    assert f"编号：{number}-{position}" in text


def test_the_notice_says_what_is_to_be_done_by_whom_and_when(told: ErrorStory) -> None:
    number = brought(told, "notified")
    notice = told.reads("qian", f"/errors/{number}")["notice"]

    answer = get(told, "wang", f"/errors/{number}/notice.pdf")

    text = text_of(answer)
    year, month, day = (int(part) for part in notice["due_on"].split("-"))
    assert "纠错通知书" in text
    assert f"编号：{notice['number']}" in text
    assert "WangFictional：" in text
    assert f"差错编号{number}" in text
    assert "认定理由：虚构的理由" in text
    assert f"{year}年{month}月{day}日前完成" in text
    assert "CivilAffairs（盖章）2021年9月20日" in text
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{notice['number']}.pdf"
    assert get(told, "sun", f"/errors/{number}/notice.pdf").content == answer.content


def test_there_is_no_notice_before_it_is_issued(told: ErrorStory) -> None:
    number = brought(told, "classified")

    assert get(told, "qian", f"/errors/{number}/notice.pdf").status_code == 404


@pytest.mark.parametrize("paper", ["receipt", "notice"])
def test_no_paper_is_for_who_may_not_read_the_error(told: ErrorStory, paper: str) -> None:
    number = brought(told, "notified")
    an_official(told.story.office, "elsewhere", manager=("210203",))
    told.story.settled()

    answer = get(told, "elsewhere", f"/errors/{number}/{paper}.pdf")

    assert answer.status_code == 403
    assert "Wang Fictional" not in answer.text


def test_a_machine_without_a_chinese_font_says_what_to_do(told: ErrorStory, tmp_path: Path) -> None:
    number = reported(told)
    told.story.app.state.office = replace(told.story.office, fonts_dir=tmp_path)

    answer = get(told, "wang", f"/errors/{number}/receipt.pdf")

    assert answer.status_code == 409
    assert "This machine has no Chinese font to print papers with." in answer.text


def test_the_pages_lead_to_the_papers(told: ErrorStory) -> None:
    number = brought(told, "notified")

    receipt = get(told, "wang", f"/errors/{number}/receipt").text
    error = get(told, "wang", f"/errors/{number}").text

    assert f'href="/errors/{number}/receipt.pdf?report=' in receipt
    assert f'href="/errors/{number}/notice.pdf"' in error


def rows(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_the_lists_of_errors_are_handed_out(told: ErrorStory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.errors.exports.AT_ONCE", 1)
    first = brought(told, "notified")
    second = reported(told, "zheng", element="E07", channel="peer")
    an_official(told.story.office, "elsewhere", manager=("210203",))

    everything = rows(get(told, "sun", "/errors.csv"))
    narrowed = rows(get(told, "sun", "/errors.csv?element=E07&state="))
    notices = rows(get(told, "sun", "/errors/notices.csv"))

    assert [row[0] for row in everything] == ["Number", second, first]
    assert [row[0] for row in narrowed[1:]] == [second]
    assert [row[:2] for row in notices[1:]] == [[notices[1][0], first]]
    assert notices[1][0].startswith("JC210202-2021-")
    assert notices[1][6] == told.reads("sun", f"/errors/{first}")["notice"]["due_on"]
    assert rows(get(told, "elsewhere", "/errors.csv"))[1:] == []
    assert rows(get(told, "elsewhere", "/errors/notices.csv"))[1:] == []


def test_a_filter_that_is_not_offered_leads_back_to_the_register(told: ErrorStory) -> None:
    answer = get(told, "sun", "/errors.xlsx?element=E99")

    assert (answer.status_code, answer.headers["location"]) == (303, "/errors?element=E99")
