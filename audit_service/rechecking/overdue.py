"""Handing up what should have been put right by now: the service says so, people see to it.

A query of an inspection that was not answered is not handed up: its inspectors see that it is late among the
deadlines and may conclude without the answer, and who is above the unit may not know what it was asked.
"""

from collections.abc import Sequence
from uuid import UUID

from audit_service.identity.console import SERVICE
from audit_service.office import Office
from audit_service.rechecking.keeping import ROLE
from audit_service.store.errors import StaleVersion
from audit_service.store.submission import Submission
from domain.errors.error_record import ErrorRecord
from domain.kernel import Act
from domain.refusal import Refused
from projections.error_lists import overdue_errors

AT_ONCE = 500
"""Errors that are read at a time."""


def hand_up(office: Office) -> int:
    """Hand up every correction that is overdue and was not yet; return how many. The views must be followed.

    Raises StoreUnavailable. What was handed up until then stays so, and is not handed up again.
    """
    act = Act(by=SERVICE, role=ROLE, unit="", on=office.today())
    with office.views.connect() as views:
        late = overdue_errors(views, act.on)
    chunks = (late[start : start + AT_ONCE] for start in range(0, len(late), AT_ONCE))
    return sum(_hand_up(office, some, act) for some in chunks)


def _hand_up(office: Office, some: Sequence[UUID], act: Act) -> int:
    found = office.record.get_many(ErrorRecord, some)
    return sum(_is_handed_up(office, found[one], act) for one in some)


def _is_handed_up(office: Office, error: ErrorRecord, act: Act) -> bool:
    """Hand it up unless it was, or cannot be now; what somebody is just seeing to waits for another night."""
    try:
        error.hand_up(act)
        office.record.keep(Submission(aggregates=(error,)))
    except (Refused, StaleVersion):
        return False
    return True
