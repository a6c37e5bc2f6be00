"""Noticing by itself, beside what the service does otherwise: soon after something was recorded."""

from threading import Event, Thread

import structlog

from audit_service.desks.office import Office
from audit_service.rechecking.noticing import notice

LOOK_EVERY = 10.0
"""Seconds after which to look whether something was recorded."""
BUSY_FOR = 30
"""Looks in a row at which more was recorded, as by an import, after which it is not waited longer."""

log = structlog.stdlib.get_logger(__name__)


class Watching:
    """Looks from a thread of its own at what was recorded, when nobody has recorded anything for a while."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._stopping = Event()
        self._seen = -1
        self._busy = 0
        self._thread = Thread(target=self._run, name="watching", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer; wait until a look that is under way has ended."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def look(self) -> int:
        """Notice what there is if the record has been quiet since the last look; return how many leads."""
        last = self._office.record.last_position()
        if last != self._seen and self._busy < BUSY_FOR:
            self._seen, self._busy = last, self._busy + 1
            return 0
        self._seen, self._busy = last, 0
        found = notice(self._office).total()
        if found:
            log.info("noticed", leads=found)
        return found

    def _run(self) -> None:
        while not self._stopping.wait(LOOK_EVERY):
            try:
                self.look()
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the next look may be better
                log.warning("noticing failed", reason=type(trouble).__name__)
