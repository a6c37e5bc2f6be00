"""What is wrong with malformed input, as one clear sentence in the reader's language."""

from pydantic_core import ErrorDetails

from audit_service.web.translation import gettext

MEANT = {
    "missing": "Fill this in.",
    "extra_forbidden": "There is no such field.",
    "string_too_short": "Write at least %(min_length)s characters.",
    "string_too_long": "Write at most %(max_length)s characters.",
    "greater_than": "This must be more than %(gt)s.",
    "greater_than_equal": "This must be %(ge)s or more.",
    "less_than": "This must be less than %(lt)s.",
    "less_than_equal": "This must be %(le)s or less.",
    "too_short": "Name at least %(min_length)s.",
    "too_long": "Name at most %(max_length)s.",
    "literal_error": "This must be one of: %(expected)s.",
    "enum": "This must be one of: %(expected)s.",
    "json_invalid": "The body is not JSON: %(error)s.",
}
"""What kinds of malformed input mean; messages to translate."""

MEANT_BY_FAMILY = {
    "string": "This must be text.",
    "int": "This must be a whole number.",
    "decimal": "This must be an amount, like 780.00.",
    "finite": "This must be a number.",
    "float": "This must be a number.",
    "date": "This must be a day, like 2021-07-01.",
    "datetime": "This must be a moment with its offset from UTC, like 2021-09-20T10:00:00+08:00.",
    "timezone": "This must be a moment with its offset from UTC, like 2021-09-20T10:00:00+08:00.",
    "bool": "This must be yes or no.",
    "uuid": "This must be an identity of 32 hexadecimal digits.",
    "list": "This must be a list.",
    "tuple": "This must be a list.",
    "set": "This must be a list.",
    "frozen": "This must be a list.",
    "dict": "This must be an object with named fields.",
    "is": "This must be a file.",
    "model": "This must be an object with named fields.",
    "dataclass": "This must be an object with named fields.",
}
"""The same for all other kinds, by the first word of the kind; messages to translate."""

NOT_VALID = "This is not valid."


def malformed(error: ErrorDetails) -> str:
    """Return what is wrong with the input."""
    kind, facts = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return gettext(str(facts["error"]))
    if kind == "not_offered":
        return gettext(error["msg"])
    meant = MEANT.get(kind) or MEANT_BY_FAMILY.get(kind.partition("_")[0], NOT_VALID)
    return gettext(meant, **facts)
