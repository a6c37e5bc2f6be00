"""`audit-service history`: what happened to a case, in plain words."""

from typing import TYPE_CHECKING

import typer

from audit_service.cli.answers import AsJson, answer_in_json
from audit_service.cli.moments import KnownAt, Number
from audit_service.settings import settings_from
from audit_service.web.translation import gettext

if TYPE_CHECKING:
    from audit_service.desks.cases.answers import MomentAnswer


def history(number: Number, *, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """Show what happened to a case: who, when, why, and what became different, the latest first."""
    from audit_service.desks.cases.answers import history_answer
    from audit_service.desks.cases.dossier import dossier
    from audit_service.opening import opened

    with opened(settings_from()) as office:
        office.follower.catch_up()
        found = dossier(office, number, known_at=known_at)
        answer = history_answer(office, found)
    if as_json:
        answer_in_json(answer.model_dump(mode="json"))
        return
    for event in answer.events:
        _show(event)


def _show(event: "MomentAnswer") -> None:
    from audit_service.web.wording import day, instant

    typer.secho(f"{instant(event.recorded_at)}  {event.title}", bold=True)
    typer.echo(f"    {event.by}  #{event.position}")
    if event.valid_from:
        typer.echo(f"    {gettext('Valid from')} {day(event.valid_from)}")
    for change in event.changes:
        before = f"{change.before} → " if change.before else ""
        typer.echo(f"    {change.label}: {before}{change.after or ''}")
    for words in (event.because, event.basis):
        if words:
            typer.echo(f"    {words}")
