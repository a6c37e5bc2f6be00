"""Four people signed in at once, without scripts, and one review: who applies, the organ, who looks on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from audit_service.identity.recognition import COOKIE
from domain.identities import official_id
from domain.tolerance.rules import SAMPLE
from tests.browser import PHONE, WIDE, browsing, served
from tests.journeys.error_story import ErrorStory, brought
from tests.journeys.tolerance_story import LEAD, NOW, taken, with_an_organ

OFFICER, MANAGER, INSPECTOR = "wang", "sun", "feng"
ACT_OF_THE_ORGAN = "此处的认定由有权机关集体作出，系该机关的行为"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


class Desk:
    """What one official has before them, signed in for as long as the journey lasts."""

    def __init__(self, page: Page, told: ErrorStory) -> None:
        self.page, self._told = page, told

    def go(self, at: str) -> None:
        """Look at a page as everything stands by now."""
        self._told.story.settled()
        self.page.goto(at)

    def measured(self, what: str) -> int:
        """Measure something on the page, in pixels."""
        return int(self.page.evaluate(what))

    def follow(self, title: str) -> None:
        """Follow a link of the page."""
        self.page.locator("main a").get_by_text(title, exact=True).first.click()

    def send(self, **answers: str) -> None:
        """Fill in the form of the page and send it."""
        for name, value in answers.items():
            self.page.locator(f"#{name}").fill(value)
        self.page.locator("main form[method=post] button[type=submit]:not([name])").click()
        expect(self.page.locator(".banner--success")).to_be_visible()


@pytest.fixture
def desks(chromium: Browser, told: ErrorStory) -> Iterator[dict[str, Desk]]:
    """The officer works with a telephone, the others at a desk."""
    with_an_organ(told)
    desks = {}
    with served(told.story.app) as address:
        for login in (OFFICER, LEAD, MANAGER, INSPECTOR):
            context = chromium.new_context(
                base_url=address,
                viewport=PHONE if login == OFFICER else WIDE,
                locale="zh-CN",
                java_script_enabled=False,
            )
            secret = told.story.office.identities.sessions.start(official_id(login))
            context.add_cookies([{"name": COOKIE, "value": secret, "url": address}])
            desks[login] = Desk(context.new_page(), told)
        yield desks
        for desk in desks.values():
            desk.page.context.close()


def flagged(desk: Desk, error: str) -> str:
    """Apply for tolerance at the page of the error; return the number of the review."""
    desk.go(f"/errors/{error}")
    desk.follow("申请容错")
    for place, factor in enumerate(SAMPLE.factors):
        desk.page.locator(f"input[name=factors-{place}-rating][value={factor.ratings[0].code}]").check()
        desk.page.locator(f"#factors-{place}-text").fill("虚构：材料可以证明")
    desk.page.locator("input[name=submit]").check()
    desk.send(because="虚构：主动报告并已更正")
    return desk.page.url.partition("?")[0].rpartition("/")[2]


def accept(desk: Desk, number: str) -> None:
    desk.go("/tolerance?waiting=accept")
    desk.follow(number)
    desk.follow("受理申请")
    desk.send(because="虚构：在期限内提出")


def make_a_statement(desk: Desk, number: str) -> None:
    desk.go(f"/tolerance/{number}")
    desk.follow("作出陈述申辩")
    desk.send(text="虚构：核对平台当时没有数据", because="虚构：说明当时情况")


def say_what_for(desk: Desk, at: str) -> None:
    """Say what an inspector is asked for, before they see anything about people."""
    desk.go(at)
    desk.page.locator("#purpose").fill("虚构：核查容错认定")
    desk.page.locator("main form[method=post] button[type=submit]:not([name])").click()


def test_an_error_is_tolerated_before_the_eyes_of_four(desks: dict[str, Desk], told: ErrorStory) -> None:
    error = brought(told, "verified")
    told.story.on(NOW)

    number = flagged(desks[OFFICER], error)
    accept(desks[LEAD], number)

    desks[MANAGER].go(f"/tolerance/{number}")
    expect(desks[MANAGER].page.locator("main")).to_contain_text("指派核实人员")
    expect(desks[MANAGER].page.locator("main aside a").get_by_text("指派核实人员", exact=True)).to_have_count(
        0
    )

    taken(told, number, "proposed", after="accepted")
    make_a_statement(desks[OFFICER], number)

    taken(told, number, "notified", after="stated")
    say_what_for(desks[INSPECTOR], f"/tolerance/{number}")
    for login in (OFFICER, MANAGER, INSPECTOR):
        desks[login].go(f"/tolerance/{number}")
        expect(desks[login].page.locator("main")).to_contain_text(ACT_OF_THE_ORGAN)
        expect(desks[login].page.locator("main")).to_contain_text("免责")
    expect(desks[INSPECTOR].page.locator("main")).to_contain_text("作出陈述申辩")
    desks[OFFICER].go("/me")
    expect(desks[OFFICER].page.locator("main")).to_contain_text(number)
    assert_there_is_room(desks[INSPECTOR], desks[OFFICER], number)


def assert_there_is_room(inspector: Desk, officer: Desk, number: str) -> None:
    """No column is cut, no day broken, no page endless: the menu in a row, what is long folded away."""
    inspector.go(f"/tolerance/{number}")
    assert inspector.measured("document.documentElement.scrollHeight") < 5000
    assert inspector.measured("document.querySelector('.govuk-service-navigation').offsetHeight") < 60
    inspector.go("/tolerance")
    assert inspector.measured(CUT_OFF) <= 0
    inspector.go("/reports/late")
    assert inspector.measured(HIGHEST_ROW) < 3 * LINE
    officer.page.set_viewport_size({"width": 820, "height": 900})
    officer.go("/me")
    assert officer.measured(HIGHEST_ROW) < 6 * LINE


LINE = 30
"""Pixels that a line of a table takes at most."""
CUT_OFF = (
    "Math.max(...[...document.querySelectorAll('.table-frame')].map(f => f.scrollWidth - f.clientWidth))"
)
HIGHEST_ROW = "Math.max(...[...document.querySelectorAll('tbody tr')].map(row => row.offsetHeight))"
