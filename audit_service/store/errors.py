"""What can keep the record from doing what it was asked."""

from typing import Any
from uuid import UUID


class NotOnRecord(Exception):
    """Nothing has been recorded under this identity (by the position asked for)."""

    def __init__(self, stream: UUID) -> None:
        self.stream = stream
        super().__init__(f"nothing is on record under {stream}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again in another process."""
        return type(self), (self.stream,)


class StaleVersion(Exception):
    """A stream went on since it was decided on. Nothing was recorded; decide again."""

    def __init__(self, stream: UUID, expected: int, actual: int) -> None:
        self.stream, self.expected, self.actual = stream, expected, actual
        super().__init__(f"{stream} was decided on at version {expected} and stands at {actual}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again in another process."""
        return type(self), (self.stream, self.expected, self.actual)


class KeyReused(Exception):
    """The idempotency key was used before, for another request. Nothing was recorded."""


class KeyDestroyed(Exception):
    """The key of this subject was destroyed: nothing can be sealed or opened under it any more."""

    def __init__(self, subject: UUID) -> None:
        self.subject = subject
        super().__init__(f"the key of subject {subject} was destroyed")

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again in another process."""
        return type(self), (self.subject,)


class StoreUnavailable(Exception):
    """The store cannot be reached. Nothing was recorded; the same can be asked again later."""


class InDoubt(StoreUnavailable):
    """The store was lost while it committed, and could not be asked since.

    It may have been recorded. Asked again with the same idempotency key, it is recorded once.
    """


class StoreFull(StoreUnavailable):
    """There is no room left on the store's disk. Nothing was recorded."""


class NotPrepared(Exception):
    """The store has no tables yet, or not those of this version: run `audit-service prepare`."""


class NotDurable(Exception):
    """The database is set up to lose what it has confirmed. The record does not start on it."""
