"""Who did not go along: opinions reserved against a decision, objections to an order.

Neither can be removed: there is no event that does it. Both are told to whoever later judges the decision.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.cases.decisions import Decision
from domain.cases.facts import Findings
from domain.cases.payment import Payment
from domain.cases.refusals import DissentOnRecord, NotADecision, NothingDecided
from domain.cases.state import CaseState, State
from domain.kernel import Act, Event, Personal

DECISIONS: tuple[type[Event], ...] = (
    Decision.Confirmed,
    Decision.ApplicationRefused,
    Payment.Adjusted,
    Payment.Suspended,
    Payment.Resumed,
    Payment.Terminated,
    Findings.FactChanged,
    Findings.FactCorrected,
)
"""What an opinion can be reserved against."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Who did not go along, and the day on which they said so."""

    by: UUID
    on: date
    decision: int = 0
    """Position of the decision that an opinion is reserved against; 0 of an objection to an order."""


class Dissent(CaseState):
    """The part of a case that keeps what was said against its decisions."""

    dissents: tuple[Reservation, ...] = ()
    """Opinions reserved, in the order they were recorded."""
    order_objections: tuple[Reservation, ...] = ()
    """Objections to orders of superiors, in the order they were recorded."""

    class DissentReserved(Event):
        """Somebody who took part in a collective decision reserved their own opinion.

        Accountability Regulation (中国共产党问责条例) Art. 17: who clearly objected to a wrong collective
        decision, or reserved their opinion, may be spared from being held accountable for it.
        """

        TOPIC = "case.dissent_reserved"

        decision: int
        """Position of the decision's event."""
        text: Personal

        def apply(self, case: "Dissent") -> None:
            case.dissents = (*case.dissents, Reservation(self.by, self.on, self.decision))

    class OrderObjectedTo(Event):
        """Somebody objected in writing to an order of a superior that they took to be wrong.

        Civil Servants Act (公务员法) Art. 60: who objected and was told to carry the order out all the same
        does not answer for what comes of it, unless the order was plainly against the law.
        """

        TOPIC = "case.order_objected_to"

        order: Personal
        """What was ordered, and by whom."""
        text: Personal

        def apply(self, case: "Dissent") -> None:
            case.order_objections = (*case.order_objections, Reservation(self.by, self.on))

    def reserve_dissent(self, decision: int, text: str, act: Act, *, decisions: Collection[int]) -> None:
        """Reserve one's opinion on the decision at a position, once; several people may.

        `decisions`: the positions at which this case was decided on. Raises NothingDecided, NotADecision,
        DissentOnRecord.
        """
        self.check_dissent()
        if decision not in decisions:
            raise NotADecision(decision=decision)
        for before in self.dissents_from(decision):
            if before.by == act.by:
                raise DissentOnRecord(on=before.on)
        self.trigger(self.DissentReserved, act, decision=decision, text=text)

    def object_to_order(self, order: str, text: str, act: Act) -> None:
        """Object in writing to an order of a superior, at any time: before it is carried out or after."""
        self.trigger(self.OrderObjectedTo, act, order=order, text=text)

    def dissents_from(self, decision: int) -> tuple[Reservation, ...]:
        """Return the opinions that are reserved against the decision at a position."""
        return tuple(each for each in self.dissents if each.decision == decision)

    def check_dissent(self) -> None:
        """Raises NothingDecided."""
        if self.state is State.OPEN:
            raise NothingDecided
