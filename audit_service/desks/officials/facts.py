"""What a rule speaks of, told in general: of an attempt the rule is kept, never what it was about."""

DAY, MONTH, NUMBER, CODE, COUNT, AMOUNT = "day", "month", "number", "code", "how many", "amount"
"""Messages to translate."""
STATE, OUTCOME, LIST, FILE, PART, ROLE = "state", "outcome", "list", "file", "part", "role"
"""Messages to translate."""
OTHER = "detail"
"""A message to translate."""

FACTS = {
    **dict.fromkeys(
        (
            *(
                "on",
                "due_on",
                "effective_from",
                "approved_on",
                "decided_on",
                "noticed_on",
                "starts_on",
                "day",
            ),
            *("began", "valid_from", "until", "learned_on", "earliest", "offered_on", "published_on"),
            *("applied", "promised_on", "since", "held_on"),
        ),
        DAY,
    ),
    **dict.fromkeys(("month", "from_month", "to_month"), MONTH),
    **dict.fromkeys(
        (
            *("number", "notice", "error", "case", "other", "objection", "entry", "decision", "query"),
            *("document", "position", "after", "reference", "policy"),
        ),
        NUMBER,
    ),
    **dict.fromkeys(("code", "element", "hits", "codes", "row", "column"), CODE),
    **dict.fromkeys(
        (
            *("quorum", "votes", "days", "members", "left", "level", "given", "all", "verifiers", "limit"),
            *("size", "count", "needed", "shortest", "most", "first"),
        ),
        COUNT,
    ),
    **dict.fromkeys(
        ("amount", "income", "standard", "to_pay", "to_decide", "to_receive", "undecided"), AMOUNT
    ),
    **dict.fromkeys(("state", "stage"), STATE),
    **dict.fromkeys(("outcome", "determined", "proposed", "result", "effect"), OUTCOME),
    **dict.fromkeys(("file", "sheet"), FILE),
    **dict.fromkeys(("part", "had", "act", "step", "missing"), PART),
    **dict.fromkeys(("role", "roles"), ROLE),
    **dict.fromkeys(
        (
            *("outcomes", "titles", "types", "relations", "facts", "conditions", "contents", "numbers"),
            *("directions", "areas", "elements", "reasons", "sheets", "columns", "programmes", "limits"),
            *("factors", "owed"),
        ),
        LIST,
    ),
    "login": "official",
    "area": "area",
    "unit": "unit",
    "programme": "programme",
    "field": "field",
    "reason": "reason",
    "purpose": "purpose",
    "applicant": "who applies",
    "minutes": "minutes",
}
"""By name of the fact: what it is; messages to translate."""
