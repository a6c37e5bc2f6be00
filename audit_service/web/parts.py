"""What the parts of a page are given to show. The macros of the same names are in `templates/parts`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Step(NamedTuple):
    """A link in a row of links: tabs, or the trail that leads to a page."""

    text: str
    href: str = ""
    current: bool = False


class Tag(NamedTuple):
    """A word on a colour: green, blue, teal, purple, orange, yellow, red, grey."""

    text: str
    colour: str = "blue"


class Changed(NamedTuple):
    """One fact before and after. Values are written already; None where there was or is none."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One entry of a timeline. Texts are in the reader's language."""

    title: str
    recorded_at: datetime
    by: str = ""
    """Who acted: name and role."""
    tag: Tag | None = None
    because: str = ""
    said: str = ""
    """What happened, in plain words, where the title does not say it all."""
    changes: Sequence[Changed] = ()
    valid_from: date | None = None
    learned_on: date | None = None
    basis: str = ""
    position: int = 0
    """Position in the record; 0 where it is not shown."""
    links: Sequence[Step] = ()
    """What may be done about it."""


class Column(NamedTuple):
    """A column of a table. Figures stand on the right."""

    title: str
    figure: bool = False


class Figure(NamedTuple):
    """A figure that stands for itself at the top of a page, and where it leads."""

    label: str
    value: object
    href: str = ""
