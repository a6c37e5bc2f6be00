"""What time and many hands do to a register: dirt that can be repaired, and dirt that cannot."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit_service.demo.people import check_digit

HOUSEHOLD, NAME, ID_NUMBER, AREA = "household", "name", "id_number", "area"
AMOUNT, DAY = "amount", "day"
"""What stands in a column, whatever the ledger calls it."""


@dataclass(frozen=True)
class Dirt:
    """Another way to write one cell, and the reasons for which its row is then rejected."""

    column: str
    """What stands there."""
    written: Callable[[Any], Any]
    reasons: tuple[str, ...] = ()


def full_width(text: str) -> str:
    """Return the text in full-width digits and letters."""
    return "".join(
        chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else character for character in text
    )


def fifteen_digits(number: str) -> str:
    """Return the number as it was before 1999, if its owner is old enough to have had one."""
    return number[:6] + number[8:17] if number[6:8] == "19" else number


def born_on(number: str, day: str) -> str:
    """Return the number of somebody born on another day, with a right check digit."""
    digits = number[:6] + day + number[14:17]
    return digits + check_digit(digits)


def wrong_check_digit(number: str) -> str:
    """Return the number with its last digit mistaken."""
    return number[:17] + str((int(number[17].replace("X", "0")) + 1) % 10)


def day_written(pattern: str) -> Callable[[date], str]:
    """Return how a day is written after this pattern, not padded unless it says so."""
    return lambda day: pattern.format(day.year, day.month, day.day)


def instead(written: str) -> Callable[[Any], str]:
    """Return how a cell says something else, whatever it should say."""
    return lambda _: written


REPAIRABLE = (
    Dirt(ID_NUMBER, lambda number: f" {number[:6]} {number[6:14]} {number[14:]}"),
    Dirt(ID_NUMBER, lambda number: f"'{number}"),
    Dirt(ID_NUMBER, full_width),
    Dirt(ID_NUMBER, str.lower),
    Dirt(ID_NUMBER, fifteen_digits),
    Dirt(NAME, lambda name: f" {name[0]}  {name[1:]} "),
    Dirt(DAY, day_written("{}年{}月{}日")),
    Dirt(DAY, day_written("{}/{:02}/{:02}")),
    Dirt(DAY, day_written("{}.{}.{}")),
    Dirt(DAY, day_written("{}{:02}{:02}")),
    Dirt(DAY, day_written("{}-{:02}-{:02}")),
    Dirt(AMOUNT, lambda yuan: f"{yuan:g}元"),
    Dirt(AMOUNT, lambda yuan: f"{yuan:,.2f}"),
    Dirt(AMOUNT, lambda yuan: full_width(f"{yuan:g}")),
    Dirt(AREA, lambda area: area[:-1]),
    Dirt(AREA, lambda area: f"大连市{area}"),
    Dirt(AREA, lambda area: {"普兰店区": "普兰店市", "金州区": "金州新区"}.get(area, area)),
)

BEYOND_REPAIR = (
    Dirt(ID_NUMBER, lambda number: float(number[:17] + "0"), ("id_number.format",)),
    Dirt(ID_NUMBER, lambda number: number[:16], ("id_number.format",)),
    Dirt(ID_NUMBER, lambda number: number.replace(number[6], "O", 1), ("id_number.format",)),
    Dirt(ID_NUMBER, wrong_check_digit, ("id_number.checksum",)),
    Dirt(ID_NUMBER, lambda number: born_on(number, number[6:10] + "0230"), ("id_number.birth_date",)),
    Dirt(ID_NUMBER, lambda number: born_on(number, "20990101"), ("id_number.birth_date",)),
    Dirt(ID_NUMBER, instead(""), ("required.missing",)),
    Dirt(NAME, instead(""), ("required.missing",)),
    Dirt(HOUSEHOLD, instead(" "), ("required.missing",)),
    Dirt(DAY, lambda day: f"{day.year}-02-30", ("date.invalid",)),
    Dirt(DAY, lambda day: day.replace(year=2099, day=1), ("date.future",)),
    Dirt(AMOUNT, instead("待定"), ("amount.invalid",)),
    Dirt(AMOUNT, lambda yuan: f"-{yuan:g}", ("amount.negative",)),
    Dirt(AREA, instead("未知区"), ("area.unknown",)),
)
