"""Whether a text tells who somebody is, as far as that can be seen: by names, id numbers, telephones."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from domain.refusal import Message, Refused

SHORTEST: Final = 2
"""Characters of a name that is looked for: one alone is in many words."""

ID_NUMBER: Final = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)", re.ASCII)
TELEPHONE: Final = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
NUMBER_ON_RECORD: Final = re.compile(r"[A-Z]{1,2}\d{6}-\d{4}-\d{4,8}", re.ASCII)
"""Of a case, an error, a review, a notice."""


class NamesSomebody(Refused):
    """A lesson names nobody. Who it would have been is not repeated."""

    CODE = "lesson.names_somebody"
    SENTENCE = (
        "“%(field)s” names somebody who is concerned. Write what happened without names, as “the official”"
        " or “the family”."
    )


class TellsANumber(Refused):
    """A number of a person or a file leads to whoever it is about."""

    CODE = "lesson.tells_a_number"
    SENTENCE = (
        "“%(field)s” holds an id number, a telephone number or the number of a file. Take it out: a lesson"
        " leads to nobody."
    )


def check_deidentified(texts: Mapping[str, str], names: Iterable[str]) -> None:
    """Refuse texts that tell who somebody is. Raises NamesSomebody, TellsANumber.

    `texts`: by the title of their field, a message to translate; `names`: of the people concerned and
    what else would tell them, such as numbers and logins.
    """
    known = {closed for name in names if len(closed := _closed(name)) >= SHORTEST}
    for field, text in texts.items():
        if any(pattern.search(text) for pattern in (ID_NUMBER, TELEPHONE, NUMBER_ON_RECORD)):
            raise TellsANumber(field=Message(field))
        if any(name in _closed(text) for name in known):
            raise NamesSomebody(field=Message(field))


def _closed(text: str) -> str:
    """Return the text in small letters and without blanks, as names are written with and without them."""
    return "".join(text.split()).casefold()
