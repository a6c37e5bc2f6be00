"""A token is shown once, kept as a hash, and good for a year."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import time_machine
from sqlalchemy import Engine, select

from audit_service.identity.secrets import kept
from audit_service.identity.tables import tokens as table
from audit_service.identity.tokens import Tokens

LIN, ZHAO = UUID(int=1), UUID(int=2)


def test_stands_for_its_official(tables: Engine) -> None:
    tokens = Tokens(tables)

    token = tokens.make(LIN)

    assert token.startswith("audit_")
    assert tokens.whose(token) == LIN
    assert tokens.whose("audit_guess") is None


def test_is_kept_as_a_hash(tables: Engine) -> None:
    token = Tokens(tables).make(LIN)

    with tables.connect() as db:
        assert db.execute(select(table.c.secret)).scalars().all() == [kept(token)]


def test_ends_after_a_year(tables: Engine) -> None:
    tokens = Tokens(tables)
    token = tokens.make(LIN)

    with time_machine.travel(datetime.now(UTC) + timedelta(days=366)):
        assert tokens.whose(token) is None


def test_all_of_an_official_are_ended_at_once(tables: Engine) -> None:
    tokens = Tokens(tables)
    ended, other = [tokens.make(LIN), tokens.make(LIN)], tokens.make(ZHAO)

    assert tokens.end_all(LIN) == 2

    assert [tokens.whose(token) for token in ended] == [None, None]
    assert tokens.whose(other) == ZHAO
