"""Days and moments as options: which day the facts are true on, up to when they were known."""

from datetime import date, datetime
from typing import Annotated

import typer

from audit_service.web.translation import gettext


def day(text: str) -> date:
    """Read a day. Raises BadParameter."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(gettext("write a day like 2021-07-31.")) from None


def moment(text: str) -> datetime:
    """Read a moment with its offset from UTC. Raises BadParameter."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = datetime.min  # noqa: DTZ901 - refused below like any moment without an offset
    if found.tzinfo is None:
        raise typer.BadParameter(gettext("write a moment like 2021-09-20T10:00:00+08:00."))
    return found


Number = Annotated[str, typer.Argument(help="Number of the case.")]
ValidOn = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DAY", help="Day the facts are true on; today if not given."),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        parser=moment, metavar="MOMENT", help="Moment up to which they were known; now if not given."
    ),
]
