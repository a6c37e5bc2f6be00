"""Who somebody is: a number that comes later, two entries that are one, one that was two, and a death."""

from uuid import uuid4

from domain.needy.one_person import (
    DeathRecorded,
    FutureDeath,
    HasNumber,
    MergedAlready,
    NotMerged,
    SamePerson,
)
from domain.needy.person import Person
from tests.builders import a_person, an_act, day, person
from tests.history import given, last, recorded, refused


def without_number(name: str = "foreigner") -> Person:
    return given(a_person(name, id_number="", without_number="foreigner", document="passport"))


def test_who_has_no_number_is_given_one_once() -> None:
    foreigner = without_number()

    foreigner.give_number(an_act(), id_number="n", number_tokens=("0a",), holder=person("head"))

    assert last(foreigner, Person.NumberGiven).holder == person("head")
    with refused(foreigner, HasNumber):
        foreigner.give_number(an_act(), id_number="n", number_tokens=(), holder=person("head"))


def test_who_has_a_number_is_given_no_other() -> None:
    head = given(a_person())

    with refused(head, HasNumber, "settle that as a lead"):
        head.give_number(an_act(), id_number="n", number_tokens=(), holder=uuid4())


def test_two_entries_are_one_person_and_two_again() -> None:
    head, twin = given(a_person()), given(a_person("twin"))

    twin.merge_into(head, an_act())

    assert (twin.merged_into, head.absorbed) == (head.id, (twin.id,))
    assert recorded(twin) == recorded(head) == [Person.Merged]
    twin.reverse_merge(head, an_act())
    assert recorded(twin) == recorded(head) == [Person.Merged, Person.MergeReversed]
    assert (twin.merged_into, head.absorbed) == (None, ())


def test_an_entry_is_not_merged_with_itself() -> None:
    head = given(a_person())

    with refused(head, SamePerson):
        head.merge_into(head, an_act())


def test_merges_are_not_chained() -> None:
    one, other, third = given(a_person()), given(a_person("other")), given(a_person("third"))
    one.merge_into(other, an_act())

    for entry, into in ((one, third), (third, one), (other, third)):
        with refused(entry, MergedAlready, "Reverse that merge first"):
            entry.merge_into(into, an_act())
    third.merge_into(other, an_act())
    assert other.absorbed == (one.id, third.id)


def test_a_merge_that_there_is_not_is_not_reversed() -> None:
    one, other, third = given(a_person()), given(a_person("other")), given(a_person("third"))

    with refused(one, NotMerged):
        one.reverse_merge(other, an_act())
    one.merge_into(other, an_act())
    with refused(one, NotMerged):
        one.reverse_merge(third, an_act())


def test_two_people_are_told_apart() -> None:
    head = given(a_person())

    head.confirm_distinct(person("other"), an_act(), named_at=7)

    event = last(head, Person.ConfirmedDistinct)
    assert (event.other, event.named_at) == (person("other"), 7)


def test_a_death_is_recorded_once_and_after_it_happened() -> None:
    head = given(a_person())

    with refused(head, FutureDeath):
        head.die(an_act("2021-04-01"), on=day("2021-04-02"), source="police")
    head.die(an_act("2021-04-01"), on=day("2021-03-20"), source="police")

    assert last(head, Person.Died).valid_from == head.died_on == day("2021-03-20")
    with refused(head, DeathRecorded):
        head.die(an_act(), on=day("2021-03-20"), source="police")
