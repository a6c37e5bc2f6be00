"""From asking to the receipt: decided on what the record says, carried out once, refusals noted."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.desk import Desk
from audit_service.desks.officials.commands import (
    GrantRole,
    LoginTaken,
    OwnRoles,
    RegisterOfficial,
    RevokeRole,
)
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.errors import KeyReused, NotOnRecord, StaleVersion
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.officials.official import Official, RoleNotHeld
from tests.builders import an_act
from tests.office import an_office, an_official, ask, asked

LIN = {"login": "lin"}
GRANT = GrantRole(because="New at the window", role="clerk", areas=("210203", "210202", "210203"))
REVOKE = RevokeRole(because="Moved on", role="clerk")


def roles(office: Office) -> dict[str, tuple[str, ...]]:
    return office.record.get(Official, official_id("lin")).roles


def an_operator(office: Office) -> Identity:
    return an_official(office, "op", operator=("*",))


def gone_on(office: Office) -> None:
    """Somebody in another process grants a role to the official, so that what is at hand here is old."""
    official = office.record.get(Official, official_id("lin"))
    held = official.copied()
    official.grant("inspector", ("*",), an_act())
    office.record.keep(Submission(aggregates=(official,)))
    office.record.cache.drop([official.id])
    office.record.cache.put([held])


def test_decides_on_what_is_at_hand(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        an_official(office, "lin")

        answer = ask(office, GRANT, operator, LIN)

        assert answer.version == 2
        assert answer.shown_at == "/officials/lin"
        assert answer.receipt.positions == (office.record.last_position(),)
        assert roles(office) == {"clerk": ("210202", "210203")}


def test_reads_what_is_not_at_hand(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        an_official(office, "lin")
        office.record.cache.drop([official_id("lin")])

        assert ask(office, GRANT, operator, LIN).version == 2


def test_decides_again_when_somebody_else_was_faster(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        an_official(office, "lin")
        gone_on(office)

        assert ask(office, GRANT, operator, LIN).version == 3
        assert roles(office).keys() == {"inspector", "clerk"}


def test_does_not_refuse_on_what_is_only_at_hand(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)
        an_official(office, "lin")
        gone_on(office)

        ask(office, RevokeRole(because="Moved on", role="inspector"), operator, LIN)

        assert roles(office) == {}
        assert office.record.attempts() == []


def test_many_at_once_are_all_carried_out(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        for number in range(8):
            an_official(office, f"lin{number}")

        with ThreadPoolExecutor(8) as together:
            answers = list(
                together.map(lambda n: ask(office, GRANT, operator, {"login": f"lin{n}"}), range(8))
            )

        assert [answer.version for answer in answers] == [2] * 8


def test_many_at_the_same_thing_are_decided_one_after_the_other(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)
        an_official(office, "lin")

        async def together() -> list[Answer]:
            return await asyncio.gather(
                *(carry_out(office, asked(GRANT, operator, LIN, key=str(number))) for number in range(3))
            )

        answers = asyncio.run(together())

        assert sorted(answer.version for answer in answers) == [2, 3, 4]


def test_is_refused_when_it_was_decided_on_an_older_version(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        an_official(office, "lin")
        gone_on(office)
        before = office.record.last_position()

        with pytest.raises(StaleVersion) as stale:
            ask(office, GRANT, operator, LIN, expected=1)

        assert (stale.value.expected, stale.value.actual) == (1, 2)
        assert office.record.last_position() == before
        assert office.record.attempts() == []


def test_a_later_version_than_the_one_at_hand_is_read_first(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)
        an_official(office, "lin")
        gone_on(office)

        assert ask(office, GRANT, operator, LIN, expected=2).version == 3


def test_a_refusal_records_the_attempt_and_nothing_else(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        lin = an_official(office, "lin")
        before = office.record.last_position()

        with pytest.raises(RoleNotHeld):
            ask(office, REVOKE, operator, LIN)

        assert office.record.last_position() == before
        [attempt] = office.record.attempts()
        assert (attempt.by, attempt.role, attempt.command) == (operator.official, "operator", "revoke_role")
        assert (attempt.stream, attempt.code) == (lin.official, "official.role_not_held")
        assert abs((datetime.now(UTC) - attempt.at).total_seconds()) < 60


def test_without_the_role_nothing_is_even_looked_at(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        clerk = an_official(office, "zhao", clerk=("*",))

        with pytest.raises(NotYourRole):
            ask(office, GRANT, clerk, LIN)

        [attempt] = office.record.attempts()
        assert (attempt.stream, attempt.role) == (official_id(LIN["login"]), "")


def test_what_is_not_on_record_is_no_attempt(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)

        with pytest.raises(NotOnRecord):
            ask(office, GRANT, operator, LIN)

        assert office.record.attempts() == []


def test_under_one_key_it_is_carried_out_once(settings: Settings) -> None:
    with an_office(settings) as office:
        operator = an_operator(office)
        command = RegisterOfficial(login="lin", name="Lin", unit="A", because="New here")

        first = ask(office, command, operator, key="1")
        again = ask(office, command, operator, key="1")

        assert again == first
        with pytest.raises(LoginTaken):
            ask(office, command, operator, key="2")
        with pytest.raises(KeyReused):
            ask(office, command.model_copy(update={"name": "Li"}), operator, key="1")


def test_all_events_of_a_command_belong_together(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)
        an_official(office, "lin")

        for key in ("1", "1", "2"):
            ask(office, GRANT, operator, LIN, key=key)

        first, second = office.record.events(official_id("lin"))[-2:]
        assert first.correlation is not None
        assert first.correlation != second.correlation


def test_nobody_decides_on_their_own_roles(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)

        for command in (GRANT, REVOKE):
            with pytest.raises(OwnRoles):
                ask(office, command, operator, {"login": "op"})


def test_sent_again_it_gets_the_same_numbers(sqlite: Settings) -> None:
    with an_office(sqlite) as office:
        operator = an_operator(office)
        first, again, other, without = (
            Desk(office, asked(GRANT, operator, LIN, key=key)).chance.random()
            for key in ("1", "1", "2", None)
        )

        assert first == again
        assert len({first, other, without}) == 3
        assert Desk(office, asked(GRANT, operator, LIN, key="1"), turn=1).chance.random() != first
