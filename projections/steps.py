"""What is due each month from which month on, as far as it was known when it was determined."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Row


class Step(NamedTuple):
    """What is due each month from a month on, until the next step."""

    starts: date
    monthly_amount: int
    standard: str


def written(steps: Sequence[Step]) -> bytes | None:
    """Return the steps as a row holds them; None if there are none."""
    return msgspec.json.encode(steps) if steps else None


def steps_in(stored: bytes | None) -> list[Step]:
    """Return the steps that a row holds."""
    return msgspec.json.decode(stored, type=list[Step]) if stored else []


def due_in(row: Row[Any], month: date) -> int | None:
    """Return the fen due in this month or, if it is earlier, in that of the last determination."""
    begun = [step for step in steps_in(row.later) if step.starts <= month]
    known: int | None = row.monthly_amount
    return begun[-1].monthly_amount if begun else known
