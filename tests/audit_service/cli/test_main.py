"""The console script, as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from audit_service.settings import Settings


def test_nobody_else_on_the_machine_reads_what_is_kept(machine: Settings) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "audit_service", "prepare"], env=dict(os.environ), check=True, umask=0o022
    )
    files = (file for file in Path(machine.data_dir).rglob("*") if file.is_file())
    kept = [file for file in files if file.suffix != ".pub"]  # the public key is for everybody

    assert ended.returncode == 0
    assert kept
    assert {file.stat().st_mode & 0o077 for file in kept} == {0}
