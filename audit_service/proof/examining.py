"""Which field of a receipt was changed, found by what the office's signature would be genuine for.

Nobody but the office can write a text that its signature is genuine for. So where a receipt with one
character put back is genuine, that character was changed, and the field says what the office wrote.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from string import ascii_letters, digits, printable
from typing import Any, TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from audit_service.proof.receipt import FORMAT, Forged, Receipt, key_id, key_in

BASE64, HEXADECIMAL, INSTANT = f"{ascii_letters}{digits}+/=", "0123456789abcdef", f"{digits}-:.TZ"

PATIENCE = 40_000
"""Receipts that are tried for a field at most: some seconds."""

Tried: TypeAlias = Iterable[Receipt]
NAME = re.compile(rb'"(\w+)"\s*:')


def read(text: bytes) -> Receipt:
    """Read a receipt. Raises Forged, which names the field that cannot be read."""
    try:
        return Receipt.from_json(text)
    except Forged as forged:
        field = _field_at(text, str(forged.facts.get("error", "")))
        if field not in Receipt.__dataclass_fields__:
            raise
        raise Forged("Its field %(field)s cannot be read: it was changed.", field=field) from None


def examine(receipt: Receipt, published: Ed25519PublicKey | None = None) -> None:
    """Check a receipt as `Receipt.verify` does. Raises Forged, which names the field that was changed."""
    try:
        receipt.verify(published)
    except Forged:
        for field, alternatives in ALTERNATIVES.items():
            for tried in islice(alternatives(receipt, published), PATIENCE):
                if _is_genuine(tried, published):
                    raise _told(field, receipt, tried) from None
        raise


def _told(field: str, receipt: Receipt, genuine: Receipt) -> Forged:
    said, written = getattr(receipt, field), getattr(genuine, field)
    if isinstance(written, tuple) and len(said) == len(written):
        said, written = next(pair for pair in zip(said, written, strict=True) if pair[0] != pair[1])
    return Forged(
        "Its field %(field)s was changed: it says %(said)s where the office wrote %(written)s.",
        field=field,
        said=_plain(said),
        written=_plain(written),
    )


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _is_genuine(receipt: Receipt, published: Ed25519PublicKey | None) -> bool:
    try:
        receipt.verify(published)
    except Forged:
        return False
    return True


def _field_at(text: bytes, error: str) -> str:
    """Return the field that the decoder stumbled over."""
    if named := re.search(r"\$\.(\w+)|missing required field `(\w+)`", error):
        return named[1] or named[2]
    place = re.search(r"\(byte (\d+)\)", error)
    before = NAME.findall(text[: int(place[1]) + 1]) if place else _names_before_what_is_no_text(text)
    return before[-1].decode() if before else ""


def _names_before_what_is_no_text(text: bytes) -> list[bytes]:
    try:
        text.decode()
    except UnicodeDecodeError as error:
        return NAME.findall(text[: error.start])
    return []


def _one_character_away(text: str, alphabet: str) -> Iterator[str]:
    for place, character in enumerate(text):
        for other in alphabet:
            if other != character:
                yield f"{text[:place]}{other}{text[place + 1 :]}"


def _format(receipt: Receipt, _published: Ed25519PublicKey | None) -> Tried:
    return [replace(receipt, format=FORMAT)]


def _key_id(receipt: Receipt, published: Ed25519PublicKey | None) -> Tried:
    key = published or key_in(receipt.public_key)
    return [] if key is None else [replace(receipt, key_id=key_id(receipt.origin, key))]


def _public_key(receipt: Receipt, published: Ed25519PublicKey | None) -> Tried:
    if published is not None:
        return [replace(receipt, public_key=b64encode(published.public_bytes_raw()).decode())]
    written = _one_character_away(receipt.public_key, BASE64)
    keys = ((text, key_in(text)) for text in written)
    return (
        replace(receipt, public_key=text)
        for text, key in keys
        if key is not None and key_id(receipt.origin, key) == receipt.key_id
    )


def _origin(receipt: Receipt, published: Ed25519PublicKey | None) -> Tried:
    key = published or key_in(receipt.public_key)
    if key is None:
        return
    for origin in _one_character_away(receipt.origin, printable):
        if key_id(origin, key) == receipt.key_id:
            yield replace(receipt, origin=origin)


def _recorded_at(receipt: Receipt, _published: Ed25519PublicKey | None) -> Tried:
    return (replace(receipt, recorded_at=text) for text in _one_character_away(receipt.recorded_at, INSTANT))


def _positions(receipt: Receipt, _published: Ed25519PublicKey | None) -> Tried:
    """One command's positions follow each other, so that any of them tells them all."""
    for place, position in enumerate(receipt.positions):
        first = position - place
        yield replace(receipt, positions=tuple(range(first, first + len(receipt.hashes))))
    for text in _one_character_away(",".join(map(str, receipt.positions)), f"{digits},"):
        if all(part.isdigit() for part in text.split(",")):
            yield replace(receipt, positions=tuple(map(int, text.split(","))))


def _hashes(receipt: Receipt, _published: Ed25519PublicKey | None) -> Tried:
    for place, written in enumerate(receipt.hashes):
        for other in _one_character_away(written, HEXADECIMAL):
            yield replace(receipt, hashes=(*receipt.hashes[:place], other, *receipt.hashes[place + 1 :]))


def _signature(receipt: Receipt, _published: Ed25519PublicKey | None) -> Tried:
    return (replace(receipt, signature=text) for text in _one_character_away(receipt.signature, BASE64))


ALTERNATIVES: dict[str, Callable[[Receipt, Ed25519PublicKey | None], Tried]] = {
    "format": _format,
    "key_id": _key_id,
    "public_key": _public_key,
    "origin": _origin,
    "recorded_at": _recorded_at,
    "positions": _positions,
    "signature": _signature,
    "hashes": _hashes,
}
"""The receipts that each field may have been written as, the quickest first."""
