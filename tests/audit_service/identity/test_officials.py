"""From a secret to the official, with their roles as the record had them a few seconds ago at most."""

from uuid import UUID

import pytest

from audit_service.identity import officials
from audit_service.identity.officials import FRESH
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.officials.official import Official
from tests.builders import an_act
from tests.office import an_office, an_official


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(officials, "time", clock)
    return clock


def test_is_found_by_a_token_with_name_and_roles(settings: Settings) -> None:
    with an_office(settings) as office:
        lin = an_official(office, "lin", manager=("210202",), clerk=("*",))
        token = office.identities.tokens.make(lin.official)

        found = office.identities.by_token.who(token)

        assert found == lin
        assert lin.name == "Lin Fictional"
        assert lin.roles == {"manager": frozenset({"210202"}), "clerk": frozenset({"*"})}
        assert office.identities.by_token.at_hand(token) is found


def test_is_nobody_by_a_guess_and_nobody_without_a_history(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        unknown = office.identities.tokens.make(UUID(int=1))

        assert office.identities.by_token.who("guess") is None
        assert office.identities.by_token.who(unknown) is None
        assert office.identities.by_token.at_hand(unknown) is None


def test_what_was_recorded_of_an_official_counts_at_once_and_for_nobody_else(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        lin, sun = (an_official(office, login, manager=("*",)) for login in ("lin", "sun"))
        by_token = office.identities.by_token
        secrets = [office.identities.tokens.make(who.official) for who in (lin, sun)]
        for secret in secrets:
            by_token.who(secret)

        office.identities.changed(lin.official)

        assert [by_token.at_hand(secret) for secret in secrets] == [None, sun]


def test_a_revoked_role_is_gone_after_a_few_seconds(sqlite: Settings, clock: Clock) -> None:
    with an_office(sqlite) as office:
        lin = an_official(office, "lin", manager=("*",))
        by_token, token = office.identities.by_token, office.identities.tokens.make(lin.official)
        by_token.who(token)
        official = office.record.get(Official, lin.official)
        official.revoke("manager", an_act())
        office.record.keep(Submission(aggregates=(official,)))

        assert by_token.at_hand(token) == lin
        clock.now += FRESH + 1

        assert by_token.at_hand(token) is None
        found = by_token.who(token)
        assert found is not None
        assert found.roles == {}


def test_a_declared_relative_is_known_after_a_few_seconds(settings: Settings, clock: Clock) -> None:
    with an_office(settings) as office:
        lin = an_official(office, "lin", manager=("*",))
        by_token, token = office.identities.by_token, office.identities.tokens.make(lin.official)
        by_token.who(token)
        official = office.record.get(Official, lin.official)
        official.declare_kinship(UUID(int=1), "spouse", an_act())
        office.record.keep(Submission(aggregates=(official,)))

        clock.now += FRESH + 1
        found = by_token.at_hand(token) or by_token.who(token)

        assert lin.relatives == frozenset()
        assert found is not None
        assert found.relatives == {UUID(int=1)}


def test_what_was_found_is_forgotten_on_demand(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        by_token = office.identities.by_token
        token = office.identities.tokens.make(an_official(office, "lin").official)
        by_token.who(token)

        by_token.forget(token)

        assert by_token.at_hand(token) is None


def test_only_so_many_are_remembered(sqlite: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(officials, "MANY", 1)
    with an_office(sqlite) as office:
        by_token = office.identities.by_token
        first, second = (
            office.identities.tokens.make(an_official(office, login).official) for login in ("lin", "zhao")
        )
        by_token.who(first)

        by_token.who(second)

        assert by_token.at_hand(first) is None
        assert by_token.at_hand(second) is not None


def test_a_name_is_empty_once_its_key_was_destroyed(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        lin = an_official(office, "lin")
        office.vault.destroy(lin.official)

        found = office.identities.by_token.identity(lin.official)

        assert found is not None
        assert found.name == ""


def test_a_session_says_whether_the_password_is_to_be_changed(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        lin, accounts = an_official(office, "lin"), office.identities.accounts
        password = accounts.open(lin.official, "lin")
        before = office.identities.by_session.who(office.identities.sessions.start(lin.official))
        accounts.change(lin.official, password, "correct horse battery staple")
        after = office.identities.by_session.who(office.identities.sessions.start(lin.official))

        assert before is not None
        assert after is not None
        assert (before.must_change_password, after.must_change_password) == (True, False)
