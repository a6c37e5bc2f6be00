"""A command through the API: a signed receipt, once, and only on what the caller has seen."""

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from audit_service.api.commands import LARGEST
from audit_service.office import Office
from audit_service.proof.entry import leaf
from audit_service.proof.receipt import Receipt
from audit_service.settings import Settings
from tests.office import a_client, a_token, an_official

GRANT = {"role": "clerk", "areas": ["210202"], "because": "New at the window"}
AT = "/api/v1/officials/lin/roles"


class Program:
    """A program that asks in an operator's name."""

    def __init__(self, office: Office, client: TestClient) -> None:
        self.office, self.client = office, client
        self.headers = a_token(office, an_official(office, "op", operator=("*",)))
        an_official(office, "lin")
        self.before = office.record.last_position()

    def ask(self, body: Any = GRANT, *, at: str = AT, key: str | None = "1", **headers: str) -> Any:
        more = {} if key is None else {"Idempotency-Key": key}
        content = {"content": body} if isinstance(body, bytes) else {"json": body}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(at, headers=self.headers | more | named, **content)

    @property
    def recorded(self) -> int:
        """Events that were recorded since the beginning."""
        return self.office.record.last_position() - self.before


@pytest.fixture
def program(sqlite: Settings) -> Iterator[Program]:
    with a_client(sqlite) as (office, client):
        yield Program(office, client)


def test_is_answered_with_a_receipt_of_what_is_stored(settings: Settings) -> None:
    with a_client(settings) as (office, client):
        program = Program(office, client)

        answer = program.ask()

        assert answer.status_code == 201
        receipt = Receipt.from_json(answer.content)
        receipt.verify()
        [position] = receipt.positions
        [event] = office.record.read(position - 1, 1)
        assert event.TOPIC == "official.role_granted"
        assert program.recorded == 1
        assert answer.headers["ETag"] == f'"{event.originator_version}"'
        assert answer.headers["X-Position"] == str(position)
        seen = {"X-Seen": answer.headers["X-Position"]}
        assert client.get(answer.headers["Location"], headers=program.headers | seen).status_code == 200


def test_the_receipt_commits_to_the_stored_row(program: Program) -> None:
    receipt = Receipt.from_json(program.ask().content)

    kept = program.office.record.answered(_own_key(program, "1"), _request(program))
    assert kept is not None
    assert receipt.hashes == tuple(leaf(row).hex() for row in kept.entries)


def test_sent_again_it_is_carried_out_once_and_answered_alike(program: Program) -> None:
    first, second = program.ask(), program.ask()

    assert first.content == second.content
    assert first.headers["ETag"] == second.headers["ETag"]
    assert program.recorded == 1


def test_sent_again_after_the_state_went_on_it_is_answered_alike(program: Program) -> None:
    registered = {"login": "zhao", "name": "Zhao", "unit": "A", "because": "New here"}
    first = program.ask(registered, at="/api/v1/officials", key="2")

    again = program.ask(registered, at="/api/v1/officials", key="2")
    other = program.ask(registered, at="/api/v1/officials", key="3")

    assert (first.status_code, again.content) == (201, first.content)
    assert (other.status_code, other.json()["code"]) == (409, "official.login_taken")
    assert program.recorded == 1


def test_another_request_under_the_same_key_is_refused(program: Program) -> None:
    program.ask()

    answer = program.ask(GRANT | {"because": "Another reason"})

    assert (answer.status_code, answer.json()["code"]) == (409, "record.key_reused")
    assert program.recorded == 1


def test_keys_are_each_officials_own(program: Program) -> None:
    program.ask()
    program.headers = a_token(program.office, an_official(program.office, "op2", operator=("*",)))

    assert program.ask(GRANT | {"because": "Another reason"}).status_code == 201


def test_a_stale_version_is_refused_and_says_what_happened_since(program: Program) -> None:
    program.ask(If_Match='"1"')

    answer = program.ask(key="2", If_Match='"1"')

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (409, "record.stale_version")
    [since] = problem["since"]
    assert (since["topic"], since["version"]) == ("official.role_granted", 2)
    assert since["what"] == "The official was given a role in some areas."
    assert program.recorded == 1


def test_what_the_caller_had_seen_is_kept_with_the_event(program: Program) -> None:
    program.ask(X_Seen="3")

    [event] = program.office.record.read(program.before, 1)
    assert event.seen == 3


def test_who_asked_and_why_is_kept_with_the_event(program: Program) -> None:
    program.ask(GRANT | {"learned_on": "2021-09-01"})

    [sealed] = program.office.record.read(program.before, 1)
    event = program.office.record.codec.opened(sealed)
    assert (event.role, event.because, str(event.learned_on)) == ("operator", GRANT["because"], "2021-09-01")
    assert str(event.on) == "2021-09-20"


