"""Commands are answered the same whether they go straight to their routes or through the framework."""

import re

import pytest
from fastapi import FastAPI
from starlette.responses import Response
from starlette.testclient import TestClient

from audit_service.api.app import create_api
from audit_service.api.commands import command_routes
from audit_service.api.straight import StraightToCommands
from audit_service.settings import Settings
from tests.office import a_client, a_token, an_official

GRANT = {"role": "clerk", "areas": ["*"], "because": "New here"}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/officials/lin/roles", GRANT),
        ("/officials/lin/roles", {}),
        ("/officials/op/roles", GRANT),
        ("/officials/nobody/roles", GRANT),
        ("/officials//roles", GRANT),
        ("/officials/lin/roles/", GRANT),
        ("/officials/lin", GRANT),
        ("/nothing", GRANT),
        ("", GRANT),
    ],
)
def test_answers_alike(sqlite: Settings, path: str, body: dict[str, object]) -> None:
    with a_client(sqlite) as (office, straight):
        headers = a_token(office, an_official(office, "op", operator=("*",))) | {"Idempotency-Key": "1"}
        an_official(office, "lin")
        outer = FastAPI(openapi_url=None)
        outer.mount("/api/v1", create_api(office))
        plain = TestClient(outer, headers={"Accept-Language": "en"}, raise_server_exceptions=False)

        answers = [client.post(f"/api/v1{path}", headers=headers, json=body) for client in (straight, plain)]

        first, second = answers
        assert first.status_code == second.status_code
        assert first.status_code == 404 or first.content == second.content
        assert first.headers.get("ETag") == second.headers.get("ETag")
        assert first.headers.get("Location") == second.headers.get("Location")


PASSED_ON = 418


def test_every_command_goes_straight_unless_its_path_ends_in_a_parameter(sqlite: Settings) -> None:
    paths = [re.sub(r"{[^}]+}", "1", route.path) for route in command_routes() if route.path[-1] != "}"]
    with a_client(sqlite) as (office, _):
        straight = StraightToCommands(Response(status_code=PASSED_ON), create_api(office), at="/api/v1")
        client = TestClient(straight)

        assert len(paths) > len(command_routes()) * 0.9
        assert [path for path in paths if client.post(f"/api/v1{path}").status_code == PASSED_ON] == []
        assert client.post("/api/v1/nothing").status_code == PASSED_ON
