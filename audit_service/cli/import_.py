"""`audit-service import`: registers kept as spreadsheets, taken over into the record."""

import gc
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit_service.cli.answers import AsJson, InTheNameOf, answer_in_json, progress, say, show_table
from audit_service.ledgers.memory import give_back
from audit_service.settings import Settings, settings_from
from audit_service.web.translation import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit_service.ledgers.importing import Imported
    from audit_service.ledgers.reading import Ledger


MANY = 3_000
"""Rows from which on a process beside keeps the views up to date meanwhile."""


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Registers as XLSX, XLS or CSV.")],
    *,
    login: InTheNameOf = None,
    reports: Annotated[
        Path | None,
        typer.Option(help="Folder for reports of rejected rows; `reports` in the data folder if not given."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would become of each row, and record nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take registers and ledgers of visits over. What is on record already is not recorded again."""
    gc.freeze()
    gc.set_threshold(100_000)  # nearly all that an import makes stays until it ends: saves a fifth
    found = _imported(files, login, reports, dry_run=dry_run)
    if as_json:
        answer_in_json(found)
    else:
        _show(found)


def _imported(files: list[Path], login: str | None, reports: Path | None, *, dry_run: bool) -> dict[str, Any]:
    """Carry the import out, views included, or only try it, and tell what was found."""
    from audit_service.ledgers.importing import import_ledgers, read_ledgers, try_out
    from audit_service.opening import followed_beside

    settings = settings_from()
    ledgers = read_ledgers(files, settings.data_dir)
    folder = reports or settings.data_dir / "reports"
    if dry_run:
        return {"dry_run": True} | _gone_through(try_out, ledgers, settings, login, folder)
    many = sum(map(len, ledgers)) >= MANY
    with followed_beside(settings) if many else nullcontext():
        found = _gone_through(import_ledgers, ledgers, settings, login, folder)
        del ledgers  # the views need the room
        give_back()
        _notice(settings)
    return {"dry_run": False} | found


def _gone_through(
    go_through: "Callable[..., Imported]",
    ledgers: "list[Ledger]",
    settings: Settings,
    login: str | None,
    folder: Path,
) -> dict[str, Any]:
    from audit_service.cli.door import asking
    from audit_service.opening import opened
    from domain.officials.official import CLERK

    with opened(settings) as office, progress("Taking over") as advance:
        return _found(go_through(office, ledgers, asking(office, CLERK, login), advance), folder)


def _notice(settings: Settings) -> None:
    """Bring the views up to date, and look at once at what does not fit about the people who came in."""
    from audit_service.opening import following, opened
    from audit_service.rechecking.noticing import notice

    with opened(settings) as office, following(office):
        notice(office)


def _found(imported: "Imported", folder: Path) -> dict[str, Any]:
    """Write the reports of rejected rows, and tell what was found."""
    from audit_service.ledgers.report import write_report

    reports = [write_report(judgement, folder) for judgement in imported.judgements]
    names = imported.tally.files
    return imported.tally.as_json() | {
        "reports": {name: report and str(report) for name, report in zip(names, reports, strict=True)},
        "sheets_left_out": [
            sheet for judgement in imported.judgements for sheet in judgement.ledger.left_out
        ],
        "sheets_hidden": [sheet for judgement in imported.judgements for sheet in judgement.ledger.hidden],
    }


def _show(found: dict[str, Any]) -> None:
    from audit_service.ledgers.telling import REASONS

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
        say("Not read, as needed columns are missing: %(sheets)s.", sheets=found["sheets_left_out"])
    if found["sheets_hidden"]:
        say("Not read, as these sheets are hidden: %(sheets)s.", sheets=found["sheets_hidden"])
    if found["dry_run"]:
        say("Nothing was recorded: this says what an import would find.")
        return
    say(
        "On record from these files: %(people)s people, %(households)s households, %(visits)s visits, "
        "%(questions)s questions.",
        **{name: found[name] for name in ("people", "households", "visits", "questions")},
    )
    if found["people_with_name_mismatch"]:
        say(
            "%(people)s people stand under more than one name. Compare their papers.",
            people=found["people_with_name_mismatch"],
        )
