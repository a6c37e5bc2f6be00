"""The pages of standards: the catalogue, and one standard with what it makes of the cases."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.names import area_name, areas_named, kind_name, programme_name, uplift_name
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.standards.columns import STANDARDS
from audit_service.desks.standards.outlook import Outlook, outlook
from audit_service.identity.identity import Identity
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money, number
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from domain.standards.living_standard import ROUNDINGS, LivingStandard
from projections import standards_in_force

router = APIRouter(prefix="/standards", include_in_schema=False)
place("Standards", "/standards", order=20, roles=(CLERK, CASEWORKER, MANAGER, INSPECTOR), seldom=True)


@router.get("")
def show_standards(request: Request, office: AtOffice, identity: Reader, recorded: int = 0) -> HTMLResponse:
    """Show the catalogue, the latest in force first."""
    with office.views.connect() as views:
        found = standards_in_force.catalogue(views, office.today())
    return render(
        request,
        "standards.html",
        just_recorded=recorded,
        found=found,
        may_publish=identity.holds_any(COMMANDS["publish_standard"].roles),
        columns=STANDARDS.columns,
    )


@router.get("/{reference}")
def show_standard(
    request: Request, office: AtOffice, identity: Reader, reference: str, recorded: int = 0
) -> HTMLResponse:
    """Show a standard, what adjusting the cases would come to, and what was carried out."""
    found = outlook(office, identity, reference)
    return render(
        request,
        "standard.html",
        just_recorded=recorded,
        outlook=found,
        standard=found.standard,
        facts=_facts(found.standard),
        sums=_sums(found),
        exceptions=[one for each in found.areas for one in each.preview.exceptions],
        adjustable=_adjustable(identity, found),
        trail_steps=[Step(_("Standards"), "/standards"), Step(reference)],
        area_name=area_name,
    )


def _facts(standard: LivingStandard) -> list[tuple[str, object]]:
    rates = [
        (uplift_name(rate.category), _("%(percent)s %% of the standard", percent=rate.percent))
        for rate in standard.uplift_percent
    ]
    return [
        (_("Programme"), programme_name(standard.programme)),
        (_("Kind of standard"), kind_name(standard.kind)),
        (_("Monthly amount a head"), money(standard.monthly_amount)),
        (_("Approved on"), day(standard.approved_on)),
        (_("Published on"), day(standard.published_on)),
        (_("In force from"), day(standard.effective_from)),
        (_("Rounding"), _(ROUNDINGS[standard.rounding])),
        (_("Least amount that is paid"), money(standard.minimum_payment)),
        *rates,
        (_("Areas"), areas_named(standard.areas)),
    ]


def _sums(found: Outlook) -> Sequence[Figure]:
    exceptions = sum(len(each.preview.exceptions) for each in found.areas)
    return (
        Figure(_("Cases to adjust"), number(found.total("adjusted"))),
        Figure(_("Monthly total before"), money(found.total("total_before"))),
        Figure(_("Monthly total after"), money(found.total("total_after"))),
        Figure(_("Exceptions"), number(exceptions), "#exceptions" if exceptions else ""),
        Figure(_("Adjusted already"), number(found.total("already"))),
    )


def _adjustable(identity: Identity, found: Outlook) -> set[str]:
    """Return the areas whose cases the reader may adjust, and that have any to adjust."""
    roles = COMMANDS["adjust_area"].roles
    return {
        each.area for each in found.areas if each.preview.adjusted and identity.role_for(roles, [each.area])
    }
