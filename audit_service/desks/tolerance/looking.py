"""What a review's page shows of it at a glance: its facts, its clocks, its factors, its lists and votes."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_service.desks.errors.names import cause_name, element_name
from audit_service.desks.names import area_name
from audit_service.desks.tolerance.beside_factors import documents_at, filings_in, told_of
from audit_service.desks.tolerance.dossier import ReviewDossier
from audit_service.desks.tolerance.names import (
    applicant_name,
    condition_names,
    entry_name,
    entry_names,
    outcome_name,
    question_of,
    rating_name,
    step_name,
    stops_name,
)
from audit_service.desks.tolerance.said import said
from audit_service.desks.who import Names
from audit_service.web.addresses import path_to
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, money, number, written
from domain.tolerance.clocks import Clock
from domain.tolerance.outcomes import RESULTS
from domain.tolerance.review import ToleranceReview

Facts = list[tuple[object, ...]]
"""Rows of a summary: name and value, or name, value, address and what is there."""


@dataclass(frozen=True, kw_only=True)
class RunningClock:
    """A clock that runs, as the page shows it."""

    step: str
    due_on: str
    late: bool
    length: str
    basis: str
    stops: str


@dataclass(frozen=True, kw_only=True)
class FactorShown:
    """What was said of a factor: by who applied, by the service, by the verifiers."""

    title: str
    question: str
    answer: str
    """The rating of who applied; empty while there is none."""
    text: str
    evidence: Sequence[Step]
    """The documents that are named."""
    facts: Sequence[Step]
    """What the record tells of it."""
    rating: str
    """Of the verifiers; empty while there is none."""
    finding: str


def facts_of(found: ReviewDossier) -> Facts:
    """Return the facts of the review with their names."""
    review, begun = found.review, found.drafted
    names = Names.of(found.office, {*review.officials, begun.by})
    look = _("Look at it")
    facts: Facts = [
        (_("Error"), review.error_number, f"/errors/{review.error_number}", look),
        (_("Officials concerned"), written([names.official(one) for one in review.officials])),
        (_("Who applies"), f"{applicant_name(review.applicant)} · {names.official(begun.by)}"),
        (_("Element"), element_name(begun.element)),
        (_("Cause"), cause_name(begun.cause) if begun.cause else NOTHING),
        (_("Amount"), money(begun.amount)),
        (_("Area"), area_name(review.area)),
        (_("Begun on"), day(begun.on)),
        (_("Rules of tolerance"), review.rules, "/tolerance/rules", look),
    ]
    facts += _filings(found)
    if review.case_number:
        facts.insert(1, (_("Case"), review.case_number, f"/cases/{review.case_number}", look))
    return facts


def _filings(found: ReviewDossier) -> Facts:
    """Return the prior filings that the application carries as evidence."""
    look = _("Look at it")
    return [
        (_("Prior filing that it lies within"), filing, path_to("/filings", filing), look)
        for filing in filings_in(found)
    ]


def clocks_of(found: ReviewDossier) -> list[RunningClock]:
    """Return the clocks that run now, each with its basis and what it stops."""
    today = found.office.today()
    return [
        RunningClock(
            step=step_name(clock.step),
            due_on=day(due_on),
            late=due_on < today,
            length=_length(clock),
            basis=clock.basis,
            stops=stops_name(clock.stops),
        )
        for clock, due_on in found.running
    ]


def _length(clock: Clock) -> str:
    days, what = number(clock.days), _(clock.after)
    if clock.working:
        return _("%(days)s working days after: %(what)s", days=days, what=what)
    return _("%(days)s days after: %(what)s", days=days, what=what)


def factors_of(found: ReviewDossier) -> list[FactorShown]:
    """Return what was said of each factor of the rules, beside what the record tells of it."""
    told, shown = told_of(found), list(found.by_factor())
    named = {
        one for _factor, answer, _rating, _finding in shown for one in (answer.evidence if answer else ())
    }
    documents, at = Names.of(found.office, documents=named), documents_at(found)
    return [
        FactorShown(
            title=written(factor),
            question=question_of(factor),
            answer=rating_name(answer.rating) if answer else "",
            text=said(answer.text) if answer else "",
            evidence=[
                Step(documents.document(one), f"{at}/{one}") for one in (answer.evidence if answer else ())
            ],
            facts=told.get(factor.code, []),
            rating=rating_name(rating) if rating else "",
            finding=finding,
        )
        for factor, answer, rating, finding in shown
    ]


def lists_of(found: ReviewDossier) -> Facts:
    """Return which entries of the lists were claimed, and which the verifiers found."""
    report = found.last(ToleranceReview.VerificationReported)
    claimed = entry_names(found.review.situations)
    if report is None:
        return [(_("Tolerance list, claimed"), claimed)]
    hits = [entry_name(each.code) for each in report.negatives if each.hit]
    return [
        (_("Tolerance list, claimed"), claimed),
        (_("Tolerance list, as verified"), entry_names(report.situations)),
        (_("Negative list, hit"), written(hits) if hits else _("None")),
        (_("Report"), said(report.text)),
    ]


def negatives_of(found: ReviewDossier) -> list[tuple[str, str, str]]:
    """Return the negative list as the verifiers answered it."""
    return [(entry_name(code), written(hit), ground or NOTHING) for code, hit, ground in found.negatives()]


def votes_of(found: ReviewDossier) -> list[tuple[str, str, str]]:
    """Return the members of the panel, with the vote of each that counts."""
    names = Names.of(found.office, found.review.panel)
    cast = {event.by: event for event in found.every(ToleranceReview.VoteCast)}
    return [
        (
            names.official(member),
            outcome_name(cast[member].outcome) if member in cast else _("Not voted yet"),
            day(cast[member].on) if member in cast else NOTHING,
        )
        for member in found.review.panel
    ]


def determination_of(found: ReviewDossier) -> Facts:
    """Return what was determined, for which reasons; empty before anything was."""
    determined = found.last(ToleranceReview.Determined)
    if determined is None:
        return []
    names = Names.of(found.office, determined.voters)
    facts: Facts = [
        (_("Outcome"), outcome_name(determined.outcome)),
        (_("Determined on"), day(determined.on)),
        (_("Determined by"), written([names.official(one) for one in determined.voters])),
        (_("Conditions affirmed"), condition_names(determined.conditions)),
        (_("Entries of the tolerance list"), entry_names(determined.situations)),
        (_("Reasons"), said(determined.text)),
        *_filings(found),
    ]
    return facts + _since(found)


def _since(found: ReviewDossier) -> Facts:
    """Return what became of a determination: how it was decided on review, and whether it was revoked."""
    facts: Facts = []
    for decided in found.every(ToleranceReview.ReviewDecided):
        what = day(decided.on), _(RESULTS[decided.result]), outcome_name(decided.outcome), said(decided.text)
        facts.append((_("Decided on review on"), " · ".join(what)))
    if revoked := found.last(ToleranceReview.Revoked):
        facts.append((_("Revoked on"), f"{day(revoked.on)} · {said(revoked.new_fact)}"))
    return facts
