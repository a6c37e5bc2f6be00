import pytest
from jinja2 import UndefinedError
from starlette.testclient import TestClient

from audit_service.web import navigation
from audit_service.web.rendering import environment
from tests.audit_service.web.gallery import ERRORS, WANG, gallery


@pytest.fixture
def client() -> TestClient:
    return TestClient(gallery())


def test_a_script_gets_only_the_part_it_asks_for(client: TestClient) -> None:
    part = client.get("/list", headers={"HX-Request": "true"}).text

    assert "DB-2021-0412" in part
    assert "<html" not in part


def test_a_page_says_what_it_depends_on(client: TestClient) -> None:
    assert client.get("/list").headers["Vary"] == "Cookie, HX-Request"


@pytest.mark.parametrize("status", ERRORS)
@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_each_error_says_what_to_do_next(client: TestClient, status: int, chosen: str) -> None:
    client.cookies.set("language", chosen)

    answer = client.get(f"/error/{status}")

    assert answer.status_code == status
    assert answer.text.count("<h1>") == 1
    assert "case.notice_running" in answer.text


@pytest.mark.parametrize(("status", "meaning"), [(418, "请求无法识别"), (599, "服务出现故障")])
def test_an_error_nobody_thought_of_has_a_page_too(client: TestClient, status: int, meaning: str) -> None:
    assert meaning in client.get(f"/error/{status}").text


def test_a_name_that_does_not_exist_is_not_shown_as_nothing() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ misspelt }}").render()


def test_what_people_wrote_is_never_markup() -> None:
    shown = environment().from_string("{{ tag(text) }}").render(text="<script>")

    assert "<script>" not in shown


def test_amounts_keep_their_figures_together() -> None:
    shown = environment().from_string("{{ 144000 | money }}").render()

    assert shown == '<span class="figure">¥ 1,440.00</span>'


def test_the_navigation_shows_what_is_for_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "PLACES", [])
    navigation.place("Standards", "/standards", order=2, roles=("manager",))
    navigation.place("Cases", "/cases", order=1, roles=("caseworker", "manager"))
    navigation.place("Help", "/help", order=3)
    navigation.place("Help", "/help", order=3)

    assert [entry.path for entry in navigation.places_for(WANG)] == ["/cases", "/help"]
    assert navigation.places_for(None) == []


@pytest.mark.parametrize(
    ("path", "expected"), [("/cases", True), ("/cases/DB-1", True), ("/casesets", False), ("/", False)]
)
def test_a_place_knows_the_pages_that_belong_to_it(path: str, expected: bool) -> None:  # noqa: FBT001
    assert navigation.Place(1, "Cases", "/cases").leads_to(path) is expected
