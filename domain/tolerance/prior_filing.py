"""What an unit is going to try, filed before it tries it: what, why, within which limits.

Who tries something that no rule forbids, in the open and with limits, is told apart from who breaks a rule
(三个区分开来). An error within the limits carries the filing as evidence; the organ says
whether it is tolerated.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Self
from uuid import UUID

from domain.areas import check_areas
from domain.identities import prior_filing_id
from domain.kernel import Act, Aggregate, Event, Personal
from domain.refusal import Message
from domain.tolerance.filing_refusals import (
    AnsweredAlready,
    BegunAlready,
    EndsBeforeItBegins,
    FiledByYou,
    FiledTooLate,
    MayBeForbidden,
    NoLimitOfMoney,
    NotBegunYet,
    NothingNamed,
    OverAlready,
)

FILED, ACKNOWLEDGED, OBJECTED, ENDED, WITHDRAWN = "filed", "acknowledged", "objected", "ended", "withdrawn"

STATES: Final = {
    FILED: "Filed, not answered yet",
    ACKNOWLEDGED: "Acknowledged by the organ",
    OBJECTED: "Objected to by the organ",
    ENDED: "Measure ended",
    WITHDRAWN: "Filing withdrawn",
}
"""Titles by state of a filing; messages to translate."""

IN_FORCE: Final = (FILED, ACKNOWLEDGED)
"""States in which a filing is evidence for what is decided: nobody has to wait for the organ."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What is going to be tried, in words, and its limits."""

    title: str
    what: str
    why: str
    safeguards: str
    """How errors will be caught, and how they will be corrected."""
    programme: str
    """Code of the programme; empty if it is about all of them."""
    starts_on: date
    ends_on: date
    """The last day."""
    amount: int
    """Fen: what an error may come to in one case."""
    elements: tuple[str, ...]
    """Kinds of error that it may lead to, by the codes of the catalogue of errors."""
    unforbidden: bool
    """Whether the unit affirms that no law and no rule from above expressly forbids it."""


