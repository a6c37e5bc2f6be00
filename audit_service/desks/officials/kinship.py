"""Declaring near relatives, whose cases are then closed to the official in any role."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.needy.register import IdNumber
from audit_service.desks.offers import Relation
from audit_service.identity.identity import Forbidden, Identity
from domain.identities import official_id
from domain.officials.official import MANAGER, WHOLE_OFFICE, Official
from domain.roles import OPERATOR, ROLES

WHO_DECLARES = tuple(role for role in ROLES if role != OPERATOR)
"""Whoever may have a part in a case, or in what becomes of an error made in one."""


class NotYourColleague(Forbidden):
    """Relatives are declared by officials themselves, or by who leads their unit."""

    CODE = "official.not_your_colleague"
    SENTENCE = "Relatives of others are declared and withdrawn by a manager of their unit. Ask one."


class OwnDeclaration(Forbidden):
    """Nobody opens to themselves what was closed to them."""

    CODE = "official.own_declaration"
    SENTENCE = "Your own declarations are withdrawn by another manager, as this opens cases to you. Ask one."


class DeclareKinship(Command):
    """Declare a near relative of the official: yourself, or as manager for an official of your unit."""

    id_number: Annotated[IdNumber, Field(title="Id number of the relative")]
    relation: Annotated[Relation, Field(title="Relation to the official")]


class WithdrawKinship(Command):
    """Withdraw a declaration that does not hold. The official can see the person's cases again."""

    id_number: Annotated[IdNumber, Field(title="Id number of the relative")]


@carries_out(
    DeclareKinship,
    title="Declare a relative",
    at="/officials/{login}/kinship",
    roles=WHO_DECLARES,
)
def declare_kinship(desk: Desk, login: str, command: DeclareKinship) -> None:
    """Record the declaration. The relative need not be in the database of the needy."""
    official = desk.as_seen(desk.get(Official, official_id(login)))
    if official.id != desk.official.official:
        _as_their_manager(desk, official)
    official.declare_kinship(_relative(desk, command.id_number), command.relation, desk.act(command))
    desk.keep(official)


@carries_out(
    WithdrawKinship,
    title="Withdraw the declaration of a relative",
    at="/officials/{login}/kinship-withdrawals",
    roles=(MANAGER,),
)
def withdraw_kinship(desk: Desk, login: str, command: WithdrawKinship) -> None:
    """Record that the declaration does not hold."""
    official = desk.as_seen(desk.get(Official, official_id(login)))
    if official.id == desk.official.official:
        raise OwnDeclaration
    _as_their_manager(desk, official)
    official.withdraw_kinship(_relative(desk, command.id_number), desk.act(command))
    desk.keep(official)


def leads(manager: Identity, unit: str) -> bool:
    """Say whether the official is a manager of the unit, or of the whole office."""
    areas = manager.roles.get(MANAGER)
    return areas is not None and (manager.unit == unit or WHOLE_OFFICE in areas)


def _as_their_manager(desk: Desk, official: Official) -> None:
    """Go on only for a manager of the official's unit. Raises NotYourColleague."""
    if not leads(desk.official, official.unit):
        raise NotYourColleague


def _relative(desk: Desk, id_number: str) -> UUID:
    return desk.vault.person_identity(id_number)
