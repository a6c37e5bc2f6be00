"""From a secret to the official who holds it, with their roles as the record has them."""

import time
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from audit_service.identity.accounts import Accounts
from audit_service.identity.identity import Identity
from audit_service.identity.secrets import kept
from audit_service.store.errors import NotOnRecord
from audit_service.store.record import Record
from audit_service.store.sealing import Sealed
from domain.officials.official import Official

FRESH = 5.0
"""Seconds for which an official is taken to be who they were, without asking the stores again."""

ASKING = 1.0
"""Seconds for which the others go on with that while one of them asks."""

MANY = 10_000
"""So many officials are remembered at most."""


class Secrets(Protocol):
    """Sessions or tokens."""

    def whose(self, secret: str) -> UUID | None:
        """Return who holds the secret, or None if it is not or no longer good."""


@dataclass(slots=True)
class Remembered:
    """An official found a moment ago."""

    identity: Identity
    until: float


class Officials:
    """Knows the officials by what they show. One for sessions, one for tokens."""

    def __init__(self, record: Record, secrets: Secrets, accounts: Accounts | None = None) -> None:
        """`accounts` know whose password is to be changed; tokens have none."""
        self._record = record
        self._secrets = secrets
        self._accounts = accounts
        self._remembered: dict[bytes, Remembered] = {}

    def at_hand(self, secret: str) -> Identity | None:
        """Return who holds the secret if that was found out in the last seconds, or is being found out again.

        Who is told None is the one to ask: all at once would hold each other up.
        """
        found, now = self._remembered.get(kept(secret)), time.monotonic()
        if found is None:
            return None
        if found.until < now:
            found.until = now + ASKING
            return None
        return found.identity

    def who(self, secret: str) -> Identity | None:
        """Find out who holds the secret; None if nobody does."""
        official = self._secrets.whose(secret)
        identity = None if official is None else self.identity(official)
        if identity is None:
            self.forget(secret)
            return None
        if len(self._remembered) >= MANY:
            self._remembered.clear()
        self._remembered[kept(secret)] = Remembered(identity, time.monotonic() + FRESH)
        return identity

    def forget(self, secret: str) -> None:
        """Ask the stores when this secret is shown the next time."""
        self._remembered.pop(kept(secret), None)

    def forget_official(self, official: UUID) -> None:
        """Ask the stores when this official comes the next time, whatever they show."""
        for secret, found in tuple(self._remembered.items()):
            if found.identity.official == official:
                self._remembered.pop(secret, None)

    def identity(self, official: UUID) -> Identity | None:
        """Return the official with their roles, or None if they are not on record."""
        try:
            found = self._record.get(Official, official)
        except NotOnRecord:
            return None
        return Identity(
            official=official,
            login=found.login,
            name=self._name(official),
            unit=found.unit,
            roles={role: frozenset(areas) for role, areas in found.roles.items()},
            relatives=frozenset(found.relatives),
            must_change_password=self._accounts is not None and self._accounts.must_change(official),
        )

    def _name(self, official: UUID) -> str:
        """Return how the official is called; empty once their personal data was destroyed."""
        registered = self._record.codec.opened(self._record.events(official)[0])
        name = registered.name if isinstance(registered, Official.Registered) else ""
        return "" if isinstance(name, Sealed) else name
