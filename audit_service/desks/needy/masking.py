"""What is shown of personal data to those who did not open it: enough to tell one from another."""

import re
from typing import Final

from audit_service.finding.spelling import digits_of

STAR: Final = "*"
ALIKE: Final = 4
"""Digits that are left at each end of a number."""
LONG: Final = 11
"""Digits of a mobile number, or of one with its area."""


def masked_name(name: str) -> str:
    """Return the first and the last character of a name, of a short one only the first: `王*明`, `张*`."""
    if len(name) <= 2:  # noqa: PLR2004 - a surname and one character
        return name[:1] + STAR
    return name[0] + STAR * (len(name) - 2) + name[-1]


def masked_number(number: str) -> str:
    """Return an id number without what stands between its ends: `2102**********0019`."""
    return number[:ALIKE] + STAR * max(len(number) - 2 * ALIKE, 0) + number[-ALIKE:]


def masked_document(number: str) -> str:
    """Return the last four digits of a document's number; of a short one none."""
    kept = number[-ALIKE:] if len(number) > 2 * ALIKE - 2 else ""
    return STAR * (len(number) - len(kept)) + kept


def masked_phone(phone: str) -> str:
    """Return a telephone number by its last four digits, and the first three of a long one: `138****5678`."""
    digits = digits_of(phone)
    kept = digits[:3] if len(digits) >= LONG else ""
    return kept + STAR * max(len(digits) - len(kept) - ALIKE, 0) + digits[-ALIKE:]


def masked_address(address: str) -> str:
    """Return an address up to its street or village: `人民路****`."""
    found = re.match(r".*?(?:街道|[镇乡路街村])", address)
    shown = found[0] if found else ""
    return shown + (STAR * 4 if len(shown) < len(address) else "")


def fits_mask(number: str, mask: str) -> bool:
    """Say whether an id number begins as a mask does, and has its last four digits."""
    begins = mask[: len(mask) - len(mask.lstrip("0123456789"))]
    return number.startswith(begins) and number.endswith(mask[-ALIKE:])
