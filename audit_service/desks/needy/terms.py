"""What somebody types to find a person: which tokens may find it, and whether who is found fits it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from audit_service.desks.needy.masking import fits_mask
from audit_service.finding import tokens
from audit_service.finding.spelling import (
    Sounds,
    digits_of,
    han_of,
    latin,
    neighbours,
    parts_of,
    plain,
    sought_parts,
    sounds_of,
)
from domain.needy import id_number

WHOLE, OTHERWISE, PART, APART, ELSEWHERE = range(5)
"""How well somebody fits; the lower, the earlier they are shown."""

MASKED: Final = re.compile(r"(\d{0,14})[*＊xX·.…?？]{2,}(\d{3}[\dXx])")
END: Final = re.compile(r"\d{3}[\dXx]")
PHONE: Final = re.compile(r"\+?[\d()-]{5,20}")
DAY: Final = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?")


@dataclass(frozen=True)
class Told:
    """What is on record about somebody, opened, in the spelling in which it is compared."""

    names: Sequence[str]
    """As they are written; the one on record first."""
    id_number: str
    document_number: str = ""
    phones: Sequence[str] = ()
    """All that were ever told, the latest first; so with the addresses."""
    addresses: Sequence[str] = ()

    @property
    def phone(self) -> str:
        """The telephone number that was told last."""
        return next(iter(self.phones), "")

    @property
    def address(self) -> str:
        """The address that was told last."""
        return next(iter(self.addresses), "")

    @cached_property
    def plain_names(self) -> list[str]:
        """The names in one spelling."""
        return [plain(name) for name in self.names]

    @cached_property
    def sounds(self) -> list[Sounds]:
        """How the names are typed by their sound."""
        return [sounds_of(name) for name in self.names]

    @cached_property
    def digits(self) -> list[str]:
        """The digits of the telephone numbers."""
        return list(map(digits_of, self.phones))

    @cached_property
    def parts(self) -> list[frozenset[str]]:
        """The parts of each address."""
        return [frozenset(parts_of(address)) for address in self.addresses]


class Way(NamedTuple):
    """One way in which a term may be meant."""

    rank: int
    made_of: Sequence[tuple[str, str]]
    """Kinds and texts of the tokens that who is meant has, all of them."""
    fits: Callable[[Told], bool]


Term: TypeAlias = Sequence[Way]
"""What one word may mean, the likeliest first."""


def readings_of(text: str) -> list[list[str]]:
    """Return how a text may be meant: words of one script as one name, or each for itself."""
    words = unicodedata.normalize("NFKC", text).split()
    joined = ["".join(some) for _, some in groupby(words, key=_script)]
    return [joined] if joined == words else [joined, words]


def term_of(word: str) -> Term:
    """Return what a word may mean."""
    return sorted(_ways(word), key=lambda way: way.rank)


def _ways(word: str) -> Iterator[Way]:
    if masked := MASKED.fullmatch(word):
        yield _ends(masked[2].upper(), word.upper())
    if END.fullmatch(word):
        yield _ends(word.upper(), f"*{word.upper()}")
    if (day := DAY.fullmatch(word)) and (born := _day(*map(int, day.groups()))):
        yield Way(WHOLE, [(tokens.BORN, born.isoformat())], lambda told: _born(told) == born)
    if PHONE.fullmatch(word):
        digits = digits_of(word)
        yield Way(WHOLE, [(tokens.PHONE, digits)], lambda told: digits in told.digits)
    elif han := han_of(plain(word)):
        yield from _names(plain(word), han)
    elif sound := latin(word):
        yield Way(WHOLE, [(tokens.SOUND, sound)], lambda told: any(sound in one.whole for one in told.sounds))
        yield Way(
            PART, [(tokens.SOUND_PART, sound)], lambda told: any(sound in one.parts for one in told.sounds)
        )


def _names(text: str, han: str) -> Iterator[Way]:
    whole = [(tokens.NAME, text)]
    yield Way(WHOLE, whole, lambda told: text == told.plain_names[0])
    yield Way(OTHERWISE, whole, lambda told: text in told.plain_names)
    pairs = [(tokens.NEIGHBOURS, pair) for pair in neighbours(han)] or [(tokens.NAME, han)]
    yield Way(PART, pairs, lambda told: any(text in name for name in told.plain_names))
    if len(han) == 2:  # noqa: PLR2004 - two characters that may have others between them
        pattern = re.compile(".+".join(han))
        yield Way(
            APART,
            [(tokens.APART, han)],
            lambda told: any(pattern.search(name) for name in told.plain_names),
        )
    if parts := sought_parts(text):
        made_of = [(tokens.ADDRESS, part) for part in parts]
        yield Way(ELSEWHERE, made_of, lambda told: any(some.issuperset(parts) for some in told.parts))


def _ends(end: str, mask: str) -> Way:
    """Return the way by the last digits of an id number, of which a mask may show more."""
    return Way(
        WHOLE,
        [(tokens.NUMBER_END, end)],
        lambda told: fits_mask(told.id_number or told.document_number, mask),
    )


def _born(told: Told) -> date | None:
    return id_number.born_on(told.id_number) if told.id_number else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _script(word: str) -> object:
    """Return what words that belong together have in common; others belong to nothing but themselves."""
    if word.removeprefix("+").isdigit():
        return "digits"
    if word.isalpha():
        return "han" if han_of(plain(word)) else "latin"
    return word
