"""What registers say of a case beside its amount, as far as there is a list of codes for it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Particular:
    """Something that a register says of a case, by its code."""

    kind: str
    """One of PARTICULARS."""
    value: str
    """One of its codes."""


@dataclass(frozen=True, slots=True)
class CodeList:
    """What there is to say of one kind."""

    title: str
    """A message to translate."""
    values: dict[str, str]
    """Titles by code; messages to translate."""


_PARENT = {
    "dead": "Deceased",
    "missing": "Gone missing",
    "severe_disability": "Severely disabled",
    "serious_illness": "Seriously ill",
    "prison": "In prison or custody",
    "compulsory_detox": "In compulsory detoxification",
    "other_restriction": "Personal freedom restricted otherwise",
    "lost_contact": "Contact lost",
    "guardianship_revoked": "Guardianship revoked",
    "deported": "Deported",
}
"""民发〔2019〕62号."""

PARTICULARS: Final = {
    "care": CodeList(
        "Form of support", {"institution": "Support in an institution", "home": "Support at home"}
    ),
    "self_care": CodeList(
        "Self-care ability",
        {
            "able": "Able to care for oneself",
            "partly": "Partly unable to care for oneself",
            "unable": "Unable to care for oneself",
        },
    ),
    "relief": CodeList(
        "Kind of relief", {"emergency": "Emergency hardship", "expenditure": "Hardship through expenditure"}
    ),
    "cause": CodeList(
        "Cause of hardship",
        {
            "illness": "Sudden serious illness",
            "traffic_accident": "Traffic accident",
            "fire": "Fire",
            "unemployment": "Unemployment",
            "education": "Cost of education",
            "natural_disaster": "Natural disaster",
            "accident": "Accident",
        },
    ),
    "upbringing": CodeList(
        "Form of upbringing",
        {"institution": "Brought up in an institution", "community": "Brought up by guardians"},
    ),
    "father": CodeList("Situation of the father", _PARENT),
    "mother": CodeList("Situation of the mother", _PARENT),
    "living": CodeList(
        "Living situation",
        {
            "alone": "Living alone",
            "empty_nest": "Without children nearby",
            "with_children": "Living with children",
            "with_spouse": "Living with the spouse",
            "institution": "Living in a home",
        },
    ),
    "ability": CodeList(
        "Degree of loss of abilities",
        {
            "intact": "Abilities intact",
            "mild": "Mild loss of abilities",
            "moderate": "Moderate loss of abilities",
            "severe": "Severe loss of abilities",
            "total": "Total loss of abilities",
        },
    ),
}
"""By kind."""
