"""A receipt with one byte changed: verification says which field, and what the office had written there."""

import re
from dataclasses import fields, replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from audit_service.proof.examining import examine, read
from audit_service.proof.receipt import Forged, Receipt
from tests.audit_service.proof.test_receipt import KEY, a_receipt

FIELDS = [field.name for field in fields(Receipt)]
TEXT = a_receipt().to_json()


def place_of(field: str) -> tuple[int, int]:
    """Where the value of a field begins and ends in the text, without quotes and brackets."""
    found = re.search(rf'"{field}":[\["]*([^\]"]+)'.encode(), TEXT)
    assert found is not None
    return found.span(1)


def changed_at(place: int) -> bytes:
    """The text with another character of its kind at the place."""
    was = chr(TEXT[place])
    other = "7" if was.isdigit() and was != "7" else "8" if was == "7" else "e" if was != "e" else "f"
    return TEXT[:place] + other.encode() + TEXT[place + 1 :]


def told(text: bytes, *, with_key: bool) -> str:
    with pytest.raises(Forged) as forged:
        examine(read(text), KEY.public_key() if with_key else None)
    return str(forged.value.facts["field"])


@pytest.mark.parametrize("with_key", [True, False], ids=["published key", "its own key"])
@pytest.mark.parametrize("where", [0.0, 0.5, 1.0], ids=["first", "middle", "last"])
@pytest.mark.parametrize("field", FIELDS)
def test_one_character_changed_is_told_by_its_field(field: str, where: float, *, with_key: bool) -> None:
    begins, ends = place_of(field)
    place = begins + round(where * (ends - 1 - begins))

    assert told(changed_at(place), with_key=with_key) == field


@pytest.mark.parametrize("field", FIELDS)
def test_a_name_that_was_changed_is_told(field: str) -> None:
    begins = TEXT.index(f'"{field}"'.encode()) + 1

    with pytest.raises(Forged) as forged:
        read(TEXT[:begins] + b"X" + TEXT[begins + 1 :])

    assert forged.value.facts["field"] == field


@pytest.mark.parametrize("field", ["origin", "recorded_at"])
@pytest.mark.parametrize("byte", [b"\xff", b"\x01", b"\\"])
def test_a_byte_that_is_no_text_is_told_by_its_field(field: str, byte: bytes) -> None:
    begins, _ = place_of(field)

    with pytest.raises(Forged) as forged:
        read(TEXT[: begins + 1] + byte + TEXT[begins + 2 :])

    assert forged.value.facts["field"] == field


def test_says_what_the_office_wrote() -> None:
    changed = replace(a_receipt(), recorded_at="2021-09-21T02:00:00.000001Z")

    with pytest.raises(Forged, match="recorded_at was changed") as forged:
        examine(changed, KEY.public_key())

    assert forged.value.facts["said"] == "2021-09-21T02:00:00.000001Z"
    assert forged.value.facts["written"] == a_receipt().recorded_at


def test_a_position_between_the_others_is_put_right() -> None:
    with pytest.raises(Forged) as forged:
        examine(replace(a_receipt(), positions=(41542,)))

    assert forged.value.facts["written"] == "41, 42"


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "other.invalid/audit"},
        {"recorded_at": "2021-01-01T00:00:00.000000Z", "positions": (1, 2)},
        {"signature": "AAAA"},
        {"public_key": "AAAA"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_was_changed_in_many_places_is_not_genuine_all_the_same(changed: dict[str, object]) -> None:
    with pytest.raises(Forged) as forged:
        examine(replace(a_receipt(), **changed))  # type: ignore[arg-type]  # fields by name

    assert "field" not in forged.value.facts


def test_somebody_elses_receipt_is_no_changed_one_of_ours() -> None:
    with pytest.raises(Forged, match="another key"):
        examine(a_receipt(), Ed25519PrivateKey.generate().public_key())


def test_what_is_genuine_is_left_alone() -> None:
    examine(read(TEXT))
    examine(read(TEXT), KEY.public_key())


def test_what_is_no_receipt_at_all_is_said_so() -> None:
    with pytest.raises(Forged, match="not a receipt"):
        read(b"[]")
