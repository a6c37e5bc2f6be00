from domain.needy.person import Person, SameName, UnknownPurpose
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


def test_another_name_is_kept_beside_the_one_on_record() -> None:
    someone = given(a_person())

    someone.name_otherwise(
        an_act(), name="赵甲梓", name_tokens=("a1",), register="dibao.xlsx", sheet="台账", row=7
    )

    assert recorded(someone) == [Person.NamedOtherwise]
    event = last(someone, Person.NamedOtherwise)
    assert (event.subject, event.name, event.register, event.row) == (someone.id, "赵甲梓", "dibao.xlsx", 7)


def test_a_person_can_be_found_in_more_ways() -> None:
    someone = given(a_person())

    someone.renew_tokens(an_act(), name_tokens=("0a",), number_tokens=("0b",), contact_tokens=("0c",))

    event = last(someone, Person.TokensRenewed)
    assert (event.name_tokens, event.number_tokens, event.contact_tokens) == (("0a",), ("0b",), ("0c",))


def test_what_is_masked_is_opened_for_a_purpose() -> None:
    someone = given(a_person())

    someone.open(an_act(), purpose="contact")

    assert recorded(someone) == [Person.Opened]
    assert last(someone, Person.Opened).purpose == "contact"


def test_nothing_is_opened_for_another_purpose() -> None:
    someone = given(a_person())

    with refused(someone, UnknownPurpose, "not opened for curiosity"):
        someone.open(an_act(), purpose="curiosity")


def test_another_contact_is_kept_beside_the_one_on_record() -> None:
    someone = given(a_person())

    someone.tell_contact(
        an_act(),
        phone="13900000000",
        address="",
        contact_tokens=("0c",),
        register="dibao.xlsx",
        sheet="台账",
        row=7,
    )

    assert recorded(someone) == [Person.ContactTold]
    event = last(someone, Person.ContactTold)
    assert (event.subject, event.phone, event.register, event.row) == (
        someone.id,
        "13900000000",
        "dibao.xlsx",
        7,
    )


def test_a_contact_is_taken_back() -> None:
    someone = a_person()
    someone.tell_contact(
        an_act(), phone="1", address="", contact_tokens=("0c",), register="", sheet="", row=1
    )
    told = last(someone, Person.ContactTold)
    someone = given(someone)

    someone.withdraw_contact(told, an_act())

    assert recorded(someone) == [Person.ContactWithdrawn]
    assert last(someone, Person.ContactWithdrawn).told_at == told.position
