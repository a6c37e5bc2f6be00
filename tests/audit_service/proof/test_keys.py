"""The signing key is made once and read by the service alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from audit_service.proof.keys import PUBLIC, SECRET, UnusableKey, make_signing_key, public_key, signing_key


def test_is_made_for_the_service_alone(tmp_path: Path) -> None:
    make_signing_key(tmp_path / "keys")

    assert (tmp_path / "keys" / SECRET).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "keys" / PUBLIC).stat().st_mode & 0o777 == 0o644
    assert sorted(file.name for file in (tmp_path / "keys").iterdir()) == [SECRET, PUBLIC]


def test_stays_as_it_is_when_made_again(tmp_path: Path) -> None:
    make_signing_key(tmp_path)
    first = (tmp_path / SECRET).read_bytes()

    make_signing_key(tmp_path)

    assert (tmp_path / SECRET).read_bytes() == first


def test_is_one_key_when_several_make_it_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as together:
        list(together.map(make_signing_key, [tmp_path] * 8))

    published = public_key(tmp_path / PUBLIC)
    assert signing_key(tmp_path).public_key() == published


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableKey, match="cannot be read"):
        signing_key(tmp_path)


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_something_else_is_not_taken_for_a_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SECRET).write_bytes(content)
    (tmp_path / PUBLIC).write_bytes(content)

    with pytest.raises(UnusableKey, match="is not a key"):
        signing_key(tmp_path)
    with pytest.raises(UnusableKey, match="is not a key"):
        public_key(tmp_path / PUBLIC)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = X25519PrivateKey.generate()
    (tmp_path / SECRET).write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    (tmp_path / PUBLIC).write_bytes(
        other.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )

    with pytest.raises(UnusableKey, match="not an Ed25519 key"):
        signing_key(tmp_path)
    with pytest.raises(UnusableKey, match="not an Ed25519 key"):
        public_key(tmp_path / PUBLIC)
