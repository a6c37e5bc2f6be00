"""The number of a resident's identity card (GB 11643-1999).

Six digits for the area of first issue, eight for the day of birth, three in sequence (odd for men),
one check digit. The area stays what it was when the card was first issued, so an area that is gone
or unknown is no error.
"""

import re
import unicodedata
from datetime import date

from stdnum.iso7064 import mod_11_2

FORMAT, CHECKSUM, BIRTH_DATE = "id_number.format", "id_number.checksum", "id_number.birth_date"

_NUMBER = re.compile(r"\d{17}[\dX]", re.ASCII)
_OLD_NUMBER = re.compile(r"\d{15}", re.ASCII)
_NOISE = re.compile(r"[\s'‘’`]+")


def normalise(text: str) -> str:
    """Return the number without blanks and apostrophes, in plain digits, with 18 of them.

    A number of the first generation, with 15 digits, gets its century and check digit.
    """
    if _NUMBER.fullmatch(text):  # as nearly all are
        return text
    number = _NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()
    if _OLD_NUMBER.fullmatch(number):
        number = f"{number[:6]}19{number[6:]}"
        number += mod_11_2.calc_check_digit(number)
    return number


def reasons(number: str, today: date) -> tuple[str, ...]:
    """Return every reason why a normalised number is none: FORMAT, CHECKSUM, BIRTH_DATE."""
    if not _NUMBER.fullmatch(number):
        return (FORMAT,)
    wrong = []
    if mod_11_2.checksum(number) != 1:
        wrong.append(CHECKSUM)
    try:
        if born_on(number) > today:
            wrong.append(BIRTH_DATE)
    except ValueError:
        wrong.append(BIRTH_DATE)
    return tuple(wrong)


def born_on(number: str) -> date:
    """Return the day of birth. Raises ValueError if there is no such day."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex(number: str) -> str:
    """Return `male` or `female`."""
    return "male" if int(number[16]) % 2 else "female"
