"""Decisions by what they rested on: the rule, the steps done and the facts known when they were made."""

from datetime import date
from hashlib import blake2b

from domain.cases.case import Case
from domain.cases.facts import Revision
from domain.cases.programmes import (
    ACCEPTED,
    APPLIED,
    CHECKED,
    NOTICE,
    NOTICE_ENDED,
    OPINION,
    PROGRAMMES,
    STEPS,
    VISITED,
)
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.periods import next_month
from domain.questions.question import Question
from domain.standards.deadlines import policy_on
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections import patterns_found_wrong
from projections.accountability import ACCOUNTABILITY
from projections.pattern_tables import decision_patterns, decisions, lives, work
from projections.rows import Rows
from projections.shape import Row

__all__ = ["decision_patterns", "patterns_found_wrong"]

OPENED = (Case.TakenOver, Case.Applied)
DONE: dict[type[Event], str] = {
    Case.Accepted: ACCEPTED,
    Case.Visited: VISITED,
    Case.OpinionGiven: OPINION,
    Case.NoticePosted: NOTICE,
    Case.NoticeEnded: NOTICE_ENDED,
}
"""The steps that do nothing but be done."""
ON_APPLICATION = (Case.Confirmed, Case.ApplicationRefused)
IN_PAYMENT = (Case.Adjusted, Case.Suspended, Case.Resumed, Case.Terminated)
CONTESTED, SUPPLEMENTED, ON_REGISTER = "objection", "supplement", "register"
"""What is known beside facts: that somebody objected, that papers were missing, what a register said."""
INCOME, NO_INCOME = "income", "no_income"
REST_ON_FACTS = (Case.Confirmed.TOPIC, Case.Adjusted.TOPIC)
"""Decisions that are wrong if a fact was."""

WORK: tuple[type[Event], ...] = (
    Case.Applied,
    *DONE,
    Case.SupplementRequested,
    Case.ObjectionAnswered,
    Case.MeansChecked,
    *ON_APPLICATION,
    *IN_PAYMENT,
    Case.FactChanged,
    Case.FactCorrected,
)
"""What somebody has to sit down for. What is done to thousands of cases at once is none of it."""

HANDLED = (
    *OPENED,
    Case.TakeoverWithdrawn,
    *DONE,
    Case.SupplementRequested,
    Case.ObjectionRaised,
    Case.ObjectionAnswered,
    Case.MeansChecked,
    *ON_APPLICATION,
    *IN_PAYMENT,
    Case.Determined,
    Case.FactChanged,
    Case.FactCorrected,
)

decision_patterns.ignores(*ACCOUNTABILITY)
decision_patterns.ignores(*(event for event in Case.EVENTS if event not in HANDLED))
decision_patterns.ignores(
    Discovery, Document, ErrorCatalogue, GivenNumber, Household, Import, Lead, Official, Person, Question
)
decision_patterns.ignores(Standards, Visit)
decision_patterns.enters(work, *WORK, official="by", day="on", case_id="originator_id", topic="TOPIC")


@decision_patterns.on(Case.TakenOver)
def take_over(rows: Rows, event: Case.TakenOver) -> None:
    known = _told(ON_REGISTER, INCOME if event.monthly_income else NO_INCOME)
    _open(rows, event, steps="", known=known, emergency=False)


@decision_patterns.on(Case.TakeoverWithdrawn)
def withdraw_takeover(rows: Rows, event: Case.TakeoverWithdrawn) -> None:
    rows.remove(lives, rows.of(lives, event.stream))


@decision_patterns.on(Case.Applied)
def apply(rows: Rows, event: Case.Applied) -> None:
    _open(rows, event, steps=APPLIED, known="", emergency=event.emergency)


@decision_patterns.on(*DONE)
def do_step(rows: Rows, event: Event) -> None:
    _mark(rows.of(lives, event.stream), DONE[type(event)])


@decision_patterns.on(Case.SupplementRequested)
def request_supplement(rows: Rows, event: Case.SupplementRequested) -> None:
    row = rows.of(lives, event.stream)
    row.known = _told(*row.known.split(), SUPPLEMENTED)


@decision_patterns.on(Case.ObjectionRaised)
def raise_objection(rows: Rows, event: Case.ObjectionRaised) -> None:
    row = rows.of(lives, event.stream)
    row.known = _told(*row.known.split(), CONTESTED)


