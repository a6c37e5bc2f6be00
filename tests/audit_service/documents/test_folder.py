"""Sealed contents are kept whole, under their hash, and a change to them is told."""

import errno
import fcntl
import os
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

from audit_service.documents.failures import ContentsChanged, ContentsMissing
from audit_service.documents.folder import DRAFTS, Folder
from audit_service.store.errors import StoreFull, StoreUnavailable

SEALED = b"sealed, fictional"
HASH = sha256(SEALED).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "documents"


@pytest.fixture
def folder(path: Path) -> Folder:
    return Folder(path)


def files(path: Path) -> list[Path]:
    return [file for file in path.rglob("*") if file.is_file()]


def test_what_was_kept_is_returned(folder: Folder, path: Path) -> None:
    assert folder.put(SEALED) == HASH

    assert folder.get(HASH) == SEALED
    [file] = files(path)
    assert file.name == HASH
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_same_twice_is_kept_once(folder: Folder, path: Path) -> None:
    assert folder.put(SEALED) == folder.put(SEALED)

    assert len(files(path)) == 1


def test_two_processes_share_it(folder: Folder, path: Path) -> None:
    folder.put(SEALED)

    assert Folder(path).get(HASH) == SEALED


def test_a_missing_file_is_told(folder: Folder) -> None:
    with pytest.raises(ContentsMissing, match="brought back from a backup"):
        folder.get(HASH)


@pytest.mark.parametrize("tampered", [SEALED + b".", SEALED[:-1], b""])
def test_a_changed_file_is_told(folder: Folder, path: Path, tampered: bytes) -> None:
    folder.put(SEALED)
    files(path)[0].write_bytes(tampered)

    with pytest.raises(ContentsChanged, match="was changed"):
        folder.get(HASH)


@pytest.mark.parametrize(
    ("number", "failure"), [(errno.ENOSPC, StoreFull), (errno.EIO, StoreUnavailable)], ids=["full", "broken"]
)
def test_a_disk_that_fails_leaves_nothing_behind(
    folder: Folder, path: Path, monkeypatch: pytest.MonkeyPatch, number: int, failure: type[Exception]
) -> None:
    def failing(_: int) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)

    with pytest.raises(failure) as failed:
        folder.put(SEALED)

    assert type(failed.value) is failure
    assert files(path) == []


def test_only_drafts_that_nobody_writes_any_more_are_swept(folder: Folder, path: Path) -> None:
    folder.put(SEALED)
    left, held = path / DRAFTS / "left", path / DRAFTS / "held"
    left.write_bytes(b"half of it")
    with held.open("wb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        folder.sweep()
        assert files(path / DRAFTS) == [held]

    folder.sweep()

    assert [file.name for file in files(path)] == [HASH]


def test_where_nothing_was_kept_there_is_nothing_to_sweep(folder: Folder, path: Path) -> None:
    folder.sweep()

    assert not path.exists()


def test_a_folder_that_cannot_be_swept_is_told(folder: Folder, path: Path) -> None:
    (path / DRAFTS / "no file").mkdir(parents=True)

    with pytest.raises(StoreUnavailable, match="cannot be swept"):
        folder.sweep()


def test_a_file_that_cannot_be_read_is_no_missing_one(folder: Folder, path: Path) -> None:
    (path / HASH[:2] / HASH).mkdir(parents=True)

    with pytest.raises(StoreUnavailable):
        folder.get(HASH)
