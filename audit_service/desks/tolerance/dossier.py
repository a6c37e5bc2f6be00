"""A review as its pages show it: how it stands, what happened, by which rules, and who had which part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from audit_service.desks.kin import keep_apart
from audit_service.desks.moments import moments_of
from audit_service.desks.names import area_name
from audit_service.desks.tolerance.names import lines_of
from audit_service.desks.tolerance.readings import READINGS
from audit_service.desks.tolerance.search import WHO_READS
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.cases.case import Case
from domain.identities import TOLERANCE_RULES_ID, tolerance_id
from domain.kernel import Event, replay
from domain.tolerance.clocks import STATE, Clock
from domain.tolerance.duties import PARTS, TAKEN_BY
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Edition, ToleranceRules
from domain.tolerance.six_factors import Factor
from domain.tolerance.state import State
from projections import standing, tolerance_docket, tolerance_lists

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, kw_only=True)
class ReviewDossier:
    """A review as known at a position of the record."""

    review: ToleranceReview
    events: Sequence[Event]
    """The first first, what is personal in them still sealed."""
    edition: Edition
    """The rules that it goes by."""
    position: int
    """Last position of the record that was looked at."""
    office: Office

    @cached_property
    def opened(self) -> list[Event]:
        """The events with what is personal in them opened, the first first."""
        return self.office.record.codec.opened_all(list(self.events))

    def every(self, *kinds: type[E]) -> list[E]:
        """Return the opened events of these kinds, the first first."""
        return [event for event in self.opened if isinstance(event, kinds)]

    def last(self, *kinds: type[E]) -> E | None:
        """Return the latest opened event of these kinds; None if there is none."""
        return next(iter(reversed(self.every(*kinds))), None)

    @property
    def running(self) -> list[tuple[Clock, date]]:
        """The clocks that run now, each with its day: of the next step, and of a statement that is awaited.

        While the review is suspended, all of them stand still.
        """
        review = self.review
        if review.state is State.SUSPENDED:
            return []
        running = ((review.step, review.due_on), (STATE, review.statement_due_on))
        return [(self.edition.clock(step), due_on) for step, due_on in running if due_on is not None]

    def by_factor(self) -> Iterator[tuple[Factor, ToleranceReview.FactorAnswered | None, str, str]]:
        """Yield each factor with the last answer to it, and how the verifiers rate and find it."""
        answers = {event.factor: event for event in self.every(ToleranceReview.FactorAnswered)}
        report = self.last(ToleranceReview.VerificationReported)
        ratings = report.ratings if report else ()
        findings = iter(lines_of(report.findings) if report else ())
        found = {each.factor: (each.rating, next(findings, "")) for each in ratings}
        for factor in self.edition.factors:
            yield factor, answers.get(factor.code), *found.get(factor.code, ("", ""))

    def negatives(self) -> Iterator[tuple[str, bool, str]]:
        """Yield each entry of the negative list as the verifiers answered it, and what a hit rests on."""
        report = self.last(ToleranceReview.VerificationReported)
        grounds = iter(lines_of(report.grounds) if report else ())
        for each in report.negatives if report else ():
            yield each.code, each.hit, next(grounds, "") if each.hit else ""

    @property
    def drafted(self) -> ToleranceReview.Drafted:
        """What it began with."""
        return self.every(ToleranceReview.Drafted)[0]


def readable_review(office: Office, identity: Identity, number: str) -> ReviewDossier:
    """Return the review for an official who may read it: by role and area, or as they have a part in it.

    Who is concerned reads everything about themselves, whoever the family is.
    Raises NotOnRecord, NotYourRole, NotYourArea, OwnRelative.
    """
    with office.views.connect() as views:
        position = standing.reached(views, [tolerance_docket.tolerance_docket])
        row = tolerance_lists.review_numbered(views, number)
        if row is None:
            raise NotOnRecord(tolerance_id(number))
        has_part = tolerance_lists.has_part(views, row.review, identity.official)
    if not has_part and identity.role_for(WHO_READS, [row.area]) is None:
        if identity.holds_any(WHO_READS):
            raise NotYourArea(area=area_name(row.area))
        raise NotYourRole.but(WHO_READS)
    events = office.record.events(row.review, upto=position)
    review = cast("ToleranceReview", replay(cast("ToleranceReview | None", None), events))
    if identity.relatives and review.case and identity.official not in review.officials:
        keep_apart(identity, office.record.get(Case, review.case), office.record.find)
    return ReviewDossier(
        review=review, events=events, edition=edition_of(office, review), position=position, office=office
    )


def edition_of(office: Office, review: ToleranceReview) -> Edition:
    """Return the rules that a review goes by."""
    rules = office.record.find(ToleranceRules, TOLERANCE_RULES_ID)
    return (rules or ToleranceRules.blank(TOLERANCE_RULES_ID)).edition(review.rules)


def moments(found: ReviewDossier) -> list[Moment]:
    """Return the timeline in the reader's language, the latest first."""
    return moments_of(found.office, found.events, READINGS)


def parts_in(found: ReviewDossier) -> list[tuple[str, str]]:
    """Return who had which part in the review, by the name of the part."""
    people: dict[str, list[str]] = {}
    names = Names.of(found.office, officials={done.by for done in found.review.done})
    for done in found.review.done:
        part = people.setdefault(TAKEN_BY[done.topic][0], [])
        name = names.official(done.by)
        if name not in part:
            part.append(name)
    return [(_(title), written(people[part])) for part, title in PARTS.items() if part in people]
