"""What is done with an import, in a process beside: it is tried out, and when it was asked for, carried out.

It depends on what is on record and in its folder alone: a process that was killed leaves everything so
that the next one goes on.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from uuid import UUID

from audit_service.imports.about import About, Progress, RefusedFile, SentFile
from audit_service.imports.folder import REPORT, TRIAL, Sent
from audit_service.imports.reports import Decided, Writing
from audit_service.imports.taking_back import take_back
from audit_service.imports.totals import Totals
from audit_service.ledgers.memory import give_back
from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.reading import Ledger, read_ledger
from audit_service.ledgers.refused_files import FileRefused
from audit_service.ledgers.remembered import Remembered
from audit_service.ledgers.taking_over import Journal, recorded, tried
from audit_service.ledgers.units import units_again
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.store.filing import digest
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.identities import import_id
from domain.imports.imported import ANNOUNCED, TAKING_BACK, Import
from domain.kernel import Act, Event
from domain.roles import CLERK

READING, TRYING, CARRYING_OUT = "reading", "trying", "carrying_out"
OFTEN = 0.5
"""Seconds after which the progress is told again."""

Read = tuple[int, SentFile, Ledger]
"""A file that is a register: its place among those that were sent in, what is known of it, its rows."""


def work(office: Office, number: str) -> None:
    """Do what is to be done with an import, unless another process does.

    Raises StoreUnavailable, OSError; done again, it goes on where it stopped.
    """
    with suppress(NotOnRecord):
        sent = office.imports.sent(number)
        with sent.held() as ours:
            if ours:
                _go_on(office, sent)


def _go_on(office: Office, sent: Sent) -> None:
    """Do one thing: what else there is has the memory of another process."""
    imported = office.record.find(Import, sent.identity)
    if not sent.about.tried:
        _try_out(office, sent)
    elif imported is not None and imported.state == ANNOUNCED:
        _carry_out(office, sent, imported)
    sent.advance(None)


def take_back_ordered(office: Office, number: str) -> None:
    """Take an import back if that was ordered and is not done; needs nothing of what was sent in."""
    with office.imports.held(number) as ours:
        imported = office.record.find(Import, import_id(number))
        if ours and imported is not None and imported.state == TAKING_BACK:
            _take_back(office, imported)


def _take_back(office: Office, imported: Import) -> None:
    act = replace(
        _act_because_of(*_happened(office, imported.id, Import.TakingBackOrdered)), basis=imported.number
    )
    done = take_back(office, imported.id, act)
    imported.take_back(done.withdrawn, done.left, act, done.kept)
    with suppress(StaleVersion):  # it was said already, by a process that was killed right afterwards
        office.record.keep(Submission(aggregates=(imported,)))


def _try_out(office: Office, sent: Sent) -> None:
    """Say what would become of each row. Nothing is recorded."""
    about, tally, today = sent.about, Totals(), office.today()
    act = Act(by=about.sent_by, role=CLERK, unit="", on=today)
    found = list(_read(sent, about, today))
    pace, remembered = _Pace(sent, TRYING, about), Remembered(sent.path)
    for place, file, ledger in found:
        blocks, index = sent.report(TRIAL, place)
        blocks.begin_anew()
        writing = Writing(ledger.parts, len(ledger), blocks, office.vault)
        counts = tally.begin(ledger.file)
        for batch, judged in enumerate(tried(ledger, office.record, act, remembered)):
            writing.note(batch, judged)
            counts.add(judged)
            pace(judged)
        writing.end(index)
        file.found = counts.as_json()
    about.totals = tally.found
    about.areas = sorted(set().union(*(ledger.areas for _, _, ledger in found)))
    about.tried = True
    sent.advance(None)
    sent.note(about)


def _carry_out(office: Office, sent: Sent, imported: Import) -> None:
    """Take over what is not on record yet of the rows as they were tried out, in the name of who asked."""
    act = _act_because_of(*_happened(office, sent.identity, Import.Announced))
    about, tally = sent.about, Totals()
    pace = _Pace(sent, CARRYING_OUT, about)
    for place, file in about.registers:
        trial, (blocks, index) = Decided.of(*sent.report(TRIAL, place)), sent.report(REPORT, place)
        writing = Writing(trial.parts, trial.rows, blocks, office.vault)
        counts = tally.begin(Path(file.name))
        journal = Kept(writing, office.record, partial("{} {} {}".format, sent.identity, place))
        units = (units_again((judged.row for judged in some), office.vault) for some in trial.batches)
        for judged in recorded(units, office.record, replace(act, basis=file.name), journal):
            counts.add(judged)
            pace(judged)
        writing.end(index)
        file.found = counts.as_json()
    about.totals = tally.found
    sent.note(about)
    imported.carry_out(tuple(file.counts for file in about.taken), act)
    with suppress(StaleVersion):  # it was said already, by a process that was killed right afterwards
        office.record.keep(Submission(aggregates=(imported,)))
    sent.forget_files()


def _happened(office: Office, identity: UUID, kind: type[Event]) -> Iterator[Event]:
    """Return what happened to an import once, of one kind."""
    return (event for event in office.record.events(identity) if isinstance(event, kind))


def _act_because_of(asked: Event) -> Act:
    """Return the act of doing what was asked for: in the name and on the day of who did."""
    return Act(
        by=asked.by,
        role=asked.role,
        unit=asked.unit,
        on=asked.on,
        correlation=asked.stream,
        causation=asked.position,
    )


class Kept(Journal):
    """Remembers in the report what was decided of each batch, before it is recorded."""

    def __init__(self, writing: Writing, record: Record, key: Callable[[int], str]) -> None:
        """`key`: what a batch is recorded under once, by its number."""
        self._writing = writing
        self._record = record
        self._key = key

    def standing(self, number: int) -> Sequence[Judged] | None:
        """Return what was decided of a batch that is recorded already; None if it may not be."""
        if number not in self._writing.batches:
            return None
        recorded = self._record.store.answered(digest(self._key(number).encode()))
        return self._writing.batch(number) if recorded else None

    def note(self, number: int, judged: Sequence[Judged]) -> bytes:
        """Write down what is about to be recorded, and return the key that it is recorded under once."""
        self._writing.note(number, judged)
        return self._key(number).encode()


class _Pace:
    """Tells how far it is, not too often."""

    def __init__(self, sent: Sent, doing: str, about: About) -> None:
        self._sent = sent
        self._progress = Progress(doing=doing, rows=sum(file.rows for file in about.taken))
        self._told = 0.0
        self((), now=True)

    def __call__(self, judged: Sequence[Judged], *, now: bool = False) -> None:
        self._progress.done += len(judged)
        if now or monotonic() - self._told > OFTEN:
            self._told = monotonic()
            self._sent.advance(self._progress)


def _read(sent: Sent, about: About, today: date) -> Iterator[Read]:
    """Yield the files that are registers; of the others it is noted why they are none."""
    sent.advance(Progress(doing=READING))
    for place, file in enumerate(about.files):
        if file.refused is not None:
            continue
        with sent.readable(place, file.name) as path:
            try:
                ledger = read_ledger(path, today, sent.path)
            except FileRefused as refused:
                file.refused = RefusedFile.of(_named(refused, file.name))
                continue
        file.rows, file.left_out, file.hidden = len(ledger), ledger.left_out, ledger.hidden
        file.kinds = list(dict.fromkeys(part.register.code for part in ledger.parts))
        give_back()
        yield place, file, ledger


def _named(refused: FileRefused, name: str) -> FileRefused:
    """Return the refusal with the name of the file as it was sent in, wherever it was read."""
    return type(refused)(**(refused.facts | {"file": name}))
