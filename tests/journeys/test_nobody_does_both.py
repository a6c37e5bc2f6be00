"""Whoever had a part in an error asks over HTTP for every part that it excludes, and is refused each time.

The pairs are written down here, not taken from the rules: by step, who tries it and what they did before.
"""

from collections.abc import Iterator
from typing import Any

from tests.journeys.error_story import (
    STEPS,
    ErrorStory,
    a_piece_of_evidence,
    classification,
    notice,
    reported,
)
from tests.journeys.test_from_report_to_closed import pay_back

DECISION, CLASSIFIED, NOTIFIED = "Decision in question", "Substantiation begun", "Correction notice issued"
PLANNED, CORRECTED, VERIFIED = "Plan submitted", "Case corrected", "Correction verified"

DECIDED = {"wang": DECISION, "li": DECISION}
TRIES = {
    "/taking-up": DECIDED,
    "/substantiation": DECIDED,
    "/classification": DECIDED,
    "/plan": {"sun": CLASSIFIED},
    "/case-correction": DECIDED | {"sun": CLASSIFIED},
    "/back-payments": {"li": DECISION, "sun": CLASSIFIED},
    "/completion": {"sun": CLASSIFIED},
    "/verification": DECIDED | {"sun": CLASSIFIED, "qian": NOTIFIED, "zhou": CORRECTED, "zheng": PLANNED},
    "/rejection": DECIDED | {"sun": CLASSIFIED, "qian": NOTIFIED, "zhou": CORRECTED, "zheng": PLANNED},
    "/closure": {"li": DECISION},
    "/follow-up": DECIDED | {"sun": CLASSIFIED, "qian": NOTIFIED, "zhou": CORRECTED, "zheng": PLANNED},
}
"""Of the first round, by step."""

AGAIN = {
    "/taking-up": DECIDED | {"zhou": CORRECTED, "wu": VERIFIED, "zheng": PLANNED},
    "/dismissal": DECIDED | {"zhou": CORRECTED, "wu": VERIFIED, "zheng": PLANNED},
    "/notice": {"wu": VERIFIED},
    "/plan": {"sun": CLASSIFIED, "wu": VERIFIED},
    "/case-correction": DECIDED | {"sun": CLASSIFIED, "wu": VERIFIED},
}
"""Of the second, after the error was opened again."""


class Walk:
    """An error on its way, at which everyone tries what their part excludes."""

    def __init__(self, told: ErrorStory, number: str) -> None:
        self.told, self.number, self.refused = told, number, 0
        self.at = f"/errors/{number}"

    def everyone_tries(self, tries: dict[str, dict[str, str]], path: str, **command: Any) -> None:
        """Let those who had a part try this, and see that nothing is recorded but who tried what."""
        record = self.told.story.office.record
        for login, act in tries.get(path, {}).items():
            last = record.last_position()
            answer = self.told.asks(login, self.at + path, **command)
            (attempt,) = record.attempts(limit=1)
            assert (answer["status"], answer["code"]) == (409, "error.had_a_part"), (path, login, answer)
            assert act in answer["detail"]
            assert "Nobody does both" in answer["detail"]
            assert (attempt.code, attempt.by) == ("error.had_a_part", self.told_of(login))
            assert record.last_position() == last
            self.refused += 1

    def goes_on(self, tries: dict[str, dict[str, str]], login: str, path: str, **command: Any) -> None:
        self.everyone_tries(tries, path, **command)
        self.told.done(login, self.at + path, **command)

    def told_of(self, login: str) -> Any:
        identity = self.told.story.office.identities.by_token.who(self.told.staff[login].token)
        assert identity is not None
        return identity.official


def steps(told: ErrorStory, number: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The steps of an error, in which Zheng plans and completes what Wang is named for."""
    for reached, login, path, command in STEPS:
        more = {"evidence": [a_piece_of_evidence(told, number)]} if reached == "substantiated" else {}
        yield ("zheng" if reached in {"planned", "completed"} else login), path, {**command, **more}


def a_walk(told: ErrorStory) -> Walk:
    for clerk in told.staff.values():
        clerk.headers["Accept-Language"] = "en"
    return Walk(told, reported(told, "chen", channel="complaint"))


def until_it_is_closed(walk: Walk) -> None:
    """Go the way of an error from its report to its end and the first follow-up."""
    told, number = walk.told, walk.number
    for login, path, command in steps(told, number):
        if path == "/completion":
            owed = {"from_month": "2021-05-01", "to_month": "2021-09-01", "amount": 150000}
            walk.everyone_tries(TRIES, "/back-payments", **owed)
            pay_back(told, number)
        if path == "/verification":
            walk.everyone_tries(TRIES, "/rejection")
        walk.goes_on(TRIES, login, path, **command)
    walk.goes_on(TRIES, "qian", "/closure")
    told.story.on("2021-10-20")
    walk.goes_on(TRIES, "wu", "/follow-up", after_days=30, holds=False)


def opened_again(walk: Walk) -> None:
    """Go a part of the way once more, on which those who verified and corrected before are kept back, too."""
    told, number = walk.told, walk.number
    told.done("wu", f"{walk.at}/reopening", new_fact="更正后仍有误")
    walk.goes_on(AGAIN, "sun", "/taking-up")
    walk.everyone_tries(AGAIN, "/dismissal", reason="no_error")
    told.done("sun", f"{walk.at}/substantiation", evidence=[a_piece_of_evidence(told, number)])
    told.done("sun", f"{walk.at}/classification", **classification())
    walk.goes_on(AGAIN, "qian", "/notice", **notice())
    told.done("wang", f"{walk.at}/acknowledgement")
    walk.everyone_tries(AGAIN, "/plan", plan="重新更正", done_by="2021-10-29")
    walk.everyone_tries(AGAIN, "/case-correction", monthly_income=50000, valid_from="2021-05-01")


def test_nobody_does_what_their_part_excludes_through_the_api(told: ErrorStory) -> None:
    walk = a_walk(told)

    until_it_is_closed(walk)
    opened_again(walk)

    assert walk.refused == sum(map(len, (*TRIES.values(), *AGAIN.values())))


def test_an_objection_is_not_decided_by_who_had_a_part_in_it(told: ErrorStory) -> None:
    walk = a_walk(told)
    for login, path, command in steps(told, walk.number):
        named = notice(persons=["wang", "zhou"]) if path == "/notice" else command
        told.done(login, walk.at + path, **named)
        if path == "/acknowledgement":
            break
    told.done("zhou", f"{walk.at}/objection", text="不同意")

    tries = {"li": DECISION, "qian": NOTIFIED, "zhou": "Notice objected to"}
    walk.goes_on({"/objection-decision": tries}, "wu", "/objection-decision", upheld=False)

    assert walk.refused == len(tries)
