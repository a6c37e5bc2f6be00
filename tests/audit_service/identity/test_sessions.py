"""A session ends when it lies idle, after some hours in any case, and when its official signs out."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from sqlalchemy import Engine, func, select

from audit_service.identity.secrets import kept
from audit_service.identity.sessions import Sessions
from audit_service.identity.tables import sessions as table

LIN = UUID(int=1)
MORNING = datetime(2021, 9, 20, 1, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as clock:
        yield clock


@pytest.fixture
def sessions(tables: Engine) -> Sessions:
    return Sessions(tables, idle=timedelta(minutes=30), longest=timedelta(hours=10))


def test_tells_whose_it_is(sessions: Sessions) -> None:
    secret = sessions.start(LIN)

    assert sessions.whose(secret) == LIN
    assert sessions.whose("guess") is None


def test_is_another_one_at_every_sign_in(sessions: Sessions) -> None:
    assert sessions.start(LIN) != sessions.start(LIN)


def test_goes_on_while_it_is_used(sessions: Sessions, clock: time_machine.Traveller) -> None:
    secret = sessions.start(LIN)
    for _ in range(5):
        clock.shift(timedelta(minutes=29))

        assert sessions.whose(secret) == LIN


def test_ends_when_it_lies_idle(sessions: Sessions, clock: time_machine.Traveller) -> None:
    secret = sessions.start(LIN)
    clock.shift(timedelta(minutes=31))

    assert sessions.whose(secret) is None


def test_ends_after_some_hours_in_any_case(sessions: Sessions, clock: time_machine.Traveller) -> None:
    secret = sessions.start(LIN)
    for _ in range(30):
        clock.shift(timedelta(minutes=20))
        sessions.whose(secret)
    clock.shift(timedelta(minutes=1))

    assert sessions.whose(secret) is None


def test_ends_when_its_official_signs_out(sessions: Sessions) -> None:
    secret = sessions.start(LIN)

    sessions.end(secret)

    assert sessions.whose(secret) is None


def test_is_kept_as_a_hash_and_cleared_away_when_ended(
    sessions: Sessions, tables: Engine, clock: time_machine.Traveller
) -> None:
    first = sessions.start(LIN)
    with tables.connect() as db:
        assert db.execute(select(table.c.secret)).scalars().all() == [kept(first)]
    clock.shift(timedelta(hours=1))

    sessions.start(LIN)

    with tables.connect() as db:
        assert db.execute(select(func.count()).select_from(table)).scalar() == 1
