"""All that the office knows about who is who."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from sqlalchemy import Engine

from audit_service.identity.accounts import Accounts
from audit_service.identity.officials import Officials
from audit_service.identity.sessions import Sessions
from audit_service.identity.tokens import Tokens
from audit_service.store.record import Record


@dataclass(frozen=True, kw_only=True)
class Identities:
    """Passwords, sessions and tokens, and the officials they stand for."""

    accounts: Accounts
    sessions: Sessions
    tokens: Tokens
    by_session: Officials
    by_token: Officials

    @classmethod
    def at(cls, engine: Engine, record: Record, *, idle: timedelta, longest: timedelta) -> Self:
        """Return the office's identities, kept in this database. Sessions last as long as is given."""
        accounts = Accounts(engine)
        sessions, tokens = Sessions(engine, idle=idle, longest=longest), Tokens(engine)
        return cls(
            accounts=accounts,
            sessions=sessions,
            tokens=tokens,
            by_session=Officials(record, sessions, accounts),
            by_token=Officials(record, tokens),
        )
