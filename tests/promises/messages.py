"""Finds every message that a reader can be shown, where the code says that it is one.

A literal in a call of `_`, `gettext`, `ngettext`, `filled` or `Message` is one, and so is every
`SENTENCE`. What is only named when the program runs says so in the docstring below it: that it is
"a message to translate". This holds for constants, and for the fields of a class wherever it is made.
A `Field` with a title is asked for in a form.
"""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path

from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[2]
CODE = tuple(
    file
    for area in ("audit_service", "domain", "projections")
    for file in sorted((ROOT / area).rglob("*.py"))
)
TEMPLATES = tuple(sorted((ROOT / "audit_service").rglob("templates/**/*.html")))
MARK = "to translate"
SPOKEN = {
    "_",
    "gettext",
    "filled",
    "Message",
    "MalformedSetting",
    "Forged",
    "UnusableKey",
    "tell",
    "place",
    "say",
    "progress",
    "show_table",
}
"""Functions whose first argument is a message."""
SENTENCES = {"SENTENCE", "sentence"}
"""Names that are only given to messages."""


@cache
def every_message() -> dict[str, str]:
    """Return each message with a place where it stands."""
    found: dict[str, str] = {}
    for file, message in (*_in_templates(), *_in_code()):
        found.setdefault(message, str(file.relative_to(ROOT)))
    return found


@cache
def every_text() -> frozenset[str]:
    """Return whatever stands in the code or in a template, whether it is a message or not."""
    found = {message for _file, message in _in_templates()}
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = inspect.cleandoc(node.value)
                found |= {text, " ".join(text.partition("\n\n")[0].split()), text.partition("\n")[0]}
    return frozenset(found)


def _in_templates() -> Iterator[tuple[Path, str]]:
    for file in TEMPLATES:
        with file.open("rb") as source:
            options = {"extensions": "jinja2.ext.do", "trimmed": "true"}
            for _line, _function, message, _comments in babel_extract(source, ["_", "ngettext"], [], options):
                parts = message if isinstance(message, tuple) else (message,)
                yield from ((file, part) for part in parts if part)


def _in_code() -> Iterator[tuple[Path, str]]:
    trees = {file: ast.parse(file.read_text()) for file in CODE}
    marked = {name: fields for tree in trees.values() for name, fields in _marked_classes(tree)}
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from ((file, text) for text in _called(node, marked))
            elif isinstance(node, ast.Module | ast.ClassDef):
                yield from ((file, text) for text in _marked_constants(node))
            elif isinstance(node, ast.Assign) and _names(node) & SENTENCES:
                yield from ((file, text) for text in _texts(node.value))


def _called(call: ast.Call, marked: dict[str, dict[str, int]]) -> Iterator[str]:
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in SPOKEN:
        yield from (text for argument in call.args[:1] for text in _texts(argument))
    elif name == "ngettext":
        yield from (text for argument in call.args[:2] for text in _texts(argument))
    titled = name == "Field" and any(keyword.arg == "title" for keyword in call.keywords)
    fields = {"title": -1, "description": -1} if titled else marked.get(name, {})
    for place, argument in enumerate(call.args):
        if place in fields.values():
            yield from _texts(argument)
    for keyword in call.keywords:
        if keyword.arg in fields:
            yield from _texts(keyword.value)


def _marked_classes(tree: ast.Module) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield classes with the places of those fields that are messages."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            fields = [
                (part, below) for part, below in _with_docstring(node) if isinstance(part, ast.AnnAssign)
            ]
            whole = f"messages {MARK}" in (ast.get_docstring(node) or "")
            yield (
                node.name,
                {
                    ast.unparse(part.target): place
                    for place, (part, below) in enumerate(fields)
                    if MARK in below or (whole and ast.unparse(part.annotation) == "str")
                },
            )


def _marked_constants(node: ast.Module | ast.ClassDef) -> Iterator[str]:
    for part, below in _with_docstring(node):
        if MARK in below and isinstance(part, ast.Assign | ast.AnnAssign) and part.value is not None:
            yield from _texts(part.value)


def _with_docstring(node: ast.Module | ast.ClassDef) -> Iterator[tuple[ast.stmt, str]]:
    for part, below in zip_longest(node.body, node.body[1:]):
        said = below.value if isinstance(below, ast.Expr) else None
        yield part, said.value if isinstance(said, ast.Constant) and isinstance(said.value, str) else ""


def _names(node: ast.Assign) -> set[str]:
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield what reads like a message in the expression: codes have neither capitals nor blanks."""
    match node:
        case ast.Constant(value=str(text)):
            if text[:1].isupper() or " " in text:
                yield text
        case ast.Dict(values=values):
            for value in values:
                yield from _texts(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            for part in parts:
                yield from _texts(part)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case ast.Call(args=arguments) | ast.BoolOp(values=arguments):
            for argument in arguments:
                yield from _texts(argument)
