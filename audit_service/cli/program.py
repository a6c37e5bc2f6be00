"""The commands of `audit-service`, each a module of its own."""

import typer

from audit_service.cli.verify import verify

program = typer.Typer(
    name="audit-service",
    help="Keep the record of an office: decisions as immutable events, views that can be made anew.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (verify,):
    program.command()(command)


@program.callback()
def _several() -> None:
    """Let the program have commands, however few they are."""
