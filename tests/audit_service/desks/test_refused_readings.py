"""What somebody may not read is kept as an attempt, from either door, and names nobody."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from audit_service.desks.officials.attempts import command_name
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole, OwnRelative
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import StoreUnavailable
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from audit_service.web.translation import read_in
from domain.identities import case_id, official_id
from domain.officials.official import Official
from tests.builders import a_case_taken_over, an_act, person, standards
from tests.error_builders import a_reported_error
from tests.office import a_client, a_token, an_official

CASE, ERROR = "DB-0001", "CC210202-2021-0001"
XIGANG = "210203"


@pytest.fixture
def served(settings: Settings) -> Iterator[tuple[Office, TestClient, Identity]]:
    """An office with a case and an error in it, and somebody of another area who is signed in."""
    with a_client(settings) as (office, client):
        reported, case = a_reported_error(), a_case_taken_over(number=CASE)
        office.record.keep(Submission(aggregates=(standards(), case, reported)))
        neighbour = an_official(office, "sun", caseworker=(XIGANG,))
        assert office.follower.wait_for(office.record.last_position(), 10)
        client.cookies.set("session", office.identities.sessions.start(neighbour.official))
        yield office, client, neighbour


@pytest.mark.parametrize(
    ("path", "command", "about", "rule"),
    [
        (f"/cases/{CASE}", "read /cases/{case_number}", case_id(CASE), NotYourArea),
        (f"/cases/{CASE}/suspension", "suspend_payment", case_id(CASE), NotYourArea),
        (f"/errors/{ERROR}", "read /errors/{error_number}", a_reported_error().id, NotYourArea),
        (f"/errors/{ERROR}/closure", "close_error", a_reported_error().id, NotYourRole),
        ("/officials/sun/roles", "grant_role", official_id("sun"), NotYourRole),
        ("/attempts", "read /attempts", None, NotYourRole),
    ],
)
def test_a_page_that_is_refused_is_an_attempt(
    served: tuple[Office, TestClient, Identity],
    path: str,
    command: str,
    about: object,
    rule: type[NotYourRole],
) -> None:
    office, client, neighbour = served
    last = office.record.last_position()

    page = client.get(path)

    assert page.status_code == 403
    [attempt] = office.record.attempts()
    assert (attempt.by, attempt.role) == (neighbour.official, "caseworker")
    assert (attempt.command, attempt.stream, attempt.code) == (command, about, rule.CODE)
    assert office.record.last_position() == last


def test_a_view_of_the_api_that_is_refused_is_an_attempt(served: tuple[Office, TestClient, Identity]) -> None:
    office, client, neighbour = served

    answer = client.get(f"/api/v1/cases/{CASE}?valid_on=2021-08-01", headers=a_token(office, neighbour))

    assert answer.status_code == 403
    [attempt] = office.record.attempts()
    assert (attempt.by, attempt.command) == (neighbour.official, "read /cases/{number}")
    assert (attempt.stream, attempt.code) == (case_id(CASE), NotYourArea.CODE)


def test_a_relatives_case_that_was_asked_for_is_an_attempt(
    served: tuple[Office, TestClient, Identity],
) -> None:
    office, client, _ = served
    an_official(office, "wang", caseworker=("*",))
    wang = office.record.get(Official, official_id("wang"))
    wang.declare_kinship(person("head"), "collateral", an_act())
    office.record.keep(Submission(aggregates=(wang,)))
    client.cookies.set("session", office.identities.sessions.start(official_id("wang")))

    page = client.get(f"/cases/{CASE}")

    assert page.status_code == 403
    [attempt] = office.record.attempts()
    assert (attempt.by, attempt.code) == (official_id("wang"), OwnRelative.CODE)


def test_a_form_that_is_sent_without_the_role_is_one_attempt(
    served: tuple[Office, TestClient, Identity],
) -> None:
    office, client, _ = served

    sent = client.post(f"/errors/{ERROR}/closure", data={})

    assert sent.status_code == 403
    assert [attempt.command for attempt in office.record.attempts()] == ["close_error"]


def test_a_command_that_is_refused_is_one_attempt(served: tuple[Office, TestClient, Identity]) -> None:
    office, client, neighbour = served
    headers = a_token(office, neighbour) | {"Idempotency-Key": "once"}

    change = {"valid_from": "2021-08-01", "members": 2, "because": "A change of a fictional family."}

    answer = client.post(f"/api/v1/cases/{CASE}/changes", json=change, headers=headers)

    assert answer.status_code == 403
    assert [attempt.command for attempt in office.record.attempts()] == ["record_change"]


@pytest.mark.parametrize("path", [f"/cases/{CASE}", f"/api/v1/cases/{CASE}"])
def test_what_cannot_be_kept_is_not_answered_as_if_it_were(
    served: tuple[Office, TestClient, Identity], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    office, client, neighbour = served
    headers = a_token(office, neighbour)

    def fail(_: Record, _submission: Submission) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(Record, "keep", fail)

    assert client.get(path, headers=headers).status_code == 503


def test_who_is_not_signed_in_makes_no_attempt(served: tuple[Office, TestClient, Identity]) -> None:
    office, client, _ = served
    client.cookies.clear()

    answers = [client.get(path).status_code for path in (f"/cases/{CASE}", f"/api/v1/cases/{CASE}")]

    assert answers == [303, 401]
    assert office.record.attempts() == []


def test_what_is_read_without_need_is_told_where_attempts_are_read(
    served: tuple[Office, TestClient, Identity],
) -> None:
    office, client, _ = served
    client.get(f"/cases/{CASE}")
    inspector = an_official(office, "feng", inspector=("*",))
    client.cookies.set("session", office.identities.sessions.start(inspector.official))

    page = client.get("/attempts").text

    assert "Read: Case" in page
    assert "This belongs to the area" in page
    with read_in("zh"):
        assert command_name("read /cases/{number}") == "查阅：案件"


def test_an_address_that_is_about_nothing_on_record_is_about_nothing(
    served: tuple[Office, TestClient, Identity],
) -> None:
    office, client, _ = served

    page = client.get("/errors/CC-none/closure")

    [attempt] = office.record.attempts()
    assert page.status_code == 403
    assert (attempt.command, attempt.stream) == ("close_error", None)
