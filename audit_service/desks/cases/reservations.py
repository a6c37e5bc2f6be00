"""What was held against a decision: told to whoever judges it."""

from audit_service.desks.cases.answers import HistoryAnswer, MomentAnswer
from audit_service.desks.cases.dossier import Dossier, moments
from audit_service.desks.office import Office
from audit_service.web.parts import Moment
from domain.cases.case import Case
from domain.kernel import Event


def reservations_about(office: Office, found: Dossier, decision: int) -> list[Moment]:
    """Return the opinions reserved against the decision at a position, and the objections to orders.

    An order comes before the decision that carries it out, so objections are told with every decision on
    the case; when each was recorded says whether it came in time. The latest first.
    """
    told = {event.position for event in found.events if _is_about(event, decision)}
    return [moment for moment in moments(office, found) if moment.position in told]


def _is_about(event: Event, decision: int) -> bool:
    if isinstance(event, Case.DissentReserved):
        return event.decision == decision
    return isinstance(event, Case.OrderObjectedTo)


def reservations_answer(office: Office, found: Dossier, decision: int) -> HistoryAnswer:
    """Tell it as a history."""
    told = reservations_about(office, found, decision)
    return HistoryAnswer(
        number=found.case.number,
        position=found.position,
        events=[MomentAnswer.of(moment) for moment in told],
    )
