"""The commands of `audit-service`, each a module of its own."""

import typer

from audit_service.cli.case import case
from audit_service.cli.demo import demo
from audit_service.cli.follow import follow
from audit_service.cli.history import history
from audit_service.cli.import_ import import_
from audit_service.cli.officials import officials
from audit_service.cli.prepare import prepare
from audit_service.cli.rebuild import rebuild
from audit_service.cli.recheck import recheck
from audit_service.cli.reindex import reindex
from audit_service.cli.serve import serve
from audit_service.cli.standards import standards
from audit_service.cli.verify import verify

program = typer.Typer(
    name="audit-service",
    help="Keep the record of an office: decisions as immutable events, views that can be made anew.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

for command in (prepare, serve, follow, rebuild, recheck, reindex, demo, case, history, verify):
    program.command()(command)
program.command("import")(import_)
program.add_typer(officials, name="officials")
program.add_typer(standards, name="standards")
