"""How one text about a person is sealed: AES-256-GCM, bound to whose it is and where it stands.

A sealed text says by itself whose key opens it and which field of which event it is from. That
heading is authenticated with it, so a text that was moved to another event does not open there.
"""

import os
from base64 import b64decode, b64encode
from collections import deque
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SCHEME = b"\x01"
NONCE = 12
"""Bytes of the random nonce; one key seals far fewer than 2^32 texts."""
DRAWN = 256
"""Nonces drawn at once: each drawing lets other threads in, and waits until they are done."""
SUBJECT = slice(1, 17)
FIELD_LENGTH = 37
"""Where the heading says how long the name of the field is."""


_nonces: deque[bytes] = deque()
os.register_at_fork(after_in_child=_nonces.clear)


class Sealed(str):
    """Text about a person as it is stored: only the subject's key makes it readable."""

    __slots__ = ()


class NotGenuine(Exception):
    """A sealed text was changed, cut or moved from where it was sealed."""


def heading(subject: UUID, stream: UUID, version: int, field: str) -> bytes:
    """Return what a text is bound to: whose it is, the event and the field."""
    name = field.encode()
    return b"".join(
        (SCHEME, subject.bytes, stream.bytes, version.to_bytes(4, "big"), len(name).to_bytes(1, "big"), name)
    )


def seal(key: AESGCM, head: bytes, text: str) -> str:
    """Seal the text under the key of the subject named in the heading."""
    return b64encode(seal_bytes(key, head, text.encode())).decode()


def seal_bytes(key: AESGCM, head: bytes, content: bytes) -> bytes:
    """Seal the bytes under the key of the subject named in the heading."""
    nonce = fresh_nonce()
    return head + nonce + key.encrypt(nonce, content, head)


def fresh_nonce() -> bytes:
    """Return 96 random bits that were never returned before, here or in a process that was forked."""
    try:
        return _nonces.pop()
    except IndexError:
        drawn = os.urandom(NONCE * DRAWN)
        _nonces.extend(drawn[at : at + NONCE] for at in range(NONCE, len(drawn), NONCE))
        return drawn[:NONCE]


def unseal(key: AESGCM, raw: bytes) -> str:
    """Open a text that was read with `raw_of`. Raises NotGenuine."""
    return unseal_bytes(key, raw).decode()


def unseal_bytes(key: AESGCM, raw: bytes) -> bytes:
    """Open sealed bytes, of which there is at least the whole heading. Raises NotGenuine."""
    end = head_length(raw)
    try:
        return key.decrypt(raw[end : end + NONCE], raw[end + NONCE :], raw[:end])
    except (InvalidTag, ValueError):
        raise NotGenuine("what was sealed was changed") from None


def raw_of(text: str) -> bytes:
    """Return the bytes of a sealed text. Raises NotGenuine for what is not one."""
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if raw[:1] != SCHEME or len(raw) <= FIELD_LENGTH:
        raise NotGenuine("this is not a sealed text")
    return raw


def subject_of(raw: bytes) -> UUID:
    """Return whose key opens the text."""
    return UUID(bytes=raw[SUBJECT])


def field_of(raw: bytes) -> str:
    """Return which field of an event the text is from."""
    return raw[FIELD_LENGTH + 1 : head_length(raw)].decode()


def head_length(raw: bytes) -> int:
    """Return how many bytes the heading takes."""
    return FIELD_LENGTH + 1 + raw[FIELD_LENGTH]
