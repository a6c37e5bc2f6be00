"""Counts that everyone may read: none that is so small that it could tell who somebody is.

A count below five is hidden. A single one that is hidden could be told from the total; then the next
smallest is hidden with it.
"""

from collections.abc import Collection, Sequence

SMALLEST = 5
"""What is counted at least for a figure to be shown."""


def is_small(count: int) -> bool:
    """Tell whether the count could tell who somebody is; none at all tells nothing."""
    return 0 < count < SMALLEST


def disclosed(counts: Sequence[int], hidden: Collection[int] = ()) -> list[int | None]:
    """Return the counts that add up to a total which is shown, with None for those that stay hidden.

    `hidden`: places that are to be hidden in any case.
    """
    secret = {place for place, count in enumerate(counts) if is_small(count)} | set(hidden)
    others = [place for place, count in enumerate(counts) if place not in secret and count]
    if len(secret) == 1 and others:
        secret.add(min(others, key=lambda place: counts[place]))
    return [None if place in secret else count for place, count in enumerate(counts)]
