"""`audit-service rebuild`: views filled anew from the record, while the old ones go on."""

from typing import Annotated

import typer

from audit_service.cli.answers import AsJson, answer_in_json, progress, say
from audit_service.settings import settings_from
from domain.refusal import Refused


class NoSuchView(Refused):
    """A name that no view has."""

    CODE = "rebuild.no_such_view"
    SENTENCE = "There is no view %(name)s. Choose among: %(known)s."


class ViewNotBuilt(Refused):
    """A handler failed at an event."""

    CODE = "rebuild.view_not_built"
    SENTENCE = "A view could not be built, and the one in use is as it was: %(reason)s"


def rebuild(
    names: Annotated[
        list[str] | None, typer.Argument(help="Names of views; all of them if none is given.")
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Build views anew from the record beside the live ones, and put them in their place."""
    from audit_service.opening import opened
    from projections.follower import RebuildStopped

    with opened(settings_from()) as office:
        known = [projection.name for projection in office.follower.projections]
        for name in names or []:
            if name not in known:
                raise NoSuchView(name=name, known=", ".join(known))
        try:
            with progress("Rebuilding") as advance:
                office.follower.rebuild(names or (), advance)
        except RebuildStopped as stopped:
            raise ViewNotBuilt(reason=str(stopped)) from None
        position = office.record.last_position()
    rebuilt = names or known
    if as_json:
        answer_in_json({"views": rebuilt, "position": position})
        return
    say("Built anew up to position %(position)s: %(views)s.", position=position, views=", ".join(rebuilt))
