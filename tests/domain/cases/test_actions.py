from datetime import date

from domain.cases.actions import ACTIONS, actions, waiting
from domain.cases.case import Case
from domain.cases.refusals import NoticeRunning, OwnOpinion
from domain.kernel import Act
from tests.builders import (
    CASEWORKER,
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_checked_case,
    a_claim,
    a_confirmed_case,
    a_managers_act,
    a_noticed_case,
    an_accepted_case,
    an_act,
    an_applied_case,
    day,
)
from tests.history import given

RESERVING = {"reserve_dissent", "object_to_order"}


class EveryDay:
    def is_working_day(self, day: date) -> bool:
        return day <= date.max


def possible(case: Case, act: Act | None = None) -> list[str]:
    found = actions(case, act or a_managers_act("2021-06-20"))
    return [action.name for action in found if action.refusal is None]


def steps(case: Case) -> list[str]:
    """What takes the case further."""
    return [name for name in possible(case) if name not in RESERVING]


def refusal_of(case: Case, name: str, act: Act) -> object:
    return next(action.refusal for action in actions(case, act) if action.name == name)


def test_every_action_is_a_method_of_the_case_with_a_title() -> None:
    assert all(callable(getattr(Case, name)) for name in ACTIONS)
    assert [action.title for action in actions(an_applied_case(), an_act())] == [
        title for title, _ in ACTIONS.values()
    ]


def test_what_comes_next_follows_from_what_was_done() -> None:
    assert steps(an_applied_case()) == ["request_supplement", "accept", "refuse"]
    assert steps(an_accepted_case()) == ["check_means", "record_visit", "refuse"]
    assert steps(a_checked_case()) == ["check_means", "record_visit", "give_opinion", "refuse"]
    assert steps(a_noticed_case()) == ["raise_objection", "end_notice", "refuse"]
    assert steps(a_case_to_decide()) == ["raise_objection", "confirm", "refuse"]
    assert steps(a_confirmed_case()) == ["change_fact", "correct_fact", "adjust", "suspend", "terminate"]


def test_what_is_over_can_only_be_put_right() -> None:
    ended = a_confirmed_case()
    ended.terminate(STANDARDS, "moved", a_managers_act("2021-06-20"), valid_from=day("2021-07-01"))

    assert steps(ended) == ["correct_fact"]
    assert steps(a_case_taken_over(programme="temporary")) == ["correct_fact"]


def test_what_is_decided_can_be_dissented_from_and_an_order_objected_to_at_any_time() -> None:
    assert set(possible(an_applied_case())) & RESERVING == {"object_to_order"}
    assert set(possible(a_confirmed_case())) & RESERVING == RESERVING


def test_an_objection_is_answered_first() -> None:
    case = a_case_to_decide()
    case.raise_objection("They own a shop.", an_act("2021-05-09"))

    assert steps(case) == ["raise_objection", "answer_objection", "refuse"]


def test_why_not_is_what_the_command_would_say() -> None:
    noticed = a_noticed_case(until="2021-05-08")
    own = an_act("2021-06-20", by=CASEWORKER, role="manager")

    running = refusal_of(noticed, "confirm", a_managers_act("2021-05-07"))

    assert isinstance(running, NoticeRunning)
    assert "until 2021-05-08" in str(running)
    assert isinstance(refusal_of(a_case_to_decide(), "confirm", own), OwnOpinion)


def test_asking_changes_nothing() -> None:
    case = given(a_case_to_decide())

    actions(case, a_managers_act())

    assert case.pending_events == []


def test_a_case_waits_for_its_steps_within_their_time() -> None:
    case = a_checked_case(programme="tekun")
    assert [each.step for each in waiting(case, EveryDay())] == []
    late = given(_applied_on("2021-07-05", programme="tekun"))
    late.accept(an_act("2021-07-06"))

    (opinion,) = waiting(late, EveryDay())

    assert (opinion.step, opinion.by, opinion.basis) == (
        "opinion_given",
        day("2021-07-21"),
        "民发〔2021〕43号",
    )


def test_the_most_urgent_step_comes_first() -> None:
    case = _applied_on("2021-07-05")
    case.accept(an_act("2021-07-06"))
    case.check_means(an_act("2021-07-07"), monthly_income=0, members=1, kind="urban")
    case.record_visit((CASEWORKER, a_managers_act().by), "As declared.", an_act("2021-07-07"))
    case.give_opinion(an_act("2021-07-08"), favourable=True)
    case.post_notice(an_act("2021-07-09"))

    found = [(each.step, each.by) for each in waiting(case, EveryDay())]

    assert found == [("notice_ended", day("2021-07-16")), ("decided", day("2021-08-05"))]


def test_formalities_of_an_emergency_are_made_good_in_time() -> None:
    case = an_accepted_case(programme="temporary", emergency=True)
    case.confirm(STANDARDS, an_act("2021-04-02"), granted=100000)

    assert {(each.step, each.by) for each in waiting(case, EveryDay())} == {
        ("means_checked", day("2021-04-12")),
        ("visited", day("2021-04-12")),
    }


def test_what_was_taken_over_or_has_no_limits_waits_for_nothing() -> None:
    assert waiting(a_case_taken_over(), EveryDay()) == ()
    assert waiting(an_accepted_case(programme="elderly"), EveryDay()) == ()


def _applied_on(on: str, **claim: str) -> Case:
    return Case.apply_for(a_claim(**claim), an_act(on))
