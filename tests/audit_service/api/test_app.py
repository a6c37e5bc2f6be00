"""The API describes itself, and answers every failure as a problem."""

from typing import Any

import pytest
import structlog
from starlette.testclient import TestClient

from audit_service.api import problems
from audit_service.api.app import create_api
from audit_service.desks.carrying import every_command
from audit_service.settings import Settings
from audit_service.web.forms.fields import takes_file
from projections import official_record
from tests.office import a_client, a_token, an_office, an_official


@pytest.fixture
def described(sqlite: Settings) -> dict[str, Any]:
    with an_office(sqlite) as office:
        return create_api(office).openapi()


def test_describes_every_command(described: dict[str, Any]) -> None:
    for entry in every_command():
        operation = described["paths"][entry.at]["post"]

        assert operation["summary"] == entry.title
        assert operation["description"].startswith(entry.explanation)
        answer = operation["responses"]["201"]["content"]["application/json"]["schema"]
        assert answer == {"$ref": "#/components/schemas/Receipt"}
        sent_as = "multipart/form-data" if takes_file(entry.model) else "application/json"
        body = operation["requestBody"]["content"][sent_as]["schema"]
        assert body == {"$ref": f"#/components/schemas/{entry.model.__name__}"}
        headers = {each["name"] for each in operation["parameters"] if each["in"] == "header"}
        assert headers == {"Idempotency-Key", "If-Match", "X-Seen"}


FOR_EVERYONE = {"/answers", "/answers/figures"}
"""Paths that nobody has to sign in for."""
TOKEN: list[dict[str, list[str]]] = [{"HTTPBearer": []}]


def test_describes_problems_and_tokens_everywhere(described: dict[str, Any]) -> None:
    assert described["components"]["securitySchemes"]["HTTPBearer"]["scheme"] == "bearer"
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert ("security" not in operation) == (path in FOR_EVERYONE)
            assert operation.get("security", TOKEN) == TOKEN
            problem = operation["responses"]["403"]["content"]["application/problem+json"]["schema"]
            assert problem == {"$ref": "#/components/schemas/Problem"}
    assert described["components"]["schemas"]["Problem"]["properties"].keys() >= {"code", "detail", "faults"}


def test_is_described_at_its_own_address(sqlite: Settings) -> None:
    with a_client(sqlite) as (_, client):
        described = client.get("/api/v1/openapi.json")

        assert described.status_code == 200
        assert described.json()["servers"] == [{"url": "/api/v1"}]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/officials", 401, "identity.not_signed_in"),
        ("/nothing", 404, "http.not_found"),
    ],
)
def test_tells_a_problem_to_whoever_asks(sqlite: Settings, path: str, status: int, code: str) -> None:
    with a_client(sqlite) as (_, client):
        answer = client.get(f"/api/v1{path}")

        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "where"),
    [("before=x", "query.before"), ("before=0", "query.before"), ("limit=1000", "query.limit")],
)
def test_tells_what_is_wrong_with_a_query(sqlite: Settings, query: str, where: str) -> None:
    with a_client(sqlite) as (office, client):
        headers = a_token(office, an_official(office, "op", operator=("*",)))

        answer = client.get(f"/api/v1/attempts?{query}", headers=headers)

        assert answer.status_code == 422
        assert [fault["where"] for fault in answer.json()["faults"]] == [where]


def test_a_failure_is_logged_and_told_without_its_traceback(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    with a_client(sqlite) as (office, client), structlog.testing.capture_logs() as logs:
        headers = a_token(office, an_official(office, "op", operator=("*",)))
        monkeypatch.setattr(official_record, "everyone", fail)
        quiet = TestClient(client.app, raise_server_exceptions=False)

        answer = quiet.get("/api/v1/officials", headers=headers)

        assert (answer.status_code, answer.json()["code"]) == (500, "service.failed")
        assert "secret" not in answer.text
        assert any(log["event"] == "failed" for log in logs)


def test_a_command_that_fails_is_told_the_same(sqlite: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    with a_client(sqlite) as (office, client), structlog.testing.capture_logs() as logs:
        headers = a_token(office, an_official(office, "op", operator=("*",)))
        monkeypatch.setattr(office.record, "find", fail)

        answer = client.post(
            "/api/v1/officials/lin/roles",
            headers=headers | {"Idempotency-Key": "1"},
            json={"role": "clerk", "areas": ["*"], "because": "New here"},
        )

        assert (answer.status_code, answer.json()["code"]) == (500, "service.failed")
        assert "secret" not in answer.text
        assert any(log["event"] == "failed" for log in logs)


def test_every_code_is_one_of_its_own() -> None:
    codes = [code for _, code, _ in problems.IN_THE_WAY.values()]

    assert len(codes) == len(set(codes))
