"""A cadre visits a family with a tablet: from the list of those overdue to a photo of what was seen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from audit_service.identity.recognition import COOKIE
from audit_service.store.submission import Submission
from domain.identities import official_id
from tests.browser import axe_violations, browsing, policy_violations, served, watched
from tests.builders import a_household
from tests.files import A_JPEG
from tests.journeys.story import Story

TABLET: ViewportSize = {"width": 820, "height": 1180}


@pytest.fixture
def tablet(story: Story) -> Iterator[Page]:
    """A tablet in the hands of the caseworker, in front of an office that knows of one family."""
    story.on("2021-05-11")
    story.office.record.keep(Submission(aggregates=(a_household(),)))
    story.settled()
    session = story.office.identities.sessions.start(official_id("wang"))
    with served(story.app) as address, browsing() as chromium:
        context = chromium.new_context(base_url=address, viewport=TABLET, locale="zh-CN", has_touch=True)
        context.add_cookies([{"name": COOKIE, "value": session, "url": address}])
        yield watched(context.new_page())
        context.close()


def send(page: Page, **answers: str) -> None:
    """Fill in the form of the page and send it."""
    for name, value in answers.items():
        page.locator(f"#{name}").fill(value)
    fits(page)
    page.locator("main form[method=post] button[type=submit]:not([name])").tap()
    expect(page.locator(".banner--success")).to_be_visible()
    fits(page)


def fits(page: Page) -> None:
    """See that the page is no wider than the tablet, and can be used by everyone."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert axe_violations(page) == []
    assert policy_violations(page) == []


def planned(page: Page) -> None:
    """Plan a visit to the family that is overdue."""
    page.goto("/visits/families")
    page.locator("main td a").tap()
    expect(page.locator("#household")).to_have_value("H-0001")
    send(page, because="年度走访", due_on="2021-05-20")


def made(page: Page) -> None:
    """Record that it was made, and when the next one is due."""
    page.get_by_role("link", name="登记为已走访").tap()
    page.get_by_label("住房不安全、潮湿或寒冷").check()
    send(
        page,
        because="年度走访",
        visited_on="2021-05-18",
        met="户主",
        found="屋顶漏雨。",
        next_due="2021-11-18",
    )
    expect(page.locator("main")).to_contain_text("住房不安全、潮湿或寒冷")


def shown_by_a_photo(page: Page) -> None:
    """Attach a photo, and open it."""
    page.get_by_role("button", name="添加照片").tap()
    photo: FilePayload = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": A_JPEG}
    page.locator("#file").set_input_files(photo)
    send(page, title="漏雨的屋顶", because="走访所见")
    with page.expect_download() as download:
        page.get_by_role("link", name="漏雨的屋顶", exact=True).tap()
    assert download.value.suggested_filename == "漏雨的屋顶.jpg"


def test_a_family_that_is_overdue_is_visited(tablet: Page, story: Story) -> None:
    planned(tablet)
    story.on("2021-05-18")
    made(tablet)
    shown_by_a_photo(tablet)

    tablet.goto("/visits?state=planned")
    expect(tablet.locator("main tbody")).to_contain_text("2021年11月18日")
    tablet.goto("/visits/coverage")
    assert tablet.locator("main tbody tr").inner_text().split() == ["中山区", "1", "1", "0", "0", "0", "100"]
