"""A lead: something that the service noticed and a person has to look at."""

from collections.abc import Collection
from datetime import date
from typing import Self
from uuid import UUID

from domain.identities import lead_id, lead_of_people_id
from domain.kernel import Act, Aggregate, Event
from domain.leads.finding import Doubt, Finding
from domain.refusal import Refused

OPEN, TAKEN_UP, SET_ASIDE, RESOLVED = "open", "taken_up", "set_aside", "resolved"

STATES = {
    OPEN: "To be looked at",
    TAKEN_UP: "Reported as an error",
    SET_ASIDE: "Set aside",
    RESOLVED: "Resolved",
}
"""Titles by state of a lead; messages to translate."""

REASONS = {
    "as_recorded": "It is right as recorded",
    "put_right": "It was put right meanwhile",
    "kept_on_paper": "It was done and is kept on paper",
    "allowed": "A special rule allows it",
    "two_people": "They are two people",
    "other": "Another reason",
}
"""Why a lead is set aside; messages to translate."""

CORRECTED, TWO_PEOPLE, MERGED, TAKEN_BACK = "corrected", "two_people", "merged", "taken_back"

OUTCOMES = {
    CORRECTED: "Corrected",
    TWO_PEOPLE: "Confirmed as two people",
    MERGED: "Merged into one entry",
    TAKEN_BACK: "What it rests on was taken back with its import",
}
"""What a lead was resolved by; messages to translate."""


class LeadSettled(Refused):
    """A lead is looked at once."""

    CODE = "lead.settled"
    SENTENCE = "Somebody has settled this lead already. Read what became of it."


class OwnDecision(Refused):
    """Nobody finds that there is nothing to their own decision."""

    CODE = "lead.own_decision"
    SENTENCE = "This lead is about a decision of your own. Ask a colleague to look at it."


class NoticedAlready(Refused):
    """The same is noticed once."""

    CODE = "lead.noticed_already"
    SENTENCE = "A lead says so already. Look for it among the leads about this person."


class OtherKind(Refused):
    """A lead is resolved by what fits its kind."""

    CODE = "lead.other_kind"
    SENTENCE = (
        "This lead is about something else and is not resolved in this way. Choose what its page offers."
    )


class UnknownSettlement(Refused):
    """Reasons are counted, so they come from a list."""

    CODE = "lead.unknown_reason"
    SENTENCE = "A lead is not set aside for the reason %(reason)s. Choose one that is offered."


class Lead(Aggregate):
    """A hint that a decision may be wrong.

    It raises no debt, changes no case and is no error. It becomes one only when a person reports it,
    and others substantiate it.
    """

    TOPIC = "lead"

    kind: str = ""
    area: str = ""
    case_number: str = ""
    about: UUID | None = None
    decided_by: UUID | None = None
    other: UUID | None = None
    """Of a lead about two entries of people: the other one."""
    first: int = 0
    second: int = 0
    """Of a lead about people: positions of the two events that do not fit together."""
    state: str = OPEN

    class Found(Event):
        """The service noticed something that does not fit, when it replayed a case."""

        TOPIC = "lead.found"

        kind: str
        case: UUID
        case_number: str
        area: str
        decision: int
        """Position of the event that it is about."""
        decided_by: UUID
        from_month: date
        expected: int
        """Fen in the first month; 0 where it is not about an amount."""
        found: int
        """Fen in the first month; 0 where it is not about an amount."""
        detail: str
        """A code or a number that says more, by kind."""

        def apply(self, lead: "Lead") -> None:
            lead.kind, lead.area, lead.case_number = self.kind, self.area, self.case_number
            lead.about, lead.decided_by = self.subject, self.decided_by

    class Noticed(Event):
        """The service noticed that two things on record about people do not fit together."""

        TOPIC = "lead.noticed"

        kind: str
        person: UUID
        other: UUID | None
        """The other entry, where the lead is about two."""
        area: str
        first: int
        """Position of the event that was on record."""
        second: int
        """Position of the event that does not fit it."""

        def apply(self, lead: "Lead") -> None:
            lead.kind, lead.area, lead.about = self.kind, self.area, self.person
            lead.other, lead.first, lead.second = self.other, self.first, self.second

    class Resolved(Event):
        """A lead was resolved: somebody looked into it, or what it rests on was taken back."""

        TOPIC = "lead.resolved"

        outcome: str

        def apply(self, lead: "Lead") -> None:
            lead.state = RESOLVED

    class TakenUp(Event):
        """An official reported an error because of the lead."""

        TOPIC = "lead.taken_up"

        error: UUID

        def apply(self, lead: "Lead") -> None:
            lead.state = TAKEN_UP

    class SetAside(Event):
        """An official looked into the lead and found that nothing is wrong."""

        TOPIC = "lead.set_aside"

        reason: str

        def apply(self, lead: "Lead") -> None:
            lead.state = SET_ASIDE

    @property
    def subject(self) -> UUID:
        """Grounds are sealed under the key of whom the case is about."""
        return self.about or self.id

    @classmethod
    def find(cls, finding: Finding, act: Act) -> Self:
        """Note what was found. The same is found only once: its identity follows from what it is."""
        lead = cls.blank(identity_of(finding))
        facts = {name: getattr(finding, name) for name in Finding.__dataclass_fields__}
        lead.trigger(cls.Found, act, **facts)
        return lead

    @classmethod
    def notice(cls, doubt: Doubt, act: Act) -> Self:
        """Note what does not fit together about people. The same is noticed only once."""
        lead = cls.blank(identity_of(doubt))
        facts = {name: getattr(doubt, name) for name in Doubt.__dataclass_fields__}
        lead.trigger(cls.Noticed, act, subject=doubt.person, **facts)
        return lead

    def resolve(self, outcome: str, act: Act, *, kinds: Collection[str]) -> None:
        """Note that one of OUTCOMES resolved it, which fits these kinds. Raises LeadSettled, OtherKind."""
        self.check_open()
        if self.kind not in kinds:
            raise OtherKind
        self.trigger(self.Resolved, act, outcome=outcome)

    def lapse(self, act: Act) -> None:
        """Note that what it rests on was taken back with its import. Raises LeadSettled."""
        self.check_open()
        self.trigger(self.Resolved, act, outcome=TAKEN_BACK)

    def take_up(self, error: UUID, act: Act) -> None:
        """Note that an error was reported because of it. Raises LeadSettled."""
        self.check_open()
        self.trigger(self.TakenUp, act, error=error)

    def set_aside(self, reason: str, act: Act) -> None:
        """Find that nothing is wrong, for a reason of REASONS. Raises what `check_setting_aside` raises."""
        self.check_setting_aside(act.by)
        if reason not in REASONS:
            raise UnknownSettlement(reason=reason)
        self.trigger(self.SetAside, act, reason=reason)

    def check_open(self) -> None:
        """Raises LeadSettled."""
        if self.state != OPEN:
            raise LeadSettled

    def check_setting_aside(self, by: UUID) -> None:
        """Raises LeadSettled, OwnDecision."""
        self.check_open()
        if by == self.decided_by:
            raise OwnDecision


def identity_of(finding: Finding | Doubt) -> UUID:
    """Return the identity of the lead to what was found."""
    if isinstance(finding, Doubt):
        return lead_of_people_id(finding.kind, finding.first, finding.second)
    return lead_id(finding.kind, finding.case, finding.decision, finding.from_month)
