import os
import runpy
from pathlib import Path

import pytest

from audit_service.web.static_files import FOLDER

BUILD = FOLDER.parent / "assets" / "build.py"


def build() -> None:
    runpy.run_path(str(BUILD), run_name="__main__")


@pytest.fixture
def no_node(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_node")
def test_what_is_built_is_not_built_again() -> None:
    os.utime(FOLDER / "version")

    build()


@pytest.mark.usefixtures("no_node")
def test_without_node_it_says_what_to_do() -> None:
    built = (FOLDER / "version").stat()
    os.utime(FOLDER / "version", (0, 0))

    try:
        with pytest.raises(SystemExit, match="install Node 20 or newer"):
            build()
    finally:
        os.utime(FOLDER / "version", (built.st_atime, built.st_mtime))
