"""Eight processes write to one record while another reads it."""

from threading import Event, Thread

from audit_service.settings import Settings
from audit_service.store.record import Record
from tests.anomalies.writing import acknowledged, writer
from tests.audit_service.store.dossiers import Dossier

WRITERS, EVENTS = 8, 150


class Follower(Thread):
    """Reads what comes after what it has seen, as fast as it can."""

    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self.done = Event()
        self.titles: list[str] = []
        self.positions: list[int] = []

    def run(self) -> None:
        while not self.done.is_set() or len(self.positions) < self._record.last_position():
            for event in self._record.read(len(self.positions), 40):
                assert isinstance(event, Dossier.Opened)
                self.positions.append(event.position)
                self.titles.append(event.title)


def test_a_follower_misses_nothing_of_eight_writers(record: Record, settings: Settings) -> None:
    follower = Follower(record)
    follower.start()

    started = [writer(settings, f"writer {number}", EVENTS) for number in range(WRITERS)]
    promised = [title for _, pipe in started for title in acknowledged(pipe)]
    for process, _ in started:
        process.join()
    follower.done.set()
    follower.join()

    assert len(promised) == WRITERS * EVENTS
    assert follower.positions == list(range(1, WRITERS * EVENTS + 1))
    assert sorted(follower.titles) == sorted(promised)


def test_time_runs_along_positions_whoever_writes(record: Record, settings: Settings) -> None:
    started = [writer(settings, f"writer {number}", 30) for number in range(4)]
    for process, pipe in started:
        acknowledged(pipe)
        process.join()

    instants = [row[5] for row in record.store.rows(0, 1000)]

    assert len(instants) == 120
    assert instants == sorted(instants)
