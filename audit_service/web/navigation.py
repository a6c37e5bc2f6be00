"""The navigation: each desk names its pages, and a reader sees those that are for their roles."""

from dataclasses import dataclass

from audit_service.identity.identity import Identity


@dataclass(frozen=True, order=True)
class Place:
    """One entry of the navigation."""

    order: int
    title: str
    """A message to translate."""
    path: str
    roles: frozenset[str] = frozenset()
    """Who sees it; empty for everyone who has signed in."""
    also: tuple[str, ...] = ()
    """Beginnings of other paths whose pages belong here."""
    seldom: bool = False
    """Whether it is used seldom: it is folded away where there are more entries than one row has room for."""

    def leads_to(self, path: str) -> bool:
        """Say whether the page at the path belongs here."""
        return path == self.path or path.startswith(tuple(f"{one}/" for one in (self.path, *self.also)))


PLACES: list[Place] = []

IN_A_ROW = 13
"""Entries that there is room for in one row of a usual screen."""


def place(
    title: str,
    path: str,
    *,
    order: int,
    roles: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    seldom: bool = False,
) -> None:
    """Put a page into the navigation."""
    found = Place(order, title, path, frozenset(roles), also, seldom)
    if found not in PLACES:
        PLACES.append(found)
        PLACES.sort()


def places_for(identity: Identity | None) -> list[Place]:
    """Return what the reader sees in the navigation; nothing before they have signed in."""
    if identity is None:
        return []
    return [entry for entry in PLACES if not entry.roles or not entry.roles.isdisjoint(identity.roles)]


def folded(places: list[Place]) -> tuple[list[Place], list[Place]]:
    """Return the entries that stand in the row, and those that are folded away: none while there is room."""
    if len(places) <= IN_A_ROW:
        return places, []
    return [entry for entry in places if not entry.seldom], [entry for entry in places if entry.seldom]
