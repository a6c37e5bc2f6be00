"""The entry commits to everything that the database keeps of an event."""

from hashlib import sha256
from uuid import UUID

import pytest

from audit_service.proof.entry import Stored, entry, leaf

ROW = Stored(42, UUID(int=7), 2, "case.confirmed", 1_632_103_200_000_001, sha256(b"state").digest())


def test_is_written_in_one_way_only() -> None:
    expected = (
        b"\x01"
        b"i\x00\x08\x00\x00\x00\x00\x00\x00\x00\x2a"
        b"u\x00\x10" + b"\x00" * 15 + b"\x07"
        b"i\x00\x08\x00\x00\x00\x00\x00\x00\x00\x02"
        b"s\x00\x0ecase.confirmed"
        b"i\x00\x08\x00\x05\xcc\x63\xa3\x79\x08\x01"
        b"s\x00\x04blob"
        b"h\x00\x20" + sha256(b"state").digest()
    )

    written = entry(ROW)

    assert written == expected
    assert leaf(ROW) == sha256(b"\x00" + written).digest()


@pytest.mark.parametrize(
    "other",
    [
        ROW._replace(position=43),
        ROW._replace(stream=UUID(int=8)),
        ROW._replace(version=3),
        ROW._replace(topic="case.refused"),
        ROW._replace(recorded_at=ROW.recorded_at + 1),
        ROW._replace(state_hash=sha256(b"State").digest()),
    ],
    ids=Stored._fields,
)
def test_differs_when_anything_differs(other: Stored) -> None:
    assert leaf(other) != leaf(ROW)


def test_differs_when_the_same_bytes_are_stored_as_another_type() -> None:
    assert entry(ROW, storage="text") != entry(ROW)


def test_stays_small() -> None:
    assert len(entry(ROW._replace(topic="t" * 200))) < 1024
