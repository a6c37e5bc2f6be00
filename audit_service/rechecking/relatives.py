"""Looking through the cases of declared relatives for what was done there before the declaration."""

from collections.abc import Iterator
from functools import partial

from audit_service.office import Office
from audit_service.rechecking.checker import Checker
from domain.kernel import Event
from domain.leads.finding import Finding
from domain.rechecking.relatives import Declaration, acts_before
from projections.kin import Tie, ties_of
from projections.official_record import kinship_in_force


def acts_for_relatives(office: Office, checker: Checker) -> Iterator[Finding]:
    """Yield what officials did in the cases of their relatives before these were declared.

    All declarations are looked at each time: they are few, and so are the cases of one person. The views
    must be followed.
    """
    with office.views.connect() as views:
        declared = [
            Declaration(row.official, row.relative, row.position, row.since)
            for row in kinship_in_force(views)
        ]
        ties = {each: ties_of(views, each.relative) for each in declared}
    for each, tied in ties.items():
        yield from _in_cases(checker, each, tied)


def _in_cases(checker: Checker, declared: Declaration, tied: list[Tie]) -> Iterator[Finding]:
    for case, history in checker.histories(sorted({tie.case for tie in tied})):
        to_it = [tie for tie in tied if tie.case == case]
        yield from acts_before(declared, history, partial(_holds, to_it))


def _holds(ties: list[Tie], event: Event) -> bool:
    return any(tie.holds(event.position, event.on) for tie in ties)
