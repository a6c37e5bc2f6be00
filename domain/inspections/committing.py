"""The frame of an inspection is committed, with the hash of a seed, before anything is drawn from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.inspections.planning import COMMITTED, Planning
from domain.inspections.refusals import (
    CommittedAlready,
    EmptyFrame,
    NoShare,
    NothingToDraw,
    UnknownStratum,
)
from domain.inspections.sampling import (
    STRATA,
    Share,
    Stratum,
    hash_of,
    strata_of,
)
from domain.kernel import Act, Event
from domain.refusal import Message, Reference

FIRST_BY_ANOTHER = "first_by_another"

BEACON_RULES = {
    FIRST_BY_ANOTHER: "The first event after the commitment that somebody else than who committed recorded",
}
"""How the event is found whose hash nobody could know, by code; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """What was committed before the draw."""

    frame: str
    """SHA-256 of the frame, in hexadecimal."""
    seed_hash: str
    strata: tuple[Stratum, ...]
    by: UUID
    on: date
    event: Reference
    kept: str
    """Where the sealed seed and frame are kept."""


class Committing(Planning):
    """The part of an inspection that knows what was committed."""

    commitment: Commitment | None = None

    class FrameCommitted(Event):
        """The cases that a sample is drawn from, and the hash of a secret seed, were committed."""

        TOPIC = "inspection.frame_committed"

        frame: str
        """SHA-256 of the frame, in hexadecimal."""
        size: int
        as_of: int
        """Position up to which the views were filled that the frame was read from."""
        strata: tuple[Stratum, ...]
        seed_hash: str
        """SHA-256 of the seed, in hexadecimal."""
        beacon_after: str
        """How the event is found whose hash nobody could know: one of BEACON_RULES."""
        kept: str
        """Where the seed and the frame are kept, sealed, until the draw."""

        def apply(self, inspection: "Committing") -> None:
            inspection.state, inspection.moved = COMMITTED, self.itself
            inspection.commitment = Commitment(
                frame=self.frame,
                seed_hash=self.seed_hash,
                strata=self.strata,
                by=self.by,
                on=self.on,
                event=self.itself,
                kept=self.kept,
            )

    def check_not_committed(self) -> None:
        """Raises Over, CommittedAlready."""
        self.check_not_over()
        if self.commitment is not None:
            committed = self.commitment
            raise CommittedAlready(number=self.number, on=committed.on).resting_on(committed.event)

    def commit(
        self, frame: bytes, shares: Sequence[Share], act: Act, *, seed_hash: str, as_of: int, kept: str
    ) -> None:
        """Commit to a frame, to the share of each stratum, and to a seed that only its hash is told of.

        Raises NotOfThisInspection, Over, CommittedAlready, UnknownStratum, NoShare, EmptyFrame,
        NothingToDraw.
        """
        self.check_member(act)
        self.check_not_committed()
        strata = _checked(frame, shares)
        self.trigger(
            self.FrameCommitted,
            act,
            frame=hash_of(frame),
            size=sum(stratum.size for stratum in strata),
            as_of=as_of,
            strata=strata,
            seed_hash=seed_hash,
            beacon_after=FIRST_BY_ANOTHER,
            kept=kept,
        )


def _checked(frame: bytes, shares: Sequence[Share]) -> tuple[Stratum, ...]:
    """Return the strata of the frame. Raises UnknownStratum, NoShare, EmptyFrame, NothingToDraw."""
    for share in shares:
        if share.stratum not in STRATA:
            raise UnknownStratum(stratum=share.stratum)
        if not 0 <= share.numerator <= share.denominator or share.denominator == 0:
            raise NoShare(stratum=Message(STRATA[share.stratum]))
    if not frame:
        raise EmptyFrame
    strata = strata_of(frame, shares)
    if not any(stratum.quota for stratum in strata):
        raise NothingToDraw
    return strata
