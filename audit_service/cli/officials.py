"""`audit-service officials`: who works with the service, and how they get in."""

from typing import Annotated, Any

import typer

from audit_service.cli.answers import AsJson, Because, answer_in_json, say, show_table
from audit_service.settings import settings_from
from domain.officials.official import OPERATOR, WHOLE_OFFICE

officials = typer.Typer(
    help="Register officials, say what they may do where, and let them in.", no_args_is_help=True
)

Login = Annotated[str, typer.Argument(help="Name the official signs in with.")]
Role = Annotated[str, typer.Argument(help="clerk, caseworker, manager, inspector or operator.")]


@officials.command()
def add(
    login: Login,
    name: Annotated[str, typer.Argument(help="Name of the official.")],
    unit: Annotated[str, typer.Argument(help="Unit the official works in.")],
    because: Because = None,
) -> None:
    """Register an official, without a role and without a password yet."""
    _ask("RegisterOfficial", because, {"login": login, "name": name, "unit": unit})
    say("%(login)s is registered.", login=login)


@officials.command()
def grant(
    login: Login,
    role: Role,
    areas: Annotated[
        list[str] | None, typer.Argument(help="Codes of areas; the whole office if none.")
    ] = None,
    because: Because = None,
) -> None:
    """Give an official a role in some areas."""
    _ask("GrantRole", because, {"role": role, "areas": areas or [WHOLE_OFFICE]}, login=login)
    say("%(login)s holds the role %(role)s.", login=login, role=role)


@officials.command()
def revoke(login: Login, role: Role, because: Because = None) -> None:
    """Take a role from an official."""
    _ask("RevokeRole", because, {"role": role}, login=login)
    say("%(login)s does not hold the role %(role)s any more.", login=login, role=role)


@officials.command()
def password(login: Login, *, as_json: AsJson = False) -> None:
    """Give an official a one-time password; the one they had and their sessions end."""
    from audit_service.cli.door import official
    from audit_service.opening import opened

    with opened(settings_from()) as office:
        found = official(office, login)
        made = office.identities.accounts.open(found.official, login)
    if as_json:
        answer_in_json({"login": login, "one_time_password": made})
        return
    say("One-time password of %(login)s: %(password)s", login=login, password=made)


@officials.command()
def token(login: Login, *, as_json: AsJson = False) -> None:
    """Make a bearer token for programs that act for an official. It is shown only now."""
    from audit_service.cli.door import official
    from audit_service.opening import opened

    with opened(settings_from()) as office:
        made = office.identities.tokens.make(official(office, login).official)
    if as_json:
        answer_in_json({"login": login, "token": made})
        return
    typer.echo(made)


@officials.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """List the officials with the roles they hold."""
    found = _everyone()
    if as_json:
        answer_in_json(found)
        return
    from audit_service.desks.names import role_name

    show_table(
        ("Login", "Name", "Unit", "Roles"),
        (
            [one["login"], one["name"], one["unit"], ", ".join(role_name(role) for role in one["roles"])]
            for one in found
        ),
    )


def _everyone() -> list[dict[str, Any]]:
    from audit_service.desks.who import Names
    from audit_service.opening import opened
    from projections.official_record import everyone, grants_of

    with opened(settings_from()) as office:
        office.follower.catch_up()
        with office.views.connect() as views:
            held = {
                row: [one for one in grants_of(views, row.official) if not one.until]
                for row in everyone(views)
            }
        names = Names.of(office, [row.official for row in held])
    return [
        {
            "login": row.login,
            "name": names.official(row.official),
            "unit": row.unit,
            "roles": {one.role: one.areas.split() for one in roles},
        }
        for row, roles in held.items()
    ]


def _ask(command: str, because: str | None, fields: dict[str, Any], **parameters: str) -> None:
    """Have a command of the officials' desk carried out for the console."""
    from audit_service.cli.door import ask, asking, grounds
    from audit_service.desks.officials import commands
    from audit_service.opening import opened

    asked = getattr(commands, command).model_validate({**fields, "because": grounds(because)})
    with opened(settings_from()) as office:
        ask(office, asked, asking(office, OPERATOR), **parameters)
