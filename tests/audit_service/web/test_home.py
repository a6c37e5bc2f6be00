import pytest
from starlette.testclient import TestClient

from audit_service.web import home, navigation
from tests.audit_service.web.gallery import PLACES, gallery


@pytest.fixture
def client() -> TestClient:
    app = gallery()
    app.include_router(home.router)
    return TestClient(app, follow_redirects=False)


def test_the_front_door_leads_to_the_first_page_for_the_reader(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "PLACES", PLACES)

    assert client.get("/").headers["Location"] == "/case"


def test_the_front_door_leads_to_signing_in_where_there_is_nothing_else(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(navigation, "PLACES", [])

    assert client.get("/").headers["Location"] == "/sign-in"
