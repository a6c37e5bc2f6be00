"""What the basic database of the needy forgets when an import is taken back, and what it keeps."""

from collections.abc import Callable

from sqlalchemy import Connection

from domain.needy.person import Person
from projections.needy_lists import (
    count_persons,
    household,
    households_of,
    members_of,
    named,
    other_names_of,
    persons_with,
)
from projections.needy_register import needy_register
from tests.builders import a_household, a_person, an_act, day, person

Shown = Callable[..., Connection]

TOKENS = ("03" * 8,)


def test_another_name_may_be_another_persons_when_it_is_taken_back(shown: Shown) -> None:
    head = a_person()
    head.name_otherwise(an_act(), name="sealed", name_tokens=TOKENS, register="", sheet="", row=1)
    (other,) = other_names_of(shown(needy_register, head), [head.id])

    head.confirm_distinct(person("other"), an_act(), named_at=other.position)
    head.trigger(Person.OtherNameWithdrawn, an_act(), named_at=other.position, name_tokens=TOKENS)
    head.name_otherwise(an_act(), name="sealed later", name_tokens=TOKENS, register="", sheet="", row=2)

    assert [row.name for row in other_names_of(shown(needy_register, head), [head.id])] == ["sealed later"]


def test_another_name_may_be_taken_back_before_it_is_another_persons(shown: Shown) -> None:
    head = a_person()
    head.name_otherwise(an_act(), name="sealed", name_tokens=TOKENS, register="", sheet="", row=1)
    (other,) = other_names_of(shown(needy_register, head), [head.id])

    head.trigger(Person.OtherNameWithdrawn, an_act(), named_at=other.position, name_tokens=TOKENS)
    head.confirm_distinct(person("other"), an_act(), named_at=other.position)
    head.name_otherwise(an_act(), name="sealed later", name_tokens=TOKENS, register="", sheet="", row=2)

    assert [row.name for row in other_names_of(shown(needy_register, head), [head.id])] == ["sealed later"]


def test_another_name_is_taken_back(shown: Shown) -> None:
    head = a_person()
    head.name_otherwise(an_act(), name="sealed", name_tokens=TOKENS, register="", sheet="", row=1)
    (other,) = other_names_of(shown(needy_register, head), [head.id])

    head.trigger(Person.OtherNameWithdrawn, an_act(), named_at=other.position, name_tokens=TOKENS)

    assert other_names_of(shown(needy_register, head), [head.id]) == []


def test_an_entry_that_was_taken_back_is_nobodys_until_it_comes_again(shown: Shown) -> None:
    gone, spouse = a_person("gone", name_tokens=TOKENS), a_person("spouse")
    gone.withdraw_registration(an_act())
    db = shown(needy_register, gone, spouse)

    assert list(named(db, [gone.id, spouse.id])) == [spouse.id]
    assert count_persons(db) == 1
    assert persons_with(db, TOKENS) == []

    again = Person.register(
        gone.id, an_act(), withdrawn=gone, name="sealed again", id_number="", sex="female", born_year=1980
    )

    assert named(shown(needy_register, again), [gone.id])[gone.id].name == "sealed again"


def test_a_household_that_was_taken_back_leaves_nobody_in_it(shown: Shown) -> None:
    gone, kept = a_household("H-0001", "head", "spouse"), a_household("H-0002", "head", "child")
    gone.withdraw_formation(an_act())

    db = shown(needy_register, gone, kept, a_person(), a_person("spouse"))

    assert household(db, gone.id) is None
    assert members_of(db, gone.id) == []
    assert [row.number for row in households_of(db, [person("head"), person("spouse")])] == ["H-0002"]


def test_a_membership_that_was_taken_back_leaves_what_was_known_before(shown: Shown) -> None:
    home, head = a_household("H-0001", "head", "spouse"), person("head")
    home.leave(head, an_act("2021-05-01"))
    home.join(head, "本人", an_act("2021-06-01"))
    home.withdraw_membership(head, an_act("2021-06-02"))

    db = shown(needy_register, home)

    assert [(row.since, row.until) for row in households_of(db, [head])] == [
        (day("2021-04-01"), day("2021-05-01"))
    ]
    assert [row.until for row in households_of(db, [person("spouse")])] == [None]
