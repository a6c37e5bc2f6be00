"""An official: who may do what, and where."""

from typing import Self

from domain.identities import official_id
from domain.kernel import Act, Event, Personal
from domain.officials.kinship import Kinship
from domain.refusal import Message, Refused
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, OPERATOR, ROLES

__all__ = ["CASEWORKER", "CLERK", "INSPECTOR", "MANAGER", "OPERATOR", "ROLES", "WHOLE_OFFICE", "Official"]

WHOLE_OFFICE = "*"


class UnknownRole(Refused):
    """A role that there is not."""

    CODE = "official.unknown_role"
    SENTENCE = "There is no role %(role)s. Choose one of: %(roles)s."


class NoAreas(Refused):
    """A role that could be used nowhere."""

    CODE = "official.no_areas"
    SENTENCE = "Say in which areas the role is held, or that it is held in the whole office."


class OperatorStandsApart(Refused):
    """Who runs the machines may not decide on cases, nor the other way round."""

    CODE = "official.operator_stands_apart"
    SENTENCE = "Who runs the machines holds no other role. Revoke %(role)s first, or choose another official."


class RoleNotHeld(Refused):
    """A role that the official does not hold cannot be revoked."""

    CODE = "official.role_not_held"
    SENTENCE = "This official does not hold the role %(role)s. Choose one that they hold."


class Official(Kinship):
    """Someone who works with the service, under the name they sign in with."""

    TOPIC = "official"

    login: str = ""
    unit: str = ""
    roles: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - replaced, never changed in place
    """Areas by role."""

    class Registered(Event):
        """An official was entered who may sign in."""

        TOPIC = "official.registered"

        login: str
        name: Personal
        works_in: str
        """The official's own unit; `unit` is the one of who entered them."""

        def apply(self, official: "Official") -> None:
            official.login, official.unit = self.login, self.works_in

    class RoleGranted(Event):
        """The official was given a role in some areas."""

        TOPIC = "official.role_granted"

        granted: str
        """The role that was given; `role` is the one of who gave it."""
        areas: tuple[str, ...]
        """`*` stands for the whole office."""

        def apply(self, official: "Official") -> None:
            official.roles = official.roles | {self.granted: self.areas}

    class RoleRevoked(Event):
        """A role was taken from the official."""

        TOPIC = "official.role_revoked"

        revoked: str

        def apply(self, official: "Official") -> None:
            official.roles = {role: areas for role, areas in official.roles.items() if role != self.revoked}

    @classmethod
    def register(cls, login: str, act: Act, *, name: str, unit: str) -> Self:
        """Enter an official, without a role yet."""
        official = cls.blank(official_id(login))
        official.trigger(cls.Registered, act, login=login, name=name, works_in=unit)
        return official

    def grant(self, role: str, areas: tuple[str, ...], act: Act) -> None:
        """Give a role. A role held already is held in these areas from now on.

        Raises UnknownRole, NoAreas, OperatorStandsApart.
        """
        if role not in ROLES:
            raise UnknownRole(role=role, roles=tuple(map(Message, ROLES.values())))
        if not areas:
            raise NoAreas
        others = [held for held in self.roles if held != role and OPERATOR in {held, role}]
        if others:
            raise OperatorStandsApart(role=Message(ROLES[others[0]]))
        self.trigger(self.RoleGranted, act, granted=role, areas=areas)

    def holds(self, role: str, area: str) -> bool:
        """Tell whether the official may act in a role in an area."""
        return not {area, WHOLE_OFFICE}.isdisjoint(self.roles.get(role, ()))

    def revoke(self, role: str, act: Act) -> None:
        """Take a role away. Raises RoleNotHeld."""
        if role not in self.roles:
            raise RoleNotHeld(role=Message(ROLES.get(role, role)))
        self.trigger(self.RoleRevoked, act, revoked=role)
