"""Whatever a reader can be shown is there in both languages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.pofile import read_po

from audit_service.desks.carrying import Entry, every_command
from audit_service.web.forms.fields import Asked, asked
from audit_service.web.translation import LOCALES, catalogue
from tests.promises.messages import every_message, every_text

OF_LIBRARIES = {"Show this message and exit."}
"""Messages that do not stand in our code."""
FACT = re.compile(r"%\(\w+\)s|%\{\w+\}|%%")


@cache
def chinese() -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalogue("zh") if message.id}


def of_form(fields: tuple[Asked, ...]) -> Iterator[str]:
    for field in fields:
        yield from (text for text in (field.label, field.hint) if text)
        yield from of_form(field.inside)


def capitalised(fields: tuple[Asked, ...]) -> Iterator[str]:
    """Names that a form makes up from names in the code, where nobody gave a title."""
    for field in fields:
        yield from (choice.label for choice in field.choices)
        yield from capitalised(field.inside)


def test_every_message_has_its_chinese() -> None:
    known = chinese()

    missing = {message: place for message, place in every_message().items() if not known.get(message)}

    assert missing == {}


@pytest.mark.parametrize("entry", every_command(), ids=lambda entry: entry.name)
def test_every_command_is_asked_for_in_chinese(entry: Entry) -> None:
    known = chinese()

    missing = {
        text for text in (entry.title, entry.explanation, *of_form(asked(entry.model))) if text not in known
    }

    assert missing == set()


@pytest.mark.parametrize("entry", every_command(), ids=lambda entry: entry.name)
def test_no_two_fields_of_a_form_are_called_the_same_in_chinese(entry: Entry) -> None:
    fields = asked(entry.model)
    known = chinese()

    for part in (fields, *(field.inside for field in fields)):
        called = [known.get(field.label) for field in part]
        assert len(called) == len(set(called))


def test_the_same_facts_fill_both_languages() -> None:
    different = {
        english: text
        for english, text in chinese().items()
        if text and set(FACT.findall(english)) != set(FACT.findall(text))
    }

    assert different == {}


def test_no_message_is_translated_in_two_ways() -> None:
    ways = defaultdict(set)
    for part in sorted((LOCALES / "zh").glob("*.po")):
        with part.open("rb") as file:
            for message in read_po(file, locale="zh"):
                ways[str(message.id)].add(str(message.string))

    assert {message: said for message, said in ways.items() if message and len(said) > 1} == {}


def test_nothing_is_translated_that_nobody_says() -> None:
    made_up = {label for entry in every_command() for label in capitalised(asked(entry.model))}

    assert set(chinese()) - every_text() - made_up - OF_LIBRARIES == set()
