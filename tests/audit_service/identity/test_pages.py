"""Signing in, choosing a password, signing out."""

import pytest
from starlette.testclient import TestClient

from audit_service.office import Office
from audit_service.settings import Settings
from tests.office import a_client, an_official

CHOSEN = "correct horse battery staple"


def sign_in(client: TestClient, login: str, password: str, at: str = "/sign-in") -> tuple[int, str]:
    answer = client.post(at, data={"login": login, "password": password})
    return answer.status_code, answer.headers.get("location", "")


def an_account(office: Office, login: str = "lin") -> str:
    """Somebody who has chosen their password."""
    official = an_official(office, login, manager=("*",)).official
    accounts = office.identities.accounts
    accounts.change(official, accounts.open(official, login), CHOSEN)
    return login


def test_a_page_leads_to_the_sign_in_and_back(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        an_account(office)

        asked = client.get("/officials")
        assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?back=%2Fofficials")
        assert client.get(asked.headers["location"]).status_code == 200
        assert sign_in(client, "lin", CHOSEN, asked.headers["location"]) == (303, "/officials")
        assert client.get("/officials").status_code == 200


def test_who_has_signed_in_is_not_asked_again(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        sign_in(client, an_account(office), CHOSEN)

        again = client.get("/sign-in")

        assert (again.status_code, again.headers["location"]) == (303, "/")


@pytest.mark.parametrize("back", ["//elsewhere.invalid", "https://elsewhere.invalid", "/\\elsewhere", ""])
def test_leads_nowhere_else(sqlite: Settings, back: str) -> None:
    with a_client(sqlite) as (office, client):
        an_account(office)

        assert sign_in(client, "lin", CHOSEN, f"/sign-in?back={back}") == (303, "/")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(sqlite: Settings) -> None:
    with a_client(sqlite.model_copy(update={"secure_cookies": True})) as (office, client):
        an_account(office)

        cookie = client.post("/sign-in", data={"login": "lin", "password": CHOSEN}).headers["set-cookie"]

        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" in cookie


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ({"login": "lin", "password": "wrong"}, 401, "The login or the password is not right."),
        ({"login": "lin", "password": ""}, 422, "Fill in “Password”."),
        ({}, 422, "Fill in “Login”."),
    ],
)
def test_what_is_wrong_is_said(sqlite: Settings, answers: dict[str, str], status: int, said: str) -> None:
    with a_client(sqlite) as (office, client):
        an_account(office)

        answer = client.post("/sign-in", data=answers)

        assert answer.status_code == status
        assert said in answer.text
        assert "wrong" not in answer.text.replace("The login or", "")
        assert "set-cookie" not in answer.headers


def test_too_many_failures_close_the_door(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        an_account(office)
        for _ in range(5):
            sign_in(client, "lin", "wrong")

        answer = client.post("/sign-in", data={"login": "lin", "password": CHOSEN})

        assert answer.status_code == 429
        assert "Try again in 5 minutes" in answer.text


def test_a_one_time_password_leads_to_choosing_one_and_nowhere_else(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        given = office.identities.accounts.open(an_official(office, "lin", manager=("*",)).official, "lin")
        assert sign_in(client, "lin", given) == (303, "/")

        elsewhere = client.get("/officials")
        assert (elsewhere.status_code, elsewhere.headers["location"]) == (303, "/password")
        assert client.get("/password").status_code == 200
        chosen = client.post("/password", data={"old": given, "new": CHOSEN, "again": CHOSEN})

        assert (chosen.status_code, chosen.headers["location"]) == (303, "/")
        assert client.get("/officials").status_code == 200


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ({"old": CHOSEN, "new": "another long one", "again": "different"}, 409, "not the same both times"),
        ({"old": "wrong", "new": "another long one", "again": "another long one"}, 409, "is not right"),
        ({"old": CHOSEN, "new": CHOSEN, "again": CHOSEN}, 409, "nor the old one"),
        ({"old": CHOSEN, "new": "short", "again": "short"}, 422, "at least 12 characters"),
    ],
)
def test_a_password_is_not_changed_like_that(
    sqlite: Settings, answers: dict[str, str], status: int, said: str
) -> None:
    with a_client(sqlite) as (office, client):
        sign_in(client, an_account(office), CHOSEN)

        answer = client.post("/password", data=answers)

        assert answer.status_code == status
        assert said in answer.text
        assert CHOSEN not in answer.text
        office.identities.accounts.check("lin", CHOSEN, address="test")


def test_signing_in_again_ends_the_session_before(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        sign_in(client, an_account(office), CHOSEN)
        before = client.cookies["session"]

        sign_in(client, "lin", CHOSEN)

        assert client.cookies["session"] != before
        assert office.identities.sessions.whose(before) is None


def test_signing_out_ends_the_session_everywhere(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        sign_in(client, an_account(office), CHOSEN)
        secret = client.cookies["session"]

        answer = client.post("/sign-out")

        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
        client.cookies.set("session", secret)
        assert client.get("/officials").status_code == 303


def test_nobody_chooses_a_password_without_having_signed_in(sqlite: Settings) -> None:
    with a_client(sqlite) as (_, client):
        for answer in (client.get("/password"), client.post("/password", data={})):
            assert answer.headers["location"] == "/sign-in?back=%2Fpassword"


@pytest.mark.parametrize("cookie", ["session=", "session=guess", "session", '"', "a=b; session=\x7f"])
def test_a_malformed_cookie_is_nobody(sqlite: Settings, cookie: str) -> None:
    with a_client(sqlite) as (_, client):
        client.cookies.clear()

        assert client.get("/officials", headers={"Cookie": cookie}).status_code == 303


def test_a_cookie_of_another_program_leaves_the_session_as_it_is(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        secret = office.identities.sessions.start(an_official(office, "lin", operator=("*",)).official)
        client.cookies.clear()

        answer = client.get("/officials", headers={"Cookie": f"a/b=1; session={secret}"})

        assert answer.status_code == 200


def test_another_site_cannot_ask_in_the_readers_name(sqlite: Settings) -> None:
    with a_client(sqlite) as (office, client):
        sign_in(client, an_account(office), CHOSEN)

        forged = client.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"})

        assert forged.status_code == 403
        assert client.get("/officials").status_code == 200
