"""What every desk of the office stands on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from audit_service.identity.identities import Identities
from audit_service.proof.receipt import Signer
from audit_service.store.record import Record
from audit_service.store.vault import Vault
from domain.standards.deadlines import WorkingDays
from projections.follower import Follower

CALENDAR = ZoneInfo("Asia/Shanghai")
"""The calendar that the office's days are counted in."""


def today() -> date:
    """Return the day it is in the office's calendar."""
    return datetime.now(CALENDAR).date()


@dataclass(frozen=True, kw_only=True)
class Office:
    """The stores and the keys of one office, open for work."""

    record: Record
    vault: Vault
    signer: Signer
    identities: Identities
    follower: Follower
    views: Engine
    working_days: WorkingDays
    today: Callable[[], date] = today
