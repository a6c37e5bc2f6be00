"""Who asks: an official with their roles, and the areas they hold each role in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.kernel import Refused

EVERYWHERE = "*"
"""Stands for the whole office in the areas of a role."""


class NotSignedIn(Refused):
    """Whoever asks has not proven who they are."""

    CODE = "identity.not_signed_in"
    SENTENCE = "Sign in, or send a bearer token that is still good."


class Forbidden(Refused):
    """The official may not ask for this at all; whatever the state of the record."""


class NotYourRole(Forbidden):
    """None of the official's roles may ask for this."""

    CODE = "identity.not_your_role"
    SENTENCE = "None of your roles may do this. It is for: %(roles)s."


class NotYourArea(Forbidden):
    """The official holds the role, but not for this area."""

    CODE = "identity.not_your_area"
    SENTENCE = "This belongs to the area %(area)s, where none of your roles may do this."


@dataclass(frozen=True, slots=True)
class Identity:
    """An official who has proven who they are, as their roles stood a few seconds ago at most."""

    official: UUID
    login: str
    name: str
    unit: str
    roles: Mapping[str, frozenset[str]]
    """Areas by role; `*` stands for the whole office."""

    def holds_any(self, roles: Iterable[str]) -> bool:
        """Say whether the official holds one of the roles in any area."""
        return not self.roles.keys().isdisjoint(roles)

    def role_for(self, roles: Iterable[str], areas: Iterable[str] = ()) -> str | None:
        """Return the first of the roles that the official holds in all of the areas."""
        wanted = frozenset(areas)
        for role in roles:
            held = self.roles.get(role)
            if held is not None and (EVERYWHERE in held or wanted <= held):
                return role
        return None

    def sees(self, area: str) -> bool:
        """Say whether the official may read what belongs to the area."""
        return any(EVERYWHERE in areas or area in areas for areas in self.business_roles.values())

    @property
    def business_roles(self) -> dict[str, frozenset[str]]:
        """The roles that deal with cases; those who run the machines see none."""
        return {role: areas for role, areas in self.roles.items() if role != "operator"}

    @property
    def areas_seen(self) -> frozenset[str]:
        """The areas whose cases the official may read; `*` for all."""
        return frozenset().union(*self.business_roles.values())
