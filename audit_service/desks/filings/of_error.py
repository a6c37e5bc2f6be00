"""Which prior filings an error may lie within: told on its page, and cited where it is to be tolerated."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_service.desks.desk import Desk
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.filings.looking import FilingAnswer, answers_of
from audit_service.desks.filings.words import limit_name
from audit_service.office import Office
from audit_service.web.kinds import Choice
from audit_service.web.parts import Tag
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, written
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.identities import prior_filing_id
from domain.kernel import Event
from domain.refusal import Message, Refused
from domain.tolerance.limits import LIMITS, Held, Mistake, held, is_within
from domain.tolerance.prior_filing import PriorFiling
from projections.prior_filings import SoughtFilings, listed_filings

MOST = 20
"""Filings that are looked through for an error, the latest."""


class OutsideTheLimits(Refused):
    """A filing is evidence for what keeps to its limits, for nothing else."""

    CODE = "prior_filing.outside_the_limits"
    SENTENCE = (
        "The error is outside the limits of filing %(number)s: %(limits)s. "
        "Cite a filing whose limits it keeps to."
    )


@dataclass(frozen=True)
class Covering:
    """A filing beside an error: whether the error keeps to each of its limits."""

    filing: FilingAnswer
    limits: tuple[Held, ...]

    @property
    def is_evidence(self) -> bool:
        """Say whether the error lies within all limits."""
        return is_within(self.limits)

    @property
    def tag(self) -> Tag:
        """Return in a word how the error stands to the limits."""
        if self.is_evidence:
            return Tag(_("Within its limits"), "green")
        outside = any(each.within is False for each in self.limits)
        return Tag(_("Outside its limits"), "grey") if outside else Tag(_("Not clear yet"), "yellow")

    @property
    def missed(self) -> str:
        """Write which limits the error does not keep to, or may not; a dash if it keeps to all."""
        names = [limit_name(each.limit) for each in self.limits if each.within is not True]
        return written(names) if names else NOTHING


def filings_beside(office: Office, found: ErrorDossier) -> list[Covering]:
    """Return the filings of the area and the day of the error, those that it lies within first."""
    return _beside(office, found.error, found.events)


def within_limits_of(office: Office, error: ErrorRecord, events: Sequence[Event]) -> list[str]:
    """Return the numbers of the filings that the error lies within. `events`: all that happened to it."""
    return [each.filing.number for each in _beside(office, error, events) if each.is_evidence]


def _beside(office: Office, error: ErrorRecord, events: Sequence[Event]) -> list[Covering]:
    mistake = mistake_of(office, error, events)
    sought = SoughtFilings(
        areas=[mistake.area],
        programme=mistake.programme,
        in_force_on=mistake.decided_on or mistake.from_month,
    )
    with office.views.connect() as views:
        rows = listed_filings(views, sought, limit=MOST)
    told = [
        Covering(filing, held(office.record.events(row.filing), mistake))
        for row, filing in zip(rows, answers_of(office, rows), strict=True)
    ]
    return sorted(told, key=lambda each: not each.is_evidence)


def to_cite(office: Office, found: ErrorDossier) -> list[Choice]:
    """Return the filings that can be cited for the error, as a form offers them."""
    return [
        Choice(each.filing.number, f"{each.filing.number} · {each.filing.title}")
        for each in filings_beside(office, found)
        if each.is_evidence
    ]


def cited(desk: Desk, number: str, error: ErrorRecord) -> PriorFiling:
    """Return the filing that is cited for an error that lies within it.

    Raises NotOnRecord, OutsideTheLimits.
    """
    filing = desk.get(PriorFiling, prior_filing_id(number))
    mistake = desk.look_through(mistake_of, error, desk.events_of(error))
    missed = [each.limit for each in held(desk.events_of(filing), mistake) if each.within is not True]
    if missed:
        raise OutsideTheLimits(number=number, limits=tuple(Message(LIMITS[limit]) for limit in missed))
    return filing


def mistake_of(office: Office, error: ErrorRecord, events: Sequence[Event]) -> Mistake:
    """Return what a filing asks of the error. `events`: everything that happened to it."""
    case = office.record.find(Case, error.case) if error.case else None
    kind = error.classification
    reported = next(event for event in events if isinstance(event, ErrorRecord.Reported))
    return Mistake(
        area=error.area,
        programme=case.programme.code if case else "",
        element=error.element,
        decision=error.decision,
        decided_on=reported.decided_on,
        from_month=error.from_month,
        amount=sum(abs(each.amount) for each in kind.amounts) if kind else None,
    )
