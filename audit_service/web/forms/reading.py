"""From what was posted to values for a model, and from values back to what a form shows."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel
from starlette.datastructures import ImmutableMultiDict

from audit_service.web.forms.fields import Asked, Kind
from audit_service.web.sent import SentFile
from domain.money import yuan

Posted = ImmutableMultiDict[str, Any]
"""A form that was posted, or the query of an address."""
Answer = str | SentFile | list[str] | list[dict[str, Any]]
Answers = dict[str, Any]
"""What stands in the form, by name: a text, a file, a list of ticked values, or of answers for a group."""

MOST_PARTS = 50
"""A group has at most so many parts; more were never asked for by a page."""
NOT_THOUSANDS = re.compile(r"[,，'](?!\s*\d{3}(\D|$))")
"""A comma that no three digits follow: whoever typed it meant something else, perhaps a decimal point."""
DIGITS = re.compile(r"[0-9]{1,18}")
AMOUNT = re.compile(r"[+-]?\d{1,12}(\.\d{1,2})?")
MONTH = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D?")
DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?")


def posted(fields: Iterable[Asked], form: Posted, prefix: str = "") -> Answers:
    """Return what was answered, as it was written."""
    return {field.name: _posted(field, form, prefix + field.name) for field in fields}


def _posted(field: Asked, form: Posted, name: str) -> Answer:
    if field.kind == "several":
        return [str(value) for value in form.getlist(name)]
    if field.kind == "group":
        count = min(whole_number(str(form.get(f"{name}-parts", ""))) or 0, MOST_PARTS)
        return [posted(field.inside, form, f"{name}-{place}-") for place in range(count)]
    answer = form.get(name, "")
    if field.kind == "file":
        return answer if isinstance(answer, SentFile) else ""
    return str(answer).replace("\r\n", "\n")


def values(fields: Iterable[Asked], answers: Answers) -> dict[str, Any]:
    """Return the values for the model. What was left empty is left out; what cannot be read stays text."""
    found = {field.name: _value(field, answers[field.name]) for field in fields}
    return {name: value for name, value in found.items() if value is not None}


def _value(field: Asked, answer: Any) -> Any:
    if field.kind == "group":
        return [values(field.inside, part) for part in answer]
    if field.kind == "several":
        return answer
    if field.kind == "tick":
        return bool(answer)
    if field.kind == "file":
        return answer or None
    text = answer.strip()
    return READ.get(field.kind, str)(text) if text else None


def fen(text: str) -> int | str:
    """Read an amount in yuan: `1,440.00`, `¥1440`, `１４４０.５`. Returns the text where there is none."""
    plain = _plain(text).lstrip("¥").removesuffix("元")
    if not AMOUNT.fullmatch(plain) or NOT_THOUSANDS.search(text):
        return text
    yuan, _, rest = plain.partition(".")
    amount = abs(int(yuan)) * 100 + int(rest.ljust(2, "0") or 0)
    return -amount if plain.startswith("-") else amount


def whole_number(text: str) -> int | None:
    """Read a position, a version or a place that somebody sent; None for anything else."""
    return int(text) if DIGITS.fullmatch(text) else None


def _plain(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text).replace("−", "-").replace("¥", "¥")
    return "".join(character for character in narrow if character not in ",， '" and not character.isspace())


def _date(text: str) -> str:
    found = DATE.fullmatch(_plain(text))
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else text


def _month(text: str) -> str:
    found = MONTH.fullmatch(_plain(text))
    return "{}-{:0>2}-01".format(*found.groups()) if found else _date(text)


def shown(fields: Iterable[Asked], given: Mapping[str, Any] | BaseModel | None) -> Answers:
    """Return what a form shows for these values; for what is not given, the default."""
    known = vars(given) if isinstance(given, BaseModel) else (given or {})
    return {field.name: _shown(field, known.get(field.name, field.default)) for field in fields}


def _shown(field: Asked, value: Any) -> Answer:
    if field.kind == "group":
        given = () if isinstance(value, str) else value  # an address cannot tell the parts of a group
        parts = [shown(field.inside, part) for part in given or ()]
        return parts or ([shown(field.inside, None)] if field.required else [])
    if field.kind == "several":
        return [value] if isinstance(value, str) else [str(part) for part in value or ()]
    if field.kind == "month" and isinstance(value, str):
        return _date(value)[: len("2021-07")]  # an address names a month by one of its days
    if value is None or isinstance(value, str):
        return value or ""
    return WRITE.get(field.kind, str)(value)


def telling_parts(fields: Iterable[Asked], answers: Answers) -> dict[str, list[int]]:
    """Return by group the places of the parts in which something was filled in.

    A part that names its month, or what else it is about, and says nothing of it is none of those: these may
    stand there already.
    """
    telling = {
        field.name: [inside.name for inside in field.inside if inside.kind not in {"month", "carried"}]
        for field in fields
        if field.kind == "group"
    }
    return {
        name: [place for place, part in enumerate(answers[name]) if any(part[each] for each in inside)]
        for name, inside in telling.items()
    }


def without_blank_parts(answers: Answers, telling: Mapping[str, list[int]]) -> Answers:
    """Return the answers with only those parts of groups that tell something."""
    kept = {name: [answers[name][place] for place in places] for name, places in telling.items()}
    return answers | kept


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


READ: dict[Kind, Callable[[str], Any]] = {
    "money": fen,
    "number": _plain,
    "date": _date,
    "month": _month,
    "lines": _lines,
}
"""From a text to a value, where it is not the text itself."""
WRITE: dict[Kind, Callable[[Any], str]] = {
    "money": yuan,
    "date": date.isoformat,
    "month": "{:%Y-%m}".format,
    "lines": "\n".join,
    "tick": lambda ticked: "yes" if ticked else "",
    "yes_no": lambda yes: "yes" if yes else "no",
    "choice": lambda value: str(getattr(value, "value", value)),
}
"""From a value to a text, where it is not simply written out."""
