"""The service as it is put together: what holds for every answer, whichever door it comes from."""

import pytest
from starlette.testclient import TestClient

from audit_service.app import create_app, serving
from audit_service.documents.folder import DRAFTS
from audit_service.office import Office
from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.errors import StoreFull, StoreUnavailable
from tests.made import make


def test_pages_ask_to_sign_in_and_lead_back(client: TestClient) -> None:
    answer = client.get("/cases/DB-1")

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/sign-in?back=%2Fcases%2FDB-1"


def test_the_api_asks_for_a_token(client: TestClient) -> None:
    answer = client.get("/api/v1/cases/DB-1")

    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/sign-in", "/nothing", "/api/v1/nothing", "/healthz"])
def test_every_answer_says_what_a_browser_may_do_with_it(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_what_does_not_exist_is_told_in_the_form_of_its_door(client: TestClient) -> None:
    page, api = client.get("/nothing"), client.get("/api/v1/nothing")

    assert (page.status_code, api.status_code) == (404, 404)
    assert page.headers["Content-Type"].startswith("text/html")
    assert api.headers["Content-Type"] == "application/problem+json"


def test_a_form_that_another_site_sends_is_not_taken(client: TestClient) -> None:
    answer = client.post("/sign-in", data={"login": "x"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


@pytest.mark.parametrize(("trouble", "status"), [(StoreUnavailable("away"), 503), (StoreFull("full"), 507)])
def test_a_store_that_is_away_is_told_at_both_doors(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch, trouble: Exception, status: int
) -> None:
    def away(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(office.identities.by_session, "at_hand", away)
    monkeypatch.setattr(office.identities.by_token, "at_hand", away)

    page = client.get("/cases", headers={"Cookie": "session=x", "Accept": "text/html"})
    api = client.get("/api/v1/cases", headers={"Authorization": "Bearer x"})

    assert (page.status_code, api.status_code) == (status, status)


def test_what_nobody_foresaw_is_told_without_its_message(
    client: TestClient, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("Zhang San")

    monkeypatch.setattr(office.identities.by_session, "at_hand", fail)

    page = client.get("/cases", headers={"Cookie": "session=x"})

    assert page.status_code == 500
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Zhang San" not in page.text


def test_the_stores_are_closed_when_the_service_ends(settings: Settings) -> None:
    make(settings)
    closed = []
    with opened(settings) as office:
        with TestClient(create_app(office, settings, closing=lambda: closed.append(True))):
            assert closed == []
        assert closed == [True]


def test_drafts_of_documents_that_were_left_behind_are_swept_when_serving_begins(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(sqlite)
    draft = sqlite.documents / DRAFTS / "left behind"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(b"half a docum")
    monkeypatch.setenv("AUDIT_DATA_DIR", str(sqlite.data_dir))
    monkeypatch.setenv("AUDIT_ORIGIN", sqlite.origin)

    with TestClient(serving()) as client:
        assert client.get("/healthz").status_code == 200

    assert not draft.exists()
