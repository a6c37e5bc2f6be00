"""The folder of documents: sealed contents, each in a file named for its hash.

A file is there, whole and durable, before the event that names it is recorded. One that no event
names, because the process ended in between, is harmless: it is sealed and never looked at.
"""

import errno
import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from audit_service.documents.failures import ContentsChanged, ContentsMissing
from audit_service.store.errors import StoreFull, StoreUnavailable

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
FOR_US_ALONE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Folder:
    """Keeps and returns sealed contents. Several processes may share one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def put(self, sealed: bytes) -> str:
        """Keep these for good, and return their hash. Raises StoreFull, StoreUnavailable."""
        content_hash = sha256(sealed).hexdigest()
        file = self._file(content_hash)
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(file, sealed)
            _make_durable(file.parent)
            _make_durable(self._path)
        except OSError as error:
            said = f"the folder of documents cannot be written: {error.strerror}"
            raise (StoreFull if error.errno in NO_ROOM else StoreUnavailable)(said) from error
        return content_hash

    def get(self, content_hash: str) -> bytes:
        """Return what was kept. Raises ContentsMissing, ContentsChanged, StoreUnavailable."""
        try:
            sealed = self._file(content_hash).read_bytes()
        except FileNotFoundError:
            raise ContentsMissing from None
        except OSError as error:
            raise StoreUnavailable(f"a document cannot be read: {error.strerror}") from error
        if sha256(sealed).hexdigest() != content_hash:
            raise ContentsChanged
        return sealed

    def _file(self, content_hash: str) -> Path:
        return self._path / content_hash[:2] / content_hash


def _write(file: Path, content: bytes) -> None:
    """Write the file whole or not at all."""
    draft = file.with_name(f".{file.name}.{token_hex(4)}")
    try:
        with os.fdopen(os.open(draft, FOR_US_ALONE, 0o600), "wb") as writing:
            writing.write(content)
            writing.flush()
            os.fsync(writing.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _make_durable(folder: Path) -> None:
    """Have what was named in the folder stay named there, even if the machine loses power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
