"""A caseworker's morning in a real browser: signed in, a case found, a change and a correction recorded."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

from domain.identities import official_id
from tests.browser import WIDE, browsing, served
from tests.files import A_PDF
from tests.journeys.story import CHILD, Story, raised

REFUSED = "status of 422"
"""What the browser notes of its own accord when a form comes back with mistakes."""

PASSWORD = "fictional words that nobody guesses"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser, story: Story) -> Iterator[Page]:
    """A browser in front of the office; whatever it complains about fails the journey.

    What is against the content policy is among that, even where no script could notice it.
    """
    complaints: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if said.type == "error" and REFUSED not in said.text:
            complaints.append(said.text)

    with served(story.app) as address:
        context = chromium.new_context(
            base_url=address,
            viewport=WIDE,
            locale="zh-CN",
            java_script_enabled=request.param == "with scripts",
        )
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(error.message))
        yield page
        context.close()
    assert complaints == []


@pytest.fixture
def number(story: Story) -> str:
    """Number of a case in payment since May, raised in July; it is September."""
    return raised(story)


def send(page: Page, **answers: str) -> None:
    """Fill in the form of the page and send it."""
    for name, value in answers.items():
        page.locator(f"#{name}").fill(value)
    page.locator("main form[method=post] button[type=submit]:not([name])").click()


def signed_in(page: Page, story: Story) -> None:
    """Sign in for the first time, with the password that the office gave out."""
    once = story.office.identities.accounts.open(official_id("wang"), "wang")
    page.goto("/cases")
    send(page, login="wang", password=once)
    expect(page).to_have_url("/password")
    send(page, old=once, new=PASSWORD, again=PASSWORD)
    expect(page).to_have_url("/cases")


def summary(page: Page, name: str) -> Locator:
    """What the summary of a case says under the name."""
    return page.locator("main dt").get_by_text(name, exact=True).locator("xpath=following-sibling::dd[1]")


def test_a_change_and_a_correction_are_recorded(page: Page, story: Story, number: str) -> None:
    signed_in(page, story)

    page.get_by_label("姓名或身份证号码").fill(CHILD["name"])
    page.get_by_role("button", name="查找此人的案件").click()
    page.get_by_role("link", name=number).click()
    expect(summary(page, "当月应发金额")).to_have_text("¥ 660.00")

    page.get_by_role("link", name="记录变更").click()
    send(page, monthly_income="500", valid_from="2021-09-01", because="虚构：九月起收入减少")
    expect(summary(page, "当月应发金额")).to_have_text("¥ 1,060.00")
    expect(page.locator(".moj-timeline")).to_contain_text("虚构：九月起收入减少")

    page.get_by_role("link", name="记录更正").click()
    send(
        page,
        monthly_income="600",
        valid_from="2021-05-01",
        until="2021-09-01",
        because="虚构：此前多记了收入",
    )
    expect(page.locator(".moj-timeline")).to_contain_text("虚构：此前多记了收入")
    page.get_by_role("link", name="救助金").click()
    differences = page.get_by_role("row").filter(has_text="+¥").locator("td:nth-last-child(2)")
    expect(differences).to_have_text(["+¥ 400.00", "+¥ 600.00", "+¥ 600.00", "+¥ 1,600.00"])


def test_a_reader_switches_the_language_and_stays_on_the_page(page: Page, story: Story, number: str) -> None:
    signed_in(page, story)
    page.goto(f"/cases/{number}?valid_on=2021-06-30")

    page.get_by_role("link", name="English").click()
    expect(summary(page, "Amount due in the month")).to_have_text("¥ 600.00")
    expect(page.locator("h1")).to_contain_text(f"Case {number}")

    page.get_by_role("link", name="中文").click()
    expect(summary(page, "当月应发金额")).to_have_text("¥ 600.00")


def test_a_mistake_is_told_and_what_was_written_is_kept(page: Page, story: Story, number: str) -> None:
    signed_in(page, story)
    last = story.office.record.last_position()
    page.goto(f"/cases/{number}/changes")

    send(page, monthly_income="much", valid_from="2021-09-01", because="虚构的理由")

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#monthly_income")).to_have_value("much")
    expect(page.locator("#because")).to_have_value("虚构的理由")
    assert story.office.record.last_position() == last


def test_a_document_is_attached_and_opened(page: Page, story: Story, number: str) -> None:
    signed_in(page, story)
    page.goto(f"/cases/{number}")
    page.locator(".moj-sub-navigation").get_by_text("材料").click()
    page.get_by_role("button", name="添加材料").click()

    page.locator("#file").set_input_files(
        {"name": "虚构的工资条.pdf", "mimeType": "application/pdf", "buffer": A_PDF}
    )
    send(page, title="虚构的工资条", because="窗口收件")

    expect(page.locator("main")).to_contain_text("虚构的工资条")
    story.settled()
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("link", name="虚构的工资条", exact=True).click()
    assert download.value.suggested_filename == "虚构的工资条.pdf"
    assert download.value.path().read_bytes() == A_PDF
