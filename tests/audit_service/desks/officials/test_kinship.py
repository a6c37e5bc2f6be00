"""Declaring near relatives: by officials themselves, or by who leads their unit."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from audit_service.desks.officials.kinship import (
    DeclareKinship,
    NotYourColleague,
    OwnDeclaration,
    WithdrawKinship,
)
from audit_service.identity.console import CONSOLE
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.kernel import Act
from domain.officials.kinship import KinshipNotOnRecord, KinshipOnRecord
from domain.officials.official import Official
from domain.refusal import Refused
from domain.roles import OPERATOR, ROLES
from tests.office import a_client, a_token, an_official, ask

SISTER = "210299198001010023"
DECLARE = DeclareKinship(id_number=SISTER, relation="collateral", because="Registered at the start")
WITHDRAW = WithdrawKinship(id_number=SISTER, because="Entered by mistake")


class Unit:
    """A caseworker with a manager and an inspector, a manager of another unit, and one of all of them."""

    def __init__(self, office: Office, client: TestClient) -> None:
        self.office, self.client = office, client
        self.lin = an_official(office, "lin", caseworker=("210202",))
        self.manager = an_official(office, "zhou", manager=("210202",))
        self.inspector = an_official(office, "wei", inspector=("*",))
        self.operator = an_official(office, "op", operator=("*",))
        self.head = an_official(office, "head", manager=("*",))
        self.stranger = self._of_another_unit("qian")

    def _of_another_unit(self, login: str) -> Identity:
        act = Act(by=CONSOLE.official, role="operator", unit="", on=self.office.today(), because="for a test")
        official = Official.register(login, act, name="Qian Fictional", unit="Another Street")
        official.grant("manager", ("210202",), act)
        self.office.record.keep(Submission(aggregates=(official,)))
        return self.who(login)

    def who(self, login: str) -> Identity:
        identity = self.office.identities.by_token.identity(official_id(login))
        assert identity is not None
        return identity

    def relatives(self, login: str) -> frozenset[object]:
        return frozenset(self.who(login).relatives)

    def read(self, path: str, who: Identity) -> str:
        self.client.cookies.set("session", self.office.identities.sessions.start(who.official))
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        return self.client.get(path, follow_redirects=True).text


@pytest.fixture
def unit(settings: Settings) -> Iterator[Unit]:
    with a_client(settings) as (office, client):
        yield Unit(office, client)


def declared(unit: Unit) -> None:
    ask(unit.office, DECLARE, unit.lin, {"login": "lin"})


def assert_refused(
    unit: Unit, command: DeclareKinship | WithdrawKinship, who: Identity, login: str, rule: type[Refused]
) -> None:
    """The rule says no, and nothing is recorded but the attempt."""
    last, known = unit.office.record.last_position(), unit.relatives(login)

    with pytest.raises(rule):
        ask(unit.office, command, who, {"login": login})

    assert unit.office.record.last_position() == last
    assert unit.relatives(login) == known
    [attempt] = unit.office.record.attempts()
    assert (attempt.by, attempt.code) == (who.official, rule.CODE)


def test_officials_declare_their_own_relatives(unit: Unit) -> None:
    declared(unit)

    assert unit.relatives("lin") == {unit.office.vault.person_identity(SISTER)}
    [event] = unit.office.record.events(official_id("lin"))[-1:]
    assert isinstance(event, Official.KinshipDeclared)
    assert (event.relation, event.by, event.role) == ("collateral", unit.lin.official, "caseworker")


@pytest.mark.parametrize("login", ["zhou", "head"])
def test_a_manager_of_the_unit_or_of_the_office_declares_and_withdraws(unit: Unit, login: str) -> None:
    manager = unit.who(login)

    ask(unit.office, DECLARE, manager, {"login": "lin"})
    known = unit.relatives("lin")
    ask(unit.office, WITHDRAW, manager, {"login": "lin"})

    assert len(known) == 1
    assert unit.relatives("lin") == frozenset()


def test_the_head_of_the_office_acts_for_another_unit(unit: Unit) -> None:
    ask(unit.office, DECLARE, unit.head, {"login": "qian"})

    assert len(unit.relatives("qian")) == 1


@pytest.mark.parametrize(("who", "login"), [("qian", "lin"), ("lin", "zhou"), ("wei", "lin")])
def test_nobody_else_declares_for_others(unit: Unit, who: str, login: str) -> None:
    assert_refused(unit, DECLARE, unit.who(who), login, NotYourColleague)


def test_a_manager_of_another_unit_withdraws_nothing(unit: Unit) -> None:
    declared(unit)

    assert_refused(unit, WITHDRAW, unit.stranger, "lin", NotYourColleague)


def test_nobody_opens_to_themselves_what_was_closed_to_them(unit: Unit) -> None:
    ask(unit.office, DECLARE, unit.manager, {"login": "zhou"})

    assert_refused(unit, WITHDRAW, unit.manager, "zhou", OwnDeclaration)


def test_nobody_is_declared_twice(unit: Unit) -> None:
    declared(unit)

    assert_refused(unit, DECLARE, unit.lin, "lin", KinshipOnRecord)


def test_only_what_is_declared_is_withdrawn(unit: Unit) -> None:
    assert_refused(unit, WITHDRAW, unit.manager, "lin", KinshipNotOnRecord)


@pytest.mark.parametrize(
    "wrong", [{"id_number": "210299198001010024"}, {"id_number": ""}, {"relation": "neighbour"}]
)
def test_what_is_malformed_is_told_and_not_recorded(unit: Unit, wrong: dict[str, str]) -> None:
    last = unit.office.record.last_position()
    command = {"because": "A slip", "id_number": SISTER, "relation": "spouse"} | wrong
    headers = a_token(unit.office, unit.lin) | {"Idempotency-Key": "1"}

    answer = unit.client.post("/api/v1/officials/lin/kinship", json=command, headers=headers)

    assert answer.status_code == 422
    assert "210299" not in answer.text
    assert unit.office.record.last_position() == last


@pytest.mark.parametrize("role", sorted(set(ROLES) - {OPERATOR}))
def test_whoever_may_have_a_part_in_a_case_declares_their_own_from_their_page(unit: Unit, role: str) -> None:
    official = an_official(unit.office, "one", **{role: ("*",)})
    assert "/officials/one/kinship?seen=" in unit.read("/me", official)

    ask(unit.office, DECLARE, official, {"login": "one"})

    assert len(unit.relatives("one")) == 1
    [event] = unit.office.record.events(official.official)[-1:]
    assert event.role == role


def test_who_runs_the_machines_has_no_part_in_any_case_and_declares_nobody(unit: Unit) -> None:
    assert_refused(unit, DECLARE, unit.operator, "op", NotYourRole)
    assert "/officials/op/kinship" not in unit.read("/me", unit.operator)


def test_through_the_form_of_the_page(unit: Unit) -> None:
    form = unit.read("/officials/lin/kinship", unit.lin)
    assert 'name="id_number"' in form
    filled = {"id_number": SISTER, "relation": "spouse", "because": "Married"}

    answer = unit.client.post("/officials/lin/kinship", data=filled)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/officials/lin?recorded=")
    assert SISTER not in answer.headers["Location"]
    assert len(unit.relatives("lin")) == 1


def test_officials_and_their_supervisors_read_what_is_declared(unit: Unit) -> None:
    declared(unit)

    pages = {who.login: unit.read("/officials/lin", who) for who in (unit.lin, unit.manager, unit.inspector)}

    for page in pages.values():
        assert "Declared relatives" in page
        assert "Collateral relative by blood" in page
        assert SISTER not in page
    assert "/officials/lin/kinship?seen=" in pages["lin"]
    assert "/officials/lin/kinship-withdrawals" not in pages["lin"]
    assert "/officials/lin/kinship-withdrawals?seen=" in pages["zhou"]
    assert "/officials/lin/kinship" not in pages["wei"]


def test_who_runs_the_machines_does_not_read_it(unit: Unit) -> None:
    declared(unit)

    page = unit.read("/officials/lin", unit.operator)

    assert "Collateral" not in page
    assert "Declared relatives" not in page


def test_what_was_withdrawn_stays_on_the_page(unit: Unit) -> None:
    declared(unit)
    ask(unit.office, WITHDRAW, unit.manager, {"login": "lin"})
    headers = a_token(unit.office, unit.lin) | {"X-Seen": str(unit.office.record.last_position())}

    [told] = unit.client.get("/api/v1/me", headers=headers).json()["kinship"]

    assert (told["relation"], told["since"], told["until"]) == ("collateral", "2021-09-20", "2021-09-20")
    assert told["declared_by"] == "Lin Fictional"


def test_who_has_declared_nobody_is_told_so(unit: Unit) -> None:
    assert "No relative is declared." in unit.read("/me", unit.lin)
