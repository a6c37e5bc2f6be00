"""What is around every page: the language, the protection, the assets."""

import gzip

import pytest
from starlette.testclient import TestClient

from audit_service.web.protection import HEADERS, Protection
from audit_service.web.static_files import FOLDER, asset, version
from tests.audit_service.web.gallery import gallery


@pytest.fixture
def client() -> TestClient:
    return TestClient(gallery(), follow_redirects=False)


def test_pages_are_chinese_until_the_reader_chooses(client: TestClient) -> None:
    assert '<html lang="zh-CN"' in client.get("/case").text

    answer = client.get("/language/en", params={"back": "/case?valid_on=2021-07-01"})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/case?valid_on=2021-07-01")
    assert '<html lang="en"' in client.get("/case").text


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", ""]
)
def test_the_switch_leads_nowhere_else(client: TestClient, back: str) -> None:
    assert client.get("/language/zh", params={"back": back}).headers["Location"] == "/"


@pytest.mark.parametrize("cookie", ["language=xx", "language=", "=;;,", 'a="b; language=en'])
def test_a_spoilt_cookie_is_no_obstacle(client: TestClient, cookie: str) -> None:
    assert client.get("/case", headers={"Cookie": cookie}).status_code == 200


def test_starting_and_ending_pass_through() -> None:
    with TestClient(gallery()) as client:
        assert client.get("/case").status_code == 200


def test_there_are_two_languages(client: TestClient) -> None:
    assert client.get("/language/fr").status_code == 422


def test_every_answer_is_protected(client: TestClient) -> None:
    for path in ("/case", "/language/en", "/nowhere", asset("app.css")):
        headers = client.get(path).headers
        assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in HEADERS["Content-Security-Policy"]


def test_pages_are_not_kept_by_the_browser(client: TestClient) -> None:
    assert client.get("/case").headers["Cache-Control"] == "no-store"


def test_https_is_kept_once_it_is_there() -> None:
    assert "Strict-Transport-Security" in Protection(gallery(), https=True).headers
    assert "Strict-Transport-Security" not in Protection(gallery()).headers


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("app.css", "text/css"),
        ("app.js", "text/javascript"),
        ("htmx.js", "text/javascript"),
        ("icon.svg", "image/svg"),
    ],
)
def test_assets_are_small_and_kept_for_ever(client: TestClient, name: str, kind: str) -> None:
    small = client.get(asset(name))
    plain = client.get(asset(name), headers={"Accept-Encoding": "identity"})

    assert small.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Type"].startswith(kind)
    assert plain.headers["Content-Type"].startswith(kind)
    assert small.content == plain.content == gzip.decompress((FOLDER / f"{name}.gz").read_bytes())
    assert "immutable" in small.headers["Cache-Control"]


def test_nothing_but_assets_is_served(client: TestClient) -> None:
    assert client.get(f"/static/{version()}/missing.css").status_code == 404
    assert client.get(f"/static/{version()}/..%2Fweb.po").status_code == 404


def test_no_licensed_font_is_loaded() -> None:
    css = (FOLDER / "app.css").read_text()

    assert "GDS Transport" not in css
    assert "@font-face" not in css
