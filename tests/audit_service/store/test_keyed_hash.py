"""The vault's keyed digests against the standard library's, and the limits of the secret."""

import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_service.store.keyed_hash import KeyedHash


@given(st.binary(max_size=64), st.binary(max_size=200))
def test_a_digest_is_that_of_the_standard(secret: bytes, message: bytes) -> None:
    assert KeyedHash(secret)(message) == hmac.digest(secret, message, "sha256")


def test_one_digest_leaves_no_trace_in_the_next() -> None:
    keyed = KeyedHash(b"secret")

    assert keyed(b"one") == keyed(b"one") != keyed(b"other")


def test_a_secret_longer_than_a_block_is_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        KeyedHash(bytes(65))
