"""The sample of an inspection is drawn from the frame that was committed, and frozen."""

from collections.abc import Mapping, Sequence
from datetime import date

from domain.inspections.committing import Commitment, Committing
from domain.inspections.planning import DRAWN
from domain.inspections.refusals import (
    DrawnAlready,
    FrameChanged,
    NotCommitted,
    NotDrawn,
    NothingSince,
    SampleDrawn,
    WrongBeacon,
    WrongSeed,
)
from domain.inspections.sampling import Beacon, draw, hash_of, in_parts, listing_of, marks_in, named_by
from domain.kernel import Act, Event


class Drawing(Committing):
    """The part of an inspection that knows what was drawn."""

    drawn: int = 0
    drawn_on: date = date.min
    sampled: tuple[frozenset[str], ...] = ()
    """Numbers of the cases in the sample."""

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

        def apply(self, inspection: "Drawing") -> None:
            inspection.state, inspection.moved = DRAWN, self.itself
            inspection.drawn, inspection.drawn_on = self.drawn, self.on

    class SampleListed(Event):
        """Cases of the sample were listed, in the order in which they were drawn."""

        TOPIC = "inspection.sample_listed"

        stratum: str
        case_numbers: tuple[str, ...]

        def apply(self, inspection: "Drawing") -> None:
            inspection.sampled = (*inspection.sampled, frozenset(self.case_numbers))

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
