"""Rechecking once a day by itself, beside what the service does otherwise."""

from datetime import datetime
from threading import Event, Thread

import structlog

from audit_service.desks.office import CALENDAR, Office
from audit_service.rechecking import memory
from audit_service.rechecking.noticing import notice
from audit_service.rechecking.run import Outcome, recheck
from audit_service.settings import Settings

LOOK_EVERY = 60.0
"""Seconds after which to look at the clock again."""
ENDS_WITHIN = 3.0
"""Seconds that a recheck has to end before the stores are closed under it."""
ROOMS = 1
"""One process beside is enough at night, and leaves the other processors to who works then."""

log = structlog.stdlib.get_logger(__name__)


class Nightly:
    """Waits for the hour in a thread of its own. Of many processes that do, one rechecks."""

    def __init__(self, office: Office, settings: Settings) -> None:
        self._office = office
        self._settings = settings
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="nightly", daemon=True)

    def start(self) -> None:
        """Begin to wait, if an hour is set."""
        if self._settings.recheck_at:
            memory.prepare(self._office.views)
            self._thread.start()

    def stop(self) -> None:
        """Wait no longer. A recheck that is long under way is left to end with the process."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(ENDS_WITHIN)

    def look(self, now: datetime) -> Outcome | None:
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

    def _run(self) -> None:
        while not self._stopping.wait(LOOK_EVERY):
            try:
                self.look(datetime.now(CALENDAR))
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the next night may be better
                log.warning("recheck failed", reason=type(trouble).__name__)
