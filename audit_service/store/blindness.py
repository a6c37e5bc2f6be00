"""Reading without seeing who it is: names are not opened for a reader who looks blindly.

It holds for everything that the vault opens while one request is answered, wherever it is shown. Texts that
somebody wrote freely are opened: what they say is what is judged.
"""

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

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
BETWEEN: Final = re.compile(r"(\s*[、，,；;/]\s*)")
"""What stands between the names of several people."""


@contextmanager
def in_the_open() -> Iterator[None]:
    """Open names for everyone, as those of the directory of officials are."""
    before = BLIND.set(False)
    try:
        yield
    finally:
        BLIND.reset(before)


def stand_ins(digest: KeyedHash, names: str) -> str:
    """Return what is shown for some names, one or several: the same for the same name wherever it stands."""
    parts = BETWEEN.split(names)
    return "".join(part if place % 2 else _stand_in(digest, part) for place, part in enumerate(parts))


def _stand_in(digest: KeyedHash, name: str) -> str:
    known = digest(b"blind\0" + name.strip().encode())[:5]
    return MARK + base64.b32encode(known).decode() if name.strip() else name
