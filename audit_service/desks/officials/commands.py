"""Who works with the service, and who may do what where."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.web.kinds import Choice, Choices
from domain.areas import AREAS
from domain.identities import official_id
from domain.officials.official import OPERATOR, ROLES, WHOLE_OFFICE, Official
from domain.refusal import Refused


class LoginTaken(Refused):
    """Two officials cannot sign in under one name."""

    CODE = "official.login_taken"
    SENTENCE = "Somebody is registered under the login %(login)s already. Choose another one."


class OwnRoles(Refused):
    """Nobody decides on their own roles."""

    CODE = "official.own_roles"
    SENTENCE = "Your own roles are decided on by somebody else. Ask another operator."


def roles() -> Iterator[Choice]:
    """Yield the roles that there are."""
    return (Choice(role, title) for role, title in ROLES.items())


def areas() -> Iterator[Choice]:
    """Yield the areas in which a role can be held."""
    yield Choice(WHOLE_OFFICE, "The whole office")
    yield from (Choice(area.code, area.en) for area in AREAS.values())


Role = Annotated[str, Choices(roles)]
Area = Annotated[str, Choices(areas)]


class RegisterOfficial(Command):
    """Enter someone who works with the service. Roles are given afterwards."""

    login: Annotated[
        str,
        Field(
            title="Login",
            description="Small letters, digits, dot and hyphen. It stays the same for ever.",
            pattern=r"^[a-z][a-z0-9.-]+$",
            max_length=50,
        ),
    ]
    name: Annotated[str, Field(title="Name", min_length=1, max_length=100)]
    unit: Annotated[str, Field(title="Unit", min_length=1, max_length=100)]


class GrantRole(Command):
    """Say what the official may do, and in which areas. A role held already is replaced by this."""

    role: Annotated[Role, Field(title="Role")]
    areas: Annotated[tuple[Area, ...], Field(title="Areas", min_length=1)]


class RevokeRole(Command):
    """Take a role from the official. What they did in it stays on record."""

    role: Annotated[Role, Field(title="Role")]


@carries_out(
    RegisterOfficial,
    title="Register an official",
    at="/officials",
    form_at="/officials/new",
    shows="/officials/{login}",
    roles=(OPERATOR,),
)
def register_official(desk: Desk, command: RegisterOfficial) -> None:
    if desk.find(Official, official_id(command.login)) is not None:
        raise LoginTaken(login=command.login)
    act = desk.act(command)
    desk.keep(Official.register(command.login, act, name=command.name, unit=command.unit))


@carries_out(GrantRole, title="Grant a role", at="/officials/{login}/roles", roles=(OPERATOR,))
def grant_role(desk: Desk, login: str, command: GrantRole) -> None:
    official = desk.keep(_somebody_else(desk, login))
    everywhere = WHOLE_OFFICE in command.areas
    chosen = (WHOLE_OFFICE,) if everywhere else tuple(sorted(set(command.areas)))
    official.grant(command.role, chosen, desk.act(command))


@carries_out(RevokeRole, title="Revoke a role", at="/officials/{login}/revocations", roles=(OPERATOR,))
def revoke_role(desk: Desk, login: str, command: RevokeRole) -> None:
    desk.keep(_somebody_else(desk, login)).revoke(command.role, desk.act(command))


def _somebody_else(desk: Desk, login: str) -> Official:
    official = desk.as_seen(desk.get(Official, official_id(login)))
    if official.id == desk.official.official:
        raise OwnRoles
    return official
