"""The pages of discoveries: the list of families that may be entitled, and one of them."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import After
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.discovery.columns import COLUMNS
from audit_service.desks.discovery.commands import WHO_MARKS
from audit_service.desks.discovery.looking import (
    DiscoveryAnswer,
    Filter,
    counted,
    facts_of,
    listed,
    readable_discovery,
)
from audit_service.desks.discovery.readings import READINGS
from audit_service.desks.discovery.words import COLOURS, discovery_state
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.discovery.discovery import WAITING
from domain.identities import discovery_id

AT = "/discoveries"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Discoveries", AT, order=16, roles=WHO_MARKS, seldom=True)

PAGE = 50
NOT_COVERED = "E10"
"""The element of an error by which a family that is entitled is not covered."""
WORDS: dict[str, Any] = {"discovery_state": discovery_state, "COLOURS": COLOURS}
"""What the templates write codes with."""


@router.get("")
def show_discoveries(request: Request, office: AtOffice, identity: Reader, after: After = 0) -> HTMLResponse:
    """Show the families that may be entitled in the areas of the reader, those that wait first."""
    listing = Listing[Filter, DiscoveryAnswer](AT, narrowed_by(request, Filter, usually={"state": WAITING}))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.discoveries, "after", after, answer.next)
    return render(
        request,
        "discoveries.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=_counts(office, identity),
        columns=COLUMNS,
    )


@router.get("/{discovery}")
def show_discovery(
    request: Request, office: AtOffice, identity: Reader, discovery: str, recorded: int = 0
) -> HTMLResponse:
    """Show a family that may be entitled, and what can be decided about it."""
    found = readable_discovery(office, identity, discovery)
    return render(
        request,
        "discovery.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        moments=moments_of(office, office.record.events(discovery_id(discovery)), READINGS),
        offers=_offers(identity, found),
        trail_steps=[Step(_("Discoveries"), AT), Step(found.number)],
        **WORDS,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    """Return how many families wait, and for how many it is overdue."""
    lists = {discovery_state(WAITING): {"state": WAITING}, _("Overdue"): {"overdue": "true"}}
    return [
        Figure(title, number(counted(office, identity, Filter.model_validate(query))), address(AT, query))
        for title, query in lists.items()
    ]


def _offers(identity: Identity, found: DiscoveryAnswer) -> list[Step]:
    """Return what the reader can ask for about the family: nothing any more once it is decided."""
    if found.state != WAITING:
        return []
    here = {"area": found.area, "arose_from": found.number}
    given: dict[str, Mapping[str, str]] = {
        "apply_for_assistance": here | {"channel": "discovered", "programme": found.programme},
        "find_not_entitled": {},
        "note_declined": {},
        "report_error": here | {"element": NOT_COVERED, "channel": "review"},
    }
    return [
        Step(_(COMMANDS[name].title), address(COMMANDS[name].form_at.format(discovery=found.number), known))
        for name, known in given.items()
        if identity.role_for(COMMANDS[name].roles, [found.area])
    ]
