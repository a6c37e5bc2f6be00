"""Rechecking once a day by itself, beside what the service does otherwise."""

from datetime import datetime

import structlog

from audit_service.office import CALENDAR, Office
from audit_service.rechecking import memory
from audit_service.rechecking.noticing import notice
from audit_service.rechecking.run import Outcome, recheck
from audit_service.recurring import Recurring
from audit_service.settings import Settings

ROOMS = 1
"""One process beside is enough at night, and leaves the other processors to who works then."""

log = structlog.stdlib.get_logger(__name__)


class Nightly(Recurring):
    """Waits for the hour. Of many processes that do, one rechecks."""

    EVERY = 60.0

    def __init__(self, office: Office, settings: Settings) -> None:
        super().__init__()
        self._office = office
        self._settings = settings

    def start(self) -> None:
        """Begin to wait, if an hour is set."""
        if self._settings.recheck_at:
            memory.prepare(self._office.views)
            super().start()

    def look(self) -> Outcome | None:
        """Recheck if it is time by the office's clock."""
        return self.look_at(datetime.now(CALENDAR))

    def look_at(self, now: datetime) -> Outcome | None:
        """Recheck if the hour has come by the office's clock and nobody else has today; None if not."""
        if now.hour < int(self._settings.recheck_at) or not memory.claim(self._office.views, now.date()):
            return None
        outcome = recheck(self._office, self._settings, rooms=ROOMS)
        outcome.leads += notice(self._office)
        log.info(
            "rechecked",
            position=outcome.position,
            cases=outcome.cases,
            leads=outcome.leads.total(),
            handed_up=outcome.handed_up,
        )
        return outcome
