"""The columns of a list, declared once: for its page, and for the files that it is handed out as."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.money import Fen

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)
class ListColumn(Generic[R]):
    """One column of a list whose rows are of one kind."""

    title: str
    """Its heading; a message to translate."""
    value: Callable[[R], object]
    """What a row holds there: a text in the reader's language, a number, an amount, a day, a moment,
    several of these as a tuple, or None."""
    figure: bool = False
    """Whether the values are figures, which stand on the right."""
    href: Callable[[R], str] | None = None
    """Where the value leads to on the page, empty if nowhere."""
    spoken: Callable[[R], str] | None = None
    """What a screen reader says after the value, where the links of several rows read alike."""
    colour: Callable[[R], str] | None = None
    """The colour of the tag that the value is shown as on the page."""


def amount(fen: int | None) -> Fen | None:
    """Return an amount in fen as one that is written in yuan."""
    return None if fen is None else Fen(fen)
