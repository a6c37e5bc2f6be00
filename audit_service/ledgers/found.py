"""What reading a cell gives: its value, or None and every reason why it has none."""

from typing import TypeVar

Value = TypeVar("Value")
Found = tuple[Value | None, tuple[str, ...]]

MISSING = "required.missing"
