"""The docket of tolerance: one row a review as it stands, and who has which part in it."""

from uuid import UUID

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.tolerance.clocks import (
    DELIBERATE,
    EXTEND,
)
from domain.tolerance.duties import (
    APPLIED,
    CONCERNED,
    DECIDED,
    MANAGED,
    RECUSED,
    REPORTED,
    VERIFIED,
    VOTED,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import State
from domain.visits.visit import Visit
from projections import tolerance_outcomes
from projections.accountability import ACCOUNTABILITY
from projections.rows import Rows
from projections.tolerance_moves import ITS, leave, move, note, take
from projections.tolerance_tables import (
    ANSWERED,
    PANEL,
    SIGNED,
    VERIFIER,
    VOTE,
    parts,
    reviews,
    tolerance_docket,
)

__all__ = ["tolerance_docket", "tolerance_outcomes"]

tolerance_docket.ignores(*(kind for kind in ACCOUNTABILITY if kind is not ToleranceReview))
tolerance_docket.ignores(Case, Discovery, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household)
tolerance_docket.ignores(Import, Lead, Official, Person, Question, Standards, Visit)


@tolerance_docket.on(ToleranceReview.Drafted)
def draft(rows: Rows, event: ToleranceReview.Drafted) -> None:
    rows.add(
        reviews,
        review=event.stream,
        drafted=event.position,
        drafted_on=event.on,
        state=State.DRAFT.value,
        applied_by=event.by,
        case_id=event.case,
        version=event.originator_version,
        position=event.position,
        **{name: getattr(event, name) for name in TOLD},
    )
    told = {
        APPLIED: (event.by,),
        CONCERNED: event.officials,
        DECIDED: event.deciders,
        REPORTED: event.reporters,
        MANAGED: event.managers,
    }
    for part, persons in told.items():
        for person in dict.fromkeys(persons):
            rows.add(parts, review=event.stream, person=person, part=part, position=event.position)


TOLD = (
    *("number", "error", "error_number", "case_number", "household", "area", "element", "cause", "amount"),
    *("applicant", "rules"),
)
"""Fields of a draft that the docket shows as they are."""


@tolerance_docket.on(
    ToleranceReview.FactorAnswered,
    ToleranceReview.SituationsClaimed,
    ToleranceReview.FilingCited,
    ToleranceReview.MinutesRecorded,
    touching=ITS,
)
def go_on(rows: Rows, event: Event) -> None:
    note(rows, event)


@tolerance_docket.on(
    ToleranceReview.SupplementRequested,
    ToleranceReview.Supplemented,
    ToleranceReview.Accepted,
    ToleranceReview.AcceptanceRefused,
    touching=ITS,
)
def receive(rows: Rows, event: Event) -> None:
    move(rows, event)


@tolerance_docket.on(ToleranceReview.Submitted, touching=ITS)
def submit(rows: Rows, event: ToleranceReview.Submitted) -> None:
    move(rows, event).submitted_on = event.on


@tolerance_docket.on(ToleranceReview.VerifiersAssigned, touching=ITS)
def assign_verifiers(rows: Rows, event: ToleranceReview.VerifiersAssigned) -> None:
    move(rows, event)
    take(rows, event, VERIFIER, *event.verifiers)
    take(rows, event, VERIFIED, *event.verifiers)


@tolerance_docket.on(ToleranceReview.VerifierRecused, touching=ITS)
def recuse_verifier(rows: Rows, event: ToleranceReview.VerifierRecused) -> None:
    note(rows, event)
    _leave_verification(rows, event, event.verifier)
    take(rows, event, RECUSED, event.verifier)


@tolerance_docket.on(ToleranceReview.VerifierReplaced, touching=ITS)
def replace_verifier(rows: Rows, event: ToleranceReview.VerifierReplaced) -> None:
    note(rows, event)
    _leave_verification(rows, event, event.verifier)
    take(rows, event, VERIFIER, event.by_whom)
    take(rows, event, VERIFIED, event.by_whom)


def _leave_verification(rows: Rows, event: Event, verifier: UUID) -> None:
    leave(rows, event, VERIFIER, verifier)
    leave(rows, event, SIGNED, verifier)


@tolerance_docket.on(ToleranceReview.VerificationExtended, touching=ITS)
def extend(rows: Rows, event: ToleranceReview.VerificationExtended) -> None:
    row = note(rows, event)
    row.step, row.due_on = EXTEND, event.due_on


@tolerance_docket.on(ToleranceReview.VerificationReported, touching=ITS)
def report_verification(rows: Rows, event: ToleranceReview.VerificationReported) -> None:
    """A report that is written anew is signed anew."""
    note(rows, event)
    leave(rows, event, SIGNED)


@tolerance_docket.on(ToleranceReview.VerificationSigned, touching=ITS)
def sign_verification(rows: Rows, event: ToleranceReview.VerificationSigned) -> None:
    row = note(rows, event)
    take(rows, event, SIGNED, event.by)
    if event.complete:
        row.state, row.step, row.due_on = State.VERIFIED.value, DELIBERATE, event.due_on


@tolerance_docket.on(ToleranceReview.StatementOffered, touching=ITS)
def offer_statement(rows: Rows, event: ToleranceReview.StatementOffered) -> None:
    note(rows, event).statement_due_on = event.due_on


@tolerance_docket.on(ToleranceReview.StatementRecorded, ToleranceReview.StatementDeclined, touching=ITS)
def answer_offer(rows: Rows, event: Event) -> None:
    row = note(rows, event)
    take(rows, event, ANSWERED, event.by)
    held = rows.under(parts, event.stream)
    answered = {each.person for each in held if each.part == ANSWERED}
    if answered.issuperset(each.person for each in held if each.part == CONCERNED):
        row.statement_due_on = None


@tolerance_docket.on(ToleranceReview.DeliberationOpened, touching=ITS)
def open_deliberation(rows: Rows, event: ToleranceReview.DeliberationOpened) -> None:
    move(rows, event)
    take(rows, event, PANEL, *event.panel)
    take(rows, event, VOTED, *event.panel)


@tolerance_docket.on(ToleranceReview.VoterRecused, touching=ITS)
def recuse_voter(rows: Rows, event: ToleranceReview.VoterRecused) -> None:
    note(rows, event)
    leave(rows, event, PANEL, event.member)
    leave(rows, event, VOTE, event.member)
    take(rows, event, RECUSED, event.member)


@tolerance_docket.on(ToleranceReview.VoteCast, touching=ITS)
def vote(rows: Rows, event: ToleranceReview.VoteCast) -> None:
    note(rows, event)
    take(rows, event, VOTE, event.by)


@tolerance_docket.on(ToleranceReview.Proposed, touching=ITS)
def propose(rows: Rows, event: ToleranceReview.Proposed) -> None:
    row = note(rows, event)
    row.state, row.proposed = State.PROPOSED.value, event.outcome
