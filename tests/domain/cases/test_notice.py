import pytest

from domain.cases.case import Case
from domain.cases.refusals import (
    NoticeRunning,
    NoticeTooShort,
    ObjectionNotOpen,
    ObjectionOpen,
    StepMissing,
)
from tests.builders import (
    STANDARDS,
    a_case_to_decide,
    a_case_with_opinion,
    a_managers_act,
    a_noticed_case,
    an_act,
    day,
)
from tests.history import given, last, recorded, refused


def test_a_notice_lasts_seven_days_unless_it_is_to_last_longer() -> None:
    case = given(a_case_with_opinion())
    longer = given(a_case_with_opinion())

    case.post_notice(an_act("2021-05-01"))
    longer.post_notice(an_act("2021-05-01"), until=day("2021-05-20"))

    assert last(case, Case.NoticePosted).until == day("2021-05-08")
    assert last(longer, Case.NoticePosted).until == day("2021-05-20")


def test_a_notice_is_not_shorter_than_the_programme_says() -> None:
    case = given(a_case_with_opinion())

    with refused(case, NoticeTooShort, "7 days at least. Let it end on 2021-05-08"):
        case.post_notice(an_act("2021-05-01"), until=day("2021-05-07"))


@pytest.mark.parametrize("programme", ["temporary", "elderly"])
def test_a_notice_is_up_for_a_day_where_nothing_is_said(programme: str) -> None:
    case = given(a_case_with_opinion(programme=programme))

    case.post_notice(an_act("2021-05-01"))

    assert case.notice_until == day("2021-05-02")


def test_a_case_is_not_confirmed_while_the_notice_runs() -> None:
    case = given(a_noticed_case(until="2021-05-08"))

    with refused(case, NoticeRunning, "until 2021-05-08"):
        case.confirm(STANDARDS, a_managers_act("2021-05-07"))
    with refused(case, NoticeRunning, "until 2021-05-08"):
        case.end_notice(an_act("2021-05-07"))


def test_a_notice_that_may_be_taken_down_is_taken_down_before_the_decision() -> None:
    case = given(a_noticed_case(until="2021-05-08"))

    with refused(case, StepMissing, "“Public notice ended” comes before “Decided”"):
        case.confirm(STANDARDS, a_managers_act("2021-05-08"))


def test_nobody_objects_to_what_was_not_posted() -> None:
    case = given(a_case_with_opinion())

    with refused(case, StepMissing, "“Public notice posted” comes before “Objection raised”"):
        case.raise_objection("They own a shop.", an_act())


def test_a_case_is_not_confirmed_while_an_objection_is_open() -> None:
    case = a_case_to_decide()
    case.raise_objection("They own a shop.", an_act("2021-05-09"))
    case.raise_objection("They own a car.", an_act("2021-05-09"))
    case.answer_objection(1, an_act("2021-05-10"), upheld=False)
    case = given(case)

    with refused(case, ObjectionOpen, "Objection 2 is not answered"):
        case.confirm(STANDARDS, a_managers_act("2021-05-10"))

    case.answer_objection(2, an_act("2021-05-10"), upheld=False)
    case.confirm(STANDARDS, a_managers_act("2021-05-10"))
    assert recorded(case) == [Case.ObjectionAnswered, Case.Confirmed, Case.Determined]


def test_an_objection_that_is_right_voids_opinion_and_notice() -> None:
    case = a_case_to_decide()
    case.raise_objection("They own a shop.", an_act("2021-05-09"))

    case.answer_objection(1, an_act("2021-05-10"), upheld=True)

    case = given(case)
    with refused(case, StepMissing, "“Preliminary opinion given”"):
        case.confirm(STANDARDS, a_managers_act("2021-05-20"))
    case.give_opinion(an_act("2021-05-11"), favourable=True, proposed_amount=0)
    case.post_notice(an_act("2021-05-11"))
    with refused(case, NoticeRunning, "until 2021-05-18"):
        case.confirm(STANDARDS, a_managers_act("2021-05-12"))


@pytest.mark.parametrize("objection", [0, 1, 2])
def test_only_an_open_objection_is_answered(objection: int) -> None:
    case = given(a_noticed_case())

    with refused(case, ObjectionNotOpen, f"no open objection {objection}"):
        case.answer_objection(objection, an_act(), upheld=False)
