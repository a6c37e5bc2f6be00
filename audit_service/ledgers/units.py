"""The rows of a register in units: what is decided together, a household or a row by itself."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Protocol
from uuid import UUID

from audit_service.ledgers.batch import Batch
from audit_service.ledgers.families import Family
from audit_service.ledgers.grants import Grant
from audit_service.ledgers.reading import Ledger, Row
from audit_service.ledgers.registers import DIBAO, VISITS
from audit_service.ledgers.visiting import VisitRow
from audit_service.store.vault import Vault

ROWS_AT_ONCE = 1000
"""Recorded in one transaction: about 3,000 events."""


class Unit(Protocol):
    """Rows that are decided together."""

    @property
    def streams(self) -> Sequence[UUID] | Iterator[UUID]:
        """Identities of all that they are about."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows."""

    def __len__(self) -> int:
        """Return how much there is to be recorded, in rows or what is as much."""

    def decide(self, batch: Batch) -> None:
        """Say what becomes of each row, and what is to be recorded."""


class Rejected:
    """A row that has a fault of its own."""

    streams = ()

    def __init__(self, row: Row) -> None:
        self.rows = (row,)

    def __len__(self) -> int:
        return 1

    def decide(self, batch: Batch) -> None:
        """Reject it."""
        batch.reject(self.rows[0], self.rows[0].faults)


def batches_of(ledger: Ledger, vault: Vault) -> Iterator[list[Unit]]:
    """Return the units of a ledger as they are recorded together: a household where its first row stands."""
    units: list[Unit] = []
    weight = 0
    for unit in _units(ledger, vault):
        units.append(unit)
        weight += len(unit)
        if weight >= ROWS_AT_ONCE:
            yield units
            units, weight = [], 0
    yield units


def units_again(rows: Iterable[Row], vault: Vault) -> list[Unit]:
    """Return the units of one batch from its rows, in the order in which they were decided."""
    units: list[Unit] = []
    for household, some in groupby(rows, key=_household):
        if household is None:
            units += [_alone(row, vault) for row in some]
        else:
            units.append(Family(list(some), vault))
    return units


def _units(ledger: Ledger, vault: Vault) -> Iterator[Unit]:
    for row in ledger:
        if _household(row) is None:
            yield _alone(row, vault)
        elif places := ledger.households.places(row.place):
            yield Family([row, *map(ledger.__getitem__, places[1:])], vault)


def _household(row: Row) -> str | None:
    """Return the number of the household with which a row is decided; None if it is by itself."""
    if row.faults or row.part.register is not DIBAO:
        return None
    number: str = row.values["household"]
    return number


def _alone(row: Row, vault: Vault) -> Unit:
    if row.faults:
        return Rejected(row)
    return VisitRow(row, vault) if row.part.register is VISITS else Grant(row, vault)
