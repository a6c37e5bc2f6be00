"""What may be a breach of discipline: kept in a compartment of its own, which inspectors alone enter.

The rules for the work of discipline inspection (监督执纪工作规则) know few outcomes: a clue is looked into,
handed to who is competent, or set aside with a reason.
"""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from domain.identities import discipline_lead_id
from domain.kernel import Act, Aggregate, Event, Personal
from domain.refusal import Message, Refused

OPEN, FOLLOWED, REFERRED, SET_ASIDE = "open", "followed", "referred", "set_aside"

STATES = {
    OPEN: "To be followed up",
    FOLLOWED: "Being followed up",
    REFERRED: "Handed to who is competent",
    SET_ASIDE: "Set aside",
}
"""Titles by state of a discipline lead; messages to translate."""

SOURCES = {
    "letter": "A letter or a visit",
    "inspection": "An inspection",
    "record": "What the record shows",
    "audit": "An audit",
    "media": "The press or the public",
    "other": "Something else",
}
"""What a discipline lead came from; messages to translate."""

REASONS = {
    "unfounded": "It is not so",
    "not_verifiable": "It cannot be verified",
    "no_discipline": "It is no matter of discipline",
    "known": "It is dealt with already",
}
"""Why a discipline lead is set aside; messages to translate."""


class LeadSettled(Refused):
    """What is referred or set aside is over."""

    CODE = "discipline_lead.settled"
    SENTENCE = (
        "Discipline lead %(number)s is settled: %(state)s. If something new is known, record another one."
    )


class AboutYourself(Refused):
    """Nobody follows up what is said about themselves."""

    CODE = "discipline_lead.about_yourself"
    SENTENCE = "You are among the officials concerned. Leave it to another inspector."


class UnknownSource(Refused):
    """Sources are counted, so they come from a list."""

    CODE = "discipline_lead.unknown_source"
    SENTENCE = "There is no source %(source)s. Choose one that is offered."


class UnknownSettingAside(Refused):
    """Reasons are counted, so they come from a list."""

    CODE = "discipline_lead.unknown_reason"
    SENTENCE = "There is no reason %(reason)s to set a discipline lead aside. Choose one that is offered."


@dataclass(frozen=True, kw_only=True)
class Clue:
    """What may be a breach of discipline, as it became known."""

    number: str
    area: str
    source: str
    """One of SOURCES."""
    officials: tuple[UUID, ...]
    """Whom it concerns."""
    text: str
    case: UUID | None = None
    case_number: str = ""


class DisciplineLead(Aggregate):
    """A clue that inspectors follow up, closed to managers.

    What is written about it is sealed under a key of its own.
    """

    TOPIC = "discipline_lead"

    number: str = ""
    area: str = ""
    officials: tuple[UUID, ...] = ()
    state: str = OPEN

    class Recorded(Event):
        """It became known that discipline may have been breached."""

        TOPIC = "discipline_lead.recorded"

        number: str
        area: str
        source: str
        officials: tuple[UUID, ...]
        text: Personal
        case: UUID | None
        case_number: str

        def apply(self, lead: "DisciplineLead") -> None:
            lead.number, lead.area, lead.officials = self.number, self.area, self.officials

    class FollowedUp(Event):
        """An inspector looked into the discipline lead."""

        TOPIC = "discipline_lead.followed_up"

        found: Personal

        def apply(self, lead: "DisciplineLead") -> None:
            lead.state = FOLLOWED

    class Referred(Event):
        """The discipline lead was handed to who is competent for it."""

        TOPIC = "discipline_lead.referred"

        to_whom: Personal

        def apply(self, lead: "DisciplineLead") -> None:
            lead.state = REFERRED

    class SetAside(Event):
        """The discipline lead was set aside, with a reason."""

        TOPIC = "discipline_lead.set_aside"

        reason: str
        """One of REASONS."""

        def apply(self, lead: "DisciplineLead") -> None:
            lead.state = SET_ASIDE

    @classmethod
    def record(cls, clue: Clue, act: Act) -> Self:
        """Record what became known. Raises UnknownSource, AboutYourself."""
        if clue.source not in SOURCES:
            raise UnknownSource(source=clue.source)
        if act.by in clue.officials:
            raise AboutYourself
        lead = cls.blank(discipline_lead_id(clue.number))
        lead.trigger(cls.Recorded, act, **vars(clue))
        return lead

    def follow_up(self, found: str, act: Act) -> None:
        """Say what looking into it found. Raises AboutYourself, LeadSettled."""
        self._check_open(act)
        self.trigger(self.FollowedUp, act, found=found)

    def refer(self, to_whom: str, act: Act) -> None:
        """Hand it to who is competent. Raises AboutYourself, LeadSettled."""
        self._check_open(act)
        self.trigger(self.Referred, act, to_whom=to_whom)

    def set_aside(self, reason: str, act: Act) -> None:
        """Set it aside. Raises AboutYourself, LeadSettled, UnknownSettingAside."""
        self._check_open(act)
        if reason not in REASONS:
            raise UnknownSettingAside(reason=reason)
        self.trigger(self.SetAside, act, reason=reason)

    def _check_open(self, act: Act) -> None:
        if act.by in self.officials:
            raise AboutYourself
        if self.state in {REFERRED, SET_ASIDE}:
            raise LeadSettled(number=self.number, state=Message(STATES[self.state]))
