"""Numbers for rows that have none: made from what a row says, with the office's key.

The same row gives the same number, so that the record itself refuses to hold it twice; nobody can
read from it what it was made of.
"""

from base64 import b32encode
from collections.abc import Collection
from datetime import date

from audit_service.ledgers.cells import joined
from audit_service.ledgers.reading import Row
from audit_service.numbering import PREFIXES
from audit_service.store.vault import Vault

_SIZE = 10
"""Bytes: among a million rows, no two are alike by chance."""


def number_of(row: Row, vault: Vault, prefix: str = "", apart_from: Collection[str] = ()) -> str:
    """Return the number of a row: `TK-4QF7ZK2V5N3XW6AB`. What it says is compared after all repairs.

    Columns that it is to be the same `apart_from` do not count.
    """
    code = row.part.register.code
    counts = ((name, value) for name, value in sorted(row.values.items()) if name not in apart_from)
    said = [code, *(f"{name}={_said(value)}" for name, value in counts if value is not None)]
    digest = bytes.fromhex(vault.blind_index("row of a register", "\0".join(said))[: 2 * _SIZE])
    return f"{prefix or PREFIXES[code]}-{b32encode(digest).decode()}"


def _said(value: str | int | date) -> str:
    return joined(value) if isinstance(value, str) else str(value)
