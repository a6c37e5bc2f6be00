"""How the events of imports are read."""

from audit_service.desks.imports.words import kinds_named, purpose_name
from audit_service.desks.names import areas_named
from audit_service.desks.reading import Reading, Shown
from audit_service.desks.titles import event_title
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.imports.imported import Import
from domain.kernel import Event


def _files(event: Event) -> tuple[Changed, ...]:
    if not isinstance(event, Import.Announced):
        return ()
    return tuple(
        Changed(file.name, None, f"{kinds_named(file.kinds)} · {number(file.rows)}") for file in event.files
    )


def _counts(event: Event) -> tuple[Changed, ...]:
    if not isinstance(event, Import.CarriedOut):
        return ()
    titles = {"accepted": _("Taken over"), "duplicate": _("Already on record"), "rejected": _("Rejected")}
    return tuple(
        Changed(title, None, number(sum(getattr(counts, outcome) for counts in event.counts)))
        for outcome, title in titles.items()
    )


def _kept(event: Event) -> tuple[Changed, ...]:
    if not isinstance(event, Import.TakenBack):
        return ()
    return tuple(
        Changed(_("Stays on record"), None, f"{one.number} · {event_title(one.built_on)} · № {one.position}")
        for one in event.kept
    )


READINGS: dict[type[Event], Reading] = {
    Import.Announced: Reading(
        title="Import begun",
        colour="blue",
        shows=(Shown(label="Areas", after="areas", write=areas_named),),
        more=_files,
    ),
    Import.CarriedOut: Reading(title="Import carried out", colour="green", more=_counts),
    Import.RowsOpened: Reading(
        title="Rows opened",
        tag="Personal data",
        colour="purple",
        shows=(Shown(label="What for", after="purpose", write=purpose_name),),
    ),
    Import.TakingBackOrdered: Reading(title="Import to be taken back", colour="yellow"),
    Import.TakenBack: Reading(
        title="Import taken back",
        colour="grey",
        shows=(
            Shown(label="Entries that were taken back", after="withdrawn", write=number),
            Shown(label="Entries that stay, as somebody went on with them", after="left", write=number),
        ),
        more=_kept,
    ),
}
"""By kind of event."""
