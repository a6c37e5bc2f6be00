"""Looking again and again whether there is something to be done, beside what the service does otherwise."""

from threading import Event, Thread
from typing import ClassVar

import structlog

log = structlog.stdlib.get_logger(__name__)


class Recurring:
    """Looks from a thread of its own until it is stopped. What fails is left to the next look."""

    EVERY: ClassVar[float]
    """Seconds from one look to the next."""
    ENDS_WITHIN: ClassVar[float | None] = 3.0
    """Seconds that a look has to end before the stores are closed under it; None where it is waited for."""

    def __init__(self) -> None:
        self._stopping = Event()
        self._thread = Thread(target=self._run, name=type(self).__name__.lower(), daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no longer. What is long under way ends with the process."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(self.ENDS_WITHIN)

    def look(self) -> object:
        """Do what there is to do by now."""
        raise NotImplementedError

    def _run(self) -> None:
        while not self._stopping.wait(self.EVERY):
            try:
                self.look()
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the next look may do
                log.warning("look failed", who=self._thread.name, reason=type(trouble).__name__)
