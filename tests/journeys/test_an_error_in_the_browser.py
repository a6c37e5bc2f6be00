"""A caseworker reports their own error in a real browser, has the receipt, and somebody else proves it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, FilePayload, Page, expect

from audit_service.identity.recognition import COOKIE
from domain.identities import official_id
from tests.browser import WIDE, browsing, served
from tests.files import A_PDF
from tests.journeys.error_story import ErrorStory


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


class Reader:
    """One browser that two officials use, one after the other."""

    def __init__(self, page: Page, told: ErrorStory) -> None:
        self.page, self.told = page, told

    def sign_in(self, login: str, at: str) -> None:
        """Sit down in front of the browser, and go to a page."""
        self.told.story.settled()
        secret = self.told.story.office.identities.sessions.start(official_id(login))
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": COOKIE, "value": secret, "domain": "127.0.0.1", "path": "/"}])
        self.page.goto(at)

    def follow(self, name: str) -> None:
        """Follow a link of the page."""
        self.page.locator("main a").get_by_text(name, exact=True).click()

    def send(self, **answers: str) -> None:
        """Fill in the form of the page and send it."""
        for name, value in answers.items():
            self.page.locator(f"#{name}").fill(value)
        self.page.locator("main form[method=post] button[type=submit]:not([name])").click()
        expect(self.page.locator(".banner--success")).to_be_visible()


@pytest.fixture(params=["with scripts", "without scripts"])
def reader(request: pytest.FixtureRequest, chromium: Browser, told: ErrorStory) -> Iterator[Reader]:
    """A browser in front of the office; whatever it complains about fails the journey."""
    complaints: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    with served(told.story.app) as address:
        context = chromium.new_context(
            base_url=address,
            viewport=WIDE,
            locale="zh-CN",
            java_script_enabled=request.param == "with scripts",
        )
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(error.message))
        yield Reader(page, told)
        context.close()
    assert complaints == []


def reported_and_received(reader: Reader, case: str) -> str:
    """Let the caseworker report their own error and take the receipt; return the error's number."""
    page = reader.page
    reader.sign_in("wang", f"/cases/{case}")
    reader.follow("报告差错")
    expect(page.locator("#case_number")).to_have_value(case)
    page.locator("#element").select_option("E01")
    page.locator("#channel").select_option("self")
    reader.send(
        from_month="2021-05",
        text="虚构：收入多记了三百元",
        because="虚构：自己发现",
        learned_on="2021-09-18",
    )
    expect(page.locator("main")).to_contain_text("先于其他途径发现之前报告：是")
    number = page.url.partition("?")[0].rpartition("/")[2]
    reader.follow("查看回执")
    with page.expect_download() as download:
        reader.follow("下载回执（JSON）")
    assert download.value.suggested_filename == f"receipt-{number}.json"
    return number


def test_an_own_error_is_reported_has_a_receipt_and_is_proven_by_somebody_else(
    reader: Reader, told: ErrorStory
) -> None:
    number = reported_and_received(reader, told.case)

    reader.sign_in("sun", "/errors/desk")
    reader.follow(number)
    reader.follow("添加材料")
    sent: FilePayload = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
    reader.page.locator("#file").set_input_files(sent)
    reader.send(title="虚构的工资条", because="虚构的理由")
    told.story.settled()
    reader.page.goto(f"/errors/{number}")
    reader.follow("开始核实")
    reader.send(because="虚构：没有参与该案决定")
    reader.follow("认定差错属实")
    reader.page.get_by_label("虚构的工资条").check()
    reader.send(because="虚构：工资条可以证明")

    expect(reader.page.locator("h1")).to_contain_text("属实")
    expect(reader.page.locator("main aside")).to_contain_text("虚构的工资条 证据")
