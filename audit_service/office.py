"""What every desk of the office stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, TypeVarTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from audit_service.back_room import BackRoom
from audit_service.documents.documents import Documents
from audit_service.identity.identities import Identities
from audit_service.imports.folder import Imports
from audit_service.proof.receipt import Signer
from audit_service.store.record import Record
from audit_service.store.vault import Vault
from domain.kernel import Aggregate
from domain.standards.deadlines import WorkingDays
from projections.follower import Follower

A = TypeVar("A", bound=Aggregate)
T = TypeVar("T")
Ts = TypeVarTuple("Ts")

CALENDAR = ZoneInfo("Asia/Shanghai")
"""The calendar that the office's days are counted in."""

MUCH = 2000
"""Histories from which on reading them is left to the back room."""


class TooMuchHere(Exception):
    """So much has to be read that it would keep everyone else waiting."""


def today() -> date:
    """Return the day it is in the office's calendar."""
    return datetime.now(CALENDAR).date()


@dataclass(frozen=True, kw_only=True)
class Office:
    """The stores and the keys of one office, open for work."""

    record: Record
    vault: Vault
    documents: Documents
    imports: Imports
    signer: Signer
    identities: Identities
    follower: Follower
    views: Engine
    working_days: WorkingDays
    today: Callable[[], date] = today
    back_room: "BackRoom[Office] | None" = None
    """None where nobody waits for anything else."""
    fonts_dir: Path | None = None
    """Folder of the fonts that papers are set in; None for those of the machine."""

    def check_size(self, histories: int) -> None:
        """Ask whether so many histories may be read here. Raises TooMuchHere."""
        if self.back_room is not None and histories > MUCH:
            raise TooMuchHere

    def have_done(self, work: "Callable[[Office, *Ts], T]", *about: *Ts) -> T:
        """Return what the work comes to: here, or in the back room if it turns out to be too much here."""
        if self.back_room is None:
            return work(self, *about)
        try:
            return work(self, *about)
        except TooMuchHere:
            return self.back_room(work, *about)
