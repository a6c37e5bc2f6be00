"""An import: all of its files are read, and all of their areas allowed, before anything is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from audit_service.desks.office import Office, today
from audit_service.identity.identity import Forbidden, Identity, NotYourArea, NotYourRole
from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.reading import RegisterRead, read_register
from audit_service.ledgers.taking_over import Advance, take_over
from audit_service.store.submission import Attempt, Submission
from domain.kernel import Act
from domain.officials.official import CLERK

COMMAND = "import_register"
"""Name of the command in the log of refused attempts."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a register."""

    register: RegisterRead
    judged: Sequence[Judged]


def read_registers(files: Sequence[Path]) -> list[RegisterRead]:
    """Read all of the files; a day after today is in the future.

    Raises FileRefused for the first that is not a register to be taken over.
    """
    return [read_register(file, today()) for file in files]


def import_registers(
    office: Office,
    registers: Sequence[RegisterRead],
    identity: Identity,
    advance: Advance = lambda *_: None,
) -> list[Imported]:
    """Take registers over for an official who is a clerk in all of their areas.

    Raises Forbidden, and then nothing was recorded; StoreUnavailable, and then the same import
    completes what was begun.
    """
    _admit(office, identity, registers)
    return [_imported(office, register, identity, advance) for register in registers]


def _imported(office: Office, register: RegisterRead, identity: Identity, advance: Advance) -> Imported:
    act = Act(
        by=identity.official,
        role=CLERK,
        unit=identity.unit,
        on=office.today(),
        basis=register.file.name,
        correlation=uuid4(),
    )
    return Imported(register, take_over(register, office.record, act, advance))


def _admit(office: Office, identity: Identity, registers: Sequence[RegisterRead]) -> None:
    """Raise Forbidden, and keep that it was attempted, unless the official is a clerk in all areas."""
    areas = {row.values["area"] for register in registers for row in register.rows if not row.faults}
    if identity.role_for((CLERK,), areas) is not None:
        return
    refusal: Forbidden = NotYourRole(roles=CLERK)
    if identity.holds_any((CLERK,)):
        refusal = NotYourArea(area=", ".join(sorted(areas - identity.roles[CLERK])))
    attempt = Attempt(
        at=datetime.now(UTC),
        by=identity.official,
        role=CLERK if identity.holds_any((CLERK,)) else "",
        command=COMMAND,
        stream=None,
        code=refusal.CODE,
    )
    office.record.keep(Submission(attempt=attempt))
    raise refusal
