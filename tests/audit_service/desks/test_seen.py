"""A reader is answered from views that hold what they have seen."""

import pytest
from starlette.requests import Request
from starlette.responses import Response

from audit_service.desks.seen import built_from, remember_seen, seen
from audit_service.settings import Settings
from tests.office import a_client, a_token, an_official


def request(*, cookie: str = "", header: str = "") -> Request:
    headers = [(b"cookie", f"seen={cookie}".encode()), (b"x-seen", header.encode())]
    return Request({"type": "http", "headers": headers})


@pytest.mark.parametrize(
    ("cookie", "header", "position"),
    [
        ("", "", 0),
        ("7", "", 7),
        ("7", "9", 9),
        ("x", "-1", 0),
        ("٣", "1" * 30, 0),
    ],
)
def test_the_latest_position_counts_and_nonsense_does_not(cookie: str, header: str, position: int) -> None:
    assert seen(request(cookie=cookie, header=header)) == position


def test_an_answer_says_what_it_was_built_from() -> None:
    response = Response()

    built_from(response, 7, version=3)
    remember_seen(response, 9)

    assert response.headers["X-Position"] == "7"
    assert response.headers["ETag"] == '"3"'
    assert "seen=9; HttpOnly" in response.headers["Set-Cookie"]


def test_the_next_look_holds_what_was_just_recorded(settings: Settings) -> None:
    with a_client(settings) as (office, client):
        headers = a_token(office, an_official(office, "op", operator=("*",)))
        for number in range(5):
            command = {"login": f"lin{number}", "name": "Lin", "unit": "A", "because": "New here"}
            answer = client.post(
                "/api/v1/officials", headers=headers | {"Idempotency-Key": str(number)}, json=command
            )
            seen_now = {"X-Seen": answer.headers["X-Position"]}

            found = client.get(answer.headers["Location"], headers=headers | seen_now)

            assert found.status_code == 200
            assert int(found.headers["X-Position"]) >= int(answer.headers["X-Position"])


def test_nobody_waits_for_what_was_never_recorded_for_long(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.seen.PATIENCE", 0.05)
    with a_client(sqlite) as (office, client):
        headers = a_token(office, an_official(office, "op", operator=("*",)))

        assert client.get("/api/v1/officials", headers=headers | {"X-Seen": "1000000"}).status_code == 200
