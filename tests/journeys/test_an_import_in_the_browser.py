"""A clerk drops registers on a page, sees what would become of them, carries it out and takes it back."""

import base64
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from audit_service.identity.recognition import COOKIE
from tests.browser import WIDE, browsing, policy_violations, served, watched
from tests.journeys.story import Story
from tests.ledger_files import fictional_ledgers
from tests.office import an_official

DROP = """
(files) => {
  const dropped = new DataTransfer();
  for (const [name, content] of files)
    dropped.items.add(new File([Uint8Array.from(atob(content), (char) => char.charCodeAt(0))], name));
  document.querySelector("[data-module='govuk-file-upload']").dispatchEvent(
    new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}));
}
"""
SIZES = {"dibao": 24, "tekun": 12}
SOON = 15_000
"""Milliseconds within which the page has asked again how far it is."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, chromium: Browser, story: Story) -> Iterator[Page]:
    clerk = an_official(story.office, "sun", clerk=("*",))
    with served(story.app) as address:
        scripts = request.param == "with scripts"
        context = chromium.new_context(
            base_url=address, viewport=WIDE, locale="zh-CN", java_script_enabled=scripts
        )
        session = story.office.identities.sessions.start(clerk.official)
        context.add_cookies([{"name": COOKIE, "value": session, "url": address}])
        page = watched(context.new_page())
        yield page
        if scripts:
            assert policy_violations(page) == []
        context.close()


def hand_over(page: Page, files: list[Path]) -> None:
    """Drop the files on the page; where there are no scripts, choose them."""
    if page.locator(".govuk-drop-zone").count():
        page.evaluate(DROP, [[file.name, base64.b64encode(file.read_bytes()).decode()] for file in files])
    else:
        page.locator("input[type=file]").set_input_files(files)


def see(page: Page, words: str) -> None:
    """Wait until the page says so: by itself, or looked at again."""
    if page.locator(".js-enabled").count():
        expect(page.locator("#standing")).to_contain_text(words, timeout=SOON)
        return
    ends = time.monotonic() + SOON / 1000
    while words not in page.locator("#standing").inner_text() and time.monotonic() < ends:
        page.get_by_role("link", name="刷新查看").click()
        time.sleep(0.2)
    expect(page.locator("#standing")).to_contain_text(words)


def ask(page: Page, button: str, because: str) -> None:
    """Ask for what a button offers, on grounds."""
    page.get_by_role("button", name=button).click()
    page.get_by_label("理由").fill(because)
    page.get_by_role("button", name=button).click()


def open_rows(page: Page, file: str) -> None:
    """Say what the rows of a file are looked at for, and look at them."""
    rows = page.get_by_role("link", name=f"逐行结果 {file}")
    rows.click()
    page.get_by_label("更正未接收的行").check()
    page.get_by_label("理由").fill("虚构：逐行核对")
    page.get_by_role("button", name="开启逐行查看").click()
    rows.click()


def test_registers_are_dropped_tried_carried_out_and_taken_back(page: Page, tmp_path: Path) -> None:
    made = fictional_ledgers(SIZES, seed=1)
    files = [ledger.write(tmp_path / f"{ledger.kind.code}.xlsx") for ledger in made]

    page.goto("/imports")
    hand_over(page, files)
    page.get_by_role("button", name="查看文件内容").click()
    see(page, "待执行")
    expect(page.locator("#standing .panel__title")).to_have_text(
        ["全部文件合计", *(file.name for file in files)]
    )
    open_rows(page, "dibao.xlsx")
    expect(page.locator("main tbody tr")).to_have_count(made[0].truth.rows)
    page.go_back()

    ask(page, "执行导入", "虚构的年度台账")
    see(page, "导入完成")
    of_the_file = page.locator("#standing .panel", has_text="dibao.xlsx")
    expect(of_the_file.locator(".figures__value").first).to_have_text(str(made[0].truth.accepted))

    ask(page, "撤回导入", "虚构：交错了文件")
    see(page, "导入已撤回")
    page.goto("/imports")
    expect(page.locator("main tbody tr")).to_contain_text("已撤回")
