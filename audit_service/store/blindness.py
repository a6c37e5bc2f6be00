"""Reading without seeing who it is: names are not opened for a reader who looks blindly.

It holds for everything that the vault opens while one request is answered, wherever it is shown. Texts that
somebody wrote freely are opened: what they say is what is judged.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final
from uuid import UUID

from audit_service.store.keyed_hash import KeyedHash

BLIND: ContextVar[bool] = ContextVar("blind", default=False)
"""Whether the reader who is answered must not see names."""

NAMES: Final = frozenset(
    {
        *("name", "before", "after", "family", "named", "met"),
        *("guardian", "visitors", "visitor"),
    }
)
"""Fields of events that hold names of officials and families."""

MARK: Final = "●"
"""Begins what stands for a name."""


@contextmanager
def in_the_open() -> Iterator[None]:
    """Open names for everyone, as those of the directory of officials are."""
    before = BLIND.set(False)
    try:
        yield
    finally:
        BLIND.reset(before)


def stand_in(digest: KeyedHash, subject: UUID) -> str:
    """Return what is shown for the name of a subject: the same for the same one, and nobody else's."""
    return MARK + digest(b"blind\0" + subject.bytes)[:3].hex().upper()
