"""What stands in the forms about visits already: who can go, and what is recorded where it is put right."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from audit_service.desks.officials.staff import to_choose, working_in
from audit_service.desks.prepared import Prepared, prepares
from audit_service.desks.visits.cadres import as_typed, others_of
from audit_service.desks.visits.correcting import CorrectVisit
from audit_service.desks.visits.entering import VISITING, EnterMissedVisit, EnterVisit, PlanVisit
from audit_service.desks.visits.going import RecordMissedVisit, RecordPlannedVisit, RescheduleVisit
from audit_service.desks.visits.looking import readable_visit
from audit_service.desks.visits.recorded import TOLD, Recorded, recorded
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice
from projections import official_record


@prepares(EnterVisit)
@prepares(EnterMissedVisit)
@prepares(PlanVisit)
def colleagues(office: Office, identity: Identity, _parameters: Mapping[str, str]) -> Prepared:
    """Offer who visits families where the reader does."""
    return Prepared(choices={"officials": _colleagues(office, identity.areas_to_read())})


@prepares(RescheduleVisit)
def instead(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer who visits families in the area of the visit."""
    visit = readable_visit(office, identity, parameters["visit"])
    return Prepared(choices={"officials": _colleagues(office, {visit.area})}, given={"due_on": visit.due_on})


@prepares(RecordPlannedVisit)
@prepares(RecordMissedVisit)
def as_planned(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Name those who were to go."""
    return _known(office, identity, parameters, ())


@prepares(CorrectVisit)
def as_recorded(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Fill in what is recorded, so that only what is wrong is to be written."""
    return _known(office, identity, parameters, TOLD)


def _known(
    office: Office, identity: Identity, parameters: Mapping[str, str], also: Collection[str]
) -> Prepared:
    visit = readable_visit(office, identity, parameters["visit"])
    known = recorded(office.vault, office.record.events(visit.visit))
    offered = {choice.value: choice for choice in _colleagues(office, {visit.area})}
    going = {choice.value: choice for choice in _named(office, known.cadres.officials)}
    return Prepared(
        choices={"officials": [*(going | offered).values()]},
        given={
            "officials": tuple(going),
            "others": tuple(map(as_typed, others_of(known.cadres))),
            **_facts(known, also),
        },
    )


def _facts(known: Recorded, some: Collection[str]) -> dict[str, Any]:
    return {name: getattr(known, name) for name in some}


def _colleagues(office: Office, areas: Collection[str] | None) -> list[Choice]:
    return to_choose(working_in(office, areas, VISITING).values())


def _named(office: Office, officials: Collection[UUID]) -> list[Choice]:
    """Return officials as a form offers them, whatever they may do now."""
    with office.views.connect() as views:
        found = official_record.named(views, officials)
    names = Names.of(office, found)
    return [Choice(row.login, f"{names.official(one)} · {row.unit}") for one, row in found.items()]
