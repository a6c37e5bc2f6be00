"""An import whose process is killed goes on where it stopped, and reports what one does that was not."""

import time
from collections import Counter
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import psycopg
import pytest

from audit_service.imports import taking_back
from audit_service.imports.folder import Sent
from audit_service.imports.reports import Report
from audit_service.imports.work import take_back_ordered, work
from audit_service.ledgers import units
from audit_service.office import Office
from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.imports.imported import Import
from tests.builders import an_act
from tests.import_builders import a_sent_import, a_sent_import_carried_out, announce
from tests.ledger_files import fictional_ledgers, found_over_all
from tests.made import make
from tests.processes import started

SIZES = {"dibao": 24, "tekun": 24, "visits": 24}
POINTS = 8
SEALED_ANEW = {"recorded_at", "stored"}
"""What is never the same twice: the moment of recording, and the bytes that something is sealed as."""


def begun(number: str, settings: Settings) -> ForkServerProcess:
    return started(_carried_on, number, settings)


def _carried_on(number: str, settings: Settings) -> None:
    taking_back.AT_ONCE = 4
    with opened(settings, folding=False) as office:
        work(office, number)
        take_back_ordered(office, number)


def kill_at(points: list[int], sent: Sent, office: Office, settings: Settings) -> None:
    """Let it be done, killed whenever the record has come to these positions, and completed at last."""
    for point in points:
        killed = begun(sent.number, settings)
        while office.record.last_position() < point and killed.is_alive():
            time.sleep(0.002)
        killed.kill()
        killed.join()
    last = begun(sent.number, settings)
    last.join()
    assert last.exitcode == 0


def outcomes(sent: Sent, kind: str) -> list[list[tuple[int, str, tuple[Any, ...]]]]:
    """The rows of each file, as a report has them."""
    reports = (
        Report(sent.blocks(f"{kind}-{file}"), sent.blocks(f"{kind}-{file}-index"))
        for file in range(len(SIZES))
    )
    return [
        [(row.row.number, row.outcome.value, row.faults) for row in report.rows(report.places())]
        for report in reports
    ]


def expected_totals() -> dict[str, int]:
    """What is on record from all files."""
    made = fictional_ledgers(SIZES, seed=1)
    found = found_over_all(made)
    visits = next(len(one.accepted) for one in made if one.kind.code == "visits")
    return {name: found[name] for name in ("people", "households", "questions")} | {"visits": visits}


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rows are recorded together, so that there are many places to be killed between."""
    monkeypatch.setattr(units, "ROWS_AT_ONCE", 4)


def test_an_import_killed_at_random_reports_what_it_would_have(
    office: Office, settings: Settings, tmp_path: Path
) -> None:
    sent = a_sent_import(office, tmp_path, **SIZES)
    work(office, sent.number)
    tried, supposed = outcomes(sent, "trial"), sent.about.totals
    announce(office, sent)
    accepted = sum(one.truth.accepted for one in fictional_ledgers(SIZES, seed=1))

    kill_at(sorted(Random(3).sample(range(5, 2 * accepted), POINTS)), sent, office, settings)

    topics = Counter(event.TOPIC for event in office.record.read(0, 100_000))
    assert outcomes(sent, "report") == tried
    assert sent.about.totals == supposed == expected_totals()
    assert topics["import.carried_out"] == 1
    assert topics["visit.taken_over"] == sum(row[1] == "accepted" for row in tried[2])
    assert list(sent.path.glob("file-*")) == []
    assert list(sent.path.glob("open-*")) == []


def test_an_import_killed_at_random_records_what_it_would_have(
    settings: Settings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    make(settings)
    with opened(settings) as office:
        sent = a_sent_import(office, tmp_path, **SIZES)
        work(office, sent.number)
        announce(office, sent)

    with opened(twin(settings, request)) as undisturbed:
        work(undisturbed, sent.number)
        expected = recorded(undisturbed)
    with opened(settings) as office:
        kill_at(sorted(Random(11).sample(range(5, len(expected)), 20)), sent, office, settings)
        found = recorded(office)

    assert found == expected


def twin(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """Copy all that an office keeps, while nobody has it open, for as long as the test lasts."""
    data_dir, url = settings.data_dir.with_name("beside"), settings.database_url
    copytree(settings.data_dir, data_dir)
    if url:
        server = request.getfixturevalue("postgres_server")
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE beside TEMPLATE tests")
        request.addfinalizer(lambda: without_twin(server))
    return settings.model_copy(
        update={"data_dir": data_dir, "database_url": url.replace("/tests?", "/beside?")}
    )


def without_twin(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE beside WITH (FORCE)")


def recorded(office: Office) -> list[tuple[Any, ...]]:
    """Return everything that the record says."""
    events = office.record.codec.opened_all(list(office.record.read(0, 100_000)))
    return [
        (
            event.TOPIC,
            sorted((name, repr(said)) for name, said in vars(event).items() if name not in SEALED_ANEW),
        )
        for event in events
    ]


def test_taking_back_that_was_killed_at_random_is_completed(
    office: Office, settings: Settings, tmp_path: Path
) -> None:
    sent = a_sent_import_carried_out(office, tmp_path, **SIZES)
    imported = office.record.get(Import, sent.identity)
    imported.order_taking_back(an_act(role="clerk"))
    office.record.keep(Submission(aggregates=(imported,)))
    events = office.record.last_position()
    brought = Counter(event.TOPIC for event in office.record.read(0, 100_000))

    points = sorted(Random(5).sample(range(events + 1, events + brought["case.taken_over"]), POINTS))
    kill_at(points, sent, office, settings)

    topics = Counter(event.TOPIC for event in office.record.read(0, 100_000))
    taken_back = office.record.events(sent.identity)[-1]
    assert isinstance(taken_back, Import.TakenBack)
    assert taken_back.left == 0
    assert topics["case.takeover_withdrawn"] == brought["case.taken_over"]
    assert topics["person.registration_withdrawn"] == brought["person.registered"]
    assert topics["visit.takeover_withdrawn"] == brought["visit.taken_over"]
