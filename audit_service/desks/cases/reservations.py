"""What was held against a decision: told to whoever judges it."""

from audit_service.desks.cases.answers import HistoryAnswer, MomentAnswer
from audit_service.desks.cases.dossier import Dossier
from audit_service.desks.cases.readings import READINGS
from audit_service.desks.moments import moments_of
from audit_service.office import Office
from audit_service.web.parts import Moment
from domain.cases.case import Case
from domain.kernel import Event


def reservations_about(office: Office, found: Dossier, decision: int = 0) -> list[Moment]:
    """Return the opinions reserved against the decision at a position, and the objections to orders.

    All opinions are told where no decision is named. An order comes before the decision that carries it
    out, so objections are told with every decision on the case; when each was recorded says whether it
    came in time. The latest first.
    """
    return moments_of(office, [event for event in found.events if _is_about(event, decision)], READINGS)


def reservations_answer(office: Office, found: Dossier, decision: int) -> HistoryAnswer:
    """Tell it as a history."""
    told = reservations_about(office, found, decision)
    return HistoryAnswer(
        number=found.case.number,
        position=found.position,
        events=[MomentAnswer.of(moment) for moment in told],
    )


def _is_about(event: Event, decision: int) -> bool:
    if isinstance(event, Case.DissentReserved):
        return decision in {0, event.decision}
    return isinstance(event, Case.OrderObjectedTo)
