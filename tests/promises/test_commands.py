"""Every command has a route, a page and roles, says what it asks for, and is refused without a trace."""

import asyncio
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from audit_service.api.app import create_api
from audit_service.desks.asked import Asked
from audit_service.desks.carry_out import carry_out
from audit_service.desks.carrying import Entry, every_command
from audit_service.identity.identity import NotYourRole
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from audit_service.web.forms.fields import Asked as Field
from audit_service.web.forms.fields import asked
from domain.identities import official_id
from domain.refusal import Refused
from domain.roles import MANAGER, OPERATOR, ROLES
from tests.office import a_client, an_official

TESTS = Path(__file__).parents[1]
COMMANDS = every_command()
ONE = {
    ("number",),
    ("login",),
    ("error_number",),
    ("visit",),
    ("question",),
    ("discovery",),
    ("import_number",),
    ("review_number",),
    ("filing",),
    ("discipline_lead",),
    ("inspection_number",),
    ("lesson",),
}
ABOUT_SOMETHING = [entry for entry in COMMANDS if entry.parameters in ONE]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, TestClient]]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("promises") / "var", origin="test.invalid/audit")
    with a_client(settings) as (office, client):
        for role in ROLES:
            an_official(office, role, **{role: ("*",)})
        yield office, client


def about_nothing(office: Office, entry: Entry, role: str) -> Asked:
    """The command, asked about something that is not on record by somebody in this role."""
    identity = office.identities.by_token.identity(official_id(role))
    assert identity is not None
    command = entry.model.model_construct(because="A promise", learned_on=None)
    return Asked(
        entry=entry, command=command, parameters=dict.fromkeys(entry.parameters, "none"), identity=identity
    )


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_says_what_it_asks_for(entry: Entry) -> None:
    assert entry.title
    assert entry.explanation.endswith(".")
    assert [name for name, field in entry.model.model_fields.items() if not field.title] == []


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_takes_texts_of_a_limited_length_only(entry: Entry) -> None:
    texts = [field for field in every_field(asked(entry.model)) if field.kind in {"text", "long_text"}]

    assert [field.name for field in texts if field.longest is None] == []


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_is_for_roles_that_there_are(entry: Entry) -> None:
    assert entry.roles
    assert set(entry.roles) <= ROLES.keys()
    assert OPERATOR not in entry.roles or entry.roles == (OPERATOR,)


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_has_a_route_and_a_page(served: tuple[Office, TestClient], entry: Entry) -> None:
    office, client = served
    routes = [route for route in create_api(office).routes if isinstance(route, APIRoute)]
    sign_in(office, client, entry.roles[0])

    page = client.get(entry.form_at.format_map(dict.fromkeys(entry.parameters, "none")))

    assert any(route.path == entry.at and route.methods == {"POST"} for route in routes)
    assert page.status_code in {200, 404}
    assert page.status_code == 404 or f"<h1>{entry.title}</h1>" in page.text


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_is_refused_to_other_roles_without_a_trace(served: tuple[Office, TestClient], entry: Entry) -> None:
    office, client = served
    other = MANAGER if OPERATOR in entry.roles else OPERATOR
    before = office.record.last_position()
    sign_in(office, client, other)

    with pytest.raises(NotOnRecord if entry.concealed else NotYourRole):
        asyncio.run(carry_out(office, about_nothing(office, entry, other)))
    page = client.get(entry.form_at.format_map(dict.fromkeys(entry.parameters, "none")))

    assert page.status_code == (404 if entry.concealed else 403)
    assert office.record.last_position() == before
    kept = {(attempt.command, attempt.code) for attempt in office.record.attempts(limit=1)}
    assert ((entry.name, NotYourRole.CODE) in kept) is not entry.concealed


@pytest.mark.parametrize("entry", ABOUT_SOMETHING, ids=lambda entry: entry.name)
def test_about_nothing_is_refused_without_a_trace(served: tuple[Office, TestClient], entry: Entry) -> None:
    office, _ = served
    before = office.record.last_position()

    with pytest.raises((NotOnRecord, Refused)):
        asyncio.run(carry_out(office, about_nothing(office, entry, entry.roles[0])))

    assert office.record.last_position() == before


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_is_tried_out_by_a_test(entry: Entry) -> None:
    spoken_of = (entry.model.__name__, f"/{entry.at.rpartition('/')[2]}")

    assert any(name in text for text in written_tests() for name in spoken_of)


def every_field(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every_field(field.inside)


def sign_in(office: Office, client: TestClient, role: str) -> None:
    client.cookies.set("session", office.identities.sessions.start(official_id(role)))


@cache
def written_tests() -> tuple[str, ...]:
    return tuple(file.read_text() for file in TESTS.rglob("*.py") if file != Path(__file__))
