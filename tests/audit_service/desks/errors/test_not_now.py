"""Each step of an error has its time: before it and after it the step is refused, and the attempt is kept."""

from typing import Any

from audit_service.desks.carrying import every_command
from tests.journeys.error_story import (
    STEPS,
    ErrorStory,
    a_piece_of_evidence,
    classification,
    notice,
    reported,
)

NOT_NOW = {"error.not_now", "error.not_at_this_stage", "error.not_verified"}

TRIED: dict[str, tuple[str, dict[str, Any]]] = {
    "taking-up": ("zheng", {}),
    "substantiation": ("zheng", {}),
    "dismissal": ("zheng", {"reason": "no_error"}),
    "classification": ("zheng", classification()),
    "notice": ("zhou", notice()),
    "acknowledgement": ("wang", {}),
    "objection": ("wang", {"text": "虚构的异议"}),
    "objection-decision": ("zhou", {"upheld": False}),
    "plan": ("wang", {"plan": "虚构的计划", "done_by": "2021-09-24"}),
    "plan-acceptance": ("zhou", {}),
    "case-correction": ("zheng", {"monthly_income": 60000, "valid_from": "2021-05-01"}),
    "completion": ("wang", {}),
    "verification": ("wu", {}),
    "rejection": ("wu", {}),
    "escalation": ("zhou", {"to_unit": "虚构的上级单位"}),
    "follow-up": ("wu", {"after_days": 30, "holds": True}),
    "reopening": ("zheng", {"new_fact": "虚构的新事实"}),
}
"""Every step but those of money, papers, officials and closure: who tries it, and what they say."""

IN_TIME = {
    "reported": {"taking-up"},
    "taken up": {"substantiation", "dismissal"},
    "substantiated": {"classification"},
    "classified": {"classification", "notice"},
    "notified": {"acknowledgement", "objection", "case-correction", "escalation"},
    "acknowledged": {"objection", "plan", "case-correction", "escalation"},
    "planned": {"objection", "plan", "plan-acceptance", "case-correction", "completion", "escalation"},
    "corrected": {
        *("objection", "objection-decision", "plan", "plan-acceptance"),
        *("case-correction", "completion", "escalation"),
    },
    "completed": {"case-correction", "verification", "rejection", "escalation"},
    "verified": {"case-correction", "follow-up"},
}
"""What an error may go on by, once it is as far as this; what else stands against it is asked elsewhere."""


def test_no_step_is_taken_before_or_after_its_time(told: ErrorStory) -> None:
    number = reported(told)
    shown = {"evidence": [a_piece_of_evidence(told, number)]}
    tried = TRIED | {"substantiation": ("zheng", shown)}
    came_by = {reached: (login, path, command) for reached, login, path, command in STEPS}

    for reached, in_time in IN_TIME.items():
        if reached in came_by:
            login, path, command = came_by[reached]
            told.done(login, f"/errors/{number}{path}", **command | (shown if "substan" in path else {}))
        for step in tried.keys() - in_time:
            login, command = tried[step]
            answer = told.refused(login, f"/errors/{number}/{step}", **command)
            assert (reached, step, answer in NOT_NOW) == (reached, step, True), answer


def test_the_refusal_tells_how_the_error_stands(told: ErrorStory) -> None:
    number = reported(told)

    answer = told.asks("wu", f"/errors/{number}/verification")

    assert (answer["status"], answer["code"]) == (409, "error.not_now")
    assert number in answer["detail"]


def test_every_step_is_tried() -> None:
    money = {"back-payments", "back-payments-paid", "recoverability", "recovery", "recoveries", "reversals"}
    of_case = {"redetermination", "case-termination", "difference"}
    papers = {"evidence", "supersession"}
    of_officials = {"accountability-notice", "accountability-decision", "tolerance"}
    steps = {
        entry.at.rpartition("/")[2]
        for entry in every_command()
        if entry.at.startswith("/errors/{error_number}/")
    }

    assert steps == TRIED.keys() | money | of_case | papers | of_officials | {"closure"}
