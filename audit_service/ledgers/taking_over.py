"""Takes a ledger over into the record: people, households, cases in payment, visits and questions.

What is decided together is recorded as a whole or not at all, so that an import that was cut off is
completed by running it again, and one that was complete records nothing the second time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from audit_service.ledgers.batch import Batch, Trial
from audit_service.ledgers.known import Known
from audit_service.ledgers.outcomes import Judged
from audit_service.ledgers.reading import Fault, Ledger
from audit_service.ledgers.remembered import Remembered
from audit_service.ledgers.units import Unit, batches_of
from audit_service.store.errors import KeyDestroyed, StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Kept, Submission
from domain.kernel import Act

Note = Callable[[Sequence[Judged]], bytes | None]

ATTEMPTS = 3
"""How often it is decided again when somebody else records about the same people meanwhile."""


FORGOTTEN = "person.forgotten"
"""Code of a fault: nothing can be recorded about this person any more."""


class Journal:
    """Remembers what was decided of each batch, by its number. This one remembers nothing."""

    def standing(self, number: int) -> Sequence[Judged] | None:
        """Return what was decided of a batch that is recorded already; None if it may not be."""

    def note(self, number: int, judged: Sequence[Judged]) -> bytes | None:
        """Keep what was decided of a batch that is about to be recorded.

        Returns the idempotency key that it is to be recorded under, if any.
        """


def taken_over(ledger: Ledger, record: Record, act: Act) -> Iterator[Sequence[Judged]]:
    """Record what is not on record yet, bit by bit; yields the rows whose outcome stands by then."""
    return recorded(batches_of(ledger, record.vault), record, replace(act, basis=ledger.file.name))


def recorded(
    batches: Iterable[Sequence[Unit]], record: Record, act: Act, journal: Journal | None = None
) -> Iterator[Sequence[Judged]]:
    """Record batches in their order, as far as they are not on record, under the name that `act` rests on.

    While one batch is being stored, the next is decided. If it is about the same people, the record
    refuses it, and it is decided again. Raises StoreUnavailable; what was recorded until then stands.
    """
    kept, waiting = journal or Journal(), None
    for number, units in enumerate(batches):
        following = _following(units, kept.standing(number), record, act, partial(kept.note, number))
        if waiting is not None:
            yield waiting()
        waiting = following
    if waiting is not None:
        yield waiting()


def _following(
    units: Sequence[Unit],
    standing: Sequence[Judged] | None,
    *about: Any,
) -> Callable[[], Sequence[Judged]]:
    """Return what says the outcomes of some rows once they are on record."""
    return _Storing(units, *about).stored if standing is None else lambda: standing


def tried(ledger: Ledger, record: Record, act: Act, remembered: Remembered) -> Iterator[Sequence[Judged]]:
    """Say what would become of each row, and record nothing.

    What would be on record is `remembered`: one trial over several ledgers hands the same to each.
    Raises OSError if the disk is full.
    """
    for units in batches_of(ledger, record.vault):
        streams = {stream for unit in units for stream in unit.streams}
        known = remembered.recall(streams)
        judged = _decided(units, Trial(record, act, known)).judged
        remembered.keep(known, streams)
        yield judged


class _Storing:
    """Some rows that were decided and handed over to be recorded."""

    def __init__(
        self,
        units: Sequence[Unit],
        record: Record,
        act: Act,
        note: Note,
        forgotten: frozenset[UUID] = frozenset(),
    ) -> None:
        self._again = partial(_Storing, units, record, act, note)
        self._forgotten = forgotten
        batch = _decided(units, Batch(record, act, Known()), forgotten)
        self._judged = batch.judged
        pending = tuple(aggregate for aggregate in batch.aggregates.values() if aggregate.pending_events)
        key = note(batch.judged)
        about = Submission(aggregates=pending, key=key, request=key or b"")
        self._kept = _submitted(record, about) if pending else None

    def stored(self, attempts: int = ATTEMPTS) -> Sequence[Judged]:
        """Return the outcomes of the rows once they are on record."""
        try:
            if self._kept is not None:
                self._kept.result()
        except StaleVersion:
            if attempts == 1:
                raise
            return self._again(self._forgotten).stored(attempts - 1)
        except KeyDestroyed as error:
            return self._again(self._forgotten | {error.subject}).stored(attempts)
        return self._judged


def _submitted(record: Record, about: Submission) -> Future[Kept]:
    """Return what says how it went, also where it is known at once that it cannot be recorded."""
    try:
        return record.submit(about)
    except KeyDestroyed as error:
        answer: Future[Kept] = Future()
        answer.set_exception(error)
        return answer


def _decided(units: Sequence[Unit], batch: Batch, forgotten: frozenset[UUID] = frozenset()) -> Batch:
    batch.look_up({stream for unit in units for stream in unit.streams})
    for unit in units:
        if forgotten.isdisjoint(unit.streams):
            unit.decide(batch)
        else:
            for row in unit.rows:
                batch.reject(row, (Fault(FORGOTTEN, row.part.headings[row.part.places["id_number"]]),))
    return batch
