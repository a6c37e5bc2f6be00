"""The event whose hash nobody could know when the frame was committed, found in the record."""

from hashlib import sha256
from uuid import UUID

from audit_service.office import Office
from audit_service.proof.entry import Stored, leaf
from audit_service.store.submission import StoredRow
from domain.inspections.sampling import Beacon

AT_ONCE = 500
"""Events that are looked through at a time."""


def beacon_after(office: Office, position: int, not_by: UUID) -> Beacon | None:
    """Return the first event after a position that somebody else recorded; None while there is none."""
    rows = office.record.store.rows(position, AT_ONCE)
    while rows:
        for row, event in zip(rows, office.record.codec.events(rows), strict=True):
            if event.by != not_by:
                return Beacon(position=event.position, by=event.by, leaf=_leaf(row))
        rows = office.record.store.rows(rows[-1][0], AT_ONCE)
    return None


def _leaf(row: StoredRow) -> bytes:
    position, stream, version, topic, state, recorded_at = row
    return leaf(Stored(position, stream, version, topic, recorded_at, sha256(state).digest()))
