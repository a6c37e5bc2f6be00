"""The facts that the service fills in for each factor when an error is looked at: facts, never ratings."""

from collections.abc import Sequence
from itertools import chain

from audit_service.desks.filings.of_error import within_limits_of
from audit_service.desks.tolerance.facts.conditions import conditions, filings_of
from audit_service.desks.tolerance.facts.decision import decision_of
from audit_service.desks.tolerance.facts.found import Found
from audit_service.desks.tolerance.facts.outcome import consequence, nature, remedy
from audit_service.desks.tolerance.facts.procedure import motive, procedure
from audit_service.office import Office
from domain.errors.error_record import ErrorRecord


def facts_of(office: Office, error: ErrorRecord, cited: Sequence[str] = ()) -> tuple[Found, ...]:
    """Return what the record says about an error, by factor and as known now. Rates nothing.

    `cited`: numbers of the prior filings that are cited for it.
    """
    events = office.record.events(error.id)
    filings = filings_of(cited, within_limits_of(office, error, events))
    decision = decision_of(office, error, events[0].position)
    of_decision = (
        (
            motive(office, error, decision),
            conditions(office, error, decision),
            procedure(error, decision),
        )
        if decision
        else ()
    )
    of_error = (nature(office, error, events), consequence(office, error), remedy(error, events))
    return tuple(chain(*of_decision, filings, *of_error))
