"""How the places in the lists around visits stand in an address: the key of the last that was shown."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from projections.visit_coverage import After, AfterCadre
from projections.visit_lists import Place

T = TypeVar("T")

DAY = r"\d{4}-\d\d-\d\d"
VISIT_KEY = rf"^({DAY}~.{{1,60}})?$"
FAMILY_KEY = rf"^({DAY}~[0-9a-f-]{{36}})?$"
CADRE_KEY = r"^(\d{1,9}~[0-9a-f]{1,64})?$"


def visit_after(text: str) -> Place | None:
    """Return the place of a visit; None for the beginning of the list."""
    return _read(text, lambda day, number: Place(date.fromisoformat(day), number))


def family_after(text: str) -> After | None:
    """Return the place of a family; None for the beginning of the list."""
    return _read(text, lambda day, identity: After(date.fromisoformat(day), UUID(identity)))


def cadre_after(text: str) -> AfterCadre | None:
    """Return the place of a cadre; None for the beginning of the list."""
    return _read(text, lambda visits, token: AfterCadre(int(visits), token))


def written(first: object, second: object) -> str:
    """Write a place."""
    return f"{first}~{second}"


def _read(text: str, make: Callable[[str, str], T]) -> T | None:
    first, _parted, second = text.partition("~")
    try:
        return make(first, second)
    except ValueError:
        return None
