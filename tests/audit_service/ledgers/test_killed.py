"""An import whose process is killed is completed by running it again."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from audit_service.settings import Settings
from audit_service.store.record import Record
from tests.ledger_files import fictional_register

IMPORT = """
import sys
from audit_service.cli.frame import run
from audit_service.cli.program import program
from audit_service.ledgers import taking_over

taking_over.HOUSEHOLDS_AT_ONCE = 10
sys.exit(run(program, ["import", sys.argv[1]]))
"""


def begun(file: Path, settings: Settings) -> "subprocess.Popen[bytes]":
    environment = os.environ | {
        "AUDIT_DATA_DIR": str(settings.data_dir),
        "AUDIT_DATABASE_URL": settings.database_url,
        "AUDIT_ORIGIN": settings.origin,
    }
    return subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(file)], env=environment, stdout=subprocess.DEVNULL
    )


def test_a_killed_import_is_completed_and_nothing_is_recorded_twice(
    record: Record, settings: Settings, tmp_path: Path
) -> None:
    made = fictional_register(400)
    file = made.write(tmp_path / "dibao.xlsx")

    killed = begun(file, settings)
    while record.last_position() == 0:
        assert killed.poll() is None
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    half = record.last_position()
    assert begun(file, settings).wait() == 0

    topics = Counter(topic for _, _, _, topic, _, _ in record.store.rows(0, 10_000))
    assert half < record.last_position()
    assert topics == {
        "person.registered": made.truth.people,
        "household.formed": made.truth.households,
        "household.member_joined": made.truth.accepted,
        "case.taken_over": made.truth.households,
    }
