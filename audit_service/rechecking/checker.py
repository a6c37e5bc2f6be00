"""Replaying many cases: what is done in the rooms beside, each with a record of its own."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from audit_service.settings import Settings
from audit_service.store import stores
from audit_service.store.record import Record
from audit_service.working_days import Arrangements
from domain.identities import STANDARDS_ID
from domain.kernel import Event
from domain.leads.finding import Finding
from domain.rechecking.known import Known
from domain.rechecking.replay import Checked, lived, recheck
from domain.rechecking.together import compared, paid_after
from domain.standards.deadlines import WorkingDays


@dataclass(frozen=True)
class Checker:
    """What is needed to replay cases."""

    record: Record
    working_days: WorkingDays

    @property
    def known(self) -> Known:
        """The standards, each from where it was published."""
        return Known(self.record.events(STANDARDS_ID))

    def histories(self, cases: Sequence[UUID]) -> Iterator[tuple[UUID, Iterator[Event]]]:
        """Yield the events of each of these that has any. One history is to be used before the next."""
        rows = self.record.store.rows_of_many(cases)
        for case, history in groupby(rows, itemgetter(1)):
            yield case, self.record.codec.events(history)


@contextmanager
def opened(settings: Settings) -> Iterator[Checker]:
    """Open the record for who only reads it."""
    record = stores.open_record(settings)
    try:
        yield Checker(record, Arrangements.of(settings.calendar_file))
    finally:
        record.close()
        record.vault.close()


def check(checker: Checker, cases: Sequence[UUID], on: date) -> dict[UUID, Checked]:
    """Replay each of these cases."""
    known = checker.known
    return {
        case: recheck(history, known, on, checker.working_days) for case, history in checker.histories(cases)
    }


def compare(checker: Checker, several: Sequence[frozenset[UUID]]) -> list[Finding]:
    """Compare the cases of each of these sets, of which each has a person in common."""
    standards = checker.known.now
    everything = sorted(frozenset().union(*several))
    lives = {case: lived(history) for case, history in checker.histories(everything)}
    return [finding for some in several for finding in compared([lives[case] for case in some], standards)]


def check_deaths(checker: Checker, died: Mapping[UUID, date]) -> list[Finding]:
    """Look whether these cases are paid for somebody in them who died on that day."""
    standards = checker.known.now
    lives = {case: lived(history) for case, history in checker.histories(sorted(died))}
    found = (paid_after(on, on.isoformat(), lives[case], standards) for case, on in died.items())
    return [finding for finding in found if finding]
