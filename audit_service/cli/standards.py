"""`audit-service standards`: what a published standard makes of the cases of an area."""

from typing import Annotated, Any

import typer

from audit_service.cli.answers import (
    AsJson,
    Because,
    InTheNameOf,
    answer_in_json,
    progress,
    show_table,
)
from audit_service.settings import settings_from

standards = typer.Typer(help="Carry out what was decided about living standards.", no_args_is_help=True)


@standards.command("raise")
def raise_(
    reference: Annotated[str, typer.Argument(help="Reference of the published standard.")],
    areas: Annotated[
        list[str] | None,
        typer.Argument(help="Codes of areas; all that the standard is for if none is given."),
    ] = None,
    *,
    login: InTheNameOf = None,
    because: Because = None,
    as_json: AsJson = False,
) -> None:
    """Adjust every case of the areas to the standard: one decision a case, all or nothing an area."""
    carried_out = _raise(reference, areas, login, because)
    if as_json:
        fields = ("area", "cases", "exceptions", "total_before", "total_after", "position")
        answer_in_json([{field: getattr(event, field) for field in fields} for event in carried_out])
        return
    from audit_service.desks.names import area_name
    from audit_service.web.wording import money

    show_table(
        ("Area", "Cases", "Exceptions", "Monthly total before", "Monthly total after"),
        (
            [area_name(one.area), one.cases, one.exceptions, money(one.total_before), money(one.total_after)]
            for one in carried_out
        ),
    )


def _raise(reference: str, areas: list[str] | None, login: str | None, because: str | None) -> list[Any]:
    """Adjust the areas one after the other; return what was recorded about each."""
    from audit_service.cli.door import ask, asking, grounds
    from audit_service.desks.standards.commands import AdjustArea
    from audit_service.opening import following, opened
    from domain.identities import STANDARDS_ID
    from domain.roles import MANAGER
    from domain.standards.living_standard import Standards

    with (
        opened(settings_from(), back_room=True) as office,
        following(office),
        progress("Adjusting") as advance,
    ):
        catalogue = office.record.find(Standards, STANDARDS_ID) or Standards.blank(STANDARDS_ID)
        chosen = areas or catalogue.named(reference).areas
        identity = asking(office, MANAGER, login)
        for done, area in enumerate(chosen, start=1):
            ask(office, AdjustArea(area=area, because=grounds(because)), identity, reference=reference)
            advance(done, len(chosen))
        return office.record.events(STANDARDS_ID)[-len(chosen) :]
