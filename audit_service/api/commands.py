"""The API's door to every command: one route each, made from the register of commands."""

import inspect
from functools import cache
from typing import Annotated, Any, Final

from fastapi import Depends, Form, Header
from fastapi.routing import APIRoute
from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from audit_service.api.problem import PROBLEMS, Fault
from audit_service.api.problems import Malformed
from audit_service.api.reader import BEARER, bearer
from audit_service.desks.asked import Asked
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import Entry, every_command
from audit_service.desks.command import Command
from audit_service.office import Office
from audit_service.proof.receipt import Receipt
from audit_service.web.forms.fields import takes_file
from audit_service.web.sent import sent_form
from audit_service.web.translation import gettext

LARGEST: Final = 1_000_000
"""Bytes of a command; none comes near."""

UNREADABLE: Final = 400
"""Status by which the framework says that the parts of a form cannot be told apart."""


class Conditions(BaseModel):
    """What a program says about its command beside the command itself."""

    key: str = Field(
        alias="Idempotency-Key",
        min_length=1,
        max_length=200,
        description="Made up by the caller for each command. Sent again, the command is carried out once.",
    )
    expected: str | None = Field(
        None,
        alias="If-Match",
        pattern=r'^"[0-9]{1,18}"$',
        description="ETag of what the caller decided on. If something happened since, nothing is recorded.",
    )
    seen: int = Field(
        0,
        alias="X-Seen",
        ge=0,
        lt=2**63,
        description="X-Position of the answer that the caller decided on, to be kept with the event.",
    )


class CommandRoute(APIRoute):
    """Describes itself like any route, and answers without the framework's work for each request."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        super().__init__(
            entry.at,
            _described(entry),
            methods=["POST"],
            status_code=201,
            name=entry.name,
            operation_id=entry.name,
            tags=[entry.at.split("/")[1]],
            summary=entry.title,
            description=inspect.getdoc(entry.model),
            response_model=Receipt,
            response_description="The receipt of what was recorded.",
            responses=PROBLEMS,
            dependencies=[Depends(BEARER)],
        )

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry the command out and answer with the receipt. What stands in the way is raised."""
        if scope["method"] != "POST":
            await super().handle(scope, receive, send)
            return
        office: Office = scope["app"].state.office
        headers = dict(scope["headers"])
        identity = await bearer(office, headers.get(b"authorization", b"").decode("latin-1"))
        try:
            conditions = Conditions.model_validate(
                {name: headers[raw].decode("latin-1") for name, raw in CONDITIONS if raw in headers}
            )
        except ValidationError as error:
            raise Malformed.of("header", error) from None
        try:
            command = await self._command(scope, receive)
        except ValidationError as error:
            raise Malformed.of("body", error) from None
        asked = Asked(
            entry=self.entry,
            command=command,
            parameters=scope["path_params"],
            identity=identity,
            key=conditions.key,
            expected=None if conditions.expected is None else int(conditions.expected.strip('"')),
            seen=conditions.seen,
        )
        answer = await carry_out(office, asked)
        await _send(send, answer, scope["root_path"])

    async def _command(self, scope: Scope, receive: Receive) -> Command:
        """Return what was sent. Raises ValidationError, Malformed, and HTTPException if it is too large."""
        if takes_file(self.entry.model):
            return self.entry.model.model_validate(await _parts(Request(scope, receive)))
        return self.entry.model.model_validate_json(await _body(receive))


@cache
def command_routes() -> tuple[CommandRoute, ...]:
    """Return the routes of all commands. To describe them takes longer than all else of an application."""
    return tuple(map(CommandRoute, every_command()))


CONDITIONS = tuple(
    (str(field.alias), str(field.alias).lower().encode()) for field in Conditions.model_fields.values()
)
"""Headers by their names, and as a server hands them over."""


async def _send(send: Send, answer: Answer, root: str) -> None:
    """Send the receipt."""
    body = answer.receipt.to_json()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"etag", f'"{answer.version}"'.encode()),
        (b"location", (root + answer.shown_at).encode()),
        (b"x-position", str(answer.receipt.positions[-1]).encode()),
    ]
    await send({"type": "http.response.start", "status": 201, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _body(receive: Receive) -> bytes:
    """Return the whole body. Raises HTTPException if it is too large."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            raise HTTPException(413)
    return body


async def _parts(request: Request) -> dict[str, Any]:
    """Return the parts of a form with a file by name. Raises Malformed, HTTPException if it is too large."""
    try:
        form = await sent_form(request, with_file=True)
    except HTTPException as error:
        if error.status_code != UNREADABLE:
            raise
        raise Malformed(Fault(where="body", sentence=gettext("This is not a form with a file."))) from None
    return dict(form.items())


def _described(entry: Entry) -> Any:
    """Return a function with the signature that the framework's description is read from."""

    def described() -> None:
        raise NotImplementedError

    named = inspect.Parameter.KEYWORD_ONLY
    described.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            *(inspect.Parameter(name, named, annotation=str) for name in entry.parameters),
            inspect.Parameter("command", named, annotation=_body_of(entry.model)),
            inspect.Parameter("conditions", named, annotation=Annotated[Conditions, Header()]),
        ]
    )
    return described


def _body_of(model: type[Command]) -> Any:
    """Return how the body is described: JSON, or a form where a file is sent."""
    return Annotated[model, Form(media_type="multipart/form-data")] if takes_file(model) else model
