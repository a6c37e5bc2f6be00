"""An import whose process is killed is completed by running it again; two at once record what one does."""

import os
import sys
import time
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

import pytest

from audit_service.cli.frame import run
from audit_service.cli.program import program
from audit_service.ledgers import units
from audit_service.settings import Settings
from audit_service.store.record import Record
from tests.ledger_files import FictionalRegister, fictional_ledgers
from tests.processes import started

POINTS = 20
ELSEWHERE = ("question.", "import.", "lead.")
"""Beginnings of what is counted by other tests."""
SIZES = dict.fromkeys(
    ("dibao", "tekun", "temporary", "orphan", "de_facto_unattended", "elderly", "visits"), 24
)


def begun(files: list[Path], settings: Settings) -> ForkServerProcess:
    return started(_import, [str(file) for file in files], settings)


def _import(files: list[str], settings: Settings) -> None:
    os.environ.update(
        AUDIT_DATA_DIR=str(settings.data_dir),
        AUDIT_DATABASE_URL=settings.database_url,
        AUDIT_ORIGIN=settings.origin,
    )
    units.ROWS_AT_ONCE = 4
    with redirect_stdout(StringIO()):
        sys.exit(run(program, ["import", *files]))


def ended(process: ForkServerProcess) -> int | None:
    process.join()
    return process.exitcode


def written(made: list[FictionalRegister], folder: Path) -> list[Path]:
    return [ledger.write(folder / f"{ledger.kind.code}.xlsx") for ledger in made]


def expected(made: list[FictionalRegister]) -> dict[str, int]:
    """Return how often each thing happens in an import that nothing interrupts."""
    names: dict[str, list[str]] = {}
    for ledger in made:
        for row in ledger.accepted:
            given = names.setdefault(row["身份证号码"], [])
            given.extend({row[ledger.kind.where["name"]]} - set(given))
    cases = sum(len(ledger.accepted) for ledger in made if ledger.kind.code not in {"dibao", "visits"})
    dibao = next(ledger for ledger in made if ledger.kind.code == "dibao")
    visits = next(ledger for ledger in made if ledger.kind.code == "visits")
    found = {
        "person.registered": len(names),
        "person.named_otherwise": sum(len(given) - 1 for given in names.values()),
        "household.formed": dibao.households,
        "household.member_joined": len(dibao.accepted),
        "case.taken_over": dibao.households + cases,
        "visit.taken_over": len(visits.accepted),
    }
    return {topic: times for topic, times in found.items() if times}


def topics_in(record: Record) -> dict[str, int]:
    found = Counter(topic for _, _, _, topic, _, _ in record.store.rows(0, 100_000))
    return {topic: number for topic, number in found.items() if not topic.startswith(ELSEWHERE)}


@pytest.mark.parametrize("seed", [1])
def test_an_import_killed_at_random_is_completed_and_nothing_is_recorded_twice(
    record: Record, settings: Settings, tmp_path: Path, seed: int
) -> None:
    made = fictional_ledgers(SIZES, seed=seed)
    files = written(made, tmp_path)
    events = sum(expected(made).values())
    chance = Random(seed)

    for point in sorted(chance.sample(range(1, events), POINTS)):
        killed = begun(files, settings)
        while record.last_position() < point and killed.is_alive():
            time.sleep(0.002)
        killed.kill()
        killed.join()
    assert ended(begun(files, settings)) == 0

    assert topics_in(record) == expected(made)


def test_two_imports_of_the_same_files_at_once_record_what_one_does(
    record: Record, settings: Settings, tmp_path: Path
) -> None:
    made = fictional_ledgers(SIZES)
    files = written(made, tmp_path)

    both = [begun(files, settings) for _ in range(2)]

    assert [ended(one) for one in both] == [0, 0]
    assert topics_in(record) == expected(made)
