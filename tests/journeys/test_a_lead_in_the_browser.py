"""Two registers give two names for one number: a caseworker tells the people apart, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from audit_service.demo.ledgers import KINDS
from audit_service.identity.recognition import COOKIE
from audit_service.ledgers.importing import import_ledgers, read_ledgers
from audit_service.rechecking.noticing import notice
from domain.identities import official_id
from tests.browser import PHONE, WIDE, axe_violations, browsing, served
from tests.journeys.story import Story
from tests.ledger_files import a_row, a_workbook
from tests.office import an_official

ONE, OTHER = "赵甲子", "钱乙丑"
ELDERLY = {
    "姓名": OTHER,
    "身份证号码": a_row()["身份证号码"],
    "区市县": "中山区",
    "居住情况": "独居",
    "失能等级": "能力完好",
    "月养老服务补贴": 300.0,
    "评估日期": "2020-05-01",
}


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
        secret = story.office.identities.sessions.start(official_id("wang"))
        context.add_cookies([{"name": COOKIE, "value": secret, "url": address}])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(error.message))
        yield page
        context.close()
    assert complaints == []


def imported(story: Story, folder: Path) -> None:
    """Have a register of families and one of old people taken over that name one person differently."""
    row, headings = a_row(), KINDS["elderly"].headings
    files = [
        a_workbook(folder / "dibao.xlsx", [list(row), list(row.values())]),
        a_workbook(folder / "elderly.xlsx", [headings, [ELDERLY[heading] for heading in headings]]),
    ]
    clerk = an_official(story.office, "clerk", clerk=("*",))
    import_ledgers(story.office, read_ledgers(files, folder / "rows"), clerk)
    notice(story.office)
    story.settled()


def follow(page: Page, name: str) -> None:
    page.locator("main a").get_by_text(name, exact=True).first.click()


def is_for_everyone(page: Page, request: pytest.FixtureRequest) -> None:
    """Nobody is kept out, and the page is as narrow as a phone."""
    if "without" in request.node.name:
        return
    assert axe_violations(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size(WIDE)


def test_two_people_under_one_number_are_told_apart(
    page: Page, story: Story, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    imported(story, tmp_path)
    page.goto("/leads")
    page.locator("#results a").get_by_text("同一身份证号码，两个姓名").first.click()
    table = page.locator("main table").first
    for told in (ONE, OTHER, "dibao.xlsx", "elderly.xlsx", "DB0000001"):
        expect(table).to_contain_text(told)
    is_for_everyone(page, request)
    at = page.url

    follow(page, "确认为两人")
    expect(page.locator("#cases")).not_to_be_empty()
    page.locator("#because").fill("核对了两人的户口簿。")
    page.locator("main form[method=post] button[type=submit]:not([name])").click()

    expect(page.locator(".banner--success")).to_be_visible()
    expect(page.locator("main")).to_contain_text("已确认为两人")
    story.settled()
    page.goto(at)
    follow(page, "查看人员")
    expect(page.locator("h1")).to_have_text(ONE)
    is_for_everyone(page, request)
