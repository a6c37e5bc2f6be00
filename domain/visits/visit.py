"""A visit of cadres to a family: planned, made or missed, and put right if it was recorded wrong."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Self
from uuid import UUID

from domain.areas import check_areas
from domain.identities import visit_id
from domain.kernel import Act, Event
from domain.visits.refusals import (
    Contradiction,
    NobodyVisited,
    NobodyWent,
    NotChanged,
    NothingCorrected,
    NothingObserved,
    NotMade,
    NotOffered,
    NotPlanned,
    NotTheirVisit,
    PlannedForThePast,
    VisitAhead,
)
from domain.visits.state import MADE, PLANNED, VisitState
from domain.visits.told import (
    NOBODY_MET,
    NOTHING_STOOD_OUT,
    OBSERVATIONS,
    WITHDRAWALS,
    Account,
    Cadres,
    Correction,
    Visited,
    VisitEntry,
)


class Visit(VisitState):
    """One visit to one family. Made or missed once; the next one is another visit.

    Keeps no text about people: names and what was seen are read from the events by who may.
    """

    TOPIC = "visit"

    @classmethod
    def take_over(cls, entry: VisitEntry, act: Act, *, withdrawn: Self | None = None) -> Self:
        """Take a visit over from a ledger; one that was `withdrawn` goes on with its history.

        Raises UnknownArea, VisitAhead.
        """
        check_areas([entry.area])
        _check_past(entry.visited_on, act)
        visit = withdrawn or cls.blank(visit_id(entry.number))
        visit.trigger(cls.TakenOver, act, valid_from=entry.visited_on, subject=entry.person, **vars(entry))
        return visit

    @classmethod
    def plan(cls, number: str, visited: Visited, cadres: Cadres, due_on: date, act: Act) -> Self:
        """Plan a visit that is to be made by a day.

        Raises UnknownArea, NobodyVisited, NobodyWent, PlannedForThePast.
        """
        _check_due(due_on, act)
        visit = cls.blank(visit_id(number))
        visit.tell(cls.Planned, number, visited, cadres, act, due_on=due_on)
        return visit

    @classmethod
    def record(cls, number: str, visited: Visited, cadres: Cadres, account: Account, act: Act) -> Self:
        """Record a visit that was made without a plan.

        Raises UnknownArea, NobodyVisited, NobodyWent, VisitAhead, NothingObserved, NotOffered, Contradiction.
        """
        visit = cls.blank(visit_id(number))
        visit.note_made(number, visited, cadres, account, act)
        return visit

    @classmethod
    def record_missed(
        cls, number: str, visited: Visited, cadres: Cadres, missed_on: date, reason: str, act: Act
    ) -> Self:
        """Record that nobody was met, for a reason of NOBODY_MET, though no visit was planned.

        Raises UnknownArea, NobodyVisited, NobodyWent, VisitAhead, NotOffered.
        """
        visit = cls.blank(visit_id(number))
        visit.note_missed(number, visited, cadres, missed_on, reason, act)
        return visit

    def make(self, cadres: Cadres, account: Account, act: Act) -> None:
        """Record that a planned visit was made.

        Raises NotPlanned, NobodyWent, VisitAhead, NothingObserved, NotOffered, Contradiction.
        """
        self.check_planned()
        self.note_made(self.number, self.visited, cadres, account, act)

    def miss(self, cadres: Cadres, missed_on: date, reason: str, act: Act) -> None:
        """Record that nobody was met on a planned visit, for a reason of NOBODY_MET.

        Raises NotPlanned, NobodyWent, VisitAhead, NotOffered.
        """
        self.check_planned()
        self.note_missed(self.number, self.visited, cadres, missed_on, reason, act)

    def correct_person(self, act: Act, *, before: UUID, after: UUID) -> None:
        """Say that the visit was to the other person. Raises NotTheirVisit."""
        if self.visited.person != before:
            raise NotTheirVisit(number=self.number)
        self.trigger(self.PersonCorrected, act, before=before, after=after)

    def reschedule(self, due_on: date, act: Act, cadres: Cadres | None = None) -> None:
        """Put a planned visit off or forward, or let others go.

        Raises NotPlanned, PlannedForThePast, NotChanged.
        """
        self.check_planned()
        _check_due(due_on, act)
        going = cadres or Cadres()
        if due_on == self.due_on and going.cadre_tokens in {(), self.cadre_tokens}:
            raise NotChanged
        self.trigger(self.Rescheduled, act, due_before=self.due_on, due_on=due_on, **vars(going))

    def call_off(self, act: Act) -> None:
        """Give up a planned visit, on grounds. Raises NotPlanned."""
        self.check_planned()
        self.trigger(self.CalledOff, act)

    def correct(self, correction: Correction, act: Act) -> None:
        """Put right what was recorded wrong.

        Raises NotMade, NothingCorrected, VisitAhead, NotOffered, Contradiction.
        """
        self.check_made()
        wrong = self._wrong(correction)
        if wrong == Correction():
            raise NothingCorrected
        if wrong.visited_on is not None:
            _check_past(wrong.visited_on, act)
        _check_observations(wrong.observations)
        facts = {name: value for name, value in vars(wrong).items() if name != "cadres"}
        before = self.visited_on if wrong.visited_on else None
        self.trigger(self.Corrected, act, visited_before=before, **facts, **vars(wrong.cadres))

    def withdraw(self, reason: str, act: Act) -> None:
        """Take back a visit that was recorded by mistake, for a reason of WITHDRAWALS.

        Raises NotMade, NotOffered.
        """
        self.check_made()
        _check_offered([reason], WITHDRAWALS)
        self.trigger(self.Withdrawn, act, reason=reason)

    def withdraw_takeover(self, act: Act) -> None:
        """Take the takeover back. That nothing was built on it is for the caller to see."""
        self.trigger(self.TakeoverWithdrawn, act)

    def check_planned(self) -> None:
        """Raises NotPlanned."""
        if self.state != PLANNED:
            raise NotPlanned

    def check_made(self) -> None:
        """Raises NotMade."""
        if self.state != MADE:
            raise NotMade

    def _wrong(self, correction: Correction) -> Correction:
        """Return what of a correction is not on record like this already."""
        same_day = correction.visited_on == self.visited_on
        same_cadres = correction.cadres.cadre_tokens == self.cadre_tokens
        same_observations = correction.observations == self.observations
        return replace(
            correction,
            visited_on=None if same_day else correction.visited_on,
            cadres=Cadres() if same_cadres else correction.cadres,
            observations=() if same_observations else correction.observations,
        )

    def note_made(self, number: str, visited: Visited, cadres: Cadres, account: Account, act: Act) -> None:
        """Let it be made, whether it was planned or not."""
        _check_past(account.visited_on, act)
        if not account.observations:
            raise NothingObserved
        _check_observations(account.observations)
        self.tell(self.Recorded, number, visited, cadres, act, valid_from=account.visited_on, **vars(account))

    def note_missed(
        self, number: str, visited: Visited, cadres: Cadres, missed_on: date, reason: str, act: Act
    ) -> None:
        """Let it be missed, whether it was planned or not."""
        _check_past(missed_on, act)
        _check_offered([reason], NOBODY_MET)
        self.tell(self.Missed, number, visited, cadres, act, missed_on=missed_on, reason=reason)

    def tell(
        self, event: type[Event], number: str, visited: Visited, cadres: Cadres, act: Act, **facts: Any
    ) -> None:
        """Let something happen that says whom the visit is to and who goes."""
        check_areas([visited.area])
        if not (visited.subject or visited.named or self.number):
            raise NobodyVisited
        if not cadres.cadre_tokens:
            raise NobodyWent
        told = vars(visited) | vars(cadres) | facts
        self.trigger(event, act, number=number, subject=visited.subject, **told)


def _check_past(day: date, act: Act) -> None:
    if day > act.on:
        raise VisitAhead(day=day)


def _check_due(day: date, act: Act) -> None:
    if day < act.on:
        raise PlannedForThePast(day=day)


def _check_observations(codes: tuple[str, ...]) -> None:
    _check_offered(codes, OBSERVATIONS)
    if NOTHING_STOOD_OUT in codes and len(codes) > 1:
        raise Contradiction


def _check_offered(codes: Iterable[str], offered: dict[str, str]) -> None:
    for code in codes:
        if code not in offered:
            raise NotOffered(code=code)
