"""What an import brought on record is withdrawn: nothing is known of it, until it is brought back."""

import pytest

from domain.cases.case import Case
from domain.cases.state import State
from domain.kernel import Aggregate
from domain.needy.household import Household, NotMember
from domain.needy.person import Person
from domain.questions.question import Question
from domain.visits.visit import Visit
from tests.builders import a_case_taken_over, a_household, a_person, a_register_entry, an_act, day, person
from tests.history import given, last, recorded, refused
from tests.question_builders import a_question_taken_over, an_entry
from tests.visit_builders import a_visit_entry, a_visit_taken_over

TAKEN_OVER = [
    (a_case_taken_over(), Case.TakeoverWithdrawn),
    (a_visit_taken_over(), Visit.TakeoverWithdrawn),
    (a_question_taken_over(), Question.TakeoverWithdrawn),
]


@pytest.mark.parametrize(("entry", "event"), TAKEN_OVER, ids=lambda one: getattr(one, "TOPIC", ""))
def test_a_takeover_is_taken_back(entry: Case | Visit | Question, event: type) -> None:
    taken_over = given(entry)

    taken_over.withdraw_takeover(an_act())

    assert recorded(taken_over) == [event]
    assert taken_over.is_withdrawn
    assert taken_over.number == ""


def test_nothing_is_due_from_the_month_on_that_the_register_said() -> None:
    case = given(a_case_taken_over())

    case.withdraw_takeover(an_act())

    event = last(case, Case.TakeoverWithdrawn)
    assert (event.number, event.paid_from) == ("DB-0001", day("2020-09-01"))
    assert event.people == (person("head"), person("spouse"), person("child"))


def brought_again() -> list[Aggregate]:
    case, visit, question = a_case_taken_over(), a_visit_taken_over(), a_question_taken_over()
    someone, household = a_person(), a_household()
    for one in (case, visit, question):
        one.withdraw_takeover(an_act())
    someone.withdraw_registration(an_act())
    household.withdraw_formation(an_act())
    return [
        Case.take_over(a_register_entry(), an_act(), withdrawn=case),
        Visit.take_over(a_visit_entry(), an_act("2021-05-01"), withdrawn=visit),
        Question.take_over(an_entry(), an_act("2021-06-01"), withdrawn=question),
        Person.register(
            someone.id,
            an_act(),
            withdrawn=someone,
            name="赵甲子",
            id_number="210299198001010023",
            sex="female",
            born_year=1980,
        ),
        Household.form("H-0001", "210202", an_act(), withdrawn=household),
    ]


@pytest.mark.parametrize("entry", brought_again(), ids=lambda entry: entry.TOPIC)
def test_it_goes_on_with_its_history_when_it_is_brought_again(entry: Aggregate) -> None:
    found = given(entry)

    assert not found.is_withdrawn
    assert found.version > 2


def test_a_case_that_is_brought_again_is_as_it_was() -> None:
    case = a_case_taken_over()
    case.withdraw_takeover(an_act())

    again = given(Case.take_over(a_register_entry(), an_act(), withdrawn=case))

    assert (again.state, again.amount_in(day("2021-04-01"))) == (State.IN_PAYMENT, 75000)


def test_the_entry_of_a_person_and_another_name_are_taken_back() -> None:
    someone = a_person()
    someone.name_otherwise(an_act(), name="赵甲", name_tokens=("a1",), register="r", sheet="s", row=1)
    named = last(someone, Person.NamedOtherwise)
    someone = given(someone)

    someone.withdraw_other_name(named, an_act())
    someone.withdraw_registration(an_act())

    assert recorded(someone) == [Person.OtherNameWithdrawn, Person.RegistrationWithdrawn]
    assert (someone.is_withdrawn, someone.born_year) == (True, 0)


def test_a_household_and_a_membership_are_taken_back() -> None:
    household = given(a_household("H-0001", "head", "child"))

    household.withdraw_membership(person("child"), an_act())
    household.withdraw_formation(an_act())

    assert last(household, Household.FormationWithdrawn).people == (person("head"),)
    assert household.is_withdrawn
    assert household.members == ()


def test_who_is_no_member_is_not_taken_back() -> None:
    household = given(a_household())

    with refused(household, NotMember):
        household.withdraw_membership(person("child"), an_act())
