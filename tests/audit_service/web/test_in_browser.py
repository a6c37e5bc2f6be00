"""Every part in a real browser: usable by everyone, on a phone, without scripts, within the policy."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from audit_service.web import navigation
from audit_service.web.navigation import Place
from tests.audit_service.web.gallery import PAGES, PLACES, gallery
from tests.browser import PHONE, WIDE, axe_violations, browsing, policy_violations, served, watched

SIZES = {"wide": WIDE, "phone": PHONE}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(gallery()) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as chromium:
        yield chromium


@pytest.fixture
def page(chromium: Browser, address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setattr(navigation, "PLACES", PLACES)
    page = chromium.new_page(base_url=address, viewport=WIDE, locale="zh-CN")
    yield watched(page)
    page.close()


@pytest.fixture
def scriptless(chromium: Browser, address: str) -> Iterator[Page]:
    page = chromium.new_page(base_url=address, java_script_enabled=False)
    yield page
    page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [*PAGES, "error/409"])
def test_a_page_is_usable_by_everyone(page: Page, path: str, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.goto(f"/{path}")

    assert policy_violations(page) == []
    assert axe_violations(page) == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_long_choice_does_not_widen_the_page(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/form")

    page.locator("select").first.evaluate("choices => choices.add(new Option('很长的选项'.repeat(20)))")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_mistakes_are_found_and_led_to(page: Page) -> None:
    page.goto("/form")
    page.get_by_role("button", name="记录变更").click()

    expect(page.get_by_role("alert")).to_contain_text("请填写“计入人数”。")
    page.get_by_role("link", name="请填写“计入人数”。").click()
    expect(page.locator("#members")).to_be_focused()
    assert axe_violations(page) == []
    assert policy_violations(page) == []


def test_a_form_is_filled_in_without_scripts(scriptless: Page) -> None:
    scriptless.goto("/form")
    scriptless.get_by_label("所在辖区").select_option("中山区")
    scriptless.get_by_label("城市").check()
    scriptless.get_by_label("计入人数").fill("3")
    scriptless.get_by_label("起始日").fill("2021-07-01")
    scriptless.get_by_label("否").check()
    scriptless.get_by_label("类别").select_option("未成年人")
    scriptless.get_by_label("百分比").fill("20")
    scriptless.get_by_role("button", name="再添加一项").click()
    expect(scriptless.get_by_label("百分比")).to_have_count(2)
    scriptless.get_by_role("button", name="移除 分类施保 2").click()
    expect(scriptless.get_by_label("百分比")).to_have_count(1)
    scriptless.locator("#because").fill("理由充分")
    scriptless.get_by_role("button", name="记录变更").click()

    expect(scriptless.locator("body")).to_contain_text('"uplifts":[{"category":"child","percent":20}]')


def test_what_remains_to_be_written_is_counted_in_the_readers_language(page: Page) -> None:
    page.goto("/form")
    page.locator("#because").fill("理由充分")

    counted = page.locator(".govuk-character-count__status").last
    expect(counted).to_have_text("还可输入 1,996 字")


def test_a_list_is_narrowed_in_place(page: Page) -> None:
    page.goto("/list")
    page.evaluate("window.untouched = true")
    page.get_by_label("所在辖区").select_option("中山区")
    with page.expect_response(lambda answer: "area=" in answer.url):
        page.get_by_role("button", name="查询").click()
    page.wait_for_url("**/list?*area=*")

    assert page.evaluate("window.untouched")
    assert page.locator("#results table").count() == 1
    assert policy_violations(page) == []


def test_a_long_menu_stands_in_a_row_and_unfolds(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    used, seldom = (
        [Place(order, f"栏目{order}", f"/{order}") for order in some] for some in (range(11), range(11, 20))
    )
    monkeypatch.setattr(navigation, "PLACES", [*used, *(replace(each, seldom=True) for each in seldom)])
    page.goto("/case")
    places = page.get_by_role("navigation", name="主导航")
    assert places.evaluate("menu => menu.offsetHeight") < 60
    expect(places.get_by_role("link", name="栏目15")).to_be_hidden()

    places.get_by_text("更多").click()

    expect(places.get_by_role("link", name="栏目15")).to_be_visible()
    assert axe_violations(page) == []
    assert policy_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_menu_unfolds_on_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/case")
    places = page.get_by_role("navigation", name="主导航").get_by_role("link")
    expect(places.first).to_be_hidden()
    page.get_by_role("button", name="菜单").click()

    expect(places.first).to_be_visible()


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    page.goto("/list")
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()


def test_the_reader_changes_the_language_and_stays(page: Page) -> None:
    page.goto("/case?valid_on=2021-07-01")
    page.get_by_role("link", name="English").click()

    expect(page).to_have_url("/case?valid_on=2021-07-01")
    expect(page.get_by_role("button", name="Look back")).to_be_visible()


def test_a_page_is_light(page: Page) -> None:
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto("/case", wait_until="networkidle")

    assert 0 < sum(sizes) < 74_000
