"""Sessions of the pages: a secret in a cookie, its hash in the office's tables."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Engine, delete, insert, or_, select, update

from audit_service.identity.database import writing
from audit_service.identity.secrets import kept, new_secret
from audit_service.identity.tables import sessions

NOTED_EVERY = timedelta(minutes=1)
"""Time between two notes that a session is in use."""


class Sessions:
    """Who is signed in. A session ends when it lies idle, and in any case after some hours."""

    def __init__(self, engine: Engine, *, idle: timedelta, longest: timedelta) -> None:
        self._engine = engine
        self._idle = idle
        self.longest = longest

    def start(self, official: UUID) -> str:
        """Start a session of its own for a sign-in and return its secret. Ended ones are cleared away."""
        secret, now = new_secret(), datetime.now(UTC)
        with writing(self._engine).begin() as db:
            db.execute(
                delete(sessions).where(
                    or_(sessions.c.used_at < now - self._idle, sessions.c.started_at < now - self.longest)
                )
            )
            db.execute(
                insert(sessions).values(secret=kept(secret), official=official, started_at=now, used_at=now)
            )
        return secret

    def whose(self, secret: str) -> UUID | None:
        """Return who is signed in with this secret, or None, and note that the session is in use."""
        now = datetime.now(UTC)
        this = sessions.c.secret == kept(secret)
        with self._engine.connect() as db:
            session = db.execute(select(sessions).where(this)).one_or_none()
        if session is None or now - session.used_at > self._idle or now - session.started_at > self.longest:
            return None
        if now - session.used_at > NOTED_EVERY:
            with writing(self._engine).begin() as db:
                db.execute(update(sessions).where(this).values(used_at=now))
        official: UUID = session.official
        return official

    def end(self, secret: str) -> None:
        """End the session, if there is one."""
        with writing(self._engine).begin() as db:
            db.execute(delete(sessions).where(sessions.c.secret == kept(secret)))
