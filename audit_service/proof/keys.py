"""The office's signing key: made once, kept readable for the service alone."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

K = TypeVar("K")

SECRET, PUBLIC = "signing.key", "signing.pub"


class UnusableKey(Exception):
    """A key file is missing or holds something else than an Ed25519 key."""

    def __init__(self, sentence: str, **facts: object) -> None:
        """`sentence` says what is wrong with it; a message to translate, filled from the facts."""
        self.sentence, self.facts = sentence, facts
        super().__init__(sentence % facts)


def make_signing_key(folder: Path) -> None:
    """Make the key pair in the folder, unless there is one. Several may try at the same time."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_once(folder / SECRET, pem, mode=0o600)
    public = signing_key(folder).public_key()
    write_once(
        folder / PUBLIC,
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        mode=0o644,
    )


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """Read the secret key. Raises UnusableKey."""
    key = _read(folder / SECRET, lambda pem: load_pem_private_key(pem, None))
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableKey("%(file)s is not an Ed25519 key.", file=str(folder / SECRET))
    return key


def public_key(file: Path) -> Ed25519PublicKey:
    """Read a published key. Raises UnusableKey."""
    key = _read(file, load_pem_public_key)
    if not isinstance(key, Ed25519PublicKey):
        raise UnusableKey("%(file)s is not an Ed25519 key.", file=str(file))
    return key


def _read(file: Path, load: Callable[[bytes], K]) -> K:
    try:
        return load(file.read_bytes())
    except OSError as error:
        raise UnusableKey(
            "%(file)s cannot be read: %(reason)s.", file=str(file), reason=error.strerror
        ) from None
    except (ValueError, TypeError):
        raise UnusableKey("%(file)s is not a key in PEM format without a password.", file=str(file)) from None


def write_once(file: Path, content: bytes, *, mode: int) -> None:
    """Write a file whole or not at all; who comes second leaves the first one's file as it is."""
    with NamedTemporaryFile(dir=file.parent) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
        Path(draft.name).chmod(mode)
        try:
            os.link(draft.name, file)
        except FileExistsError:
            return
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
