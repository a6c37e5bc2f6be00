"""A file comes with its form, and no more of a body is read than is taken."""

import asyncio
from typing import Annotated, Any

import pytest
from httpx2 import Response as Answer
from pydantic import Field
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from audit_service.desks.command import Command
from audit_service.web.forms import Form
from audit_service.web.forms.fields import asked, takes_file
from audit_service.web.sent import READ_TO_THE_END, SentFile, bounded_by
from domain.documents.document import LARGEST
from tests.files import A_PDF, ANOTHER_PDF


class Evidence(Command):
    file: Annotated[SentFile, Field(title="A file", description="Of any kind.")]


class Words(Command):
    pass


@pytest.fixture
def client() -> TestClient:
    """Two forms, with and without a file, that tell what they were sent."""

    def page(model: type[Command]) -> Any:
        async def answer(request: Request) -> Response:
            form = await Form.posted(request, model)
            command = form.command()
            return JSONResponse(
                {
                    "mistakes": [mistake.sentence for mistake in form.mistakes],
                    "told": command.file.told if isinstance(command, Evidence) else None,
                    "kept": len(command.file.content) if isinstance(command, Evidence) else None,
                }
            )

        return answer

    routes = [
        Route("/file", page(Evidence), methods=["POST"]),
        Route("/words", page(Words), methods=["POST"]),
    ]
    return TestClient(Starlette(routes=routes), headers={"Accept-Language": "en"})


def post(client: TestClient, content: bytes, name: str = "a.pdf", said: str = "") -> Answer:
    return client.post("/file", data={"because": "理由充分"}, files={"file": (name, content, said)})


def test_a_model_with_a_file_asks_for_one() -> None:
    [field] = [field for field in asked(Evidence) if field.kind == "file"]

    assert (field.name, field.label, field.hint, field.required) == ("file", "A file", "Of any kind.", True)
    assert takes_file(Evidence)
    assert not takes_file(Words)
    assert Form.blank(Evidence).takes_file


def test_what_was_sent_reaches_the_command(client: TestClient) -> None:
    told = post(client, A_PDF, "SCAN.PDF", "application/pdf; charset=x").json()

    assert told["mistakes"] == []
    assert told["told"].endswith(f" {len(A_PDF)} application/pdf pdf")
    assert told["kept"] == len(A_PDF)


def test_two_files_are_told_apart_by_what_they_hold(client: TestClient) -> None:
    assert post(client, A_PDF).json()["told"] != post(client, ANOTHER_PDF).json()["told"]
    assert post(client, A_PDF).json()["told"] == post(client, A_PDF).json()["told"]


def test_a_file_says_nothing_of_its_name(client: TestClient) -> None:
    file = SentFile(A_PDF, len(A_PDF), "application/pdf", "pdf")

    assert "fictional" not in repr(file)
    assert "虚构" not in post(client, A_PDF, "虚构甲.pdf").text


@pytest.mark.parametrize(
    "files", [{}, {"file": ("", b"", "application/octet-stream")}], ids=["none", "empty"]
)
def test_a_form_in_which_no_file_was_chosen_says_so(client: TestClient, files: dict[str, Any]) -> None:
    answer = client.post("/file", data={"because": "理由充分"}, files=files or {"other": ("a", b"a")})

    assert answer.json()["mistakes"] == ["请选择“A file”。"]


def test_a_text_in_the_place_of_a_file_is_none(client: TestClient) -> None:
    answer = client.post("/file", data={"because": "理由充分", "file": "a.pdf"})

    assert answer.json()["mistakes"] == ["请选择“A file”。"]


def test_what_is_larger_than_a_document_is_told_and_not_kept(client: TestClient) -> None:
    told = post(client, bytes(LARGEST + 1)).json()

    assert f" {LARGEST + 1} " in told["told"]
    assert told["kept"] == 0


MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
BEGUN = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'


@pytest.mark.parametrize("path", ["/file", "/words"])
def test_a_length_that_is_too_much_is_not_read_at_all(client: TestClient, path: str) -> None:
    headers = MULTIPART | {"Content-Length": str(200_000_000)}

    answer = client.post(path, content=iter([BEGUN]), headers=headers)

    assert answer.status_code == 413


@pytest.mark.parametrize("most", [0, 2_500_000, READ_TO_THE_END])
def test_a_body_without_a_length_is_read_up_to_the_limit(most: int) -> None:
    read = 0

    async def endless() -> Message:
        nonlocal read
        read += 1_000_000
        return {"type": "http.request", "body": bytes(1_000_000), "more_body": True}

    async def read_all() -> None:
        bounded = bounded_by(most, endless)
        while True:
            await bounded()

    with pytest.raises(HTTPException, match="413"):
        asyncio.run(read_all())

    assert most < read <= most + 1_000_000


def test_a_file_is_not_taken_where_none_is_asked_for(client: TestClient) -> None:
    answer = client.post("/words", data={"because": "理由充分"}, files={"file": ("a.pdf", A_PDF)})

    assert answer.status_code == 400
