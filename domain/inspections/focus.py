"""What an inspection looks at in each case of its sample, and what it can come to."""

SATISFIED, NOT_SATISFIED, NOT_YET = "satisfied", "not_satisfied", "not_yet"

RESULTS = {
    SATISFIED: "In order",
    NOT_SATISFIED: "Not in order",
    NOT_YET: "Not examined yet",
}
"""Titles by result; messages to translate."""

FOCUS = {
    "means": "The family's means were checked",
    "visit": "The home visit was made and recorded",
    "notice": "The public notice was held where it is due",
    "amount": "The amount was reckoned right",
    "payment": "What was due was paid, and in time",
    "review": "The case was reviewed in its period",
    "refusal": "Refusals and endings have their grounds and were told",
    "covered": "Nobody entitled was left out",
    "kin": "Officials kept away from their relatives",
    "changes": "Changes and corrections were recorded in time",
}
"""Titles by focus area; messages to translate."""
