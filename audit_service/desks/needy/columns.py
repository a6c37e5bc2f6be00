"""What the list of people who were found says of each."""

from urllib.parse import quote

from audit_service.desks.names import area_name, programme_name
from audit_service.desks.needy.search import PersonRow
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written


def _name(row: PersonRow) -> str:
    """Tell who it is: what they were found by may be a name that only a register gives them."""
    if not row.other_names:
        return row.name
    others = written(tuple(row.other_names))
    return _("%(name)s (also registered as %(others)s)") % {"name": row.name, "others": others}


PEOPLE: tuple[ListColumn[PersonRow], ...] = (
    ListColumn(
        title="Name",
        value=_name,
        href=lambda row: f"/people/{row.person}" if row.readable else "",
        spoken=lambda row: row.id_number[-4:],
    ),
    ListColumn(title="Id number", value=lambda row: row.id_number),
    ListColumn(title="Year of birth", value=lambda row: str(row.born_year)),
    ListColumn(title="Area", value=lambda row: tuple(area_name(area) for area in row.areas)),
    ListColumn(
        title="Household number",
        value=lambda row: row.households[0] if row.households else None,
        href=lambda row: (
            f"/households/{quote(row.households[0], safe='')}" if row.readable and row.households else ""
        ),
    ),
    ListColumn(
        title="Receives", value=lambda row: tuple(programme_name(programme) for programme in row.programmes)
    ),
    ListColumn(title="Telephone number", value=lambda row: row.phone or None),
    ListColumn(title="Address", value=lambda row: row.address or None),
)
