"""The keyed tokens by which a person is found. Nobody can read from them what they were made of."""

from collections.abc import Iterable
from typing import Final

from audit_service.finding.spelling import (
    apart,
    digits_of,
    han_of,
    neighbours,
    parts_of,
    plain,
    sounds_of,
)
from audit_service.store.vault import Vault
from domain.needy import id_number as number
from domain.needy.person import Particulars

NAME, NEIGHBOURS, APART, SOUND, SOUND_PART = "name", "name neighbours", "name apart", "sound", "sound part"
NUMBER_END, BORN, PHONE, ADDRESS = "number end", "born", "phone", "address"
"""What a token is of: the same text is another token in another of these."""

SIZE: Final = 8
"""Bytes of a token: among a million people, hardly two of different texts are alike."""
END: Final = 4
"""Last digits of an id number that people are asked for."""


def token(vault: Vault, kind: str, text: str) -> str:
    """Return the token of a text, in hexadecimal."""
    return vault.blind_index(kind, text)[: 2 * SIZE]


def name_tokens(vault: Vault, name: str) -> tuple[str, ...]:
    """Return the tokens of a name: whole, by characters one and two at a time, and by its sound."""
    whole, sounds = plain(name), sounds_of(name)
    han = han_of(whole)
    return _tokens(
        vault,
        (NAME, [whole, *han]),
        (NEIGHBOURS, neighbours(han)),
        (APART, apart(han)),
        (SOUND, sorted(sounds.whole)),
        (SOUND_PART, sorted(sounds.parts)),
    )


def number_tokens(vault: Vault, id_number: str) -> tuple[str, ...]:
    """Return the tokens of the end of a normalised id number and of the day of birth in it; none of none."""
    if not id_number:
        return ()
    born = number.born_on(id_number).isoformat()
    return _tokens(vault, (NUMBER_END, [id_number[-END:]]), (BORN, [born]))


def contact_tokens(vault: Vault, phone: str, address: str) -> tuple[str, ...]:
    """Return the tokens of a telephone number and of the parts of an address."""
    if not (phone or address):
        return ()
    digits = digits_of(phone)
    return _tokens(vault, (PHONE, [digits] if digits else []), (ADDRESS, parts_of(address)))


def cadre_token(vault: Vault, name: str, unit: str = "") -> str:
    """Return the token of a cadre, in hexadecimal: the same for the same name and unit."""
    return vault.blind_index("cadre", f"{name}\0{unit}")


def particulars(
    vault: Vault, *, name: str, id_number: str, phone: str = "", address: str = ""
) -> Particulars:
    """Return what a person is entered with. The id number is normalised, and one without fault."""
    return {
        "name": name,
        "id_number": id_number,
        "sex": number.sex(id_number),
        "born_year": number.born_on(id_number).year,
        "name_tokens": name_tokens(vault, name),
        "number_tokens": number_tokens(vault, id_number),
        "phone": phone,
        "address": address,
        "contact_tokens": contact_tokens(vault, phone, address),
    }


def particulars_without_number(
    vault: Vault,
    *,
    name: str,
    sex: str,
    born_year: int,
    because: str,
    document: str = "",
    document_number: str = "",
) -> Particulars:
    """Return what a person is entered with who has no id number, for a reason of NO_NUMBER."""
    return {
        "name": name,
        "id_number": "",
        "sex": sex,
        "born_year": born_year,
        "name_tokens": name_tokens(vault, name),
        "number_tokens": _tokens(vault, (NUMBER_END, [document_number[-END:]] if document_number else [])),
        "without_number": because,
        "document": document,
        "document_number": document_number,
    }


def _tokens(vault: Vault, *texts: tuple[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([token(vault, kind, text) for kind, some in texts for text in some]))
