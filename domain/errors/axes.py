"""The axes that an error is classified on beside its element, and how it came to light.

Codes are lasting, titles are messages to translate. The causes mirror those that payment accuracy
programmes elsewhere count, so that figures can be compared.
"""

UNKNOWN, NONE, OVER, UNDER, BOTH = "unknown", "none", "over", "under", "both"
UNDOCUMENTED = "undocumented"

NATURES = {
    "wrong": "Done wrongly",
    "omitted": "Not done",
    "not_applied": "Known but not applied",
    "late": "Done too late",
    "unauthorised": "Done without authority",
    UNDOCUMENTED: "Not documented, so nobody can tell",
}
"""What was done or not done; messages to translate. Undocumented is a class of its own."""

CAUSES = {
    "client_not_reported": "The family did not report it",
    "client_incomplete": "The family reported it incompletely",
    "client_withheld": "The family withheld it",
    "collateral_wrong": "Somebody else asked gave a wrong answer",
    "match_data_wrong": "Data of another office were wrong",
    "match_data_late": "Data of another office came late",
    "rule_misapplied": "A rule was misapplied",
    "reported_disregarded": "What the family reported was disregarded",
    "not_followed_up": "A lead was not followed up",
    "not_verified": "It was not verified",
    "data_entry": "It was entered wrongly",
    "arithmetic": "It was reckoned wrongly",
    "system_fault": "The system was at fault",
    "mass_change": "A change of many cases at once was at fault",
    "rule_unclear": "The rule was not clear",
    "other": "Another cause",
}
"""Why it happened; messages to translate."""

ORIGINS = {
    "official": "The office's officials",
    "system": "The system",
    "recipient_innocent": "The family, in good faith",
    "recipient_fraud": "The family, knowingly",
    "third_party": "A third party",
    "policy": "The rules themselves",
    UNKNOWN: "Unknown",
}
"""Where it came from; messages to translate. What anybody else contributed to is not the officials'."""

DIRECTIONS = {
    OVER: "Paid too much",
    UNDER: "Paid too little",
    BOTH: "Paid too much and too little",
    NONE: "No money is affected",
    UNKNOWN: "Cannot be told",
}
"""What it did to the money; messages to translate."""

WITHOUT_AMOUNT = frozenset({NONE, UNKNOWN})
MONEY = frozenset({OVER, UNDER, BOTH})
"""Directions of which the money is put right before an error is closed."""

CHANNELS = {
    "self": "Reported by who made it",
    "peer": "Reported by a colleague",
    "review": "Found in a review",
    "match": "Found by comparing data",
    "audit": "Found in an audit",
    "inspection": "Found in an inspection",
    "complaint": "A citizen complained",
    "media": "Reported by the media",
    "replay": "Found by checking decisions again",
}
"""How it came to light; messages to translate."""
