"""Passwords: given out once by the office, chosen by the official at the first sign-in."""

from datetime import UTC, datetime
from functools import cached_property
from uuid import UUID

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from pwdlib import PasswordHash
from sqlalchemy import Engine, delete, insert, select, update

from audit_service.identity.database import writing
from audit_service.identity.secrets import one_time_password
from audit_service.identity.tables import accounts, sessions
from domain.refusal import Refused

SHORTEST, LONGEST = 12, 200
"""Characters of a password (NIST SP 800-63B asks for length, not for kinds of characters)."""

AT_ONE_LOGIN = RateLimitItemPerMinute(5, 5)
"""Failed sign-ins under one login in five minutes."""

FROM_ONE_ADDRESS = RateLimitItemPerMinute(50, 5)
"""Failed sign-ins from one address in five minutes; a whole office may share one."""


class WrongPassword(Refused):
    """Sign-in failed; it is not said whether the login exists."""

    CODE = "identity.wrong_password"
    SENTENCE = "The login or the password is not right."


class TooManyAttempts(Refused):
    """Sign-in failed too often."""

    CODE = "identity.too_many_attempts"
    SENTENCE = "Too many failed attempts. Try again in %(minutes)s minutes."


class UnsuitablePassword(Refused):
    """The new password is too short, too long, the login itself, or the old one."""

    CODE = "identity.unsuitable_password"
    SENTENCE = (
        "Choose a password of at least %(shortest)s characters that is neither your login nor the old one."
    )


class Accounts:
    """Who may sign in with which password."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._hasher = PasswordHash.recommended()
        self._failures = MovingWindowRateLimiter(MemoryStorage())

    def open(self, official: UUID, login: str) -> str:
        """Open or reset the official's account; return the one-time password. All sessions end."""
        password = one_time_password()
        with writing(self._engine).begin() as db:
            db.execute(delete(accounts).where(accounts.c.official == official))
            db.execute(delete(sessions).where(sessions.c.official == official))
            db.execute(
                insert(accounts).values(
                    official=official,
                    login=login,
                    password=self._hasher.hash(password),
                    one_time=True,
                    changed_at=datetime.now(UTC),
                )
            )
        return password

    def check(self, login: str, password: str, *, address: str) -> UUID:
        """Return who signs in. Takes as long for a login that does not exist.

        Raises WrongPassword, TooManyAttempts.
        """
        limits = ((AT_ONE_LOGIN, login), (FROM_ONE_ADDRESS, address))
        if not all(self._failures.test(limit, whose) for limit, whose in limits):
            raise TooManyAttempts(minutes=AT_ONE_LOGIN.get_expiry() // 60)
        with self._engine.connect() as db:
            account = db.execute(select(accounts).where(accounts.c.login == login)).one_or_none()
        right = self._right(password, self._nobody if account is None else account.password)
        if account is None or not right:
            for limit, whose in limits:
                self._failures.hit(limit, whose)
            raise WrongPassword
        self._failures.clear(AT_ONE_LOGIN, login)
        official: UUID = account.official
        return official

    def must_change(self, official: UUID) -> bool:
        """Say whether the official still has the password that was given to them."""
        with self._engine.connect() as db:
            one_time = select(accounts.c.one_time).where(accounts.c.official == official)
            return bool(db.execute(one_time).scalar())

    def change(self, official: UUID, old: str, new: str) -> None:
        """Replace the password; all sessions of the official end.

        Raises WrongPassword if the old one is not right, UnsuitablePassword.
        """
        with writing(self._engine).begin() as db:
            account = db.execute(select(accounts).where(accounts.c.official == official)).one_or_none()
            if account is None or not self._right(old, account.password):
                raise WrongPassword
            if not SHORTEST <= len(new) <= LONGEST or new in {old, account.login}:
                raise UnsuitablePassword(shortest=SHORTEST)
            db.execute(delete(sessions).where(sessions.c.official == official))
            db.execute(
                update(accounts)
                .where(accounts.c.official == official)
                .values(password=self._hasher.hash(new), one_time=False, changed_at=datetime.now(UTC))
            )

    @cached_property
    def _nobody(self) -> str:
        """What is compared with where there is no account. Made when first needed: it takes its time."""
        return self._hasher.hash(one_time_password())

    def _right(self, password: str, hashed: str) -> bool:
        return len(password) <= LONGEST and self._hasher.verify(password, hashed)
