"""Who works here, everything about one official, and what was refused: to whom it may be shown."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from audit_service.desks.officials.commands import GrantRole, RegisterOfficial, RevokeRole
from audit_service.office import Office
from audit_service.settings import Settings
from domain.officials.official import RoleNotHeld
from tests.office import a_client, a_token, an_official, ask


class Staff:
    """An operator, an inspector and a caseworker, and what they did."""

    def __init__(self, office: Office, client: TestClient) -> None:
        self.office, self.client = office, client
        self.operator = an_official(office, "op", operator=("*",))
        self.inspector = an_official(office, "wei", inspector=("*",))
        self.caseworker = an_official(office, "lin", caseworker=("210202",))
        grant = GrantRole(role="clerk", areas=("210203",), because="Helps out")
        ask(office, grant, self.operator, {"login": "lin"})
        with pytest.raises(RoleNotHeld):
            ask(office, RevokeRole(role="manager", because="A slip"), self.operator, {"login": "lin"})

    def read(self, path: str, who: str) -> str:
        """The page as this official sees it, without its tags."""
        official = {"op": self.operator, "wei": self.inspector, "lin": self.caseworker}[who].official
        self.client.cookies.set("session", self.office.identities.sessions.start(official))
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        answer = self.client.get(path, follow_redirects=True)
        self.status = answer.status_code
        return answer.text


@pytest.fixture
def staff(sqlite: Settings) -> Iterator[Staff]:
    with a_client(sqlite) as (office, client):
        yield Staff(office, client)


@pytest.mark.parametrize("who", ["op", "wei"])
def test_the_list_shows_everyone_with_their_roles(staff: Staff, who: str) -> None:
    page = staff.read("/officials", who)

    assert staff.status == 200
    assert re.findall(r'href="/officials/(\w+)">\1', page) == ["lin", "op", "wei"]
    assert "Caseworker" in page
    assert "Xigang" in page
    assert "The whole office" in page
    assert ("/officials/new" in page) == (who == "op")


def test_the_list_is_not_for_everyone(staff: Staff) -> None:
    assert "It is for: Inspector, Manager, Operator." in staff.read("/officials", "lin")
    assert staff.status == 403


def test_officials_see_everything_about_themselves(staff: Staff) -> None:
    page = staff.read("/me", "lin")

    assert staff.status == 200
    assert "Everything that this record holds about you as an official." in page
    assert "Helps out" not in page
    assert "Granted by" in page
    assert "Op Fictional" in page
    assert "Console" in page
    assert "Nothing was refused." in page
    assert "/officials/lin/roles" not in page
    assert 'action="/me/tokens"' in page


def test_officials_do_not_see_each_other(staff: Staff) -> None:
    assert "This is about another official." in staff.read("/officials/op", "lin")
    assert staff.status == 403


def test_an_operator_sees_what_they_did_and_were_refused(staff: Staff) -> None:
    page = staff.read("/me", "op")

    assert "Role granted" in page
    assert "This official does not hold the role [role]. Choose one that they hold." in page
    assert "Revoke a role" in page


def test_an_operator_is_offered_what_they_may_do(staff: Staff) -> None:
    page = staff.read("/officials/lin", "op")

    assert "/officials/lin/roles?seen=" in page
    assert "/officials/lin/revocations?seen=" in page
    assert 'action="/officials/lin/one-time-password"' in page


def test_an_inspector_only_looks(staff: Staff) -> None:
    page = staff.read("/officials/lin", "wei")

    assert staff.status == 200
    assert "/officials/lin/roles" not in page
    assert "one-time-password" not in page


def test_an_unknown_official_is_not_on_record(staff: Staff) -> None:
    staff.read("/officials/nobody", "op")

    assert staff.status == 404


@pytest.mark.parametrize("who", ["op", "wei"])
def test_refused_attempts_are_listed(staff: Staff, who: str) -> None:
    page = staff.read("/attempts", who)

    assert staff.status == 200
    assert "Op Fictional" in page
    assert "Operator" in page
    assert "does not hold the role [role]" in page


def test_refused_attempts_are_not_for_everyone(staff: Staff) -> None:
    staff.read("/attempts", "lin")

    assert staff.status == 403


def test_attempts_are_shown_page_by_page(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.officials.pages.PAGE", 1)
    with pytest.raises(RoleNotHeld):
        ask(staff.office, RevokeRole(role="manager", because="A slip"), staff.operator, {"login": "wei"})

    first, second = staff.read("/attempts", "op"), staff.read("/attempts?before=2", "op")

    assert 'href="/attempts?before=2"' in first
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in second
    assert 'rel="prev"' in second


def test_everything_an_official_did_is_handed_out(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.officials.dossier.ACTS", 1)
    for number in range(2):
        command = RegisterOfficial(login=f"new{number}", name="New", unit="A", because="New here")
        ask(staff.office, command, staff.operator)
    last = staff.office.record.last_position()

    whole = staff.read("/officials/op/acts.csv", "op").splitlines()
    staff.read("/officials/op/acts.csv", "lin")

    assert staff.status == 403
    positions = [int(line.rpartition(",")[2]) for line in whole[1:]]
    assert positions[:2] == [last, last - 1]
    assert positions == sorted(positions, reverse=True)
    assert len(positions) > 2


def test_acts_are_shown_page_by_page(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.officials.dossier.ACTS", 1)
    for number in range(2):
        command = RegisterOfficial(login=f"new{number}", name="New", unit="A", because="New here")
        ask(staff.office, command, staff.operator)

    first = staff.read("/me", "op")
    following = f"/officials/op?before={staff.office.record.last_position()}"
    second = staff.read(following, "op")

    assert f'href="{following}"' in first
    assert 'rel="prev"' in second


def test_a_one_time_password_is_shown_once_and_lets_in(staff: Staff) -> None:
    staff.read("/me", "op")

    page = staff.client.post("/officials/lin/one-time-password")

    secret = page.text.split("<code>")[1].split("</code>")[0]
    assert staff.office.identities.accounts.check("lin", secret, address="test") == staff.caseworker.official


def test_a_one_time_password_is_for_operators_to_give(staff: Staff) -> None:
    staff.read("/me", "wei")

    assert staff.client.post("/officials/lin/one-time-password").status_code == 403


def test_a_token_is_shown_once_and_stands_for_its_maker(staff: Staff) -> None:
    staff.read("/me", "lin")

    page = staff.client.post("/me/tokens")

    secret = page.text.split("<code>")[1].split("</code>")[0]
    seen = {"X-Seen": str(staff.office.record.last_position())}
    answer = staff.client.get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"} | seen)
    assert answer.json()["login"] == "lin"


def test_the_api_tells_the_same(staff: Staff) -> None:
    headers = a_token(staff.office, staff.operator) | {"X-Seen": str(staff.office.record.last_position())}

    about = staff.client.get("/api/v1/officials/lin", headers=headers).json()
    everyone = staff.client.get("/api/v1/officials", headers=headers).json()
    refused = staff.client.get("/api/v1/attempts", headers=headers).json()

    assert [(grant["role"], grant["areas"]) for grant in about["grants"]] == [
        ("caseworker", ["210202"]),
        ("clerk", ["210203"]),
    ]
    assert [one["login"] for one in everyone] == ["lin", "op", "wei"]
    [attempt] = refused["attempts"]
    assert (attempt["command"], attempt["code"]) == ("revoke_role", "official.role_not_held")
    assert refused["next"] is None


def test_the_api_tells_an_official_about_nobody_else(staff: Staff) -> None:
    headers = a_token(staff.office, staff.caseworker) | {"X-Seen": str(staff.office.record.last_position())}

    assert staff.client.get("/api/v1/officials/op", headers=headers).status_code == 403
    assert staff.client.get("/api/v1/me", headers=headers).json()["login"] == "lin"


def test_a_rule_that_is_no_longer_known_is_told_by_its_code() -> None:
    from audit_service.desks.officials.attempts import command_name, rule

    assert rule("case.long_gone") == "case.long_gone"
    assert command_name("long_gone") == "long_gone"
