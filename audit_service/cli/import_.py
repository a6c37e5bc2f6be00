"""`audit-service import`: registers kept as spreadsheets, taken over into the record."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit_service.cli.answers import AsJson, InTheNameOf, answer_in_json, progress, say, show_table
from audit_service.settings import settings_from
from audit_service.web.translation import gettext

if TYPE_CHECKING:
    from audit_service.ledgers.importing import Imported


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Registers as XLSX or CSV.")],
    *,
    login: InTheNameOf = None,
    reports: Annotated[
        Path | None,
        typer.Option(help="Folder for reports of rejected rows; `reports` in the data folder if not given."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take registers over: people, households, and cases in payment. Nothing is recorded twice."""
    from audit_service.cli.door import asking
    from audit_service.ledgers.importing import import_registers, read_registers
    from audit_service.opening import opened
    from domain.officials.official import CLERK

    gc.freeze()
    gc.set_threshold(100_000)  # nearly all that an import makes stays until it ends: saves a fifth
    settings = settings_from()
    registers = read_registers(files)
    with opened(settings) as office:
        with progress("Taking over") as advance:
            imported = import_registers(office, registers, asking(office, CLERK, login), advance)
        office.follower.catch_up()
    found = _found(imported, reports or settings.data_dir / "reports")
    if as_json:
        answer_in_json(found)
    else:
        _show(found)


def _found(imported: list["Imported"], folder: Path) -> dict[str, Any]:
    """Write the reports of rejected rows, and count what was found."""
    from audit_service.ledgers.report import write_report
    from audit_service.ledgers.tally import Tally

    tally = Tally()
    for each in imported:
        tally.add(each.register, each.judged)
    reports = [write_report(each.register, each.judged, folder) for each in imported]
    return tally.as_json() | {
        "reports": {name: report and str(report) for name, report in zip(tally.files, reports, strict=True)},
        "sheets_left_out": [sheet for each in imported for sheet in each.register.left_out],
    }


def _show(found: dict[str, Any]) -> None:
    from audit_service.ledgers.report import REASONS

    outcomes = ("rows", "accepted", "duplicate", "rejected")
    files = found["files"]
    show_table(
        ("File", "Rows", "Taken over", "Already on record", "Rejected"),
        ([name, *(counts[outcome] for outcome in outcomes)] for name, counts in files.items()),
    )
    for name, counts in files.items():
        if counts["rejected"]:
            show_table(
                ("Why rows were rejected", "Rows"),
                ([gettext(REASONS[code]), rows] for code, rows in counts["rows_by_reason"].items()),
            )
            say(
                "The rejected rows of %(file)s, with reasons: %(report)s",
                file=name,
                report=found["reports"][name],
            )
    if found["sheets_left_out"]:
        say("Not read, as they hold another register: %(sheets)s.", sheets=found["sheets_left_out"])
    say(
        "On record from these files: %(people)s people in %(households)s households.",
        people=found["people"],
        households=found["households"],
    )
    if found["people_with_name_mismatch"]:
        say(
            "%(people)s people stand under more than one name. Compare their papers.",
            people=found["people_with_name_mismatch"],
        )
