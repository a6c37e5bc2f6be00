from domain.needy.person import Person, SameName
from tests.builders import an_act, person
from tests.history import given, last, recorded, refused


def a_person() -> Person:
    return Person.register(
        person("child"), an_act(), name="赵甲子", id_number="210299201910080361", sex="female", born_year=2019
    )


def test_a_person_is_registered_without_a_word_in_the_state() -> None:
    someone = a_person()

    event = last(someone, Person.Registered)
    assert (event.subject, event.name, event.id_number) == (someone.id, "赵甲子", "210299201910080361")
    assert (someone.sex, someone.born_year) == ("female", 2019)
    assert "赵甲子" not in str(vars(given(someone)))


def test_a_name_is_put_right() -> None:
    someone = given(a_person())

    someone.correct_name(an_act(), before="赵甲子", after="赵甲梓")

    assert recorded(someone) == [Person.NameCorrected]


def test_the_same_name_is_no_correction() -> None:
    someone = given(a_person())

    with refused(someone, SameName, "already this one"):
        someone.correct_name(an_act(), before="赵甲子", after="赵甲子")
