"""What makes two matters alike, and when a determination is another than those of matters like it.

Precedents are shown as a spread of what was determined, never as a score: no outcome follows from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NONE, SMALL, MEDIUM, LARGE, VERY_LARGE = "none", "small", "medium", "large", "very_large"

BANDS: Final = {
    NONE: "No money",
    SMALL: "Up to 1,000 yuan",
    MEDIUM: "Up to 10,000 yuan",
    LARGE: "Up to 50,000 yuan",
    VERY_LARGE: "More than 50,000 yuan",
}
"""Titles by band of the amount; messages to translate."""

LIMITS: Final = ((0, NONE), (100_000, SMALL), (1_000_000, MEDIUM), (5_000_000, LARGE))
"""The most of each band, in fen: samples."""

FEWEST: Final = 3
"""Matters alike from which on their determinations are a spread that one can deviate from."""
SELDOM: Final = 5
"""What was determined in fewer than one of so many matters alike is another than usual."""


def band_of(amount: int) -> str:
    """Return the band of an amount in fen."""
    return next((band for most, band in LIMITS if amount <= most), VERY_LARGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What a matter is compared by, from the widest to the narrowest."""

    lists: str
    """Entries of the tolerance list and of the negative list, with a blank between."""
    cause: str
    band: str
    ratings: str
    """Each factor with its rating, with a blank between."""


WIDTHS: Final = {
    "lists": "The same entries of both lists",
    "cause": "… and the same cause",
    "band": "… and the same band of the amount",
    "ratings": "… and the same rating of each factor",
}
"""What has to be the same, by the last of it; messages to translate."""


def deviates(outcome: str, spreads: Mapping[str, Mapping[str, int]]) -> str:
    """Return the narrowest width at which the outcome is another than usual; empty if it is at none.

    `spreads`: for each of WIDTHS how often what was determined. Only the narrowest that has enough counts.
    """
    for width in reversed(WIDTHS):
        total = sum(spreads[width].values())
        if total >= FEWEST:
            return width if SELDOM * spreads[width].get(outcome, 0) < total else ""
    return ""