class PriorFiling(Aggregate):
    """An exploratory measure that was filed beforehand, with its limits."""

    TOPIC = "prior_filing"

    number: str = ""
    area: str = ""
    unit: str = ""
    programme: str = ""
    starts_on: date = date.max
    ends_on: date = date.min
    amount: int = 0
    elements: tuple[str, ...] = ()
    state: str = FILED
    authors: tuple[tuple[UUID, date], ...] = ()
    """Who filed and amended it, and when."""

    class Filed(Event):
        """A unit filed a measure that it is going to try, with its limits."""

        TOPIC = "prior_filing.filed"

        number: str
        area: str
        title: Personal
        what: Personal
        why: Personal
        safeguards: Personal
        programme: str
        starts_on: date
        ends_on: date
        amount: int
        elements: tuple[str, ...]
        unforbidden: bool

        def apply(self, filing: "PriorFiling") -> None:
            filing.number, filing.area, filing.unit = self.number, self.area, self.unit
            filing.assign(self)

    class Amended(Event):
        """The measure or its limits were amended: for what is decided from now on."""

        TOPIC = "prior_filing.amended"

        title: Personal
        what: Personal
        why: Personal
        safeguards: Personal
        programme: str
        starts_on: date
        ends_on: date
        amount: int
        elements: tuple[str, ...]
        unforbidden: bool

        def apply(self, filing: "PriorFiling") -> None:
            filing.assign(self)

    class Acknowledged(Event):
        """The organ took note of the measure and has nothing against it."""

        TOPIC = "prior_filing.acknowledged"

        def apply(self, filing: "PriorFiling") -> None:
            filing.state = ACKNOWLEDGED

    class ObjectedTo(Event):
        """The organ objected to the measure: what is decided from now on is not covered."""

        TOPIC = "prior_filing.objected_to"

        text: Personal

        def apply(self, filing: "PriorFiling") -> None:
            filing.state = OBJECTED

    class Ended(Event):
        """The measure ended, and what came of it was told."""

        TOPIC = "prior_filing.ended"

        text: Personal

        def apply(self, filing: "PriorFiling") -> None:
            filing.state = ENDED

    class Withdrawn(Event):
        """The filing was withdrawn: the measure is not tried."""

        TOPIC = "prior_filing.withdrawn"

        def apply(self, filing: "PriorFiling") -> None:
            filing.state = WITHDRAWN

    @classmethod
    def file(cls, number: str, area: str, measure: Measure, act: Act) -> Self:
        """File the measure.

        Raises UnknownArea, FiledTooLate, EndsBeforeItBegins, NothingNamed, NoLimitOfMoney, MayBeForbidden.
        """
        check_areas([area])
        _check(measure, act, began=None)
        filing = cls.blank(prior_filing_id(number))
        filing.trigger(cls.Filed, act, number=number, area=area, **vars(measure))
        return filing

    def amend(self, measure: Measure, act: Act) -> None:
        """Amend the measure; the organ is asked anew. Raises OverAlready and what `file` raises."""
        self.check_running()
        _check(measure, act, began=self.starts_on)
        self.trigger(self.Amended, act, **vars(measure))

    def acknowledge(self, act: Act) -> None:
        """Say for the organ that it has nothing against it. Raises what `check_answer` raises."""
        self.check_answer(ACKNOWLEDGED, act)
        self.trigger(self.Acknowledged, act)

    def object(self, text: str, act: Act) -> None:
        """Object for the organ, and say why. Raises what `check_answer` raises."""
        self.check_answer(OBJECTED, act)
        self.trigger(self.ObjectedTo, act, text=text)

    def end(self, text: str, act: Act) -> None:
        """End the measure, and say what came of it. Raises what `check_end` raises."""
        self.check_end(act)
        self.trigger(self.Ended, act, text=text)

    def withdraw(self, act: Act) -> None:
        """Withdraw the filing. Raises what `check_withdrawal` raises."""
        self.check_withdrawal(act)
        self.trigger(self.Withdrawn, act)

    def check_running(self) -> None:
        """Raises OverAlready."""
        if self.state in {ENDED, WITHDRAWN}:
            raise OverAlready(number=self.number, state=Message(STATES[self.state]))

    def check_answer(self, answer: str, act: Act) -> None:
        """Raises OverAlready, AnsweredAlready, FiledByYou."""
        self.check_running()
        if self.state == answer:
            raise AnsweredAlready(number=self.number, state=Message(STATES[self.state]))
        for author, on in self.authors:
            if author == act.by:
                raise FiledByYou(number=self.number, on=on)

    def check_end(self, act: Act) -> None:
        """Raises OverAlready, NotBegunYet."""
        self.check_running()
        if act.on < self.starts_on:
            raise NotBegunYet(starts_on=self.starts_on)

    def check_withdrawal(self, act: Act) -> None:
        """Raises OverAlready, BegunAlready."""
        self.check_running()
        if act.on >= self.starts_on:
            raise BegunAlready(starts_on=self.starts_on)

    def assign(self, event: Any) -> None:
        """Assign the limits that were filed or amended; the organ has not answered these yet."""
        self.programme, self.starts_on, self.ends_on = event.programme, event.starts_on, event.ends_on
        self.amount, self.elements = event.amount, event.elements
        self.state = FILED
        self.authors = (*self.authors, (event.by, event.on))


def _check(measure: Measure, act: Act, *, began: date | None) -> None:
    """`began`: the first day as it was filed before, which may be past by now; None for a new filing."""
    if measure.starts_on < act.on and measure.starts_on != began:
        raise FiledTooLate(on=act.on)
    if measure.ends_on < measure.starts_on:
        raise EndsBeforeItBegins(starts_on=measure.starts_on)
    if not measure.elements:
        raise NothingNamed
    if measure.amount <= 0:
        raise NoLimitOfMoney
    if not measure.unforbidden:
        raise MayBeForbidden