@pytest.mark.parametrize(
    ("body", "where", "said"),
    [
        (b"", "body", "The body is not JSON"),
        (b"{", "body", "The body is not JSON"),
        (b"[]", "body", "This must be an object with named fields."),
        (b"\xff\xfe", "body", "The body is not JSON"),
        ({}, "body.because", "Fill this in."),
        (GRANT | {"because": "x"}, "body.because", "Write at least 2 characters."),
        (GRANT | {"because": "x" * 3000}, "body.because", "Write at most 2000 characters."),
        (GRANT | {"because": 1}, "body.because", "This must be text."),
        (GRANT | {"because": "a\0b"}, "body", "The text holds a character that cannot be stored."),
        (GRANT | {"areas": []}, "body.areas", "Name at least 1."),
        (GRANT | {"areas": ["elsewhere"]}, "body.areas.0", "Choose one of the values that are offered."),
        (GRANT | {"areas": "210202"}, "body.areas", "This must be a list."),
        (GRANT | {"learned_on": "yesterday"}, "body.learned_on", "This must be a day, like 2021-07-01."),
        (GRANT | {"surprise": 1}, "body.surprise", "There is no such field."),
    ],
)
def test_a_malformed_body_is_told_what_is_wrong_and_where(
    program: Program, body: Any, where: str, said: str
) -> None:
    answer = program.ask(body)

    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "request.malformed")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert any(fault["where"] == where and said in fault["sentence"] for fault in problem["faults"])
    assert program.recorded == 0


@pytest.mark.parametrize(
    ("key", "headers", "where"),
    [
        (None, {}, "header.Idempotency-Key"),
        ("", {}, "header.Idempotency-Key"),
        ("x" * 201, {}, "header.Idempotency-Key"),
        ("1", {"If_Match": "1"}, "header.If-Match"),
        ("1", {"If_Match": 'W/"1"'}, "header.If-Match"),
        ("1", {"X_Seen": "-1"}, "header.X-Seen"),
        ("1", {"X_Seen": "9" * 30}, "header.X-Seen"),
    ],
)
def test_a_malformed_header_is_told(
    program: Program, key: str | None, headers: dict[str, str], where: str
) -> None:
    answer = program.ask(key=key, **headers)

    assert answer.status_code == 422
    assert [fault["where"] for fault in answer.json()["faults"]] == [where]
    assert program.recorded == 0


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer ", "Bearer audit_guess", "Basic " + b64encode(b"op:op").decode(), "Bearer \xe9"],
)
def test_nobody_is_told_to_show_a_token(program: Program, authorization: str) -> None:
    program.headers = {"Authorization": authorization.encode("latin-1")}  # type: ignore[dict-item]

    answer = program.ask()

    assert (answer.status_code, answer.json()["code"]) == (401, "identity.not_signed_in")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert program.recorded == 0


def test_another_role_is_forbidden_and_the_attempt_recorded(program: Program) -> None:
    clerk = an_official(program.office, "zhao", clerk=("*",))
    program.headers = a_token(program.office, clerk)

    answer = program.ask()

    assert (answer.status_code, answer.json()["code"]) == (403, "identity.not_your_role")
    [attempt] = program.office.record.attempts()
    assert (attempt.by, attempt.command, attempt.role) == (clerk.official, "grant_role", "")
    assert attempt.code == "identity.not_your_role"


def test_what_is_not_on_record_is_not_found(program: Program) -> None:
    answer = program.ask(at="/api/v1/officials/nobody/roles")

    assert (answer.status_code, answer.json()["code"]) == (404, "record.not_on_record")
    assert program.office.record.attempts() == []


def test_a_body_that_is_too_large_is_not_read_to_its_end(program: Program) -> None:
    answer = program.ask(b" " * (LARGEST + 1))

    assert (answer.status_code, answer.json()["code"]) == (413, "http.too_large")


@pytest.mark.parametrize(("language", "said"), [("zh-CN,en;q=0.5", "请求格式不正确"), ("en-GB", "malformed")])
def test_is_told_in_the_callers_language(program: Program, language: str, said: str) -> None:
    answer = program.ask({}, Accept_Language=language)

    assert said in answer.json()["detail"]


def test_only_a_post_asks_for_something(program: Program) -> None:
    answer = program.client.put(AT, headers=program.headers)

    assert (answer.status_code, answer.json()["code"]) == (405, "http.method_not_allowed")
    assert answer.headers["Allow"] == "POST"


def _own_key(program: Program, key: str) -> bytes:
    identity = program.office.identities.by_token.who(program.headers["Authorization"].split()[1])
    assert identity is not None
    return identity.official.bytes + key.encode()


def _request(program: Program) -> bytes:
    from audit_service.desks.officials.commands import GrantRole
    from tests.office import asked

    operator = program.office.identities.by_token.who(program.headers["Authorization"].split()[1])
    assert operator is not None
    return asked(GrantRole.model_validate(GRANT), operator, {"login": "lin"}).request
