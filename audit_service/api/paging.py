"""Pages of lists, by key: what was before stays where it was while others add to the list."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

LATEST = 2**62

Before = Annotated[
    int | None,
    Query(ge=1, lt=LATEST, description="The page begins before this; with the latest if left out."),
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many are on a page.")]
After = Annotated[int, Query(ge=0, lt=LATEST)]
"""Position after which a page begins; 0 for the first."""


class FromPosition(BaseModel):
    """Which page of a list whose rows stand in the order of their positions."""

    after: Annotated[int, Field(description="Position after which the page begins.", ge=0, lt=LATEST)] = 0
    limit: Annotated[int, Field(description="How many are on a page.", ge=1, le=200)] = 50
