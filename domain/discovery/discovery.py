"""A family that may be entitled and gets nothing: found by the office, not by the family.

The Interim Measures for Social Assistance (社会救助暂行办法) have the townships find who is in need and help
them to apply; what is found here waits until a person decides, and says why.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Self
from uuid import UUID

from domain.identities import discovery_id
from domain.kernel import Act, Aggregate, Event, Personal
from domain.refusal import Message, Refused
from domain.standards.deadlines import WorkingDays, working_days_after

WAITING, APPLIED, NOT_ENTITLED, DECLINED = "waiting", "applied", "not_entitled", "declined"

STATES = {
    WAITING: "To be decided",
    APPLIED: "Application recorded",
    NOT_ENTITLED: "Not entitled",
    DECLINED: "The family does not want it",
}
"""Titles by state of a discovery; messages to translate."""

SIGNS = {
    "income": "Little or no income",
    "illness": "A serious illness",
    "disability": "A disability",
    "child": "A child without care",
    "old_age": "An old person without care",
    "disaster": "A fire, an accident or another misfortune",
    "job_lost": "Work was lost",
    "education": "Costs of education",
    "other": "Something else",
}
"""What makes a family one that may be entitled; messages to translate."""

NOT_ENTITLED_BECAUSE = {
    "income": "The income is above the limit",
    "assets": "The assets are above the limit",
    "assisted": "The family gets this assistance already",
    "elsewhere": "Another place is responsible",
    "not_met": "The condition is not met",
    "not_found": "The family cannot be found",
}
"""Why a family is not entitled; messages to translate."""

DECLINED_BECAUSE = {
    "manages": "They manage by themselves",
    "family_helps": "Relatives help",
    "privacy": "They do not want to be asked about their means",
    "stigma": "They are ashamed of it",
    "other": "Another reason",
}
"""Why a family does not want it; messages to translate."""

DECIDED_WITHIN: Final = 10
"""Working days within which the office has promised itself to decide."""


class DecidedAlready(Refused):
    """It is decided once what becomes of a discovery."""

    CODE = "discovery.decided_already"
    SENTENCE = "Discovery %(number)s is decided: %(state)s. If the family is in need again, mark it again."


class UnknownSign(Refused):
    """Signs are counted, so they come from a list."""

    CODE = "discovery.unknown_sign"
    SENTENCE = "There is no sign %(sign)s of need. Choose one that is offered."


class UnknownDecision(Refused):
    """Reasons are counted, so they come from a list."""

    CODE = "discovery.unknown_reason"
    SENTENCE = "There is no reason %(reason)s for this decision. Choose one that is offered."


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A family that may be entitled, as it was noticed."""

    number: str
    area: str
    programme: str
    """What they may be entitled to, by the code of the programme; empty if that is not clear."""
    sign: str
    """One of SIGNS."""
    family: str
    """Who they are and where they live, as far as it is known."""
    decide_by: date
    person: UUID | None = None
    visit: UUID | None = None
    question: UUID | None = None
    question_number: str = ""


class Discovery(Aggregate):
    """A family that may be entitled. It stays on the list until somebody decides, with reasons."""

    TOPIC = "discovery"

    number: str = ""
    area: str = ""
    programme: str = ""
    person: UUID | None = None
    question: UUID | None = None
    state: str = WAITING

    class Marked(Event):
        """A family was noticed that may be entitled and gets nothing."""

        TOPIC = "discovery.marked"

        number: str
        area: str
        programme: str
        sign: str
        family: Personal
        decide_by: date
        person: UUID | None
        visit: UUID | None
        question: UUID | None
        question_number: str

        def apply(self, discovery: "Discovery") -> None:
            discovery.number, discovery.area, discovery.programme = self.number, self.area, self.programme
            discovery.person, discovery.question = self.person, self.question

    class ApplicationOpened(Event):
        """An application was recorded for the family."""

        TOPIC = "discovery.application_opened"

        case: UUID
        case_number: str

        def apply(self, discovery: "Discovery") -> None:
            discovery.state = APPLIED

    class FoundNotEntitled(Event):
        """An official looked into it and found that the family is not entitled."""

        TOPIC = "discovery.found_not_entitled"

        reason: str
        """One of NOT_ENTITLED_BECAUSE."""

        def apply(self, discovery: "Discovery") -> None:
            discovery.state = NOT_ENTITLED

    class Declined(Event):
        """The family was offered help with an application and does not want it."""

        TOPIC = "discovery.declined"

        reason: str
        """One of DECLINED_BECAUSE."""

        def apply(self, discovery: "Discovery") -> None:
            discovery.state = DECLINED

    class ErrorReported(Event):
        """It was reported as an error that the family had not been covered."""

        TOPIC = "discovery.error_reported"

        error: UUID
        error_number: str

    @property
    def subject(self) -> UUID:
        """What is written about the family is sealed under the person's key, else under one of its own."""
        return self.person or self.id

    @classmethod
    def mark(cls, mark: Mark, act: Act) -> Self:
        """Put the family on the list. Raises UnknownSign."""
        if mark.sign not in SIGNS:
            raise UnknownSign(sign=mark.sign)
        discovery = cls.blank(discovery_id(mark.number))
        discovery.trigger(cls.Marked, act, subject=mark.person, **vars(mark))
        return discovery

    def open_application(self, case: UUID, case_number: str, act: Act) -> None:
        """Note the case that was opened for the family. Raises DecidedAlready."""
        self.check_waiting()
        self.trigger(self.ApplicationOpened, act, case=case, case_number=case_number)

    def find_not_entitled(self, reason: str, act: Act) -> None:
        """Find that the family is not entitled. Raises DecidedAlready, UnknownDecision."""
        self._check_decision(reason, NOT_ENTITLED_BECAUSE)
        self.trigger(self.FoundNotEntitled, act, reason=reason)

    def decline(self, reason: str, act: Act) -> None:
        """Note that the family does not want it. Raises DecidedAlready, UnknownDecision."""
        self._check_decision(reason, DECLINED_BECAUSE)
        self.trigger(self.Declined, act, reason=reason)

    def report_error(self, error: UUID, error_number: str, act: Act) -> None:
        """Note the error that was reported because of it. It still waits for what becomes of the family."""
        self.trigger(self.ErrorReported, act, error=error, error_number=error_number)

    def check_waiting(self) -> None:
        """Raises DecidedAlready."""
        if self.state != WAITING:
            raise DecidedAlready(number=self.number, state=Message(STATES[self.state]))

    def _check_decision(self, reason: str, reasons: dict[str, str]) -> None:
        self.check_waiting()
        if reason not in reasons:
            raise UnknownDecision(reason=reason)


def decided_by(since: date, working_days: WorkingDays) -> date:
    """Return the last day on which it is decided in time what becomes of a family."""
    return working_days_after(since, DECIDED_WITHIN, working_days)
