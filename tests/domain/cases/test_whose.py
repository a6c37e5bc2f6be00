"""A case that had been recorded for somebody else."""

from domain.cases.case import Case
from domain.cases.whose import NotClaiming
from tests.builders import a_case_taken_over, an_act, person
from tests.history import given, recorded, refused


def test_a_case_is_told_to_be_another_persons() -> None:
    case = given(a_case_taken_over())

    case.correct_person(an_act(), before=person("head"), after=person("other"))

    assert case.head == person("other")
    assert case.people == (person("other"), person("spouse"), person("child"))
    assert recorded(case) == [Case.PersonCorrected]


def test_who_claims_beside_the_head_may_be_another_person() -> None:
    case = given(a_case_taken_over())

    case.correct_person(an_act(), before=person("child"), after=person("other"))

    assert (case.head, case.people[-1]) == (person("head"), person("other"))


def test_a_case_is_not_taken_from_who_never_claimed() -> None:
    case = given(a_case_taken_over())

    with refused(case, NotClaiming, "Case DB-0001"):
        case.correct_person(an_act(), before=person("stranger"), after=person("other"))
