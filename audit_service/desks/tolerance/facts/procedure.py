"""Facts about how it was decided: the steps, who took part, who did not go along, and who is related."""

from collections.abc import Iterator

from audit_service.desks.tolerance.facts.decision import Decision
from audit_service.desks.tolerance.facts.found import Found
from audit_service.office import Office
from domain.cases.case import Case
from domain.cases.programmes import (
    ACCEPTED,
    CHECKED,
    DECIDED,
    NOTICE,
    NOTICE_ENDED,
    OPINION,
    VISITED,
)
from domain.errors.error_record import ErrorRecord
from domain.kernel import Event
from domain.rechecking.procedure import missing_before
from projections import official_record

DONE_BY: dict[str, type[Event]] = {
    ACCEPTED: Case.Accepted,
    CHECKED: Case.MeansChecked,
    VISITED: Case.Visited,
    OPINION: Case.OpinionGiven,
    NOTICE: Case.NoticePosted,
    NOTICE_ENDED: Case.NoticeEnded,
}


def procedure(error: ErrorRecord, decision: Decision) -> Iterator[Found]:
    """Yield what the record says about the procedure of a decision."""
    if isinstance(decision.event, Case.Confirmed | Case.ApplicationRefused):
        yield from _steps(decision)
    made = decision.event
    yield Found("decided", f"{made.TOPIC} {made.on}", made.position)
    raised = [event for event in decision.before if isinstance(event, Case.ObjectionRaised)]
    if raised:
        answered = len(raised) - len(decision.known.open_objections)
        yield Found("public_objection", f"{len(raised)} {answered}", raised[-1].position)
    yield Found("took_part", str(len(error.deciders)), decision.event.position)
    for event in decision.after:
        if isinstance(event, Case.DissentReserved) and event.decision == decision.event.position:
            yield Found("dissent", f"{event.by} {event.on}", event.position)


def motive(office: Office, error: ErrorRecord, decision: Decision) -> Iterator[Found]:
    """Yield what the record says of relatives among the family, and of orders that were objected to."""
    concerned = {decision.known.head, *decision.known.people}
    with office.views.connect() as views:
        declared = [row for one in error.deciders for row in official_record.kinship_of(views, one)]
    near = [row for row in declared if row.relative in concerned]
    for row in near:
        yield Found("kin", f"{row.official} {row.since} {row.until or '-'}")
    if not near:
        yield Found("no_kin", str(len(error.deciders)))
    for event in (*decision.before, *decision.after):
        if isinstance(event, Case.OrderObjectedTo):
            yield Found("order_objection", f"{event.by} {event.on}", event.position)


def _steps(decision: Decision) -> Iterator[Found]:
    missing = missing_before(decision.known)
    for step in decision.known.steps:
        done_on = decision.known.done_on(step)
        if done_on and step != DECIDED:
            event = decision.latest(DONE_BY[step])
            yield Found("step_done", f"{step} {done_on}", event.position if event else 0)
    for step in missing:
        yield Found("step_missing", step)
