"""Breaches of the segregation of duties in the whole record, whatever let them happen.

Commands are refused that would breach it. What came in by an import, under older rules or before there
were any is found here: whoever took a part that an earlier one of theirs excludes, and acts in a role that
has none. Acts on relatives' cases follow from what is declared, and are looked up when they are asked for
(`segregation_lists`).
"""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Column, Date, Index, String

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.duties import DECIDED, DECISION, EXCLUDES, KEPT_FROM, TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.roles import INSPECTOR, OPERATOR, ORGAN
from domain.standards.living_standard import Standards
from domain.tolerance import duties as tolerance
from domain.tolerance.review import ToleranceReview
from domain.tolerance.reviewing import ASSIGNED
from domain.tolerance.reviewing import DECIDED as REVIEW_DECIDED
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Instant, Number
from projections.kernel import Projection
from projections.rows import Rows

segregation_report = Projection("segregation_report", version=3)

matters = segregation_report.table(
    "matters",
    Column("matter", Identity, primary_key=True),
    Column("kind", String, nullable=False),
    Column("number", Number, nullable=False),
    Column("case_id", Identity),
    Column("area", String, nullable=False),
    Index("by_case", "case_id"),
)
"""What officials have parts in beside cases: errors, reviews. `case_id` is that of the case it is about."""

