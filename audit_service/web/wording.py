"""How values are written for a reader: amounts, days, moments, months, and the sentences of refusals."""

from datetime import UTC, date, datetime
from functools import lru_cache, singledispatch
from zoneinfo import ZoneInfo

from audit_service.web.translation import Language, gettext, language
from domain.areas import Area
from domain.cases.programmes import Programme
from domain.errors.catalogue import Element
from domain.money import Fen, yuan
from domain.periods import Month
from domain.refusal import Message, Refused
from domain.tolerance.lists import Negative, Situation
from domain.tolerance.six_factors import Factor, Rating

OFFICE = ZoneInfo("Asia/Shanghai")
"""The calendar and the clock that the office lives by."""

MINUS = "−"
NOTHING = "—"
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def money(fen: int | None) -> str:
    """Write an amount in fen as yuan: `¥ 1,440.00`."""
    if fen is None:
        return NOTHING
    return f"{MINUS if fen < 0 else ''}¥ {yuan(abs(fen))}"


def difference(fen: int | None) -> str:
    """Write a difference in fen with its sign: `+¥ 30.00`."""
    return f"+{money(fen)}" if fen is not None and fen > 0 else money(fen)


def day(on: date | None) -> str:
    """Write a day: `2021年7月1日`, `1 July 2021`."""
    return NOTHING if on is None else _day(on, language())


def month(first: date | None) -> str:
    """Write a month, given as its first day: `2021年7月`, `July 2021`."""
    if first is None:
        return NOTHING
    if language() == "zh":
        return f"{first.year}年{first.month}月"
    return f"{MONTHS[first.month - 1]} {first.year}"


def instant(moment: datetime | None) -> str:
    """Write a moment by the office's clock: `2021年9月20日 10:00`, `20 September 2021, 10:00`.

    A moment without a zone is one of UTC, as the record keeps them.
    """
    if moment is None:
        return NOTHING
    local = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(OFFICE)
    return f"{day(local.date())}{' ' if language() == 'zh' else ', '}{local:%H:%M}"


def number(count: int | None) -> str:
    """Write a count: `12,480`."""
    return NOTHING if count is None else f"{count:,}"


@lru_cache(maxsize=4096)
def _day(on: date, chosen: Language) -> str:
    if chosen == "zh":
        return f"{on.year}年{on.month}月{on.day}日"
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def sentence(refusal: Refused) -> str:
    """Say in the reader's language which rule refused, and what to do next."""
    return filled(refusal.SENTENCE, **refusal.facts)


def filled(message: str, **facts: object) -> str:
    """Translate a message and fill it with the facts, each written as its kind is."""
    return gettext(message) % {name: written(fact) for name, fact in facts.items()}


@singledispatch
def written(fact: object) -> str:
    """Write any value for the reader. A text stays as it is, unless it is a message to translate."""
    return NOTHING if fact is None else str(fact)


@written.register
def _(fact: Message) -> str:
    return gettext(fact)


@written.register(Element)
@written.register(Factor)
@written.register(Rating)
@written.register(Situation)
@written.register(Negative)
def _(fact: Element | Factor | Rating | Situation | Negative) -> str:
    return (language() == "zh" and fact.title_zh) or gettext(fact.title)


@written.register(Area)
@written.register(Programme)
def _(fact: Area | Programme) -> str:
    return fact.zh if language() == "zh" else fact.en


@written.register
def _(fact: Fen) -> str:
    return money(fact)


@written.register
def _(fact: bool) -> str:  # noqa: FBT001 - the value is what is written
    return gettext("Yes") if fact else gettext("No")


@written.register
def _(fact: int) -> str:
    return number(fact)


@written.register
def _(fact: date) -> str:
    return day(fact)


@written.register
def _(fact: Month) -> str:
    return month(fact)


@written.register
def _(fact: datetime) -> str:
    return instant(fact)


@written.register(tuple)
@written.register(list)
def _(fact: tuple[object, ...] | list[object]) -> str:
    return ("、" if language() == "zh" else ", ").join(written(part) for part in fact)
