"""What the organ may determine, and what is better or worse for the officials."""

NOT_PURSUED, EXEMPT, MITIGATED, LIGHTENED = "not_pursued", "exempt", "mitigated", "lightened"
NOT_TOLERATED, REFERRED = "not_tolerated", "referred"

OUTCOMES = {
    NOT_PURSUED: "Not pursued",
    EXEMPT: "Exempt",
    LIGHTENED: "Lightened",
    MITIGATED: "Mitigated",
    NOT_TOLERATED: "Not tolerated",
    REFERRED: "Referred elsewhere",
}
"""Titles by outcome; messages to translate."""

LADDER = (NOT_PURSUED, EXEMPT, MITIGATED, LIGHTENED, NOT_TOLERATED, REFERRED)
"""The best for the officials first.

Mitigated (减轻) is below the range of the sanction, lightened (从轻) at its lower end.
"""

TOLERATED = frozenset({NOT_PURSUED, EXEMPT})
"""Outcomes that nothing follows from; they need the six conditions and a correction."""

IF_HIT = frozenset({NOT_TOLERATED, REFERRED})
"""All that a hit on the negative list allows."""

CONDITIONS = {
    "lawful": "Lawful: nothing was done that is forbidden",
    "purpose": "For the purpose of the assistance or of its reform",
    "diligent": "Diligent: without intent",
    "public": "For the public: without improper benefit for anybody",
    "procedure": "In due procedure, or an emergency that was reported afterwards",
    "corrected": "Put right as soon as it was known",
}
"""The six conditions of an exemption, all of which the organ affirms; messages to translate."""

EFFECTS = {
    "assessment": "No deduction in the assessment",
    "awards": "Awards are not affected",
    "promotion": "Promotion is not affected",
    "title": "Professional titles are not affected",
    "elsewhere": "What follows is decided elsewhere, under the reference given",
}
"""What follows from a determination; messages to translate."""
ELSEWHERE = "elsewhere"

CONTENTS = {
    "person": "Name, unit and post",
    "facts": "Facts and evidence",
    "outcome": "Outcome and what it rests on",
    "remedy": "How and until when a review may be requested",
    "organ": "Name of the organ and the day",
}
"""What a notification contains (公职人员政务处分法 45); messages to translate."""

UPHELD, CHANGED, REVOKED = "upheld", "changed", "revoked"

RESULTS = {
    UPHELD: "Upheld",
    CHANGED: "Changed",
    REVOKED: "Revoked and replaced",
}
"""Of a review; messages to translate."""

OFFICER, UNIT, MANAGER = "officer", "unit", "manager"

APPLICANTS = {
    OFFICER: "The official for themselves",
    UNIT: "The unit",
    MANAGER: "A manager for the official",
}
"""Who applies; messages to translate."""

GROUNDS = {
    "kin": "A near relative",
    "witness": "A witness of the matter",
    "interest": "An interest in the matter",
    "other": "Something else that casts doubt on fairness",
}
"""Why somebody keeps away (公职人员政务处分法 47); messages to translate."""


def is_worse(outcome: str, than: str) -> bool:
    """Tell whether an outcome is worse for the officials than another."""
    return LADDER.index(outcome) > LADDER.index(than)