parts = segregation_report.table(
    "parts",
    Column("matter", Identity, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("part", String, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("on", Date, nullable=False),
    Column("topic", String, nullable=False),
    Column("role", String, nullable=False),
    Column("recorded_at", Instant, nullable=False),
)
"""The act by which an official first took a part in a case, an error or a review."""

breaches = segregation_report.table(
    "breaches",
    Column("position", BigInteger, primary_key=True),
    Column("person", Identity, primary_key=True),
    Column("rule", String, primary_key=True),
    Column("matter", Identity, nullable=False),
    Column("role", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("part", String, nullable=False),
    Column("had", String, nullable=False),
    Column("had_topic", String, nullable=False),
    Column("had_on", Date),
    Column("had_at", BigInteger),
    Index("by_official", "person", "position"),
)
"""`part` is what was taken, `had` what they had before and by which act; empty where the role has none."""

ERROR, REVIEW = "error", "review"

DUTY, ROLE = "duty", "role"
"""Rules: a part that excludes another of the same person; a role that takes no part."""

ACTED, OPINION, CASE_DECIDED = "acted", "opinion", "case_decided"
"""Parts in a case: who gave the preliminary opinion does not decide."""

EXCLUDED: dict[str, frozenset[str]] = {**EXCLUDES, CASE_DECIDED: frozenset({OPINION})}

TAKES_NO_PART = frozenset({INSPECTOR, OPERATOR, ORGAN})
"""Roles that decide on nobody's assistance."""

OF_THE_OFFICE = (Case.TakenOver, Case.TakeoverWithdrawn, Case.StandardRaised)
"""What is done to cases from a register or by the lot, at the machine's console as well."""

ON_CASES = tuple(event for event in Case.EVENTS if event not in OF_THE_OFFICE)
TAKING = tuple(event for event in ErrorRecord.EVENTS if event.TOPIC in TAKEN_BY)

NAMED = {
    ToleranceReview.VerifiersAssigned: "verifiers",
    ToleranceReview.VerifierRecused: "verifier",
    ToleranceReview.VerifierReplaced: "by_whom",
    ToleranceReview.DeliberationOpened: "panel",
    ToleranceReview.VoterRecused: "member",
    ToleranceReview.ReviewersAssigned: "reviewers",
}
"""Fields of what somebody else does, that name who takes the part."""
LEVELLED = {ToleranceReview.ReviewersAssigned: ASSIGNED, ToleranceReview.ReviewDecided: REVIEW_DECIDED}
"""What the part depends on the level of, as it stands for another act at each."""
JUDGING = tuple(event for event in ToleranceReview.EVENTS if event.TOPIC in tolerance.TAKEN_BY)

segregation_report.ignores(
    *(event for kind in ACCOUNTABILITY for event in kind.EVENTS if event not in JUDGING), *OF_THE_OFFICE
)
REPORTING = (ErrorRecord.Reported, ErrorRecord.ReportLinked)
segregation_report.ignores(*(event for event in ErrorRecord.EVENTS if event not in {*TAKING, *REPORTING}))
segregation_report.ignores(Discovery, Document, ErrorCatalogue, GivenNumber, Household, Import, Lead)
segregation_report.ignores(Official, Person, Question, Standards, Visit)


class Taken(NamedTuple):
    """An act by which somebody takes a part."""

    event: Event
    person: UUID
    part: str
    topic: str


@segregation_report.on(*ON_CASES)
def act_on_case(rows: Rows, event: Event) -> None:
    if event.role in TAKES_NO_PART:
        _breach(rows, Taken(event, event.by, ACTED, event.TOPIC), ROLE)


@segregation_report.on(Case.OpinionGiven, touching={parts: "originator_id"})
def give_opinion(rows: Rows, event: Case.OpinionGiven) -> None:
    _take(rows, Taken(event, event.by, OPINION, event.TOPIC))


@segregation_report.on(Case.Confirmed, Case.ApplicationRefused, touching={parts: "originator_id"})
def decide(rows: Rows, event: Event) -> None:
    _take(rows, Taken(event, event.by, CASE_DECIDED, event.TOPIC))


@segregation_report.on(ErrorRecord.Reported)
def report(rows: Rows, event: ErrorRecord.Reported) -> None:
    """Note who had a part in the decision; an error is reported once, so that nobody has one before.

    To report excludes no other part, but whoever is related to the family has none at all.
    """
    about = {"number": event.number, "case_id": event.case, "area": event.area}
    rows.add(matters, matter=event.stream, kind=ERROR, **about)
    for decider in dict.fromkeys(event.deciders):
        _note(rows, Taken(event, decider, DECIDED, DECISION))
    _note(rows, Taken(event, event.by, tolerance.REPORTED, event.TOPIC))


@segregation_report.on(ErrorRecord.ReportLinked, touching={parts: "originator_id"})
def report_again(rows: Rows, event: ErrorRecord.ReportLinked) -> None:
    _take(rows, Taken(event, event.by, tolerance.REPORTED, event.TOPIC))


@segregation_report.on(*TAKING, touching={parts: "originator_id"})
def take_part(rows: Rows, event: Event) -> None:
    part, _title = TAKEN_BY[event.TOPIC]
    taken = Taken(event, event.by, part, event.TOPIC)
    if part in KEPT_FROM.get(event.role, ()):
        _breach(rows, taken, ROLE)
    else:
        _take(rows, taken)


@segregation_report.on(ToleranceReview.Drafted)
def draft(rows: Rows, event: ToleranceReview.Drafted) -> None:
    """Note who stands outside of what the organ judges; nobody had a part in the review before."""
    about = {"number": event.number, "case_id": event.case, "area": event.area}
    rows.add(matters, matter=event.stream, kind=REVIEW, **about)
    for people, topic in (
        (event.deciders, tolerance.DECISION),
        (event.officials, tolerance.CONCERNED_BY),
        (event.reporters, tolerance.REPORT),
        (event.managers, tolerance.UNIT),
    ):
        for person in dict.fromkeys(people):
            _note(rows, Taken(event, person, tolerance.TAKEN_BY[topic][0], topic))


@segregation_report.on(*JUDGING, touching={parts: "originator_id"})
def judge(rows: Rows, event: Event) -> None:
    """Note who took which part in a review, or was called to it."""
    topic = LEVELLED[type(event)][vars(event)["level"]] if type(event) in LEVELLED else event.TOPIC
    part, _title = tolerance.TAKEN_BY[topic]
    if event.role not in tolerance.FOR_ROLES.get(part, (event.role,)):
        _breach(rows, Taken(event, event.by, part, topic), ROLE)
    people = vars(event)[NAMED[type(event)]] if type(event) in NAMED else event.by
    for person in dict.fromkeys(people if isinstance(people, tuple) else (people,)):
        _take(rows, Taken(event, person, part, topic), tolerance.EXCLUDES)


def _take(rows: Rows, taken: Taken, excluded: Mapping[str, frozenset[str]] = EXCLUDED) -> None:
    """Note the part, and that it breaches the rule if the same person had one that excludes it."""
    had = [each for each in rows.under(parts, taken.event.stream) if each.person == taken.person]
    wrong = [each for each in had if each.part in excluded.get(taken.part, ())]
    if wrong:
        first = min(wrong, key=lambda each: (each.position, each.part))
        told = {"had": first.part, "had_topic": first.topic, "had_on": first.on, "had_at": first.position}
        _breach(rows, taken, DUTY, **told)
    if taken.part not in [each.part for each in had]:
        _note(rows, taken)


def _note(rows: Rows, taken: Taken) -> None:
    event = taken.event
    rows.add(
        parts,
        matter=event.stream,
        person=taken.person,
        part=taken.part,
        position=event.position,
        on=event.on,
        topic=taken.topic,
        role=event.role,
        recorded_at=event.recorded_at,
    )


def _breach(rows: Rows, taken: Taken, rule: str, **had: object) -> None:
    event = taken.event
    told = {"had": "", "had_topic": ""} | had
    rows.add(
        breaches,
        position=event.position,
        rule=rule,
        matter=event.stream,
        person=taken.person,
        role=event.role,
        topic=taken.topic,
        on=event.on,
        recorded_at=event.recorded_at,
        part=taken.part,
        **told,
    )
