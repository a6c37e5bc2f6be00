"""The register of errors: one row an error as it stands, who has a part in it, and what touched a case."""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.duties import DECIDED
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.errors.state import State
from domain.imports.imported import Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections import error_corrections, error_money, error_touches
from projections.accountability import ACCOUNTABILITY
from projections.error_amounts import estimate, find
from projections.error_parts import HELD, MONEY, note
from projections.error_tables import (
    AXES,
    CLASSIFICATION,
    NOTHING,
    NOTICE,
    REPORTED,
    SUBSTANTIATION,
    error_register,
    errors,
    months,
    parts,
    units,
)
from projections.rows import Rows

__all__ = ["error_corrections", "error_register"]

HANDLED_OF_CASES = (Case.ObjectionRaised,)
HANDLED_OF_OFFICIALS = (Official.Registered,)

error_register.ignores(*ACCOUNTABILITY)
error_register.ignores(Document, ErrorCatalogue, GivenNumber, Household, Person, Standards, Visit)
error_register.ignores(Discovery, Import, Question)
error_register.ignores(*(event for event in Lead.EVENTS if event is not Lead.Found))
error_register.ignores(*(event for event in Case.EVENTS if event not in HANDLED_OF_CASES))
error_register.ignores(*(event for event in Official.EVENTS if event not in HANDLED_OF_OFFICIALS))


@error_register.on(Official.Registered)
def register(rows: Rows, event: Official.Registered) -> None:
    rows.add(units, official=event.stream, unit=event.works_in)


@error_register.on(Case.ObjectionRaised)
def object_to_decision(rows: Rows, event: Case.ObjectionRaised) -> None:
    error_touches.object_to_decision(rows, event)


@error_register.on(Lead.Found)
def find_lead(rows: Rows, event: Lead.Found) -> None:
    error_touches.find_lead(rows, event)


@error_register.on(ErrorRecord.Reported, touching={units: "deciders"})
def report(rows: Rows, event: ErrorRecord.Reported) -> None:
    theirs = [found.unit for decider in event.deciders if (found := rows.find(units, decider))]
    row = rows.add(
        errors,
        error_id=event.stream,
        **{name: getattr(event, name) for name in TOLD},
        case_id=event.case,
        unit=theirs[0] if theirs else event.unit,
        state=State.REPORTED.value,
        reports=1,
        reported=event.position,
        reported_on=event.on,
        reported_at=event.recorded_at,
        reported_by=event.by,
        waits_for=SUBSTANTIATION,
        followed_up="",
        overpaid=0,
        underpaid=0,
        money_to_decide=False,
        money_to_move=False,
        version=event.originator_version,
        position=event.position,
    )
    for person, part in {(event.by, REPORTED), *((decider, DECIDED) for decider in event.deciders)}:
        rows.add(parts, error_id=event.stream, person=person, part=part, position=event.position)
    error_touches.report(rows, row, event)


TOLD = (
    *("number", "case_number", "element", "area", "channel", "from_month", "to_month"),
    *("own", "before_discovery", "within_days"),
)
"""Fields of a report that the register shows as they are."""


@error_register.on(ErrorRecord.ReportLinked, touching=HELD)
def link(rows: Rows, event: ErrorRecord.ReportLinked) -> None:
    row = note(rows, event)
    row.reports += 1
    error_touches.report(rows, row, event)


@error_register.on(ErrorRecord.SubstantiationBegun, touching=HELD)
def begin(rows: Rows, event: ErrorRecord.SubstantiationBegun) -> None:
    note(rows, event).state = State.UNDER_SUBSTANTIATION.value


@error_register.on(ErrorRecord.Substantiated, touching=HELD)
def substantiate(rows: Rows, event: ErrorRecord.Substantiated) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.SUBSTANTIATED.value, CLASSIFICATION


@error_register.on(ErrorRecord.Dismissed, touching=HELD)
def dismiss(rows: Rows, event: ErrorRecord.Dismissed) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.DISMISSED.value, NOTHING


@error_register.on(ErrorRecord.Classified, touching={**HELD, months: "originator_id"})
def classify(rows: Rows, event: ErrorRecord.Classified) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.CLASSIFIED.value, NOTICE
    for name in (*AXES, "from_month", "to_month"):
        setattr(row, name, getattr(event, name))
    error_touches.report(rows, row, event)
    estimate(rows, row, event.amounts)


@error_register.on(ErrorRecord.DifferenceFound, touching=MONEY)
def find_difference(rows: Rows, event: ErrorRecord.DifferenceFound) -> None:
    """What a correction finds takes the place of the estimate, and adds to what another found before."""
    row = note(rows, event)
    find(rows, row, event.entries)
    error_money.tell(rows, row)


@error_register.on(ErrorRecord.DifferenceEntered, touching=MONEY)
def enter_difference(rows: Rows, event: ErrorRecord.DifferenceEntered) -> None:
    """What an official entered takes the place of the estimate, and of what was known of these months."""
    months_entered = {each.month for each in event.entries}
    row = note(rows, event)
    find(rows, row, event.entries, anew=months_entered)
    error_money.tell(rows, row)


@error_register.on(
    ErrorRecord.BackPaymentOrdered,
    ErrorRecord.BackPaymentPaid,
    ErrorRecord.RecoverabilityDecided,
    ErrorRecord.RecoveryDecided,
    ErrorRecord.RecoveryReceived,
    touching=MONEY,
)
def enter(rows: Rows, event: error_money.Made) -> None:
    error_money.enter(rows, note(rows, event), event)


@error_register.on(ErrorRecord.EntryReversed, touching=MONEY)
def reverse(rows: Rows, event: ErrorRecord.EntryReversed) -> None:
    error_money.reverse(rows, note(rows, event), event)
