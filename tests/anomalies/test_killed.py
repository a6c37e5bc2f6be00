"""The writing process is killed under load, again and again."""

import random
from collections import Counter
from time import sleep

from audit_service.settings import Settings
from audit_service.store.stores import open_record, prepare
from tests.anomalies.writing import acknowledged, writer
from tests.audit_service.store.dossiers import Dossier

KILLS = 50
"""On each database: a hundred together."""


def test_everything_acknowledged_is_there_once_however_often_the_writer_is_killed(
    settings: Settings,
) -> None:
    prepare(settings)
    moments = random.Random(11)
    promised: list[str] = []

    for life in range(KILLS):
        process, pipe = writer(settings, f"life {life}", events=100_000)
        promised.append(pipe.recv_bytes().decode())
        sleep(moments.uniform(0, 0.06))
        process.kill()
        promised.extend(acknowledged(pipe))
        process.join()

    recorded = Counter(titles(settings))
    assert {title: recorded[title] for title in promised} == dict.fromkeys(promised, 1)
    assert set(recorded.values()) == {1}
    assert len(promised) > KILLS


def titles(settings: Settings) -> list[str]:
    with open_record(settings) as record:
        events = record.read(0, 1_000_000)
    record.vault.close()
    assert [event.position for event in events] == list(range(1, len(events) + 1))
    return [event.title for event in events if isinstance(event, Dossier.Opened)]
