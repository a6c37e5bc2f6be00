from domain.errors.actions import ACTIONS, actions
from domain.errors.correction_refusals import NotNamed, TooEarly
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.refusals import HadAPart
from domain.kernel import Act
from domain.refusal import Refused
from tests.builders import CASEWORKER, MANAGER, an_act, day, person
from tests.error_builders import (
    REVIEWER,
    a_classified_error,
    a_closed_error,
    a_completed_error,
    a_correctors_act,
    a_dismissed_error,
    a_notified_error,
    a_planned_error,
    a_reported_error,
    a_substantiated_error,
    a_verified_error,
    an_acknowledged_error,
    an_error_looked_into,
    an_error_objected_to,
    an_error_with_corrected_case,
    of_no_money,
)
from tests.history import state_of


def an_outsiders_act(on: str = "2021-10-15") -> Act:
    return an_act(on, by=person("outsider"), role="manager")


def possible(error: ErrorRecord, act: Act | None = None) -> list[str]:
    found = actions(error, act or an_outsiders_act())
    return [action.name for action in found if action.refusal is None]


def refusal_of(error: ErrorRecord, name: str, act: Act) -> Refused | None:
    return next(action.refusal for action in actions(error, act) if action.name == name)


def test_every_action_is_a_method_of_the_error_with_a_title() -> None:
    assert all(callable(getattr(ErrorRecord, name)) for name in ACTIONS)
    assert [action.title for action in actions(a_reported_error(), an_outsiders_act())] == [
        title for title, _, _ in ACTIONS.values()
    ]


def test_what_comes_next_follows_from_what_was_done() -> None:
    assert possible(a_reported_error()) == ["begin_substantiation"]
    assert possible(an_error_looked_into()) == ["substantiate", "dismiss"]
    assert possible(a_substantiated_error()) == ["classify"]
    assert possible(a_classified_error()) == ["classify", "issue_notice"]
    assert possible(a_classified_error(**of_no_money())) == ["classify", "issue_notice", "close"]
    assert possible(a_notified_error()) == ["acknowledge", "correct_case", "escalate"]
    assert possible(an_acknowledged_error()) == ["submit_plan", "correct_case", "escalate"]
    assert possible(an_error_objected_to()) == ["decide_objection"]
    assert possible(a_planned_error()) == ["submit_plan", "accept_plan", "correct_case", "escalate"]
    assert possible(an_error_with_corrected_case()) == [
        "submit_plan",
        "accept_plan",
        "correct_case",
        "complete_correction",
        "escalate",
    ]
    assert possible(a_completed_error()) == ["verify_correction", "reject_correction"]
    assert possible(a_verified_error()) == ["close"]


def test_what_is_over_can_be_opened_again_and_followed_up() -> None:
    assert possible(a_dismissed_error()) == ["reopen"]
    assert possible(a_closed_error()) == ["reopen"]
    assert possible(a_closed_error(), an_outsiders_act("2021-10-20")) == ["follow_up", "reopen"]


def test_the_next_follow_up_is_the_one_that_is_left() -> None:
    error = a_closed_error()
    error.follow_up(30, an_outsiders_act("2021-10-20"), holds=True)

    refusal = refusal_of(error, "follow_up", an_outsiders_act("2021-10-21"))
    error.follow_up(90, an_outsiders_act("2021-12-19"), holds=True)

    assert isinstance(refusal, TooEarly)
    assert str(refusal_of(error, "follow_up", an_outsiders_act("2021-12-20"))).startswith(
        "The follow-up after 90 days is on record."
    )


def test_the_money_of_an_error_has_actions_of_its_own() -> None:
    error = a_planned_error()
    error.find_difference((MonthEntry(day("2021-05-01"), 0, 5000),), (), a_correctors_act())

    assert "order_back_payment" in possible(error)
    error.order_back_payment([day("2021-05-01")], 5000, a_correctors_act())
    assert "order_back_payment" not in possible(error)
    assert {"pay_back", "reverse_entry"} <= set(possible(error))


def test_who_is_named_answers_the_notice() -> None:
    error = a_notified_error()

    assert possible(error, an_act("2021-09-07")) == ["acknowledge", "object_to_notice"]
    assert isinstance(refusal_of(error, "object_to_notice", an_outsiders_act()), NotNamed)


def test_who_may_not_and_why_is_said_beside_what_comes_next() -> None:
    error = a_completed_error()
    verify = next(
        action
        for action in actions(error, an_act("2021-09-20", by=REVIEWER))
        if action.name == "verify_correction"
    )

    assert isinstance(verify.refusal, HadAPart)
    assert {CASEWORKER, MANAGER, REVIEWER} < set(verify.excluded)
    assert person("outsider") not in verify.excluded
    assert len(set(verify.excluded)) == len(verify.excluded)


def test_asking_changes_nothing() -> None:
    error = a_planned_error()
    before, pending = state_of(error), len(error.pending_events)

    actions(error, an_outsiders_act())

    assert state_of(error) == before
    assert len(error.pending_events) == pending
