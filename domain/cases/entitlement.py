"""What is due in a month, with the arithmetic that shows it."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from domain.periods import months_between

DIFFERENTIAL, FULL, TOP_UP, GRANTED = "differential", "standard", "top_up", "granted"
"""How a programme's amount comes about: what income lacks to the standard; the whole standard;
what other programmes lack to the standard; what the authority granted."""

UPLIFTS = {
    "elderly": "Elderly members",
    "minor": "Minor members",
    "severely_disabled": "Severely disabled members",
    "seriously_ill": "Seriously ill members",
}
"""Categories of members who are paid more; messages to translate."""

BELOW, NOT_BELOW = "Income a head is below the standard", "Income a head is not below the standard"
"""Messages to translate."""
TESTS = {
    DIFFERENTIAL: (BELOW, NOT_BELOW),
    TOP_UP: (
        "What other programmes pay a head is below the standard",
        "What other programmes pay a head is not below the standard",
    ),
}
"""Whether anything is due, by rule; messages to translate."""
FORMULAS = {
    DIFFERENTIAL: "(Standard − income a head) × members",
    TOP_UP: "(Standard − what other programmes pay a head) × members",
    FULL: "Standard × members",
}
"""By rule; messages to translate."""
UPLIFT_LABELS = {
    "elderly": "Uplift for elderly members",
    "minor": "Uplift for minor members",
    "severely_disabled": "Uplift for severely disabled members",
    "seriously_ill": "Uplift for seriously ill members",
}
"""By category; messages to translate."""
ROUNDED, MINIMUM = "Rounded", "Raised to the least that is paid"
"""Messages to translate."""
GRANTED_BY_DECISION, AS_TAKEN_OVER = "Granted by decision", "As taken over from the register"
"""Messages to translate."""
SUSPENDED, TERMINATED = "Suspended: nothing is paid", "Terminated: nothing is paid"
"""Messages to translate."""
LABELS = (
    *chain(*TESTS.values()),
    *FORMULAS.values(),
    *UPLIFT_LABELS.values(),
    *(ROUNDED, MINIMUM, GRANTED_BY_DECISION, AS_TAKEN_OVER, SUSPENDED, TERMINATED),
)
"""Everything that a line of arithmetic may say."""


@dataclass(frozen=True, slots=True)
class Uplift:
    """How many members of the household are in a category that is paid more."""

    category: str
    members: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What an amount rests on."""

    area: str
    kind: str | None
    """Of standard; None if the amount is granted, or was taken over from a register that did not say."""
    members: int
    monthly_income: int
    """Fen, of the whole household; for a top-up, what other programmes pay."""
    uplifts: tuple[Uplift, ...] = ()
    granted: int = 0
    """Fen a month, granted by decision or as taken over; counts while no kind is known."""
    taken_over: bool = False
    """Whether `granted` is what a register said."""
    source: str = ""
    """What `granted` rests on: a decision's reference, a row of a register."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the arithmetic."""

    label: str
    """One of LABELS."""
    expression: str
    """Figures in yuan; the same in every language."""
    amount: int | None
    """Fen after this step; None where the step only tests something."""
    source: str
    """What the step rests on: a standard's reference, a decision, a register."""


@dataclass(frozen=True, slots=True)
class EntitledPeriod:
    """What is due each month from a month until another."""

    starts: date
    ends: date | None
    """The month that is no longer part of it; None if there is no end in sight."""
    monthly_amount: int
    standard: str
    """Reference; empty where no standard was applied."""
    arithmetic: tuple[Line, ...]

    def ending(self, month: date) -> "EntitledPeriod":
        """Return the same until a month."""
        return EntitledPeriod(self.starts, month, self.monthly_amount, self.standard, self.arithmetic)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a month's new determination differs from what was paid for it."""

    month: date
    paid: int
    due: int

    @property
    def amount(self) -> int:
        """Fen; positive is owed to the family, negative is owed by it."""
        return self.due - self.paid


def period_of(periods: tuple[EntitledPeriod, ...], month: date) -> EntitledPeriod | None:
    """Return the period that the month is in; None if there is none."""
    for period in reversed(periods):
        if period.starts <= month:
            return period if period.ends is None or month < period.ends else None
    return None


def spliced(
    periods: tuple[EntitledPeriod, ...], determined: tuple[EntitledPeriod, ...]
) -> tuple[EntitledPeriod, ...]:
    """Return the periods with everything from the first newly determined month on replaced."""
    starts = determined[0].starts
    kept = [period for period in periods if period.starts < starts]
    if kept and (kept[-1].ends is None or kept[-1].ends > starts):
        kept[-1] = kept[-1].ending(starts)
    return (*kept, *determined)


def differences(
    before: tuple[EntitledPeriod, ...], after: tuple[EntitledPeriod, ...], first: date, paid_through: date
) -> tuple[Difference, ...]:
    """Return the months, from the first to the one last paid, that were paid otherwise than is due."""
    found = []
    for month in months_between(first, paid_through):
        was, now = period_of(before, month), period_of(after, month)
        paid, due = was.monthly_amount if was else 0, now.monthly_amount if now else 0
        if paid != due:
            found.append(Difference(month, paid, due))
    return tuple(found)
