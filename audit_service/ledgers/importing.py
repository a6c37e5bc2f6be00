"""An import: all of its files are read, and all of their areas allowed, before anything is recorded.

    ledgers = read_ledgers(files, folder)                  records nothing
    imported = try_out(office, ledgers, identity)          neither does this
    imported = import_ledgers(office, ledgers, identity)

An import that was cut off is completed by running it again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audit_service.identity.identity import Forbidden, Identity, NotYourArea, NotYourRole
from audit_service.ledgers.announcing import announced, end
from audit_service.ledgers.memory import give_back
from audit_service.ledgers.outcomes import Judged, Judgement
from audit_service.ledgers.reading import Ledger, read_ledger
from audit_service.ledgers.remembered import Remembered
from audit_service.ledgers.taking_over import taken_over, tried
from audit_service.ledgers.tally import Tally
from audit_service.office import Office, today
from audit_service.store.submission import Attempt, Submission
from domain.imports.imported import Import
from domain.kernel import Act
from domain.officials.official import CLERK

COMMAND = "import_register"
"""Name of the command in the log of refused attempts."""

Advance = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


@dataclass(frozen=True)
class Imported:
    """What became of the rows of some ledgers, or would."""

    judgements: Sequence[Judgement]
    """One a ledger, in their order."""
    tally: Tally


def read_ledgers(files: Sequence[Path], folder: Path) -> list[Ledger]:
    """Read all of the files; a day after today is in the future.

    The rows are put aside in `folder`, where nobody can read them. Raises FileRefused for the first file
    that is not a register to be taken over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ledgers = [read_ledger(file, today(), folder) for file in files]
    give_back()
    return ledgers


def try_out(
    office: Office, ledgers: Sequence[Ledger], identity: Identity, advance: Advance = lambda *_: None
) -> Imported:
    """Say what would become of each row if the official imported the ledgers now. Nothing is recorded.

    Raises Forbidden as importing would.
    """
    _admit(office, identity, ledgers)
    remembered = Remembered(ledgers[0].spool.folder)
    return _gone_through(
        ledgers,
        lambda ledger: tried(ledger, office.record, _act(office, identity), remembered),
        advance,
    )


def import_ledgers(
    office: Office, ledgers: Sequence[Ledger], identity: Identity, advance: Advance = lambda *_: None
) -> Imported:
    """Take ledgers over for an official who is a clerk in all of their areas. That they did is on record.

    Raises Forbidden, and then nothing was recorded; StoreUnavailable, and then the same import
    completes what was begun.
    """
    _admit(office, identity, ledgers)
    begun = announced(office.record, ledgers, _act(office, identity))
    imported = _gone_through(
        ledgers,
        lambda ledger: taken_over(ledger, office.record, _act(office, identity, begun)),
        advance,
    )
    end(office.record, begun, imported.tally, _act(office, identity, begun))
    return imported


def _gone_through(
    ledgers: Sequence[Ledger],
    judge: Callable[[Ledger], Iterator[Sequence[Judged]]],
    advance: Advance,
) -> Imported:
    imported = Imported([Judgement(ledger) for ledger in ledgers], Tally())
    done, rows = 0, sum(map(len, ledgers))
    for judgement in imported.judgements:
        counts = imported.tally.begin(judgement.ledger.file)
        for judged in judge(judgement.ledger):
            judgement.note(judged)
            counts.add(judged)
            done += len(judged)
            advance(done, rows)
    return imported


def _act(office: Office, identity: Identity, about: Import | None = None) -> Act:
    return Act(
        by=identity.official,
        role=CLERK,
        unit=identity.unit,
        on=office.today(),
        correlation=about.id if about else None,
    )


def _admit(office: Office, identity: Identity, ledgers: Sequence[Ledger]) -> None:
    """Raise Forbidden, and keep that it was attempted, unless the official is a clerk in all areas."""
    areas = set().union(*(ledger.areas for ledger in ledgers))
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
