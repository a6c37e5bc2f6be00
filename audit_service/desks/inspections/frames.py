"""The seed, the frame and its key from the commitment on: sealed, in the folder of what is kept.

They are there before the commitment is recorded, which names the file; one that no event names is harmless.
"""

from typing import NamedTuple
from uuid import UUID
from zlib import compress, decompress, decompressobj

from audit_service.documents.documents import Documents
from audit_service.store.vault import Vault
from domain.inspections.sampling import SEED_BYTES


class Frame(NamedTuple):
    """What a sample is drawn from, with the seed."""

    seed: bytes
    lines: bytes
    """Stratum and mark of each case."""
    key: bytes
    """Mark and number of each case; empty for a frame of before there were marks, which names the cases."""


def keep(documents: Documents, vault: Vault, inspection: UUID, frame: Frame) -> str:
    """Keep a frame sealed under a key of the inspection's own, and return where.

    Raises StoreFull, StoreUnavailable.
    """
    content = frame.seed + compress(frame.lines) + compress(frame.key)
    return documents.folder.put(vault.seal_bytes(inspection, inspection, content))


def opened(documents: Documents, vault: Vault, inspection: UUID, kept: str) -> Frame:
    """Return what was kept. Raises ContentsMissing, ContentsChanged, KeyDestroyed, NotGenuine."""
    content = vault.open_bytes(inspection, inspection, documents.folder.get(kept))
    reading = decompressobj()
    lines = reading.decompress(content[SEED_BYTES:])
    key = decompress(reading.unused_data) if reading.unused_data else b""
    return Frame(seed=content[:SEED_BYTES], lines=lines, key=key)
