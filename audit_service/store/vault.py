"""The vault: one key a subject, in a database of its own.

Personal data is stored only under the key of whom it is about. Destroying that key makes the data
unreadable wherever it was copied to, and changes no stored byte of the record.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from time import monotonic
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from audit_service.store import sealing
from audit_service.store.blindness import BLIND, NAMES, stand_ins
from audit_service.store.errors import KeyDestroyed, NotPrepared
from audit_service.store.keyed_hash import KeyedHash
from audit_service.store.keystore import Keystore
from audit_service.store.sealing import NONCE

OPEN_AT_MOST = 5_000
"""Keys kept open in memory, which takes 12 MB; those read longest ago go first."""
OPEN_FOR = 300.0
"""Seconds after which an open key is read again, so that its destruction by another process counts."""

INDEXED = 10_000
"""Texts whose index is kept at hand: names and addresses are made of the same characters and streets."""

IDENTITY, INDEX = "identity", "index"
"""Names of the secrets under which people are known and found."""

CONTENTS = "contents"
"""What is sealed of a document beside the fields of its first event."""


class WrongWrappingKey(Exception):
    """The vault was made with another wrapping key than the one given."""


class Vault:
    """Seals, opens and forgets what is about people; knows them by keyed identities only."""

    def __init__(self, keystore: Keystore, wrapping_key: bytes) -> None:
        """Raises NotPrepared, WrongWrappingKey, StoreUnavailable."""
        self._keystore = keystore
        self._wrapping = AESGCM(wrapping_key)
        self._open: OrderedDict[UUID, tuple[AESGCM, float]] = OrderedDict()
        secrets = self._keystore.secrets()
        if secrets.keys() != {IDENTITY, INDEX}:
            raise NotPrepared("the vault has no secrets yet")
        self._identities = KeyedHash(self._unwrapped(secrets[IDENTITY], IDENTITY.encode()))
        self._indexed = lru_cache(INDEXED)(self._index_of)
        self._indexes = KeyedHash(self._unwrapped(secrets[INDEX], INDEX.encode()))

    @classmethod
    def prepare(cls, keystore: Keystore, wrapping_key: bytes) -> None:
        """Make the secrets by which people are known, unless they are there."""
        wrapping = AESGCM(wrapping_key)
        made = {
            name: _wrapped(wrapping, AESGCM.generate_key(256), name.encode()) for name in (IDENTITY, INDEX)
        }
        keystore.add_secrets(made)

    def person_identity(self, id_number: str) -> UUID:
        """Return the identity of the person with this normalised id number, the same for ever."""
        return self._identity(id_number)

    def document_identity(self, about: UUID, content: bytes) -> UUID:
        """Return the identity of a document about this case or error that holds this, the same for ever.

        It is keyed: a bare hash would tell whoever has the same file where it is attached.
        """
        return self._identity(f"document {about} {sha256(content).hexdigest()}")

    def blind_index(self, field: str, text: str) -> str:
        """Return 16 bytes in hexadecimal by which the text can be found in this field, and not be guessed."""
        return self._indexed(f"{field}\0{text}")

    def holds_open(self, subjects: Iterable[UUID]) -> bool:
        """Tell whether sealing for all of these needs nothing from the database."""
        wanted = set(subjects)
        return len(self._at_hand(wanted)) == len(wanted)

    def hold_open(self, subjects: Iterable[UUID]) -> None:
        """Have those keys that there are at hand, with one question. Raises StoreUnavailable."""
        self._keys(set(subjects))

    def ensure_keys(self, subjects: Iterable[UUID]) -> None:
        """Make sure that all of these have a key, in one go.

        Raises KeyDestroyed for a subject whose key was destroyed, StoreUnavailable.
        """
        wanted = set(subjects)
        wanted -= self._at_hand(wanted).keys()
        if not wanted:
            return
        found = self._keystore.read(wanted)
        missing = wanted - found.keys()
        if missing and not self._made(missing):  # another process was first
            found |= self._keystore.read(missing)
        for subject, wrapped in found.items():
            if wrapped is None:
                raise KeyDestroyed(subject)
            self._hold(subject, self._unwrapped(wrapped, subject.bytes))

    def seal(self, subject: UUID, stream: UUID, version: int, field: str, text: str) -> str:
        """Seal a text about the subject that stands in this field of this event.

        Raises KeyDestroyed, StoreUnavailable.
        """
        return sealing.seal(self._key(subject), sealing.heading(subject, stream, version, field), text)

    def open(self, sealed: str) -> str:
        """Open a sealed text. Raises KeyDestroyed, NotGenuine, StoreUnavailable."""
        (text,) = self.open_many((sealed,))
        if text is None:
            raise KeyDestroyed(sealing.subject_of(sealing.raw_of(sealed)))
        return text

    def open_many(self, texts: Iterable[str]) -> list[str | None]:
        """Open sealed texts with one question to the database; None where the key was destroyed.

        An empty text was never sealed, and is returned as it is. Who looks blindly is shown no names.
        """
        raws = [sealing.raw_of(text) if text else b"" for text in texts]
        subjects = [sealing.subject_of(raw) if raw else None for raw in raws]
        keys = self._keys({subject for subject in subjects if subject})
        return [
            "" if subject is None else self._opened(keys[subject], raw) if subject in keys else None
            for subject, raw in zip(subjects, raws, strict=True)
        ]

    def _opened(self, key: AESGCM, raw: bytes) -> str:
        text = sealing.unseal(key, raw)
        if BLIND.get() and sealing.field_of(raw) in NAMES:
            return stand_ins(self._indexes, text)
        return text

    def seal_bytes(self, subject: UUID, document: UUID, content: bytes) -> bytes:
        """Seal what a document about the subject holds. Raises KeyDestroyed, StoreUnavailable."""
        return sealing.seal_bytes(self._key(subject), _heading(subject, document), content)

    def open_bytes(self, subject: UUID, document: UUID, sealed: bytes) -> bytes:
        """Open what was sealed for this document. Raises KeyDestroyed, NotGenuine, StoreUnavailable."""
        if not sealed.startswith(_heading(subject, document)):
            raise sealing.NotGenuine("this was sealed for another document")
        key = self._keys({subject}).get(subject)
        if key is None:
            raise KeyDestroyed(subject)
        return sealing.unseal_bytes(key, sealed)

    def destroy(self, subject: UUID) -> None:
        """Destroy the subject's key: what is sealed under it cannot be read again, ever.

        Other processes stop reading within OPEN_FOR seconds. Raises StoreUnavailable.
        """
        self._keystore.destroy(subject, datetime.now(UTC))
        self._open.pop(subject, None)

    def close(self) -> None:
        """Forget the open keys and let the database go."""
        self._open.clear()
        self._indexed.cache_clear()
        self._keystore.close()

    def _index_of(self, text: str) -> str:
        return self._indexes(text.encode())[:16].hex()

    def _identity(self, what: str) -> UUID:
        digest = bytearray(self._identities(what.encode())[:16])
        digest[6] = digest[6] & 0x0F | 0x80  # version 8 and variant of RFC 9562
        digest[8] = digest[8] & 0x3F | 0x80
        return UUID(bytes=bytes(digest))

    def _key(self, subject: UUID) -> AESGCM:
        found = self._open.get(subject)
        if found is None or found[1] <= monotonic():
            self.ensure_keys((subject,))
            found = self._open[subject]
        return found[0]

    def _keys(self, subjects: set[UUID]) -> dict[UUID, AESGCM]:
        """Return those keys that there are."""
        keys = self._at_hand(subjects)
        for subject, wrapped in self._keystore.read(subjects - keys.keys()).items():
            if wrapped is not None:
                keys[subject] = self._hold(subject, self._unwrapped(wrapped, subject.bytes))
        return keys

    def _at_hand(self, subjects: Iterable[UUID]) -> dict[UUID, AESGCM]:
        """Return those keys that are open."""
        now, held = monotonic(), self._open.get
        return {subject: found[0] for subject in subjects if (found := held(subject)) and found[1] > now}

    def _hold(self, subject: UUID, key: bytes) -> AESGCM:
        opened = AESGCM(key)
        self._open.pop(subject, None)
        self._open[subject] = opened, monotonic() + OPEN_FOR
        while len(self._open) > OPEN_AT_MOST:
            self._open.popitem(last=False)
        return opened

    def _made(self, subjects: set[UUID]) -> bool:
        """Make keys and hold them; false if one of these has, or had, a key by now."""
        made = {subject: AESGCM.generate_key(256) for subject in subjects}
        if not self._keystore.add(
            {subject: _wrapped(self._wrapping, key, subject.bytes) for subject, key in made.items()}
        ):
            return False
        for subject, key in made.items():
            self._hold(subject, key)
        return True

    def _unwrapped(self, wrapped: bytes, name: bytes) -> bytes:
        try:
            return self._wrapping.decrypt(wrapped[:NONCE], wrapped[NONCE:], name)
        except InvalidTag:
            raise WrongWrappingKey("the vault's keys are wrapped by another key") from None


def _heading(subject: UUID, document: UUID) -> bytes:
    """Return what the contents of a document are bound to: whose they are, and which document."""
    return sealing.heading(subject, document, 1, CONTENTS)


def _wrapped(wrapping: AESGCM, key: bytes, name: bytes) -> bytes:
    """Return the key as it is kept: bound to the name, so that no two can be exchanged."""
    nonce = sealing.fresh_nonce()
    return nonce + wrapping.encrypt(nonce, key, name)
