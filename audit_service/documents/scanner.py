"""The scanner for viruses: a command of the operator's own, asked before a file is kept."""

import shlex
import subprocess
from dataclasses import dataclass
from tempfile import NamedTemporaryFile
from typing import Final, Self

import structlog

from audit_service.documents.failures import Infected, NotScanned

CLEAN, INFECTED = 0, 1
"""What a scanner's exit code means; with any other one it could not tell."""

PATIENCE: Final = 60.0
"""Seconds that a scan may take."""

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Scanner:
    """Asks the command whether a file is clean. Without a command nothing is asked."""

    command: tuple[str, ...] = ()
    patience: float = PATIENCE

    @classmethod
    def of(cls, setting: str) -> Self:
        """Return the scanner that is run as this is typed; none if it is empty."""
        return cls(command=tuple(shlex.split(setting)))

    def check(self, content: bytes) -> None:
        """Go on only if the content is clean. Raises Infected, NotScanned."""
        if not self.command:
            return
        with NamedTemporaryFile(prefix="document-") as file:
            file.write(content)
            file.flush()
            found = self._asked(file.name)
        if found == INFECTED:
            raise Infected
        if found != CLEAN:
            raise NotScanned

    def _asked(self, path: str) -> int | None:
        """Return the scanner's exit code; None if it did not come to an end."""
        nothing = subprocess.DEVNULL
        try:
            done = subprocess.run(  # noqa: S603 - the command is the operator's own setting
                [*self.command, path],
                stdin=nothing,
                stdout=nothing,
                stderr=nothing,
                timeout=self.patience,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            log.error("scanner failed", command=self.command[0], reason=type(error).__name__)  # noqa: TRY400 - it says all
            return None
        if done.returncode not in {CLEAN, INFECTED}:
            log.error("scanner failed", command=self.command[0], code=done.returncode)
        return done.returncode
