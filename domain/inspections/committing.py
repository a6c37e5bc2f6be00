"""The sample of an inspection: the frame is committed, then the sample is drawn from it and frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.inspections.planning import COMMITTED, DRAWN, Planning
from domain.inspections.refusals import (
    CommittedAlready,
    DrawnAlready,
    EmptyFrame,
    FrameChanged,
    NoShare,
    NotCommitted,
    NotDrawn,
    NothingSince,
    NothingToDraw,
    SampleDrawn,
    UnknownStratum,
    WrongBeacon,
    WrongSeed,
)
from domain.inspections.sampling import (
    STRATA,
    Beacon,
    Share,
    Stratum,
    draw,
    hash_of,
    in_parts,
    listing_of,
    marks_in,
    named_by,
    strata_of,
)
from domain.kernel import Act, Event, Message, Reference

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
    """The part of an inspection that knows what was committed and what was drawn."""

    commitment: Commitment | None = None
    drawn: int = 0
    drawn_on: date = date.min
    sampled: tuple[frozenset[str], ...] = ()
    """Numbers of the cases in the sample."""

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

    class Drawn(Event):
        """The sample was drawn, with the seed that was committed and what nobody could know before."""

        TOPIC = "inspection.drawn"

        seed: str
        """In hexadecimal."""
        beacon_position: int
        beacon: str
        """Hash of the event at that position, as a leaf of the record's tree, in hexadecimal."""
        drawn: int
        sample: str
        """SHA-256 of the list of what was drawn, in hexadecimal."""

        def apply(self, inspection: "Committing") -> None:
            inspection.state, inspection.moved = DRAWN, self.itself
            inspection.drawn, inspection.drawn_on = self.drawn, self.on

    class SampleListed(Event):
        """Cases of the sample were listed, in the order in which they were drawn."""

        TOPIC = "inspection.sample_listed"

        stratum: str
        case_numbers: tuple[str, ...]

        def apply(self, inspection: "Committing") -> None:
            inspection.sampled = (*inspection.sampled, frozenset(self.case_numbers))

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

    def check_drawable(self) -> Commitment:
        """Return what the sample is drawn from. Raises Over, NotCommitted, DrawnAlready."""
        self.check_not_over()
        if self.commitment is None:
            raise NotCommitted(number=self.number).resting_on(self.moved)
        if self.state == DRAWN:
            raise DrawnAlready(number=self.number, on=self.drawn_on).resting_on(self.moved)
        return self.commitment

    def draw(
        self,
        frame: bytes,
        seed: bytes,
        beacon: Beacon | None,
        act: Act,
        *,
        committed_at: int,
        key: bytes = b"",
    ) -> None:
        """Draw the sample. `committed_at`: position of the commitment; `beacon`: None while there is none.

        `key`: of the frame, which says what its marks stand for; empty if it names the cases themselves.

        Raises NotOfThisInspection, Over, NotCommitted, DrawnAlready, WrongSeed, FrameChanged,
        NothingSince, WrongBeacon.
        """
        self.check_member(act)
        commitment = self.check_drawable()
        if hash_of(seed) != commitment.seed_hash:
            raise WrongSeed(number=self.number).resting_on(commitment.event)
        if hash_of(frame) != commitment.frame:
            raise FrameChanged(number=self.number).resting_on(commitment.event)
        if beacon is None:
            raise NothingSince().resting_on(commitment.event)
        if beacon.position <= committed_at or beacon.by == commitment.by:
            known = WrongBeacon(position=beacon.position, after=committed_at)
            raise known.resting_on(commitment.event)
        sample = draw(frame, commitment.strata, seed, beacon.leaf)
        listed = self._listed(sample, key)
        self.trigger(
            self.Drawn,
            act,
            seed=seed.hex(),
            beacon_position=beacon.position,
            beacon=beacon.leaf.hex(),
            drawn=sum(map(len, sample.values())),
            sample=hash_of(listing_of(sample)),
        )
        for stratum, cases in listed.items():
            for numbers in in_parts(cases):
                self.trigger(self.SampleListed, act, stratum=stratum, case_numbers=tuple(numbers))

    def _listed(self, sample: Mapping[str, Sequence[bytes]], key: bytes) -> dict[str, Sequence[str]]:
        """Return the numbers of the cases that were drawn, by stratum. Raises FrameChanged."""
        marks = {stratum: marks_in(lines) for stratum, lines in sample.items()}
        if not key:
            return dict(marks)
        numbers = named_by(key, {mark for some in marks.values() for mark in some})
        try:
            return {stratum: [numbers[mark] for mark in some] for stratum, some in marks.items()}
        except KeyError:
            changed = FrameChanged(number=self.number)
            raise changed.resting_on(self.moved) from None

    def check_withdrawable(self) -> None:
        """Raises Over, SampleDrawn."""
        self.check_not_over()
        if self.state == DRAWN:
            raise SampleDrawn(number=self.number, on=self.drawn_on).resting_on(self.moved)

    def withdraw(self, act: Act) -> None:
        """End it before anything is drawn; the grounds say why.

        Who could throw a sample away would draw until one suits them.
        Raises NotOfThisInspection, Over, SampleDrawn.
        """
        self.check_member(act)
        self.check_withdrawable()
        self.trigger(self.Withdrawn, act)

    def check_drawn(self) -> None:
        """Raises Over, NotDrawn."""
        self.check_not_over()
        self.check_has_sample()

    def check_has_sample(self) -> None:
        """Raises NotDrawn."""
        if not self.sampled:
            raise NotDrawn(number=self.number).resting_on(self.moved)

    def is_sampled(self, case_number: str) -> bool:
        """Say whether a case is in the sample."""
        return any(case_number in part for part in self.sampled)


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
