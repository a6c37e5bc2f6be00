"""An error comes to light: reported once, and again by whoever else finds it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from uuid import UUID

from domain.areas import check_areas
from domain.errors.axes import CHANNELS
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.checks import check_code, check_learned, check_period, check_words
from domain.errors.deadlines import is_in_time
from domain.errors.duties import DECISION
from domain.errors.procedure import Procedure
from domain.errors.refusals import NobodyConcerned
from domain.errors.state import State
from domain.identities import error_id
from domain.kernel import Act, Event, Personal
from domain.periods import month_of
from domain.refusal import Reference
from domain.standards.deadlines import WorkingDays


@dataclass(frozen=True, kw_only=True)
class Report:
    """What is reported, with what the record tells about it."""

    number: str
    """Running number of the error."""
    element: str
    """Code of the catalogue, as the reporter sees it."""
    case: UUID | None = None
    """None for a family that was not covered."""
    case_number: str = ""
    about: str = ""
    """Where there is no case: the area and a digest of the words that tell which family it is."""
    household: UUID | None = None
    subject: UUID | None = None
    """Whose key seals what is written; the household unless another is given, or the error's own."""
    area: str
    decision: int = 0
    """Position of the decision in error; 0 where there is none."""
    decided_on: date | None = None
    deciders: tuple[UUID, ...] = ()
    """Who had a part in the decision, from the history of the case."""
    from_month: date
    to_month: date | None = None
    """The last month in error; None while it goes on."""
    channel: str
    own: bool = False
    """Whether the reporter had a part in the decision."""
    before_discovery: bool = False
    """Whether nobody else had found it, as the record tells."""
    text: str

    @property
    def identity(self) -> UUID:
        """The same for every report of the same element and period. Raises NobodyConcerned."""
        about = self.case_number or self.about
        if not about:
            raise NobodyConcerned
        return error_id(about, self.element, month_of(self.from_month))


class Reporting(Procedure):
    """The part of an error that anyone entitled may report."""

    class Reported(Event):
        """An error in assistance was reported."""

        TOPIC = "error.reported"

        number: str
        element: str
        """Code of the catalogue, as the reporter sees it."""
        case: UUID | None
        """None for a family that was not covered."""
        case_number: str
        household: UUID | None
        area: str
        decision: int
        """Position of the decision in error; 0 where there is none."""
        from_month: date
        to_month: date | None
        """The last month in error; None while it goes on."""
        channel: str
        own: bool
        """Whether the reporter had a part in the decision."""
        before_discovery: bool
        """Whether nobody else had found it, as the record tells."""
        within_days: bool
        """Whether it was reported in time after it was learned of."""
        deciders: tuple[UUID, ...]
        """Who had a part in the decision, from the history of the case."""
        text: Personal
        decided_on: date | None = None
        """The day of the decision in error."""

        def apply(self, error: "Reporting") -> None:
            error.number, error.element, error.channel = self.number, self.element, self.channel
            error.case, error.case_number = self.case, self.case_number
            error.household, error.area = self.household, self.area
            error.decision, error.deciders = self.decision, self.deciders
            error.from_month, error.to_month = self.from_month, self.to_month
            error.own, error.before_discovery = self.own, self.before_discovery
            error.within_days = self.within_days
            error.state, error.reports, error.sealed_for = State.REPORTED, 1, self.subject
            error.reporters = (self.by,)
            decision = Reference(position=self.decision) if self.decision else None
            for decider in self.deciders:
                error.remember(self, decider, DECISION, self.decided_on, decision)

    class ReportLinked(Event):
        """The same error was reported once more."""

        TOPIC = "error.report_linked"

        channel: str
        own: bool
        text: Personal
        before_discovery: bool = False
        """Whether nobody else had found it: only its reporter had reported it, and before anybody."""

        def apply(self, error: "Reporting") -> None:
            error.reports += 1
            error.reporters = (*error.reporters, self.by)

    @classmethod
    def report(
        cls,
        report: Report,
        catalogue: ErrorCatalogue,
        working_days: WorkingDays,
        act: Act,
        *,
        began: date | None = None,
    ) -> Self:
        """Report an error. `began`: the first day of the case, None without a case.

        Raises NobodyConcerned, UnknownArea, UnknownCode, WordsMissing, LearnedLater, NoCatalogue,
        UnknownElement, EndsBeforeItBegins, BeforeCase, NotYetPast.
        """
        error = cls.blank(report.identity)
        check_areas([report.area])
        check_code(report.channel, CHANNELS)
        check_words(report.text)
        check_learned(act)
        catalogue.element(report.element, act.on)
        check_period(report.from_month, report.to_month, today=act.on, began=began)
        facts = vars(
            replace(report, from_month=month_of(report.from_month), to_month=_month(report.to_month))
        )
        del facts["about"]
        facts["subject"] = report.subject or report.household
        error.trigger(cls.Reported, act, within_days=is_in_time(act, working_days), **facts)
        return error

    def link_report(
        self, text: str, act: Act, *, channel: str, to_month: date | None = None, own: bool = False
    ) -> None:
        """Add another report of the same error. `to_month`: the last month that it names, if any.

        Raises UnknownCode, WordsMissing, LearnedLater, EndsBeforeItBegins, NotYetPast.
        """
        check_code(channel, CHANNELS)
        check_words(text)
        check_learned(act)
        check_period(self.from_month, to_month, today=act.on, began=None)
        alone = self.before_discovery and set(self.reporters) == {act.by}
        self.trigger(self.ReportLinked, act, channel=channel, own=own, text=text, before_discovery=alone)


def _month(day: date | None) -> date | None:
    return month_of(day) if day else None
