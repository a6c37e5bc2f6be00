"""Noticing by itself, beside what the service does otherwise: soon after something was recorded."""

import structlog

from audit_service.office import Office
from audit_service.rechecking.noticing import notice
from audit_service.recurring import Recurring

BUSY_FOR = 30
"""Looks in a row at which more was recorded, as by an import, after which it is not waited longer."""

log = structlog.stdlib.get_logger(__name__)


class Watching(Recurring):
    """Looks at what was recorded when nobody has recorded anything for a while."""

    EVERY = 10.0
    ENDS_WITHIN = None

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._seen = -1
        self._busy = 0

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
