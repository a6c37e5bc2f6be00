"""An import is on record itself: who had which files taken over, and what became of their rows."""

from collections.abc import Sequence
from contextlib import suppress
from hashlib import file_digest, sha256
from itertools import count
from pathlib import Path

from audit_service.ledgers.outcomes import Outcome
from audit_service.ledgers.reading import Ledger
from audit_service.ledgers.tally import Tally
from audit_service.store.errors import StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.identities import import_id
from domain.imports.imported import ANNOUNCED, FileCounts, Import, ImportedFile
from domain.kernel import Act

_TOLD = 12
"""Hexadecimal digits of what the files hold, in the number of an import."""


def announced(record: Record, ledgers: Sequence[Ledger], act: Act) -> Import:
    """Announce an import, or return the one of the same files that was begun and cut off.

    Raises StoreUnavailable, OSError.
    """
    files = tuple(_told(ledger) for ledger in ledgers)
    areas = tuple(sorted(set().union(*(ledger.areas for ledger in ledgers))))
    holds = sha256("".join(file.content_hash for file in files).encode()).hexdigest()[:_TOLD]
    for turn in count(1):
        number = f"DR-{holds}-{turn}"
        before = record.find(Import, import_id(number))
        if before is None:
            with suppress(StaleVersion):  # somebody else announced it meanwhile: it is found then
                record.keep(Submission(aggregates=(Import.announce(number, files, areas, act),)))
            before = record.get(Import, import_id(number))
        if before.state == ANNOUNCED:
            return before
    raise AssertionError  # there is always another number


def end(record: Record, imported: Import, tally: Tally, act: Act) -> None:
    """Say what became of all rows. Raises StoreUnavailable."""
    imported.carry_out(
        tuple(
            FileCounts(**{outcome.value: counts.outcomes[outcome] for outcome in Outcome})
            for counts in tally.files.values()
        ),
        act,
    )
    with suppress(StaleVersion):  # the same import was running twice, and the other has said so
        record.keep(Submission(aggregates=(imported,)))


def _told(ledger: Ledger) -> ImportedFile:
    kinds = dict.fromkeys(part.register.code for part in ledger.parts)
    return ImportedFile(
        name=ledger.file.name, content_hash=_hash(ledger.file), kinds=" ".join(kinds), rows=len(ledger)
    )


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
