"""People who do not exist: plainly made-up names, id numbers under an area code never given out."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

AREA_CODE = "210299"
"""Not allocated to any place (GB/T 2260), so that no number can be a living person's."""

Someone = tuple[str, str]
"""A name and an id number."""

_KNOWN_ALREADY, _NAMED_OTHERWISE = 0.2, 0.1
"""Of those in a ledger, how many stand in another one before; of these, how many under another name."""

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def names(chance: Random) -> Iterator[str]:
    """Return names such as 赵甲子, without end."""
    made = [f"{surname}{stem}{branch}" for surname, stem, branch in product(_SURNAMES, _STEMS, _BRANCHES)]
    made.extend(f"{surname}{stem}" for surname, stem in product(_SURNAMES, _STEMS))
    while True:
        yield chance.choice(made)


def check_digit(digits: str) -> str:
    """Return the last character of an id number, from the 17 digits before it (GB 11643-1999)."""
    return "10X98765432"[
        sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11
    ]


def id_number(born: date, sequence: int) -> str:
    """Return the id number of the fictional person born on a day; an odd sequence is a man's."""
    digits = f"{AREA_CODE}{born:%Y%m%d}{sequence:03d}"
    return digits + check_digit(digits)


def id_numbers(chance: Random, *, eldest: int = 1935, youngest: int = 2018) -> Iterator[str]:
    """Return id numbers, each once, of people born in these years."""
    given: set[str] = set()
    first, days = date(eldest, 1, 1), (youngest - eldest) * 365
    while True:
        number = id_number(first + timedelta(chance.randrange(days)), chance.randrange(1, 1000))
        if number not in given:
            given.add(number)
            yield number


def people_of(chance: Random, before: list[Someone]) -> Iterator[Someone]:
    """Return people for one ledger, each once. Some stand in the ledgers before, a few named otherwise.

    Who is given out is added to `before`.
    """
    name, number = names(chance), id_numbers(chance)
    known = before.copy()
    chance.shuffle(known)
    while True:
        if known and chance.random() < _KNOWN_ALREADY:
            called, id_number = known.pop()
            if chance.random() < _NAMED_OTHERWISE:
                called = next(name)
        else:
            called, id_number = next(name), next(number)
        before.append((called, id_number))
        yield called, id_number
