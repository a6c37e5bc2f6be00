from datetime import date
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, SecretStr

from audit_service.desks.command import Command
from audit_service.web.forms.fields import asked
from audit_service.web.kinds import Autocomplete, Choice, Choices, Fen, LongText


class Kind(Enum):
    URBAN = "urban"
    RURAL = "rural"


class Part(BaseModel):
    share: int


class Everything(Command):
    text: Annotated[str, Field(title="A text", description="Say it in a few words.", max_length=80)]
    by_length: Annotated[str, Field(max_length=2000)]
    by_mark: Annotated[str | None, LongText(2)] = None
    login: Annotated[str, Autocomplete("username")] = ""
    secret: SecretStr = SecretStr("")
    count: int = 1
    amount: Annotated[Fen, Field(title="An amount")] = 0
    optional_amount: Fen | None = None
    since: date | None = None
    literal: Literal["first", "second one"] = "first"
    kind: Kind = Kind.URBAN
    offered: Annotated[str, Choices(lambda: (Choice(str(n), str(n)) for n in range(9)))] = "1"
    many: tuple[Annotated[str, Choices(lambda: [Choice("a", "A")])], ...] = ()
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    must_say: bool
    may_tick: bool = False


FIELDS = {field.name: field for field in asked(Everything)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("text", "text"),
        ("by_length", "long_text"),
        ("by_mark", "long_text"),
        ("secret", "password"),
        ("count", "number"),
        ("amount", "money"),
        ("optional_amount", "money"),
        ("since", "date"),
        ("literal", "choice"),
        ("kind", "choice"),
        ("offered", "choice"),
        ("many", "several"),
        ("names", "lines"),
        ("parts", "group"),
        ("must_say", "yes_no"),
        ("may_tick", "tick"),
    ],
)
def test_the_type_decides_how_it_is_asked(name: str, kind: str) -> None:
    assert FIELDS[name].kind == kind


def test_titles_become_labels_and_descriptions_become_hints() -> None:
    assert (FIELDS["text"].label, FIELDS["text"].hint) == ("A text", "Say it in a few words.")
    assert FIELDS["must_say"].label == "Must say"
    assert (FIELDS["text"].longest, FIELDS["by_mark"].rows) == (80, 2)
    assert (FIELDS["login"].autocomplete, FIELDS["text"].autocomplete) == ("username", "off")


def test_what_has_a_default_need_not_be_answered() -> None:
    assert FIELDS["text"].required
    assert not FIELDS["count"].required
    assert FIELDS["count"].default == 1


def test_choices_are_folded_when_they_are_many() -> None:
    assert FIELDS["offered"].folded
    assert not FIELDS["literal"].folded
    assert FIELDS["literal"].choices == (Choice("first", "First"), Choice("second one", "Second one"))
    assert [choice.value for choice in FIELDS["kind"].choices] == ["urban", "rural"]


def test_a_group_asks_for_what_its_parts_have() -> None:
    assert [inside.kind for inside in FIELDS["parts"].inside] == ["number"]


def test_what_every_command_has_is_asked_last() -> None:
    assert [field.name for field in asked(Everything)][-2:] == ["because", "learned_on"]
