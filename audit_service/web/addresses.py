"""Addresses of pages: whatever a number or a name is made of, it is one part of a path."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode


def path_to(place: str, key: str) -> str:
    """Return the path of what has this key at the place; empty if there is no key."""
    return f"{place}/{quote(key, safe='')}" if key else ""


def address(path: str, query: Mapping[str, object]) -> str:
    """Return the path with its query, if there is any."""
    return f"{path}?{urlencode(query)}" if query else path
