"""Every command has a page with a form: filled in, put right, refused, or carried out once."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from audit_service.office import Office
from audit_service.settings import Settings
from domain.identities import official_id
from domain.officials.official import Official
from tests.office import a_client, an_official

AT = "/officials/lin/roles"
GRANT = {"role": "clerk", "areas": ["210202", "210203"], "because": "New at the window"}


class Reader:
    """An operator before the page."""

    def __init__(self, office: Office, client: TestClient) -> None:
        self.office, self.client = office, client
        self.sign_in("op", operator=("*",))
        an_official(office, "lin")
        self.before = office.record.last_position()

    def sign_in(self, login: str, **roles: tuple[str, ...]) -> None:
        official = an_official(self.office, login, **roles).official
        self.client.cookies.set("session", self.office.identities.sessions.start(official))

    @property
    def recorded(self) -> int:
        return self.office.record.last_position() - self.before

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        return self.office.record.get(Official, official_id("lin")).roles


@pytest.fixture
def reader(sqlite: Settings) -> Iterator[Reader]:
    with a_client(sqlite) as (office, client):
        reader = Reader(office, client)
        yield reader


def test_shows_the_form_with_what_is_given(reader: Reader) -> None:
    page = reader.client.get(f"{AT}?role=clerk&version=1&seen=3&surprise=1")

    assert page.status_code == 200
    assert "<h1>Grant a role</h1>" in page.text
    assert re.search(r'name="role"[^>]*value="clerk" checked', page.text)
    assert 'name="_version" value="1"' in page.text
    assert 'name="_seen" value="3"' in page.text
    assert 'href="/officials/lin"' in page.text


@pytest.mark.parametrize("query", ["version=x&seen=-1", "version=%D9%A3", "version=" + "9" * 5000])
def test_takes_no_nonsense_from_the_address(reader: Reader, query: str) -> None:
    page = reader.client.get(f"{AT}?{query}")

    assert page.status_code == 200
    assert "_version" not in page.text


def test_what_was_asked_for_is_shown_with_its_position(reader: Reader) -> None:
    answer = reader.client.post(AT, data=GRANT)

    assert answer.status_code == 303
    position = reader.office.record.last_position()
    assert answer.headers["Location"] == f"/officials/lin?recorded={position}"
    assert f"seen={position}" in answer.headers["Set-Cookie"]
    page = reader.client.get(answer.headers["Location"])
    assert f'<span class="figure">{position}</span>' in page.text
    assert "Zhongshan, Xigang" in page.text
    assert reader.roles == {"clerk": ("210202", "210203")}


def test_posted_twice_it_is_carried_out_once(reader: Reader) -> None:
    key = re.search(r'name="_key" value="([^"]+)"', reader.client.get(AT).text)
    assert key is not None
    form = GRANT | {"_key": key[1]}

    first, again = reader.client.post(AT, data=form), reader.client.post(AT, data=form)

    assert first.headers["Location"] == again.headers["Location"]
    assert reader.recorded == 1


def test_what_is_wrong_is_said_and_what_was_written_stays(reader: Reader) -> None:
    page = reader.client.post(AT, data={"role": "clerk", "because": ""})

    assert page.status_code == 422
    assert "Fill in “Grounds”." in page.text
    assert re.search(r'name="role"[^>]*value="clerk" checked', page.text)
    assert reader.recorded == 0


def test_a_refusal_is_said_above_the_form(reader: Reader) -> None:
    reader.client.post(AT, data=GRANT)

    page = reader.client.post(AT, data=GRANT | {"role": "operator"})

    assert page.status_code == 409
    assert "Revoke Clerk first" in page.text
    assert "New at the window" in page.text
    assert reader.recorded == 1


def test_there_is_no_form_about_what_is_not_on_record(reader: Reader) -> None:
    page = reader.client.post("/officials/nobody/roles", data=GRANT)

    assert page.status_code == 404
    assert reader.recorded == 0


def test_what_happened_since_is_said_and_can_then_be_decided_on(reader: Reader) -> None:
    reader.client.post(AT, data=GRANT)

    page = reader.client.post(AT, data=GRANT | {"role": "manager", "_version": "1"})

    assert page.status_code == 409
    assert "Something happened since you last looked." in page.text
    assert "The official was given a role in some areas." in page.text
    assert 'name="_version" value="2"' in page.text
    assert reader.client.post(AT, data=GRANT | {"role": "manager", "_version": "2"}).status_code == 303


def test_another_role_sees_no_form_and_is_refused(reader: Reader) -> None:
    reader.sign_in("zhao", clerk=("*",))

    for page in (reader.client.get(AT), reader.client.post(AT, data=GRANT)):
        assert page.status_code == 403
        assert "It is for: Operator." in page.text
    assert reader.recorded == 2  # the official who signed in, and their role


def test_a_role_that_was_lost_meanwhile_is_an_attempt(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        reader = Reader(office, client)
        reader.sign_in("zhao", operator=("210202",))

        page = client.post("/officials/zhao/roles", data=GRANT)

        assert page.status_code == 409
        assert [attempt.code for attempt in office.record.attempts()] == ["official.own_roles"]


def test_nobody_is_led_to_sign_in(reader: Reader) -> None:
    reader.client.cookies.clear()

    for page in (reader.client.get(AT), reader.client.post(AT, data=GRANT)):
        assert page.status_code == 303
        assert page.headers["Location"].startswith("/sign-in")
    assert reader.recorded == 0


def test_what_is_not_on_record_is_told_so(reader: Reader) -> None:
    assert reader.client.post("/officials/nobody/roles", data=GRANT).status_code == 404
