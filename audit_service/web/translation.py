"""The two languages of the service: the source is written in English, Chinese is shown first.

The Chinese of each area is a file of its own, `locales/zh/<area>.po`; all are read together.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, get_args

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE: Language = "en"
LOCALES = Path(__file__).parent / "locales"

reading: ContextVar[Language] = ContextVar("reading", default="zh")
"""The language of whoever reads what is being written."""


def language() -> Language:
    """Return the language of the reader."""
    return reading.get()


@contextmanager
def read_in(chosen: Language) -> Iterator[None]:
    """Write what is inside for a reader of this language."""
    token = reading.set(chosen)
    try:
        yield
    finally:
        reading.reset(token)


def accepted(accept_language: str, default: Language) -> Language:
    """Return the language that an Accept-Language header asks for first, or the default."""
    wishes = []
    for place, wish in enumerate(accept_language.split(",")):
        tag, _, quality = wish.strip().partition(";q=")
        try:
            wishes.append((-float(quality or 1), place, tag.lower()[:2]))
        except ValueError:
            continue
    first = next((tag for _, _, tag in sorted(wishes) if tag in LANGUAGES), default)
    return next(known for known in LANGUAGES if known == first)


def gettext(message: str, **facts: Any) -> str:
    """Return the message in the reader's language, with `%(name)s` filled from the facts."""
    text: str = translations(language()).gettext(message) if message else ""
    return text % facts if facts else text


def ngettext(one: str, many: str, count: int, **facts: Any) -> str:
    """As `gettext`, in the form that fits the count, which `%(count)s` takes too."""
    text: str = translations(language()).ngettext(one, many, count)
    return text % {"count": count, **facts}


_ = gettext


@cache
def translations(chosen: Language) -> NullTranslations:
    """Return every message in the language, read once."""
    if chosen == SOURCE:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(chosen))
    compiled.seek(0)
    return Translations(compiled)


def catalogue(chosen: Language) -> Catalog:
    """Return the messages of all areas in the language, as they are in the files."""
    whole = Catalog(locale=chosen, fuzzy=False)
    for part in sorted((LOCALES / chosen).glob("*.po")):
        with part.open("rb") as file:
            for message in read_po(file, locale=chosen, abort_invalid=True):
                if message.id:
                    whole[message.id] = message
    return whole
