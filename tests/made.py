"""Stores that are made and empty, with their views, for tests that do not ask how they came to be."""

from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from audit_service.opening import opened, prepare
from audit_service.settings import Settings
from tests.kept import kept, take_out


def make(settings: Settings) -> None:
    """Make the stores where the settings say: as a copy, or those of another test, which saves most time."""
    if settings.vault_url or settings.data_dir.exists():
        prepare(settings)
    elif not settings.database_url:
        copytree(_once().name, settings.data_dir)
    elif not take_out(settings):
        _make(settings)
        kept().keep(settings)


@cache
def _once() -> "TemporaryDirectory[str]":
    made = TemporaryDirectory()
    _make(Settings(data_dir=Path(made.name)))
    return made


def _make(settings: Settings) -> None:
    prepare(settings)
    with opened(settings) as office:
        office.follower.catch_up()
