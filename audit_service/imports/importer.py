"""Imports go on by themselves, beside what the service does otherwise, and again after it was killed."""

import gc
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from time import monotonic

import structlog

from audit_service.back_room import BackRoom
from audit_service.imports.folder import KEPT_FOR, WAITS_FOR, Sent
from audit_service.imports.work import take_back_ordered, work
from audit_service.ledgers.memory import give_back, share
from audit_service.office import Office
from audit_service.opening import opened_beside
from audit_service.recurring import Recurring
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from domain.imports.imported import ANNOUNCED, Import
from projections import import_register

RETRY_AFTER = 30.0
"""Seconds after which an import that failed is tried again."""
SWEEP_EVERY = 3600.0
"""Seconds after which to look for what is kept no longer."""
COLLECT_RARELY = 100_000
"""Objects after which garbage is looked for: nearly all that an import makes stays until it ends."""
GIVES_WAY = 10
"""By how much the process beside is less urgent than those that answer somebody."""

log = structlog.stdlib.get_logger(__name__)


class Importer(Recurring):
    """Looks for imports, and has each done in a process beside, where it goes on when it was cut off."""

    EVERY = 1.0

    def __init__(self, office: Office, settings: Settings) -> None:
        super().__init__()
        self._office = office
        self._settings = settings
        self._swept = -SWEEP_EVERY
        self._again_at: dict[str, float] = {}

    def look(self) -> None:
        """Do what is to be done by now, and remove what is kept no longer."""
        if monotonic() - self._swept > SWEEP_EVERY:
            self._swept = monotonic()
            sweep(self._office, datetime.now(UTC))
        for sent in self._office.imports.asked():
            state = _state(self._office, sent)
            if not sent.about.tried or state == ANNOUNCED:
                self._have_done(work, sent.number)
            elif state or sent.is_settled():
                sent.done()
        with self._office.views.connect() as views:
            ordered = import_register.being_taken_back(views)
        for number in ordered:
            self._have_done(take_back_ordered, number)

    def _have_done(self, what: Callable[[Office, str], None], number: str) -> None:
        """Have it done; what fails waits for a while, and keeps no other import waiting."""
        if self._again_at.get(number, 0.0) > monotonic():
            return
        try:
            self._do(what, number)
        except Exception as trouble:  # noqa: BLE001 - whatever it is, a later try may do
            self._again_at[number] = monotonic() + RETRY_AFTER
            log.warning("import failed", number=number, reason=type(trouble).__name__)

    def _do(self, what: Callable[[Office, str], None], number: str) -> None:
        if self._office.back_room is None:
            what(self._office, number)
            return
        room = BackRoom(partial(opened_beside, self._settings))
        try:
            room(_beside, what, number)
        finally:
            room.close()
            give_back()  # what the views took meanwhile, which followed


def _beside(office: Office, what: Callable[[Office, str], None], number: str) -> None:
    os.nice(GIVES_WAY)
    share()
    gc.set_threshold(COLLECT_RARELY)
    gc.enable()  # the room beside looks for garbage after its work only, and this is long work
    what(office, number)


def sweep(office: Office, now: datetime) -> None:
    """Remove the imports that nobody had carried out in time, and reports that are old enough.

    Of the others, those that are not complete are asked for again.
    """
    for sent in office.imports.all():
        state = _state(office, sent)
        try:
            age = now - sent.about.sent_at
        except NotOnRecord:  # being sent in, or its sender was cut off
            age = now - datetime.fromtimestamp(sent.path.stat().st_mtime, UTC)
        if age > KEPT_FOR or (age > WAITS_FOR and not state):
            office.imports.forget(sent)
        elif state == ANNOUNCED:
            sent.ask()


def _state(office: Office, sent: Sent) -> str:
    """Return how far an import is by the record; empty if nobody has asked for it."""
    imported = office.record.find(Import, sent.identity)
    return imported.state if imported else ""
