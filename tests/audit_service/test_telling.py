from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from audit_service.telling import Telling


async def begins_and_fails(_: Request) -> StreamingResponse:
    async def content() -> AsyncIterator[str]:
        yield "half of "
        raise RuntimeError("the other half")

    return StreamingResponse(content())


def test_what_fails_after_the_answer_has_begun_is_left_to_the_server() -> None:
    app = Telling(Starlette(routes=[Route("/", begins_and_fails)]))

    with pytest.raises(RuntimeError, match="the other half"):
        TestClient(app).get("/")


def test_a_page_says_what_is_wrong_with_its_address(client: TestClient) -> None:
    answer = client.get("/language/fr")

    assert answer.status_code == 422
    assert "chosen: " in answer.text
