"""What the page of the docket shows: what waits for its reader, and the reviews that are asked for."""

from fastapi import Request

from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.tolerance.names import WAITING
from audit_service.desks.tolerance.search import ReviewRow, ToleranceFilter, count_waiting, listed
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.parts import Figure, Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number

PAGE = 50

AT, RULES, DEADLINES = "/tolerance", "/tolerance/rules", "/deadlines"


def docket_page(
    request: Request, office: Office, identity: Identity, before: int | None
) -> Listing[ToleranceFilter, ReviewRow]:
    """Return the page of the docket that is asked for."""
    listing = Listing[ToleranceFilter, ReviewRow](AT, narrowed_by(request, ToleranceFilter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.reviews, "before", before, answer.next)
    return listing


def waiting_figures(office: Office, identity: Identity) -> list[Figure]:
    """Return how many reviews wait for the reader, by what for."""
    return [
        Figure(_(WAITING[what]), number(count), address(AT, {"waiting": what}))
        for what, count in count_waiting(office, identity).items()
    ]


def tabs_of(current: str) -> list[Step]:
    """Return the pages about the docket."""
    places = ((_("Docket"), AT), (_("Deadlines"), DEADLINES), (_("Rules of tolerance"), RULES))
    return [Step(title, at, current=at == current) for title, at in places]
