"""The folder of imports: what was sent in and what is known of it, a folder each, named for its number.

All but the progress is sealed under a key of the import's own. What was sent in goes when every row is
decided, the reports after `KEPT_FOR`, and what nobody had carried out after `WAITS_FOR`; the key with it.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import IO
from uuid import UUID, uuid5

from audit_service.imports.about import About, Progress
from audit_service.imports.blocks import Blocks
from audit_service.store.errors import NotOnRecord
from audit_service.store.vault import Vault
from domain.identities import import_id

KEPT_FOR = timedelta(days=90)
WAITS_FOR = timedelta(days=7)
NUMBER = re.compile(r"DR-\d{8}-[0-9a-f]{8}", re.ASCII)
TRIAL, REPORT = "trial", "report"
ASKED = "asked"
"""Name of the file that says that there is something to be done."""
SETTLING = 60.0
"""Seconds that it may take from asking for something until it is on record."""


class Sent:
    """One import that was sent in."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self.path, self._vault = path, vault
        self.number = path.name
        self.identity = import_id(path.name)

    @property
    def about(self) -> About:
        """What is known of it. Raises NotOnRecord, StoreUnavailable."""
        blocks = self.blocks("about")
        if not blocks:
            raise NotOnRecord(self.identity)
        return About.model_validate_json(blocks[len(blocks) - 1])

    def note(self, about: About) -> None:
        """Keep what is known of it by now."""
        self.blocks("about").append(about.model_dump_json().encode())

    @property
    def progress(self) -> Progress | None:
        """How far it is; None while nothing is done."""
        with suppress(FileNotFoundError):
            return Progress.model_validate_json((self.path / "progress").read_bytes())
        return None

    def advance(self, progress: Progress | None) -> None:
        """Say how far it is."""
        file = self.path / "progress"
        if progress is None:
            file.unlink(missing_ok=True)
            return
        draft = file.with_suffix(".draft")
        draft.write_text(progress.model_dump_json())
        draft.replace(file)

    def blocks(self, name: str) -> Blocks:
        """Return the sealed pieces that are kept under a name."""
        return Blocks(self.path / f"{name}.sealed", self._vault, _key_of(self.identity))

    def report(self, kind: str, place: int) -> tuple[Blocks, Blocks]:
        """Return the pieces of a report on a file, and those of its index.

        `kind` is TRIAL for what would become of each row, and REPORT for what became of it.
        """
        return self.blocks(f"{kind}-{place}"), self.blocks(f"{kind}-{place}-index")

    def ask(self) -> None:
        """Say that there is something to be done."""
        (self.path / ASKED).touch()

    def is_settled(self) -> bool:
        """Say whether what was asked for last must be on record by now, if it ever will."""
        asked = (self.path / ASKED).stat().st_mtime
        return datetime.now(UTC).timestamp() - asked > SETTLING

    def done(self) -> None:
        """Say that there is nothing to be done."""
        (self.path / ASKED).unlink(missing_ok=True)

    @contextmanager
    def readable(self, place: int, name: str) -> Iterator[Path]:
        """Have a file readable under its name, for us alone and as long as the block lasts."""
        with self.aside() as folder:
            with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                for piece in self.blocks(f"file-{place}"):
                    file.write(piece)
            yield folder / name

    @contextmanager
    def aside(self) -> Iterator[Path]:
        """Have a folder for us alone, as long as the block lasts."""
        folder = self.path / f"open-{token_hex(4)}"
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Hold it for as long as the block lasts, unless another process does: then False.

        What a process left readable when it was killed is removed.
        """
        with (self.path / "lock").open("wb") as lock:
            if not _is_locked(lock):
                yield False
                return
            for left in self.path.glob("open-*"):
                shutil.rmtree(left, ignore_errors=True)
            yield True

    def forget_files(self) -> None:
        """Remove what was sent in, and what was tried out: every row of it is decided."""
        for file in (*self.path.glob("file-*"), *self.path.glob(f"{TRIAL}-*")):
            file.unlink()


class Imports:
    """All imports that were sent in. Several processes may share the folder."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self._path, self._vault = path, vault

    def begin(self, today: date) -> Sent:
        """Return a new import, to which files can be added."""
        number = f"DR-{today:%Y%m%d}-{token_hex(4)}"
        path = self._path / number
        path.mkdir(mode=0o700, parents=True)
        return Sent(path, self._vault)

    def sent(self, number: str) -> Sent:
        """Return the import with this number. Raises NotOnRecord."""
        if not NUMBER.fullmatch(number) or not (self._path / number).is_dir():
            raise NotOnRecord(import_id(number))
        return Sent(self._path / number, self._vault)

    def keep_file(self, sent: Sent, place: int, content: IO[bytes], piece: int = 1 << 20) -> None:
        """Keep what a file holds, sealed piece by piece."""
        blocks = sent.blocks(f"file-{place}")
        for read in iter(lambda: content.read(piece), b""):
            blocks.append(read)

    @contextmanager
    def held(self, number: str) -> Iterator[bool]:
        """Hold an import that is taken back, as long as the block lasts; False if another process does."""
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self._path / f"{number}.lock").open("wb") as lock:
            yield _is_locked(lock)

    def asked(self) -> list[Sent]:
        """Return the imports with which something is to be done."""
        return [Sent(file.parent, self._vault) for file in sorted(self._path.glob(f"*/{ASKED}"))]

    def all(self) -> list[Sent]:
        """Return all of them, the latest first."""
        found = self._path.iterdir() if self._path.exists() else ()
        return [
            Sent(path, self._vault) for path in sorted(found, reverse=True) if NUMBER.fullmatch(path.name)
        ]

    def forget(self, sent: Sent) -> None:
        """Remove everything of an import, and the key that it is sealed under."""
        with suppress(FileNotFoundError):  # somebody else does the same
            shutil.rmtree(sent.path)
        self._vault.destroy(_key_of(sent.identity))


def _is_locked(file: IO[bytes]) -> bool:
    """Lock a file until it is closed, or the process ends; False if another has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _key_of(identity: UUID) -> UUID:
    """Return whose key the files are sealed under: not the import's own, whose history stays readable."""
    return uuid5(identity, "files")
