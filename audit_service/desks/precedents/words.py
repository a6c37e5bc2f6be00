"""Codes of precedents: what can be chosen, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.desks.tolerance.editions import EDITIONS
from audit_service.desks.tolerance.names import entry_name, factor_name, rating_name
from audit_service.web.kinds import Choice, Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, written
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, ORGAN
from domain.tolerance.precedents import BANDS, WIDTHS

WHO_READS = (CLERK, CASEWORKER, MANAGER, INSPECTOR, ORGAN)
"""Whoever works here knows what becomes of errors; nobody is named."""


def _negatives() -> list[Choice]:
    situations = EDITIONS.situations()
    return [Choice(code, entry_name(code)) for code in EDITIONS.entries() if code not in situations]


def entries_named(codes: str) -> str:
    """Return the codes of entries of the lists, given with a blank between."""
    return written(codes.split()) if codes else NOTHING


def band_name(band: str) -> str:
    """Return the name of a band of the amount."""
    return _(BANDS[band])


def width_name(width: str) -> str:
    """Return up to what matters are alike."""
    return _(WIDTHS[width])


def ratings_named(ratings: str) -> str:
    """Return factors with their ratings, given with a blank between."""
    pairs = [each.split(":") for each in ratings.split()]
    return written([f"{factor_name(factor)}: {rating_name(rating)}" for factor, rating in pairs]) or NOTHING


Band = Annotated[str, Choices(titled(BANDS))]
NegativeCode = Annotated[str, Choices(_negatives)]
"""Any entry of any negative list that the office ever published."""
