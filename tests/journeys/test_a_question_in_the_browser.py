"""A question comes in at a window, is answered and released, and everyone reads it, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from audit_service.identity.recognition import COOKIE
from domain.identities import official_id
from tests.browser import WIDE, browsing, served
from tests.journeys.story import Story

ASKED, ANSWERED = "我母亲的药费谁来承担？", "由医保在定点医院结算。"
FOR_EVERYONE = "药费由谁承担？"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser, story: Story) -> Iterator[Page]:
    """A browser in front of the office; whatever it complains about fails the journey."""
    complaints: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    scripts = request.param == "with scripts"
    with served(story.app) as address:
        context = chromium.new_context(
            base_url=address, viewport=WIDE, locale="zh-CN", java_script_enabled=scripts
        )
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(error.message))
        yield page
        context.close()
    assert complaints == []


def sit_down(page: Page, story: Story, login: str, at: str) -> None:
    """Let an official sit down in front of the browser, and go to a page."""
    secret = story.office.identities.sessions.start(official_id(login))
    page.context.clear_cookies()
    page.context.add_cookies([{"name": COOKIE, "value": secret, "domain": "127.0.0.1", "path": "/"}])
    page.goto(at)


def follow(page: Page, name: str) -> None:
    page.locator("main a").get_by_text(name, exact=True).first.click()


def send(page: Page, **answers: str) -> None:
    """Fill in the form of the page and send it."""
    for name, value in answers.items():
        page.locator(f"#{name}").fill(value)
    page.locator("main form[method=post] button[type=submit]:not([name])").click()
    expect(page.locator(".banner--success")).to_be_visible()


def asked_and_answered(page: Page, story: Story) -> str:
    """Let a caseworker record a question and its answer; return the address of its page."""
    sit_down(page, story, "wang", "/questions")
    follow(page, "登记问题")
    page.locator("#area").select_option("210202")
    page.get_by_label("窗口", exact=True).check()
    page.locator("#topic").select_option("medical")
    send(page, text=ASKED)
    expect(page.locator("main")).to_contain_text("2021年3月4日")
    follow(page, "答复")
    expect(page.locator("aside")).to_contain_text(ASKED)
    send(page, answer=ANSWERED)
    return page.url.partition("?")[0]


def test_a_question_is_answered_and_everyone_reads_it(page: Page, story: Story) -> None:
    at = asked_and_answered(page, story)

    sit_down(page, story, "li", at)
    follow(page, "以概括表述公开")
    send(page, question=FOR_EVERYONE, answer="参加医保的，在定点医院直接结算。")

    story.settled()
    page.context.clear_cookies()
    page.goto("/answers")
    expect(page.locator("main")).to_contain_text(FOR_EVERYONE)
    expect(page.locator("main")).not_to_contain_text(ASKED)
    expect(page.locator("main")).not_to_contain_text(ANSWERED)
