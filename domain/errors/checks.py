"""What is checked of every report and every classification: codes, words, periods, amounts."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.errors.axes import DIRECTIONS, OVER, UNDER, WITHOUT_AMOUNT
from domain.errors.refusals import (
    AmountAgainstDirection,
    AmountOutsidePeriod,
    AmountTwice,
    BeforeCase,
    CatalogueTaken,
    EndsBeforeItBegins,
    InForceBeforeApproval,
    LearnedLater,
    NotYetPast,
    ReasonMissing,
    UnknownCode,
    WordsMissing,
)
from domain.errors.state import Classification, MonthAmount
from domain.kernel import Act
from domain.money import Fen
from domain.periods import Month, month_of
from domain.refusal import Message


def check_code(code: str, titles: Mapping[str, str]) -> None:
    """Raises UnknownCode."""
    if code not in titles:
        raise UnknownCode(code=code, titles=tuple(map(Message, titles.values())))


def check_approval(
    reference: str, approved_on: date, effective_from: date, others: Iterable[tuple[str, date]]
) -> None:
    """Check what is to be published beside others, told by reference and the day they are in force from.

    Raises InForceBeforeApproval, CatalogueTaken.
    """
    if effective_from < approved_on:
        raise InForceBeforeApproval(approved_on=approved_on, effective_from=effective_from)
    for other, since in others:
        if reference == other or effective_from == since:
            raise CatalogueTaken(reference=other, effective_from=since)


def check_words(text: str) -> None:
    """Raises WordsMissing."""
    if not text.strip():
        raise WordsMissing


def check_reason(act: Act) -> None:
    """Raises ReasonMissing."""
    if not act.because.strip():
        raise ReasonMissing


def check_learned(act: Act) -> None:
    """Raises LearnedLater."""
    if act.learned_on and act.learned_on > act.on:
        raise LearnedLater(learned_on=act.learned_on, on=act.on)


def check_period(from_month: date, to_month: date | None, *, today: date, began: date | None) -> None:
    """Refuse months that cannot have been in error. `began`: the case's first day, None without a case.

    Raises EndsBeforeItBegins, BeforeCase, NotYetPast.
    """
    if to_month is not None and month_of(to_month) < month_of(from_month):
        raise EndsBeforeItBegins(from_month=Month.of(from_month), to_month=Month.of(to_month))
    if began is not None and month_of(from_month) < month_of(began):
        raise BeforeCase(began=began)
    last = month_of(to_month or from_month)
    if last > today:
        raise NotYetPast(month=Month.of(last))


def check_amounts(found: Classification, *, today: date) -> None:
    """Raises AmountOutsidePeriod, AmountTwice, AmountAgainstDirection."""
    months = [each.month for each in found.amounts]
    last = found.to_month or month_of(today)
    for month in months:
        if month != month_of(month) or not found.from_month <= month <= last:
            raise AmountOutsidePeriod(
                month=Month.of(month), from_month=Month.of(found.from_month), to_month=Month.of(last)
            )
        if months.count(month) > 1:
            raise AmountTwice(month=Month.of(month))
    for each in _against(found.direction, found.amounts):
        raise AmountAgainstDirection(
            amount=Fen(each.amount),
            month=Month.of(each.month),
            direction=Message(DIRECTIONS[found.direction]),
        )


def _against(direction: str, amounts: Iterable[MonthAmount]) -> list[MonthAmount]:
    return [
        each
        for each in amounts
        if direction in WITHOUT_AMOUNT
        or each.amount == 0
        or (direction == OVER and each.amount > 0)
        or (direction == UNDER and each.amount < 0)
    ]
