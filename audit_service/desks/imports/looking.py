"""Imports as they are read: the list, one import, and what became of each row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.imports.words import LEFT_OUT, LOOKED_AT, TRIED, import_state
from audit_service.desks.names import areas_named
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole
from audit_service.imports.about import About, Progress, SentFile
from audit_service.ledgers.outcomes import Outcome
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number, sentence
from domain.identities import import_id
from domain.imports.imported import ANNOUNCED, TAKING_BACK, Import, ImportedFile
from domain.kernel import Event
from domain.roles import CLERK, INSPECTOR, MANAGER

WHO_READS = (CLERK, MANAGER, INSPECTOR)
"""Who may see who imported what; what became of each row is for clerks."""


class FileAnswer(BaseModel):
    """A file of an import. Counts are those of the trial until the import is carried out."""

    name: str
    kinds: str
    """Codes of the registers in it, with blanks between them."""
    rows: int
    left_out: list[str]
    """Sheets that hold a register without all of the columns that it needs."""
    hidden: list[str]
    """Sheets that are hidden in the workbook, and are not read."""
    refused: str
    """Why the file is left out, in the reader's language; empty if it is not."""
    accepted: int | None
    duplicate: int | None
    rejected: int | None
    rows_by_reason: dict[str, int]
    report: bool
    """Whether it can be read what became of each row."""


class KeptAnswer(BaseModel):
    """An entry that stayed on record when the import was taken back."""

    number: str
    built_on: str
    """Topic of what was built on it."""
    position: int
    """Of that in the record."""


class ImportAnswer(BaseModel):
    """An import: how far it is, and what was found in its files."""

    number: str
    state: str
    sent_by: str
    """Name of the official."""
    sent_at: datetime
    areas: list[str]
    files: list[FileAnswer]
    totals: dict[str, int]
    """`people`, `households`, `visits` and `questions` over all files; empty while they are not known, and
    when the reports are kept no longer."""
    kept: list[KeptAnswer]
    """Of an import that was taken back: the first of the entries that stay, as somebody went on with them."""
    doing: str
    """`reading`, `trying`, `carrying_out`; empty while nothing is done."""
    done: int
    rows: int
    version: int
    """Of what is on record of it; 0 before it is carried out."""


@dataclass(frozen=True)
class Found:
    """An import that the reader may see."""

    number: str
    about: About | None
    """None where what was sent in is kept no longer, or came over the command line."""
    progress: Progress | None
    events: Sequence[Event]
    imported: Import | None
    """None before it was asked for."""


def readable_import(office: Office, reader: Identity, text: str) -> Found:
    """Return an import for an official who may see it. Raises NotOnRecord, NotYourRole, NotYourArea."""
    if not reader.holds_any(WHO_READS):
        raise NotYourRole.but(WHO_READS)
    about, progress = sent_in(office, text)
    events = list(office.record.events(import_id(text)))
    announced = any(isinstance(event, Import.Announced) for event in events)
    imported = office.record.find(Import, import_id(text)) if announced else None
    if imported is None and (about is None or about.sent_by != reader.official):
        raise NotOnRecord(import_id(text))
    areas = imported.areas if imported else about.areas if about else ()
    if imported is not None and not all(map(reader.sees, areas)):
        raise NotYourArea.but(areas)
    return Found(text, about, progress, events, imported)


def sent_in(office: Office, text: str) -> tuple[About | None, Progress | None]:
    """Return what is known of what was sent in, and how far it is; nothing of what is kept no longer."""
    try:
        sent = office.imports.sent(text)
        about = sent.about
    except NotOnRecord:
        return None, None
    return about, sent.progress


def told(office: Office, found: Found) -> ImportAnswer:
    """Tell an import."""
    about, progress = found.about, found.progress or Progress(doing="")
    first = next((event for event in found.events if isinstance(event, Import.Announced)), None)
    by = first.by if first else about.sent_by if about else UUID(int=0)
    at = about.sent_at if about else first.recorded_at if first else None
    imported = found.imported
    return ImportAnswer(
        number=found.number,
        state=imported.state if imported else _before_it_is_carried_out(about),
        sent_by=Names.of(office, [by]).official(by),
        sent_at=at,
        areas=list(imported.areas if imported else about.areas if about else ()),
        files=_files(found),
        totals=about.totals if about else {},
        kept=[KeptAnswer(**vars(one)) for one in imported.kept] if imported else [],
        version=imported.version if imported else 0,
        **progress.model_dump(),
    )


def _before_it_is_carried_out(about: About | None) -> str:
    if about is None or not about.tried:
        return LOOKED_AT
    return TRIED if about.taken else LEFT_OUT


def _files(found: Found) -> list[FileAnswer]:
    if found.about is not None:
        return [_file(file, reported=found.about.tried) for file in found.about.files]
    announced = found.imported.files if found.imported else ()
    carried_out = next((event for event in found.events if isinstance(event, Import.CarriedOut)), None)
    counts = [vars(each) for each in carried_out.counts] if carried_out else [{}] * len(announced)
    return [_of_record(file, each) for file, each in zip(announced, counts, strict=True)]


def _of_record(file: ImportedFile, counts: dict[str, Any]) -> FileAnswer:
    kinds = file.kinds.split()
    known = SentFile(name=file.name, size=0, content_hash=file.content_hash, kinds=kinds, rows=file.rows)
    return _file(known.model_copy(update={"found": counts}), reported=False)


def _file(file: SentFile, *, reported: bool) -> FileAnswer:
    return FileAnswer(
        name=file.name,
        kinds=" ".join(file.kinds),
        rows=file.rows,
        left_out=file.left_out,
        hidden=file.hidden,
        refused=sentence(file.refused.refusal) if file.refused else "",
        rows_by_reason=file.found.get("rows_by_reason", {}),
        report=reported and not file.refused,
        **{outcome.value: file.found.get(outcome.value) for outcome in Outcome},
    )


@stands_beside("/imports/{import_number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the import that a command is about."""
    answer = told(office, readable_import(office, identity, parameters["import_number"]))
    return Beside(
        title=answer.number,
        href=f"/imports/{answer.number}",
        facts=[
            (_("State"), import_state(answer.state)),
            (_("Areas"), areas_named(answer.areas)),
            (_("Files"), number(len(answer.files))),
            (_("Rows"), number(sum(file.rows for file in answer.files))),
        ],
    )


def is_moving(answer: ImportAnswer) -> bool:
    """Say whether something is being done with the import."""
    return answer.state in {LOOKED_AT, ANNOUNCED, TAKING_BACK}
