"""The receipt for something that is on record, written again: the same rows, the same receipt."""

from audit_service.office import Office
from audit_service.proof.receipt import Receipt
from audit_service.store.submission import Kept, Row, instant


def receipt_of(office: Office, position: int) -> Receipt:
    """Return the receipt for what is recorded at a position: to the byte the same each time."""
    (row,) = (Row._make(row) for row in office.record.store.rows(position - 1, 1))
    return office.signer.receipt(Kept((row,), instant(row.recorded_at)).entries)
