"""The cases that have not ended, by everything that is recorded, though the views may be behind."""

from collections.abc import Iterable

from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.cases.case import Case
from projections import case_lists, case_register, standing
from projections.kin import closed_cases

PATIENCE = 30.0
"""Seconds to wait for the views to know who lives with whom."""


def ongoing_cases(office: Office, programme: str, area: str) -> list[Case]:
    """Return the cases of a programme in an area that have not ended. Raises TooMuchHere.

    Those that the register of cases may lack are looked for in the record, instead of waiting for it.
    """
    with office.views.connect() as views:
        office.check_size(case_lists.count_ongoing(views, programme, area))
        reached = standing.reached(views, [case_register.case_register])
        known = case_lists.ongoing(views, programme, area)
    late = office.record.streams_with(case_register.ENTERING, after=reached)
    cases = office.record.get_many(Case, sorted({*known, *late}))  # in the order that all stores keep them in
    return [case for case in cases.values() if (case.programme_code, case.area) == (programme, area)]


def left_to(official: Identity, office: Office, cases: Iterable[Case]) -> list[Case]:
    """Return those of the cases that are about no relative of the official.

    The others are left to a colleague, who sees them as still to be dealt with. As exceptions they would
    stand in what the official is shown, and tell of their relatives what is closed to them.
    """
    if not official.relatives:
        return list(cases)
    office.follower.wait_for(office.record.last_position(), PATIENCE)
    with office.views.connect() as views:
        closed = closed_cases(views, official.relatives)
    return [case for case in cases if case.id not in closed and official.is_apart_from(case.people)]
