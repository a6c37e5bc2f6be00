"""The sample of an inspection is examined, case by case and focus area by focus area."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.inspections.drawing import Drawing
from domain.inspections.examination_refusals import (
    ActedInCase,
    FoundAlready,
    InOrder,
    NobodyExamines,
    NotAFocus,
    NotAnExaminer,
    NotInSample,
    SameResult,
    UnknownResult,
    WordsMissing,
)
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, RESULTS, SATISFIED
from domain.kernel import Act, Event, Personal
from domain.refusal import Message, Reference


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A point of a case that is looked at: the case, the focus area, and what was found there before."""

    case: UUID
    case_number: str
    subject: UUID
    """Under whose key is sealed what is written about the case."""
    focus: str
    before: str = NOT_YET
    acted: tuple[date, str] | None = None
    """The day and the title of something that whoever looks did in the case themselves."""
    found: frozenset[str] = frozenset()
    """Numbers of the errors that were found at this point before."""


class Examining(Drawing):
    """The part of an inspection that knows how far the examination has come."""

    examiners: tuple[UUID, ...] = ()
    assigned: Reference | None = None
    """The event by which the examiners were assigned last."""
    satisfied: int = 0
    not_satisfied: int = 0
    findings: int = 0

    class ExaminersAssigned(Event):
        """Who examines the sample was decided."""

        TOPIC = "inspection.examiners_assigned"

        examiners: tuple[UUID, ...]

        def apply(self, inspection: "Examining") -> None:
            inspection.examiners, inspection.assigned = self.examiners, self.itself
            inspection.members = tuple(dict.fromkeys((*inspection.members, *self.examiners)))

    class Examined(Event):
        """A case of the sample was examined in one of the focus areas."""

        TOPIC = "inspection.examined"

        case: UUID
        case_number: str
        focus: str
        before: str
        """The result that was recorded last."""
        result: str
        text: Personal = ""

        def apply(self, inspection: "Examining") -> None:
            was, now = self.before, self.result
            inspection.satisfied += (now == SATISFIED) - (was == SATISFIED)
            inspection.not_satisfied += (now == NOT_SATISFIED) - (was == NOT_SATISFIED)

    class FindingRecorded(Event):
        """What was not in order in a case of the sample was reported as an error."""

        TOPIC = "inspection.finding_recorded"

        case: UUID
        case_number: str
        focus: str
        error: UUID
        error_number: str
        text: Personal

        def apply(self, inspection: "Examining") -> None:
            inspection.findings += 1

    @property
    def left(self) -> int:
        """How many points of the sample are not examined yet."""
        return self.drawn * len(self.focus) - self.satisfied - self.not_satisfied

    def assign_examiners(self, examiners: Iterable[UUID], act: Act) -> None:
        """Say who examines the sample from now on. Raises NotOfThisInspection, Over, NobodyExamines."""
        self.check_member(act)
        self.check_not_over()
        named = tuple(dict.fromkeys(examiners))
        if not named:
            raise NobodyExamines
        self.trigger(self.ExaminersAssigned, act, examiners=named)

    def examine(self, looked: Looked, result: str, text: str, act: Act) -> None:
        """Record the result in one focus area of a case.

        Raises Over, NotDrawn, NotAnExaminer, NotInSample, ActedInCase, NotAFocus, UnknownResult, SameResult,
        WordsMissing.
        """
        self._check_examiner(looked, act)
        if result not in RESULTS:
            raise UnknownResult(result=result)
        if result == looked.before:
            raise SameResult(case=looked.case_number)
        if result == NOT_SATISFIED and not text.strip():
            raise WordsMissing
        self.trigger(self.Examined, act, before=looked.before, result=result, text=text, **_of(looked))

    def record_finding(self, looked: Looked, error: UUID, error_number: str, text: str, act: Act) -> None:
        """Record that something not in order is reported as an error, in the same transaction.

        Raises Over, NotDrawn, NotAnExaminer, NotInSample, ActedInCase, NotAFocus, InOrder, FoundAlready.
        """
        self.check_finding(looked, act)
        if error_number in looked.found:
            raise FoundAlready(case=looked.case_number, error=error_number)
        self.trigger(
            self.FindingRecorded, act, error=error, error_number=error_number, text=text, **_of(looked)
        )

    def check_finding(self, looked: Looked, act: Act) -> None:
        """Raises what `record_finding` raises before it is known which error is reported."""
        self._check_examiner(looked, act)
        if looked.before != NOT_SATISFIED:
            raise InOrder(case=looked.case_number)

    def _check_examiner(self, looked: Looked, act: Act) -> None:
        """Raises Over, NotDrawn, NotAnExaminer, NotInSample, ActedInCase, NotAFocus."""
        self.check_drawn()
        if act.by not in self.examiners:
            raise NotAnExaminer(number=self.number).resting_on(self.assigned or self.moved)
        if not self.is_sampled(looked.case_number):
            raise NotInSample(case=looked.case_number, number=self.number).resting_on(self.moved)
        if looked.acted is not None:
            on, title = looked.acted
            raise ActedInCase(case=looked.case_number, on=on, act=Message(title))
        if looked.focus not in self.focus:
            raise NotAFocus(number=self.number).resting_on(self.planned)


def _of(looked: Looked) -> dict[str, Any]:
    return {
        "case": looked.case,
        "case_number": looked.case_number,
        "subject": looked.subject,
        "focus": looked.focus,
    }
