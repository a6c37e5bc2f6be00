"""Bearer tokens of the API: shown once when made, kept only as hashes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, delete, insert, select

from audit_service.identity.database import writing
from audit_service.identity.secrets import kept, new_secret
from audit_service.identity.tables import tokens

KIND = "audit_"
"""In front of every token, so that one left lying about is recognised."""

LASTS = timedelta(days=365)
"""How long a token is good for."""


class Tokens:
    """Which program acts for whom."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def make(self, official: UUID) -> str:
        """Return a new token of the official; it cannot be shown again."""
        secret, now = new_secret(KIND), datetime.now(UTC)
        with writing(self._engine).begin() as db:
            db.execute(
                insert(tokens).values(
                    secret=kept(secret), official=official, made_at=now, ends_at=now + LASTS
                )
            )
        return secret

    def whose(self, secret: str) -> UUID | None:
        """Return for whom the token stands, or None if it is not or no longer good."""
        good = select(tokens.c.official).where(
            tokens.c.secret == kept(secret), tokens.c.ends_at > datetime.now(UTC)
        )
        with self._engine.connect() as db:
            return db.execute(good).scalar()

    def end_all(self, official: UUID) -> int:
        """End all tokens of the official; return how many there were."""
        with writing(self._engine).begin() as db:
            return db.execute(delete(tokens).where(tokens.c.official == official)).rowcount
