"""The folder of documents: sealed contents, each in a file named for its hash.

A file is there, whole and durable, before the event that names it is recorded. One that no event
names, because the process ended in between, is harmless: it is sealed and never looked at. Until it is
whole it is a draft, locked by who writes it; a draft that nobody holds was left behind and is swept.
"""

import errno
import fcntl
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from audit_service.documents.failures import ContentsChanged, ContentsMissing
from audit_service.store.errors import StoreFull, StoreUnavailable

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
DRAFTS = "drafts"
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
            for folder in (file.parent, self._drafts):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(file, sealed, self._drafts / f"{content_hash}.{token_hex(4)}")
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

    def sweep(self) -> None:
        """Remove the drafts that a process left behind when it was killed; those being written stay.

        Raises StoreUnavailable.
        """
        try:
            for draft in self._drafts.iterdir() if self._drafts.exists() else ():
                with suppress(FileNotFoundError, BlockingIOError):  # swept by another, or being written
                    _remove_if_left(draft)
        except OSError as error:
            raise StoreUnavailable(f"the folder of documents cannot be swept: {error.strerror}") from error

    @property
    def _drafts(self) -> Path:
        return self._path / DRAFTS

    def _file(self, content_hash: str) -> Path:
        return self._path / content_hash[:2] / content_hash


def _write(file: Path, content: bytes, draft: Path) -> None:
    """Write the file whole or not at all. The lock ends with the process, however that ends.

    Swept in the moment before it is locked, it cannot take its place: an OSError, and the file is sent again.
    """
    try:
        with os.fdopen(os.open(draft, FOR_US_ALONE, 0o600), "wb") as writing:
            fcntl.flock(writing, fcntl.LOCK_EX)
            writing.write(content)
            writing.flush()
            os.fsync(writing.fileno())
            draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _remove_if_left(draft: Path) -> None:
    """Remove the draft. Raises BlockingIOError while it is written, FileNotFoundError once it is gone."""
    with draft.open("rb") as left:
        fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
        draft.unlink()


def _make_durable(folder: Path) -> None:
    """Have what was named in the folder stay named there, even if the machine loses power."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
