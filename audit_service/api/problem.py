"""Problems (RFC 9457): what the API answers when it does not do what it was asked."""

from collections.abc import Mapping
from datetime import date, datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema
from starlette.responses import Response

from audit_service.web.translation import gettext

MEDIA_TYPE = "application/problem+json"
TYPE = "urn:audit-service:problem:"
TITLES = {
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not possible here",
    409: "Not possible now",
    413: "Too large",
    422: "Malformed",
    429: "Too many attempts",
    500: "Failed",
    503: "Not reachable",
    507: "No room left",
}
"""Titles by status; messages to translate."""

HEADERS = {401: {"WWW-Authenticate": "Bearer"}}
"""What a status is answered with besides."""


class Fault(BaseModel):
    """One thing that is wrong with a request."""

    where: str = Field(description="`body.monthly_income`, `query.valid_on`, `header.If-Match`")
    sentence: str


class Since(BaseModel):
    """One event that happened after the version that the official decided on."""

    topic: str
    what: str = Field(description="what happened, in the reader's language")
    version: int
    position: int
    recorded_at: datetime
    by: UUID


class RestsOn(BaseModel):
    """The event that a refusal rests on."""

    topic: str
    title: str = Field(description="what happened, in the reader's language")
    on: date = Field(description="the day of it in the office's calendar")
    position: int
    stream: UUID = Field(description="identity of the history that it belongs to")


class Problem(BaseModel):
    """What stood in the way, for programs (`code`) and for people (`detail`)."""

    type: str = Field(description=f"`{TYPE}` and the code")
    title: str
    status: int
    code: str = Field(description="lasting name of the rule or the fault")
    detail: str = Field(description="what is wrong and what to do next, in the reader's language")
    faults: list[Fault] | None = Field(
        None, description="everything that is wrong with the request, and where"
    )
    since: list[Since] | None = Field(None, description="what happened after the version that was decided on")
    rests_on: RestsOn | None = Field(
        None, description="the event that makes it so, where it is one that makes it so"
    )


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    faults: list[Fault] | None = None,
    since: list[Since] | None = None,
    rests_on: RestsOn | None = None,
) -> Problem:
    """Return the problem with this code."""
    return Problem(
        type=TYPE + code,
        title=gettext(TITLES.get(status) or HTTPStatus(status).phrase),
        status=status,
        code=code,
        detail=detail,
        faults=faults,
        since=since,
        rests_on=rests_on,
    )


def answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return the problem as the API answers it."""
    content = problem.model_dump_json(exclude_none=True)
    return Response(content, problem.status, headers or HEADERS.get(problem.status), MEDIA_TYPE)


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": described,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, described in {
        401: "Nobody is signed in.",
        403: "Not for the official's roles or areas. The attempt was recorded.",
        404: "Not on record.",
        409: "A rule refused, something happened since, or the key was used before.",
        413: "Too large.",
        422: "Malformed.",
        500: "The service failed.",
        503: "The record cannot be reached.",
        507: "The record's disk is full.",
    }.items()
}
"""What any path of the API may answer instead, for its description."""

SCHEMAS: dict[str, Any] = models_json_schema(
    [(Problem, "serialization")], ref_template="#/components/schemas/{model}"
)[1]["$defs"]
"""How problems are described."""
