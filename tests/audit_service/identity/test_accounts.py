"""Passwords are given out once, chosen by the official, and hard to guess."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from limits import RateLimitItemPerMinute
from sqlalchemy import Engine, text

from audit_service.identity.accounts import Accounts, TooManyAttempts, UnsuitablePassword, WrongPassword
from audit_service.identity.sessions import Sessions

LIN = UUID(int=1)
HERE = "192.0.2.1"
CHOSEN = "correct horse battery staple"


def test_a_one_time_password_lets_in_and_must_be_changed(tables: Engine) -> None:
    accounts = Accounts(tables)

    password = accounts.open(LIN, "lin")

    assert accounts.check("lin", password, address=HERE) == LIN
    assert accounts.must_change(LIN)


def test_a_chosen_password_replaces_it(tables: Engine) -> None:
    accounts = Accounts(tables)
    password = accounts.open(LIN, "lin")

    accounts.change(LIN, password, CHOSEN)

    assert accounts.check("lin", CHOSEN, address=HERE) == LIN
    assert not accounts.must_change(LIN)
    with pytest.raises(WrongPassword):
        accounts.check("lin", password, address=HERE)


def test_no_password_is_kept_readable_or_cheap_to_guess(
    tables: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # what is kept here costs what it costs in an office
    accounts = Accounts(tables)
    password = accounts.open(LIN, "lin")

    with tables.connect() as db:
        kept = db.execute(text(f"SELECT password FROM {_named(tables, 'accounts')}")).scalar_one()

    assert password not in kept
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,")


@pytest.mark.parametrize(("login", "password"), [("lin", "wrong"), ("nobody", "wrong"), ("lin", "x" * 1000)])
def test_a_wrong_login_or_password_lets_nobody_in(tables: Engine, login: str, password: str) -> None:
    accounts = Accounts(tables)
    accounts.open(LIN, "lin")

    with pytest.raises(WrongPassword):
        accounts.check(login, password, address=HERE)


def test_a_login_is_closed_for_a_while_after_five_failures(tables: Engine) -> None:
    accounts = Accounts(tables)
    password = accounts.open(LIN, "lin")
    with time_machine.travel(datetime.now(UTC), tick=False) as clock:
        for failure in range(5):
            with pytest.raises(WrongPassword):
                accounts.check("lin", "wrong", address=f"192.0.2.{failure}")

        with pytest.raises(TooManyAttempts, match="5 minutes"):
            accounts.check("lin", password, address="192.0.2.99")

        clock.shift(timedelta(minutes=6))
        assert accounts.check("lin", password, address=HERE) == LIN


def test_an_address_is_closed_for_a_while_after_many_failures(
    tables: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.identity.accounts.FROM_ONE_ADDRESS", RateLimitItemPerMinute(6, 5))
    accounts = Accounts(tables)
    password = accounts.open(LIN, "lin")
    for failure in range(6):
        with pytest.raises(WrongPassword):
            accounts.check(f"guess{failure}", "wrong", address=HERE)

    with pytest.raises(TooManyAttempts):
        accounts.check("lin", password, address=HERE)
    assert accounts.check("lin", password, address="192.0.2.2") == LIN


@pytest.mark.parametrize("new", ["short", "x" * 201, "lin.fictional", CHOSEN])
def test_an_unsuitable_password_is_refused(tables: Engine, new: str) -> None:
    accounts = Accounts(tables)
    accounts.change(LIN, accounts.open(LIN, "lin.fictional"), CHOSEN)

    with pytest.raises(UnsuitablePassword):
        accounts.change(LIN, CHOSEN, new)

    assert accounts.check("lin.fictional", CHOSEN, address=HERE) == LIN


def test_the_old_password_is_needed_to_change_it(tables: Engine) -> None:
    accounts = Accounts(tables)
    accounts.open(LIN, "lin")

    with pytest.raises(WrongPassword):
        accounts.change(LIN, "guess", CHOSEN)

    assert accounts.must_change(LIN)


def test_a_new_password_ends_all_sessions(tables: Engine) -> None:
    accounts, sessions = Accounts(tables), Sessions(tables, idle=timedelta(1), longest=timedelta(1))
    password = accounts.open(LIN, "lin")
    before = sessions.start(LIN)

    accounts.change(LIN, password, CHOSEN)
    between = sessions.start(LIN)
    accounts.open(LIN, "lin")

    assert sessions.whose(before) is None
    assert sessions.whose(between) is None


def _named(tables: Engine, name: str) -> str:
    return f"office.{name}" if tables.dialect.name == "postgresql" else name
