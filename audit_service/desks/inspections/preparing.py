"""What stands in the forms of inspections already: inspectors, units, what is open."""

from collections.abc import Mapping

from audit_service.desks.inspections.looking import readable_inspection
from audit_service.desks.inspections.planning import AssignExaminers, PlanInspection
from audit_service.desks.inspections.queries import queries_in, units_that_answer
from audit_service.desks.inspections.querying import AnswerQuery, SendQuery
from audit_service.desks.inspections.words import INSPECTORS
from audit_service.desks.officials.staff import to_choose, working_in
from audit_service.desks.prepared import Prepared, prepares
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice

SHORT = 80
"""Characters of a query that there is room for beside its number."""


@prepares(PlanInspection)
def colleagues(office: Office, identity: Identity, _: Mapping[str, str]) -> Prepared:
    """Offer the other inspectors."""
    known = working_in(office, None, INSPECTORS)
    others = [one for official, one in known.items() if official != identity.official]
    return Prepared(choices={"members": to_choose(others)})


@prepares(AssignExaminers)
def examiners(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the inspectors, with those who examine already ticked."""
    inspection = readable_inspection(office, identity, parameters["inspection_number"]).inspection
    known = working_in(office, inspection.areas, INSPECTORS)
    ticked = [one.login for official, one in known.items() if official in inspection.examiners]
    return Prepared(choices={"examiners": to_choose(known.values())}, given={"examiners": ticked})


@prepares(SendQuery)
def units(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the units whose people work in the areas that are inspected."""
    inspection = readable_inspection(office, identity, parameters["inspection_number"]).inspection
    with office.views.connect() as views:
        names = units_that_answer(views, inspection.areas)
    return Prepared(choices={"unit": [Choice(name, name) for name in names]})


@prepares(AnswerQuery)
def open_ones(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer the queries to the reader's unit that are not answered."""
    found = readable_inspection(office, identity, parameters["inspection_number"])
    waiting = [
        one
        for one in queries_in(office, found)
        if one.answered_on is None and one.asked_unit == identity.unit
    ]
    return Prepared(
        choices={"query": [Choice(str(one.query), f"{one.query} · {one.text[:SHORT]}") for one in waiting]}
    )
