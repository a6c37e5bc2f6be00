"""Who asks: an official with their roles, and the areas they hold each role in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from domain.areas import AREAS
from domain.officials.official import OPERATOR, ROLES, WHOLE_OFFICE
from domain.refusal import Message, Refused


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

    @classmethod
    def but(cls, roles: Iterable[str]) -> Self:
        """Return the refusal that names whose roles it is for."""
        return cls(roles=tuple(Message(ROLES[role]) for role in roles))


class NotYourArea(Forbidden):
    """The official holds the role, but not for this area."""

    CODE = "identity.not_your_area"
    SENTENCE = "This belongs to the area %(area)s, where none of your roles may do this."

    @classmethod
    def but(cls, areas: Iterable[str]) -> Self:
        """Return the refusal that names the areas."""
        return cls(area=tuple(AREAS.get(area, area) for area in sorted(areas)))


class OwnRelative(Forbidden):
    """Nobody deals with their own relatives, in whatever role (Civil Servants Act, 公务员法, Art. 76)."""

    CODE = "officials.own_relative"
    SENTENCE = "This is about somebody who is declared as your relative. Leave it to a colleague."


@dataclass(frozen=True, slots=True)
class Identity:
    """An official who has proven who they are, as their roles stood a few seconds ago at most."""

    official: UUID
    login: str
    name: str
    unit: str
    roles: Mapping[str, frozenset[str]]
    """Areas by role; `*` stands for the whole office."""
    must_change_password: bool = False
    """Signed in with a one-time password: nothing else can be done before."""
    relatives: frozenset[UUID] = frozenset()
    """Persons whose cases are closed to the official, as they were declared."""

    def holds_any(self, roles: Iterable[str]) -> bool:
        """Say whether the official holds one of the roles in any area."""
        return not self.roles.keys().isdisjoint(roles)

    def role_for(self, roles: Iterable[str], areas: Iterable[str] = ()) -> str | None:
        """Return the first of the roles that the official holds in all of the areas."""
        wanted = frozenset(areas)
        for role in roles:
            held = self.roles.get(role)
            if held is not None and (WHOLE_OFFICE in held or wanted <= held):
                return role
        return None

    def areas_of(self, roles: Iterable[str]) -> frozenset[str] | None:
        """Return the areas in which the official holds any of the roles; None for all of them."""
        held = frozenset[str]().union(*(self.roles.get(role, ()) for role in roles))
        return None if WHOLE_OFFICE in held else held

    def sees(self, area: str) -> bool:
        """Say whether the official may read what belongs to the area."""
        return any(WHOLE_OFFICE in areas or area in areas for areas in self.business_roles.values())

    def is_apart_from(self, people: Iterable[UUID | None]) -> bool:
        """Say whether none of the people is a relative of the official."""
        return self.relatives.isdisjoint(people)

    def keep_apart_from(self, people: Iterable[UUID | None]) -> None:
        """Go on only if none of the people is a relative of the official. Raises OwnRelative."""
        if not self.is_apart_from(people):
            raise OwnRelative

    @property
    def business_roles(self) -> dict[str, frozenset[str]]:
        """The roles that deal with cases; those who run the machines see none."""
        return {role: areas for role, areas in self.roles.items() if role != OPERATOR}

    def areas_to_read(self, wanted: str | None = None) -> frozenset[str] | None:
        """Return the areas to look in, of those that the official may read; None for all of them."""
        seen = frozenset[str]().union(*self.business_roles.values())
        if WHOLE_OFFICE in seen:
            return None if wanted is None else frozenset((wanted,))
        return seen if wanted is None else seen & {wanted}
