"""The receipt: what an office promises, in writing and at once, about what it has just recorded.

Anyone who holds the office's public key can check one without the office:
the signature is Ed25519 over the receipt without its signature, as canonical JSON (keys sorted, no
blanks, UTF-8), which is what `openssl pkeyutl -verify -rawin` takes as well.
"""

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any, Self

import msgspec
import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from audit_service.proof.entry import Stored, leaf

FORMAT = "audit-service/receipt/v1"
"""Stands in everything signed as a receipt, so that no other note can be taken for one."""

ED25519 = b"\x01"
"""Kind of the key in a key id (C2SP signed-note)."""

KEY_SIZE = 32
"""Bytes of a public key."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Forged(Exception):
    """The receipt was not written by the office that it names, or was changed since."""

    def __init__(self, sentence: str, **facts: object) -> None:
        """`sentence` says how that is known; a message to translate, filled from the facts."""
        self.sentence, self.facts = sentence, facts
        super().__init__(sentence % facts)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What was recorded: positions in the record, hashes of what is stored there, and when."""

    format: str
    origin: str
    """Name of the office's record."""
    positions: tuple[int, ...]
    hashes: tuple[str, ...]
    """Of each position, its leaf in the record's tree: SHA-256 in hexadecimal."""
    recorded_at: str
    """UTC, to the microsecond."""
    key_id: str
    """First four bytes of SHA-256(origin, newline, kind, public key), in hexadecimal."""
    public_key: str
    """Base64; trust it only after comparing the key id with what the office has published."""
    signature: str
    """Base64."""

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """Read a receipt. Raises Forged for what is not one."""
        try:
            return msgspec.json.decode(text, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise Forged("This is not a receipt: %(error)s.", error=str(error)) from None

    def verify(self, published: Ed25519PublicKey | None = None) -> None:
        """Check the receipt with the published key, or with its own if none is given.

        With its own key it only shows that nothing was changed since; who wrote it, the key id
        tells, compared with the one that the office publishes. Raises Forged.
        """
        if self.format != FORMAT:
            raise Forged(
                "This is written in a format that is not known here: %(format)s.", format=self.format
            )
        own, signature = key_in(self.public_key), _bytes_in(self.signature)
        if own is None or signature is None:
            raise Forged("Its key or its signature cannot be read.")
        key = published or own
        if key.public_bytes_raw() != own.public_bytes_raw():
            raise Forged("It was signed with another key than the one published.")
        if key_id(self.origin, key) != self.key_id:
            raise Forged("Its key id does not belong to its key and origin.")
        try:
            key.verify(signature, self.signed_text())
        except InvalidSignature:
            raise Forged("Its signature is not genuine: the receipt was changed.") from None
        if len(self.positions) != len(self.hashes):
            raise Forged("It does not name one hash for each position.")

    def signed_text(self) -> bytes:
        """Return what the signature is over."""
        fields = asdict(self)
        del fields["signature"]
        return canonical(fields)

    def to_json(self) -> bytes:
        """Return the receipt as it is handed out."""
        return canonical(vars(self))


class Signer:
    """Writes the receipts of one office."""

    def __init__(self, origin: str, key: Ed25519PrivateKey) -> None:
        public = key.public_key()
        self._key = key
        self._written_alike = {
            "format": FORMAT,
            "origin": origin,
            "key_id": key_id(origin, public),
            "public_key": b64encode(public.public_bytes_raw()).decode(),
        }

    def receipt(self, rows: tuple[Stored, ...]) -> Receipt:
        """Write the receipt for what one command recorded: the same rows, the same receipt."""
        fields: dict[str, Any] = {
            **self._written_alike,
            "positions": tuple(row.position for row in rows),
            "hashes": tuple(leaf(row).hex() for row in rows),
            "recorded_at": written(rows[0].recorded_at),
        }
        signature = b64encode(self._key.sign(canonical(fields))).decode()
        return Receipt(**fields, signature=signature)


def key_in(text: str) -> Ed25519PublicKey | None:
    """Return the key that a receipt names; None if it is none."""
    raw = _bytes_in(text)
    return None if raw is None or len(raw) != KEY_SIZE else Ed25519PublicKey.from_public_bytes(raw)


def _bytes_in(text: str) -> bytes | None:
    """Return what stands there as Base64; None if no office writes it so."""
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        return None
    return raw if b64encode(raw).decode() == text else None


def canonical(fields: dict[str, Any]) -> bytes:
    """Return the fields as canonical JSON."""
    return orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)


def key_id(origin: str, key: Ed25519PublicKey) -> str:
    """Return the id under which the office's key is known, as in a C2SP signed note."""
    return sha256(origin.encode() + b"\n" + ED25519 + key.public_bytes_raw()).digest()[:4].hex()


def written(microseconds: int) -> str:
    """Return an instant as receipts write it: `2021-09-20T02:00:00.000000Z`."""
    instant = EPOCH + timedelta(microseconds=microseconds)
    return instant.isoformat(timespec="microseconds").replace("+00:00", "Z")
