"""A receipt can be checked by anyone who holds the office's public key."""

import subprocess
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit_service.desks.errors import receipt_page
from audit_service.proof.entry import Stored
from audit_service.proof.keys import PUBLIC, make_signing_key, public_key, signing_key
from audit_service.proof.receipt import Forged, Receipt, Signer, canonical

OFFICE = "demo.invalid/audit"
OPENSSL = ("openssl", "pkeyutl", "-verify", "-rawin", "-in", "text")
SIGNED = ("-sigfile", "signature", "-pubin", "-inkey", PUBLIC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ROWS = tuple(
    Stored(
        position, UUID(int=7), position - 40, "case.confirmed", 1_632_103_200_000_001, sha256(b"x").digest()
    )
    for position in (41, 42)
)


def a_receipt() -> Receipt:
    return Signer(OFFICE, KEY).receipt(ROWS)


def test_says_what_was_recorded_and_when() -> None:
    receipt = a_receipt()

    assert receipt.origin == OFFICE
    assert receipt.positions == (41, 42)
    assert receipt.recorded_at == "2021-09-20T02:00:00.000001Z"


def test_is_the_same_for_the_same_rows() -> None:
    assert a_receipt() == a_receipt()


def test_is_read_back_as_it_was_written() -> None:
    receipt = a_receipt()

    again = Receipt.from_json(receipt.to_json())

    assert again == receipt
    again.verify()
    again.verify(KEY.public_key())


@pytest.mark.parametrize(
    "changed",
    [
        {"positions": (41, 43)},
        {"hashes": ("00" * 32, "11" * 32)},
        {"recorded_at": "2021-09-20T02:00:00.000002Z"},
        {"origin": "other.invalid/audit"},
        {"key_id": "00000000"},
        {"signature": "AAAA"},
        {"signature": "not base64"},
        {"public_key": "AAAA"},
        {"format": "audit-service/receipt/v2"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_is_not_genuine_when_something_was_changed(changed: dict[str, object]) -> None:
    receipt = replace(a_receipt(), **changed)  # type: ignore[arg-type]

    with pytest.raises(Forged):
        receipt.verify()


def test_is_not_genuine_when_another_key_is_published() -> None:
    other = Ed25519PrivateKey.generate().public_key()

    with pytest.raises(Forged, match="another key"):
        a_receipt().verify(other)


def test_is_not_genuine_when_signed_by_somebody_else_with_their_own_key() -> None:
    forged = Signer(OFFICE, Ed25519PrivateKey.generate()).receipt(ROWS)

    forged.verify()

    assert forged.key_id != a_receipt().key_id
    with pytest.raises(Forged, match="another key"):
        forged.verify(KEY.public_key())


def test_names_one_hash_for_each_position() -> None:
    unsigned = {**vars(a_receipt()), "positions": (41,)}
    del unsigned["signature"]
    signed = {**unsigned, "signature": _signature(canonical(unsigned))}

    with pytest.raises(Forged, match="one hash"):
        Receipt.from_json(canonical(signed)).verify()


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b"\xff", b'{"positions": "many"}'])
def test_something_else_is_not_taken_for_a_receipt(text: bytes) -> None:
    with pytest.raises(Forged, match="not a receipt"):
        Receipt.from_json(text)


def test_is_checked_by_openssl_too(tmp_path: Path) -> None:
    make_signing_key(tmp_path)
    receipt = Signer(OFFICE, signing_key(tmp_path)).receipt(ROWS)
    (tmp_path / "text").write_bytes(receipt.signed_text())
    (tmp_path / "signature").write_bytes(b64decode(receipt.signature))

    said = subprocess.run(
        [*OPENSSL, *SIGNED],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Verified Successfully" in said.stdout
    receipt.verify(public_key(tmp_path / PUBLIC))


def test_the_lines_that_papers_and_pages_print_check_it(tmp_path: Path) -> None:
    make_signing_key(tmp_path)
    (tmp_path / "receipt-1.json").write_bytes(Signer(OFFICE, signing_key(tmp_path)).receipt(ROWS).to_json())
    lines = receipt_page.OPENSSL.replace("FILE", "receipt-1.json")

    done = subprocess.run(["sh", "-c", lines], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "Signature Verified Successfully" in done.stdout


def _signature(text: bytes) -> str:
    return b64encode(KEY.sign(text)).decode()
