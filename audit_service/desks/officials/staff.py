"""Who works here, and in which roles at present: the directory of the office, which tells nothing they did.

It names officials for everyone. A mark instead of a name would stand beside the login here, and by that
would be known on every other page.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.officials.dossier import READERS
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from audit_service.store.blindness import in_the_open
from audit_service.web.kinds import Choice
from domain.officials.official import WHOLE_OFFICE
from projections import official_record


class HeldAnswer(BaseModel):
    """A role that is held."""

    role: str
    areas: tuple[str, ...]
    """`*` stands for the whole office."""


class ColleagueAnswer(BaseModel):
    """An official in the list."""

    login: str
    name: str
    unit: str
    roles: list[HeldAnswer]


def working_in(
    office: Office, areas: Collection[str] | None, roles: Collection[str]
) -> dict[UUID, ColleagueAnswer]:
    """Return who holds any of the roles in any of the areas at present, by unit; None for all areas.

    What else they hold is left out.
    """
    with office.views.connect() as views:
        found = {
            row.official: row
            for row in official_record.holding(views, roles)
            if areas is None or {*areas, WHOLE_OFFICE}.intersection(row.areas.split())
        }
    with in_the_open():
        names = Names.of(office, found)
    return {
        one: ColleagueAnswer(login=row.login, name=names.official(one), unit=row.unit, roles=[])
        for one, row in found.items()
    }


def to_choose(colleagues: Iterable[ColleagueAnswer]) -> list[Choice]:
    """Return officials as a form offers them: by name and unit."""
    return [Choice(one.login, f"{one.name} · {one.unit}") for one in colleagues]


def everyone(office: Office, reader: Identity) -> list[ColleagueAnswer]:
    """Return all officials, by login. Raises NotYourRole."""
    if not reader.holds_any(READERS):
        raise NotYourRole.but(READERS)
    with office.views.connect() as views:
        found = official_record.everyone(views)
        grants = {row.official: official_record.grants_of(views, row.official) for row in found}
    with in_the_open():
        names = Names.of(office, grants)
    return [
        ColleagueAnswer(
            login=row.login,
            name=names.official(row.official),
            unit=row.unit,
            roles=[
                HeldAnswer(role=grant.role, areas=tuple(grant.areas.split()))
                for grant in grants[row.official]
                if grant.until is None
            ],
        )
        for row in found
    ]
