"""What is asked for about an import: that what was sent in is taken over, or taken back."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.imports.words import RowsPurpose
from audit_service.identity.identity import Identity
from audit_service.imports.built_on import check_nothing_built_on
from audit_service.store.errors import NotOnRecord
from domain.identities import import_id
from domain.imports.imported import Import
from domain.imports.refusals import AlreadyAnnounced, RowsOpenAlready, StillReading
from domain.kernel import Event
from domain.roles import CLERK

WHO_IMPORTS = (CLERK,)
"""Who may take registers over."""


class CarryOutImport(Command):
    """Take over into the record what was sent in, after you have seen what would become of each row."""


class OpenImportRows(Command):
    """See what became of each row until the end of the day, with the personal data in it. It is recorded."""

    purpose: Annotated[RowsPurpose, Field(title="What for")]


class TakeBackImport(Command):
    """Take the import back as a whole: all that it brought on record is withdrawn, and its history stays."""


@carries_out(
    CarryOutImport,
    title="Carry the import out",
    at="/imports/{import_number}/carrying-out",
    roles=WHO_IMPORTS,
)
def carry_out_import(desk: Desk, import_number: str, command: CarryOutImport) -> None:
    sent = desk.imports.sent(import_number)
    about = sent.about
    desk.enter(*about.areas)
    if not about.tried:
        raise StillReading
    imported = desk.find(Import, import_id(import_number))
    if imported is not None and imported.is_announced:
        raise AlreadyAnnounced
    files = tuple(file.imported for file in about.taken)
    act = desk.act(command)
    desk.keep(Import.announce(import_number, files, tuple(about.areas), act, opened=imported))
    sent.ask()


@carries_out(
    OpenImportRows,
    title="Open the rows",
    at="/imports/{import_number}/openings",
    roles=WHO_IMPORTS,
)
def open_import_rows(desk: Desk, import_number: str, command: OpenImportRows) -> None:
    about = desk.imports.sent(import_number).about
    imported = desk.find(Import, import_id(import_number)) or Import.blank(import_id(import_number))
    if not imported.is_announced and about.sent_by != desk.official.official:
        raise NotOnRecord(imported.id)
    desk.enter(*about.areas)
    if not about.tried:
        raise StillReading
    if rows_are_open(desk.events_of(imported), desk.official, desk.today):
        raise RowsOpenAlready
    imported.open_rows(desk.act(command), purpose=command.purpose)
    desk.keep(imported)


def rows_are_open(events: Sequence[Event], reader: Identity, today: date) -> bool:
    """Say whether the official opened the rows of an import today, by what happened to it."""
    opened = (event for event in events if isinstance(event, Import.RowsOpened) and event.on == today)
    return any(event.by == reader.official for event in opened)


@carries_out(
    TakeBackImport,
    title="Take the import back",
    at="/imports/{import_number}/taking-back",
    roles=WHO_IMPORTS,
)
def take_back_import(desk: Desk, import_number: str, command: TakeBackImport) -> None:
    imported = desk.get(Import, import_id(import_number))
    desk.enter(*imported.areas)
    imported.check_taking_back()
    desk.look_through(check_nothing_built_on, imported.id)
    desk.as_seen(imported).order_taking_back(desk.act(command))
    desk.keep(imported)
