"""Replaying a case decision by decision, on what was known each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.cases.case import Case
from domain.cases.state import State
from domain.kernel import Event
from domain.leads.finding import MISSING_STEP, OVERDUE_REVIEW, PAID_AFTER_DEATH, Finding
from domain.periods import first_month_from, month_of
from domain.rechecking import amounts
from domain.rechecking.amounts import Mismatch
from domain.rechecking.known import Known
from domain.rechecking.procedure import missing_before, next_day, to_make_good
from domain.rechecking.reviews import LOOKED, review_policies
from domain.standards.deadlines import WorkingDays, due, policy_on

DIED = "died"


@dataclass(frozen=True)
class Checked:
    """What became of replaying a case."""

    findings: tuple[Finding, ...]
    again_on: date | None
    """The day from which it may be found wanting though nothing happens to it; None if there is none."""


@dataclass
class Life:
    """A case as its history leaves it, and what in it other cases are compared with."""

    case: Case
    entered: Event
    """What it began to be paid by, else what it was opened by."""
    died: date | None = None
    """The day of the death that it was ended for."""


def recheck(history: Iterable[Event], known: Known, on: date, working_days: WorkingDays) -> Checked:
    """Replay the history of a case, and tell what does not fit on the day. Records nothing."""
    events = iter(history)
    replay = Replay(next(events), known)
    for event in events:
        replay.take(event)
    again_on = replay.look_ahead(on, working_days)
    return Checked(tuple(replay.findings), again_on)


def lived(history: Iterable[Event]) -> Life:
    """Replay the history of a case without comparing anything."""
    events = iter(history)
    first = next(events)
    life = Life(first.mutate(None), first)
    for event in events:
        note(life, event)
        life.case = event.mutate(life.case)
    return life


def note(life: Life, event: Event) -> None:
    """Note what other cases are compared with."""
    if isinstance(event, Case.Confirmed | Case.TakenOver):  # the latter when it is brought on record again
        life.entered = event
    if isinstance(event, Case.Terminated):
        life.died = (event.valid_from or event.on) if event.reason == DIED else None


class Replay:
    """A case that is replayed event by event, and what was found on the way."""

    def __init__(self, first: Event, known: Known) -> None:
        """`first`: the event that the case begins with."""
        self.life = Life(first.mutate(None), first)
        self.findings: list[Finding] = []
        self._known = known
        self._deciding = first
        self._looked = first

    def take(self, event: Event) -> None:
        """Compare the event with the case as it stood, and go on."""
        case = self.life.case
        if isinstance(event, Case.Determined):
            self._compare(event)
        elif isinstance(event, Case.StandardRaised):
            self._tell(event, amounts.of_raise(case, event, self._known.before(event.position)))
        elif isinstance(event, Case.Confirmed) and (missing := missing_before(case)):
            self._find(event, MISSING_STEP, event.valid_from or event.on, detail=" ".join(missing))
        note(self.life, event)
        self.life.case = event.mutate(case)
        if isinstance(event, LOOKED):
            self._looked = event
        self._deciding = event

    def look_ahead(self, on: date, working_days: WorkingDays) -> date | None:
        """Tell what is late on the day; return the day on which something may be late next."""
        case = self.life.case
        late = to_make_good(case, working_days)
        if late and on > min(late.values()):
            decided = self.life.entered
            self._find(decided, MISSING_STEP, decided.valid_from or decided.on, detail=" ".join(sorted(late)))
            return None
        by = self._review_by(working_days)
        if by and on > by:
            self._find(self._looked, OVERDUE_REVIEW, by, detail=by.isoformat())
            return None
        return min(map(next_day, [*late.values(), *([by] if by else [])]), default=None)

    def _review_by(self, working_days: WorkingDays) -> date | None:
        """Return the last day on which the means are looked at in time; None if they need not be."""
        case = self.life.case
        policy = policy_on(review_policies(case.programme_code, self._known.now.reviews), self._looked.on)
        if case.state is not State.IN_PAYMENT or policy is None:
            return None
        return due(policy.limits[0], self._looked.on, working_days)

    def _compare(self, event: Case.Determined) -> None:
        case, deciding = self.life.case, self._deciding
        standards = self._known.before(deciding.position)
        self._tell(deciding, amounts.of_determination(case, deciding, event, standards))
        if isinstance(deciding, Case.Terminated) and deciding.reason == DIED:
            self._tell(deciding, amounts.paid_late(case, deciding, event))

    def _tell(self, event: Event, mismatch: Mismatch | None) -> None:
        if mismatch is None:
            return
        died, kind = self.life.died, mismatch.kind
        if died and mismatch.found and mismatch.month >= first_month_from(died):
            kind = PAID_AFTER_DEATH
        self._find(
            event,
            kind,
            mismatch.month,
            expected=mismatch.expected,
            found=mismatch.found,
            detail=mismatch.detail,
        )

    def _find(
        self, event: Event, kind: str, month: date, *, expected: int = 0, found: int = 0, detail: str = ""
    ) -> None:
        finding = about(self.life.case, event, kind, month, expected=expected, found=found, detail=detail)
        self.findings.append(finding)


def about(
    case: Case, event: Event, kind: str, month: date, *, expected: int = 0, found: int = 0, detail: str = ""
) -> Finding:
    """Return a finding about an event of a case."""
    return Finding(
        kind=kind,
        case=case.id,
        case_number=case.number,
        area=case.area,
        subject=case.subject,
        decision=event.position,
        decided_by=event.by,
        from_month=month_of(month),
        expected=expected,
        found=found,
        detail=detail,
    )
