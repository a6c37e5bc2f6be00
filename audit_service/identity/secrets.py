"""Secrets that are handed out once and kept only as hashes: session cookies, tokens, one-time passwords."""

import secrets
from hashlib import sha256

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that is mistaken for something else when read aloud or copied by hand."""


def new_secret(kind: str = "") -> str:
    """Return a secret that nobody can guess: 256 bits, with what it is for in front."""
    return kind + secrets.token_urlsafe(32)


def one_time_password() -> str:
    """Return a password for one sign-in, easy to read out: four groups of four, 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def kept(secret: str) -> bytes:
    """Return what is kept of a secret. It needs no salt: it is not a word that someone chose."""
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()
