"""Drawing a sample that nobody can steer, and that anyone can draw again.

Before anything is drawn, the frame (every case with its stratum, as lines in the order of their bytes) and
the hash of a secret seed are on record. A case's key is SHA-256(seed ‖ beacon ‖ its line), where the beacon
is the hash of an event that was recorded after the commitment. Of each stratum, the cases with the lowest
keys are the sample. Who knows the seed does not know the beacon, and who sees the beacon come does not know
the seed. `draw_again.py`, which the service hands out, does the same with nothing but the standard library.

In the frame a mark stands for each case, so that everyone may read it and nobody learns from it whose case
is that of an official's relative. The key, which says what stands for what, is kept sealed beside it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from math import isqrt
from uuid import UUID

KIN, VISITED, OTHER = "kin", "visited", "other"

STRATA = {
    KIN: "Cases of officials' relatives",
    VISITED: "Cases with a home visit in the period",
    OTHER: "Other cases",
}
"""Titles by stratum, the one that a case is counted in first of those that it fits; messages to translate."""

SEED_BYTES = 32
MARK_LENGTH = 32
"""Hexadecimal digits that stand for a case."""
AT_ONCE = 10_000
"""Cases of the sample that one event names."""
NONE = (0, 1)
"""The share of a stratum that nobody gave one."""
TIMES = 8
"""Standard deviations by which more keys are kept than are wanted: fewer fall below only by a miracle."""
EVERY = b"\xff" * 33
"""What every key lies below."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """Which part of a stratum is drawn, as a fraction."""

    stratum: str
    numerator: int
    denominator: int


@dataclass(frozen=True)
class Stratum:
    """A stratum of the frame, how many cases it holds, and which part of them is drawn."""

    code: str
    size: int
    numerator: int
    denominator: int

    @property
    def quota(self) -> int:
        """How many cases are drawn: never less than the share."""
        return -(-self.size * self.numerator // self.denominator)


@dataclass(frozen=True, kw_only=True)
class Beacon:
    """What nobody could know when the frame was committed: the hash of an event recorded after that."""

    position: int
    by: UUID
    """Who recorded it."""
    leaf: bytes
    """Its hash as a leaf of the record's tree."""


def frame_of(members: Iterable[tuple[str, str]]) -> bytes:
    """Return the frame of cases, given as stratum and number: a line each, in the order of their bytes."""
    return b"".join(sorted({f"{stratum}\t{number}\n".encode() for stratum, number in members}))


def mark_of(number: str, salt: bytes) -> str:
    """Return what stands for a case in a frame: who does not know the salt cannot find out by trying."""
    return sha256(salt + number.encode()).hexdigest()[:MARK_LENGTH]


def key_of(pairs: Iterable[tuple[str, str]]) -> bytes:
    """Return the key of a frame, given as mark and number of each case: a line each, in their order."""
    return b"".join(sorted({f"{mark}\t{number}\n".encode() for mark, number in pairs}))


def named_by(key: bytes, marks: Collection[str]) -> dict[str, str]:
    """Return the numbers of the cases that these marks stand for, by mark."""
    wanted = {mark.encode() for mark in marks}
    pairs = (line.rstrip().partition(b"\t") for line in BytesIO(key))
    return {mark.decode(): number.decode() for mark, _, number in pairs if mark in wanted}


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a frame, a seed or a list, in hexadecimal."""
    return sha256(content).hexdigest()


def strata_of(frame: bytes, shares: Sequence[Share]) -> tuple[Stratum, ...]:
    """Return the strata of a frame in their order there. Of one without a share, nothing is drawn."""
    fractions = {share.stratum: (share.numerator, share.denominator) for share in shares}
    sizes = Counter(line.partition(b"\t")[0].decode() for line in BytesIO(frame))
    return tuple(Stratum(code, size, *fractions.get(code, NONE)) for code, size in sizes.items())


def draw(frame: bytes, strata: Sequence[Stratum], seed: bytes, beacon: bytes) -> dict[str, list[bytes]]:
    """Return the lines that are drawn of each stratum of the frame, in the order of their keys."""
    starts = {stratum.code: _start(frame, stratum.code) for stratum in strata}
    ends = [*starts.values(), len(frame)][1:]
    return {
        stratum.code: _lowest(frame[starts[stratum.code] : end], stratum, seed + beacon)
        for stratum, end in zip(strata, ends, strict=True)
    }


def listing_of(sample: Mapping[str, Sequence[bytes]]) -> bytes:
    """Return the sample as it is published: its lines, as they were drawn."""
    return b"".join(line for lines in sample.values() for line in lines)


def marks_in(lines: Iterable[bytes]) -> tuple[str, ...]:
    """Return what stands for cases in these lines: marks, in frames without a key their numbers."""
    return tuple(line.decode().split()[1] for line in lines)


def in_parts(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the numbers in parts that fit into an event."""
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def _start(frame: bytes, code: str) -> int:
    """Return where the lines of a stratum begin in the frame, which is sorted."""
    begins = f"{code}\t".encode()
    return 0 if frame.startswith(begins) else frame.index(b"\n" + begins) + 1


def _lowest(lines: bytes, stratum: Stratum, secret: bytes) -> list[bytes]:
    """Return the lines with the lowest keys, in their order, with few others kept in memory meanwhile."""
    keyed = _keyed(lines, secret, _bound(stratum))
    if len(keyed) < stratum.quota:
        keyed = _keyed(lines, secret, EVERY)
    keyed.sort()
    return [line for _, line in keyed[: stratum.quota]]


def _keyed(lines: bytes, secret: bytes, below: bytes) -> list[tuple[bytes, bytes]]:
    """Return the lines whose keys are below the bound, each with its key before it."""
    begun, keyed = sha256(secret).copy, []
    for line in BytesIO(lines):
        hashed = begun()
        hashed.update(line)
        key = hashed.digest()
        if key < below:
            keyed.append((key, line))
    return keyed


def _bound(stratum: Stratum) -> bytes:
    """Return what as many keys as are wanted lie below, almost certainly."""
    kept = stratum.quota + TIMES * (isqrt(stratum.quota) + TIMES)
    return EVERY if kept >= stratum.size else ((kept << 64) // stratum.size).to_bytes(8, "big")