@decision_patterns.on(Case.ObjectionAnswered)
def answer_objection(rows: Rows, event: Case.ObjectionAnswered) -> None:
    if event.upheld:
        row = rows.of(lives, event.stream)
        row.steps = " ".join(
            each for each in row.steps.split() if each not in {OPINION, NOTICE, NOTICE_ENDED}
        )


@decision_patterns.on(Case.MeansChecked)
def check_means(rows: Rows, event: Case.MeansChecked) -> None:
    row = rows.of(lives, event.stream)
    besides = [each for each in row.known.split() if each in {CONTESTED, SUPPLEMENTED}]
    uplifts = [f"uplift.{each.category}" for each in event.uplifts]
    row.known = _told(INCOME if event.monthly_income else NO_INCOME, *uplifts, *besides)
    row.kind = event.kind
    _mark(row, CHECKED)


@decision_patterns.on(Case.Confirmed)
def confirm(rows: Rows, event: Case.Confirmed) -> None:
    row = rows.of(lives, event.stream)
    row.kind, row.area = event.kind, event.area
    counts_from = event.on if event.one_off else event.valid_from or event.on
    _decide(rows, row, event, counts_from, standard=event.standard)


@decision_patterns.on(Case.ApplicationRefused)
def refuse(rows: Rows, event: Case.ApplicationRefused) -> None:
    row = rows.of(lives, event.stream)
    one_off = PROGRAMMES[row.programme].is_one_off
    _decide(rows, row, event, event.on if one_off else next_month(event.on))


@decision_patterns.on(*IN_PAYMENT)
def decide(rows: Rows, event: Event) -> None:
    _decide(rows, rows.of(lives, event.stream), event, event.valid_from or event.on)


@decision_patterns.on(Case.Determined, touching={decisions: "originator_id"})
def determine(rows: Rows, event: Case.Determined) -> None:
    """Note by which standard was reckoned what was decided just before."""
    row = rows.of(lives, event.stream)
    if row.latest is not None:
        latest = rows.of(decisions, event.stream, row.latest)
        latest.standard = latest.standard or event.basis


@decision_patterns.on(Case.FactChanged)
def change(rows: Rows, event: Case.FactChanged) -> None:
    """A fact that became different is no decision between ways, but the next one is not about the last."""
    _note(rows.of(lives, event.stream), event)


@decision_patterns.on(Case.FactCorrected, touching={decisions: "originator_id"})
def correct(rows: Rows, event: Case.FactCorrected) -> None:
    """What rested on the fact as it had been wrong turned out wrong."""
    _note(rows.of(lives, event.stream), event)
    since = event.valid_from or event.on
    for row in rows.under(decisions, event.stream):
        reached = since <= row.counts_from and (event.until is None or row.counts_from < event.until)
        if row.way in REST_ON_FACTS and reached and row.corrected_at is None:
            row.corrected_at = event.position


def _open(
    rows: Rows, event: Case.TakenOver | Case.Applied, *, steps: str, known: str, emergency: bool
) -> None:
    rows.add(
        lives,
        case_id=event.stream,
        programme=event.programme,
        area=event.area,
        steps=steps,
        known=known,
        emergency=emergency,
    )


def _mark(row: Row, step: str) -> None:
    done = {*row.steps.split(), step}
    row.steps = " ".join(each for each in STEPS if each in done)


def _told(*words: str) -> str:
    return " ".join(sorted(set(words)))


def _note(row: Row, event: Revision) -> None:
    row.latest = None
    row.kind = row.kind or event.kind


def _decide(rows: Rows, row: Row, event: Event, counts_from: date, *, standard: str = "") -> None:
    question = "application" if isinstance(event, ON_APPLICATION) else "payment"
    policy = policy_on(PROGRAMMES[row.programme].policies, event.on)
    basis = policy.basis if policy else ""
    rests_on = (question, row.programme, basis, row.kind or "", row.emergency, row.steps, row.known)
    row.latest = event.position
    rows.add(
        decisions,
        case_id=event.stream,
        position=event.position,
        pattern=blake2b(repr(rests_on).encode(), digest_size=8).hexdigest(),
        policy=basis,
        standard=standard,
        way=event.TOPIC,
        **{name: getattr(row, name) for name in ("programme", "area", "kind", "steps", "known")},
        counts_from=counts_from,
        decided_on=event.on,
        decided_by=event.by,
    )
