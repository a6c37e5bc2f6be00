"""The list of imports, and what waits to be carried out."""

from datetime import date

from pydantic import BaseModel

from audit_service.desks.imports.looking import WHO_READS, sent_in
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.imports.about import About
from audit_service.office import Office
from domain.imports.imported import Import
from projections import import_register


class ImportRow(BaseModel):
    """An import in the list."""

    number: str
    state: str
    announced_on: date
    by: str
    files: int
    kinds: str
    seen: bool
    """Whether the reader may look at it: it is in their areas."""
    rows: int
    accepted: int | None
    duplicate: int | None
    rejected: int | None
    position: int


class ImportsAnswer(BaseModel):
    """A page of the list of imports."""

    imports: list[ImportRow]
    next: int | None
    """The next page begins before this position; null on the last."""


def listed(office: Office, reader: Identity, *, before: int, limit: int) -> ImportsAnswer:
    """Return imports that were carried out, the latest first."""
    if not reader.holds_any(WHO_READS):
        raise NotYourRole.but(WHO_READS)
    with office.views.connect() as views:
        rows = import_register.listed(views, before=before, limit=limit + 1)
    names = Names.of(office, {row.announced_by for row in rows})
    found = [
        ImportRow(
            **{name: getattr(row, name) for name in _SAME},
            by=names.official(row.announced_by),
            seen=all(map(reader.sees, row.areas.split())),
        )
        for row in rows[:limit]
    ]
    return ImportsAnswer(imports=found, next=rows[limit - 1].position if len(rows) > limit else None)


_SAME = tuple(name for name in ImportRow.model_fields if name not in {"by", "seen"})


def waiting(office: Office, reader: Identity) -> list[About]:
    """Return what the official sent in and did not have carried out yet, the latest first."""
    found = []
    for sent in office.imports.all():
        about, _progress = sent_in(office, sent.number)
        if about and about.sent_by == reader.official:
            imported = office.record.find(Import, sent.identity)
            found += [about] if imported is None or not imported.is_announced else []
    return found
