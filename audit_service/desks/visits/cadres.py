"""Who goes on visits: officials, and others by name, each under a token that counts their visits."""

from collections.abc import Iterable
from uuid import UUID

from audit_service.desks.desk import Desk
from audit_service.finding.tokens import cadre_token
from audit_service.store.errors import NotOnRecord
from domain.identities import official_id
from domain.visits.told import Cadres
from projections import official_record

PARTED = " · "
"""Stands between the name of a cadre and the unit."""
COMMAS = str.maketrans("，、；;\t", ",,,,,")


def cadre_line(name: str, unit: str = "") -> str:
    """Write a cadre as a visit names them."""
    return f"{name}{PARTED}{unit}" if unit else name


def cadres_named(desk: Desk, logins: Iterable[str], others: Iterable[str]) -> Cadres:
    """Return who goes: officials by the names they sign in with, and others, each in a line with their unit.

    Nobody if nobody is named. Raises NotOnRecord for a name that no official signs in with.
    """
    officials = tuple(dict.fromkeys(official_id(login) for login in logins))
    named = [*_officials(desk, officials), *map(_parted, others)]
    tokens: dict[str, str] = {}
    for name, unit in named:
        tokens.setdefault(cadre_token(desk.vault, name, unit), cadre_line(name, unit))
    return Cadres(visitors="\n".join(tokens.values()), cadre_tokens=tuple(tokens), officials=officials)


def same_cadres(one: Cadres, other: Cadres) -> bool:
    """Say whether the same go: the same officials, whatever they are called by now, and the same others."""
    return set(one.officials) == set(other.officials) and set(others_of(one)) == set(others_of(other))


def others_of(cadres: Cadres) -> list[str]:
    """Return those who go and are no officials, as the visit names them."""
    return cadres.visitors.splitlines()[len(cadres.officials) :]


def as_typed(line: str) -> str:
    """Write a cadre as `cadres_named` takes them."""
    return line.replace(PARTED, ", ")


def myself(desk: Desk) -> Cadres:
    """Return the official at the desk, who goes alone."""
    return cadres_named(desk, [desk.official.login], [])


def _officials(desk: Desk, identities: tuple[UUID, ...]) -> list[tuple[str, str]]:
    if not identities:
        return []
    known = desk.ask(official_record.named, identities)
    for identity in identities:
        if identity not in known:
            raise NotOnRecord(identity)
    rows = [known[identity] for identity in identities]
    names = desk.vault.open_many(row.name for row in rows)
    return [(name or "", row.unit) for name, row in zip(names, rows, strict=True)]


def _parted(line: str) -> tuple[str, str]:
    """Return the name and the unit in a line."""
    name, _, unit = line.translate(COMMAS).partition(",")
    return name.strip(), unit.strip()
