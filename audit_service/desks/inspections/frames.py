"""The seed and the frame between the commitment and the draw: sealed, in the folder of what is kept.

They are there before the commitment is recorded, which names the file; one that no event names is harmless.
"""

from uuid import UUID
from zlib import compress, decompress

from audit_service.documents.documents import Documents
from audit_service.store.vault import Vault
from domain.inspections.sampling import SEED_BYTES


def keep(documents: Documents, vault: Vault, inspection: UUID, seed: bytes, frame: bytes) -> str:
    """Keep a seed and a frame sealed under a key of the inspection's own, and return where.

    Raises StoreFull, StoreUnavailable.
    """
    return documents.folder.put(vault.seal_bytes(inspection, inspection, seed + compress(frame)))


def opened(documents: Documents, vault: Vault, inspection: UUID, kept: str) -> tuple[bytes, bytes]:
    """Return the seed and the frame. Raises ContentsMissing, ContentsChanged, KeyDestroyed, NotGenuine."""
    content = vault.open_bytes(inspection, inspection, documents.folder.get(kept))
    return content[:SEED_BYTES], decompress(content[SEED_BYTES:])
