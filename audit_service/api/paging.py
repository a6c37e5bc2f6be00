"""Pages of lists, by key: what was before stays where it was while others add to the list."""

from typing import Annotated

from fastapi import Query

LATEST = 2**62

Before = Annotated[
    int | None,
    Query(ge=1, lt=LATEST, description="The page begins before this; with the latest if left out."),
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many are on a page.")]
