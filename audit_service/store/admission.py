"""Which of the submissions that wait together are recorded, and at which positions.

Each is judged on its own: a stale version or a reused key fails that submission alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import UUID

from audit_service.store.errors import KeyReused, StaleVersion
from audit_service.store.submission import Attempt, Kept, Line, Row, instant

MANY = 1000
"""Events from which on a claim is inserted without a look at each stream."""


@dataclass(slots=True, kw_only=True)
class Claim:
    """A submission as the store sees it: what it adds, and what must hold for that."""

    lines: Sequence[Line] = ()
    expected: Mapping[UUID, int] = field(default_factory=dict)
    """Version that each stream must stand at; 0 for one that has no history yet."""
    key: bytes | None = None
    """Digest of the idempotency key."""
    request: bytes = b""
    attempt: Attempt | None = None

    def on_trust(self) -> Iterable[tuple[UUID, int]]:
        """Return the versions that are not worth a look before so much is added to these very streams.

        If one of them went on, the database refuses to hold a version twice.
        """
        if len(self.lines) < MANY:
            return ()
        return [
            (line.stream, self.expected[line.stream]) for line in self.lines if line.stream in self.expected
        ]


class Head(NamedTuple):
    """The end of the record and of the log of attempts."""

    position: int
    recorded_at: int
    attempts: int


class KeyRow(NamedTuple):
    """What was recorded under an idempotency key: so many events from position `first` on."""

    key: bytes
    request: bytes
    first: int
    events: int
    recorded_at: int


class Found(NamedTuple):
    """What a transaction finds when it begins."""

    head: Head
    versions: dict[UUID, int]
    """Of the streams that were asked for, if they exist."""
    keys: dict[bytes, KeyRow]
    """Those of the keys that were used before."""


Outcome = Kept | KeyRow | Exception
"""What became of a claim; a KeyRow says that it had been recorded before, and where."""


@dataclass(slots=True)
class Batch:
    """What one transaction stores, and what becomes of each claim once it is committed."""

    recorded_at: int
    rows: list[Row] = field(default_factory=list)
    keys: list[KeyRow] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether there is anything to store."""
        return bool(self.rows or self.keys or self.attempts)


def admit(claims: Sequence[Claim], found: Found, now: int) -> Batch:
    """Judge the claims in their order, as if each were alone, by what was found of what they name.

    `now` is microseconds since 1970. Time never runs backwards along positions, and no two
    transactions share an instant: what was known at a moment stays what it was.
    """
    batch = Batch(recorded_at=max(now, found.head.recorded_at + 1))
    judge = _Judge(batch, *found)
    batch.outcomes = [judge.outcome(claim) for claim in claims]
    return batch


class _Judge:
    def __init__(
        self, batch: Batch, head: Head, versions: dict[UUID, int], keys: Mapping[bytes, KeyRow]
    ) -> None:
        self._batch = batch
        self._head = head
        self._position = head.position
        self._versions = versions
        self._keys = keys
        self._answers: dict[bytes, tuple[bytes, Kept]] = {}

    def outcome(self, claim: Claim) -> Outcome:
        if claim.key is not None and (before := self._before(claim.key, claim.request)):
            return before
        for stream, expected in claim.expected.items():
            if (actual := self._versions.get(stream, 0)) != expected:
                return StaleVersion(stream, expected, actual)
        return self._kept(claim)

    def _before(self, key: bytes, request: bytes) -> Outcome | None:
        """Return what was answered under the key, in an earlier transaction or in this one."""
        if stored := self._keys.get(key):
            return stored if stored.request == request else KeyReused()
        if answer := self._answers.get(key):
            return replace(answer[1], repeated=True) if answer[0] == request else KeyReused()
        return None

    def _kept(self, claim: Claim) -> Kept:
        batch, first = self._batch, self._position + 1
        rows = tuple(
            Row(position, *line, batch.recorded_at) for position, line in enumerate(claim.lines, start=first)
        )
        batch.rows.extend(rows)
        self._position += len(rows)
        self._versions.update({row.stream: row.version for row in rows})
        kept = Kept(rows, instant(batch.recorded_at))
        if claim.attempt is not None:
            number = self._head.attempts + len(batch.attempts) + 1
            batch.attempts.append(replace(claim.attempt, number=number))
        if claim.key is not None:
            batch.keys.append(KeyRow(claim.key, claim.request, first, len(rows), batch.recorded_at))
            self._answers[claim.key] = claim.request, kept
        return kept
