"""Who works here, and in which roles at present."""

from pydantic import BaseModel

from audit_service.desks.office import Office
from audit_service.desks.officials.dossier import READERS
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
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


def everyone(office: Office, reader: Identity) -> list[ColleagueAnswer]:
    """Return all officials, by login. Raises NotYourRole."""
    if not reader.holds_any(READERS):
        raise NotYourRole.but(READERS)
    with office.views.connect() as views:
        found = official_record.everyone(views)
        grants = {row.official: official_record.grants_of(views, row.official) for row in found}
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
