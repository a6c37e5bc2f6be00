"""All that the office knows about who is who."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self
from uuid import UUID

from sqlalchemy import Engine

from audit_service.identity.accounts import Accounts
from audit_service.identity.officials import Officials
from audit_service.identity.purposes import Purposes
from audit_service.identity.sessions import Sessions
from audit_service.identity.tokens import Tokens
from audit_service.settings import Settings
from audit_service.store.record import Record


@dataclass(frozen=True, kw_only=True)
class Identities:
    """Passwords, sessions and tokens, and the officials they stand for."""

    accounts: Accounts
    sessions: Sessions
    tokens: Tokens
    purposes: Purposes
    by_session: Officials
    by_token: Officials
    https: bool = False
    """Whether cookies are for HTTPS only."""

    @classmethod
    def at(cls, engine: Engine, record: Record, settings: Settings) -> Self:
        """Return the office's identities, kept in this database."""
        accounts, tokens = Accounts(engine), Tokens(engine)
        sessions = Sessions(
            engine,
            idle=timedelta(minutes=settings.session_idle_minutes),
            longest=timedelta(hours=settings.session_hours),
        )
        return cls(
            accounts=accounts,
            sessions=sessions,
            tokens=tokens,
            purposes=Purposes(engine),
            by_session=Officials(record, sessions, accounts),
            by_token=Officials(record, tokens),
            https=settings.secure_cookies,
        )

    def changed(self, official: UUID) -> None:
        """Note that something about an official was recorded, such as a role or a relative.

        It counts at once in this process; another may go on for a few seconds with what it knows.
        """
        self.by_session.forget_official(official)
        self.by_token.forget_official(official)
