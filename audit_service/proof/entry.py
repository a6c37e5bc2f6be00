"""The canonical commitment to one stored event, and its hash as a leaf of the record's tree.

An entry names everything the database keeps of the event: changing any of it, even the storage type
of the same bytes, changes the leaf. Each field is its kind (one letter), its length (16 bits, big
endian) and its bytes, in the order of `Stored`. Personal data is committed to as ciphertext, so
destroying a person's key leaves every proof intact.
"""

from hashlib import sha256
from struct import Struct
from typing import NamedTuple
from uuid import UUID

VERSION = b"\x01"
"""First byte of every entry; another layout takes another number."""

LEAF = b"\x00"
"""Sets leaves apart from nodes of the tree (RFC 6962)."""

STORAGE = "blob"
"""How the state is stored in the database: SQLite's BLOB, PostgreSQL's bytea."""


_NUMBER, _IDENTITY, _HASH = b"i\x00\x08", b"u\x00\x10", b"h\x00\x20"
_BEFORE_TOPIC = Struct(">c3sQ3s16s3sQcH").pack
_AFTER_TOPIC = Struct(">3sQcH").pack


class Stored(NamedTuple):
    """A row of the record, as far as the proof commits to it."""

    position: int
    stream: UUID
    version: int
    topic: str
    recorded_at: int
    """Microseconds since 1970, UTC."""
    state_hash: bytes
    """SHA-256 of the stored bytes."""


def entry(stored: Stored, *, storage: str = STORAGE) -> bytes:
    """Return the entry of the row in the log: always under 1 KiB."""
    topic, kind = stored.topic.encode(), storage.encode()
    return b"".join(
        (
            _BEFORE_TOPIC(
                VERSION,
                _NUMBER,
                stored.position,
                _IDENTITY,
                stored.stream.bytes,
                _NUMBER,
                stored.version,
                b"s",
                len(topic),
            ),
            topic,
            _AFTER_TOPIC(_NUMBER, stored.recorded_at, b"s", len(kind)),
            kind,
            _HASH,
            stored.state_hash,
        )
    )


def leaf(stored: Stored) -> bytes:
    """Return the row's hash as a leaf of the tree."""
    return sha256(LEAF + entry(stored)).digest()
