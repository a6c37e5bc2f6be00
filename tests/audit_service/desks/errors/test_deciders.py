"""Who decided in error: not who put it right, unless that is what the error is said to be in."""

from typing import Any

import pytest

from tests.journeys.error_story import ErrorStory, brought, reported
from tests.office import on_sqlite

CORRECTION = {"monthly_income": 60000, "valid_from": "2021-05-01"}
IN_THE_DECISION = {"Wang Fictional", "Zhao Fictional", "Li Fictional"}


def a_wrong_standard(told: ErrorStory) -> None:
    days = dict.fromkeys(("approved_on", "published_on", "effective_from"), "2021-09-01")
    standard = {"reference": "fictional-800", "programme": "dibao", "kind": "urban", "areas": ["210202"]}
    told.done("li", "/standards", **standard, **days, monthly_amount=80000)


def deciders(told: ErrorStory, **more: Any) -> set[str]:
    error = told.reads("wu", f"/errors/{reported(told, **more)}")
    return {part["by"] for part in error["parts"] if part["part"] == "decided"}


@on_sqlite
@pytest.mark.parametrize(
    ("path", "command"),
    [("case-correction", CORRECTION), ("redetermination", {"valid_from": "2021-09-01"})],
)
def test_who_put_a_case_right_did_not_decide_in_error(
    told: ErrorStory, path: str, command: dict[str, Any]
) -> None:
    a_wrong_standard(told)
    receipt = told.done("zhou", f"/errors/{brought(told, 'planned')}/{path}", **command)

    assert deciders(told, element="E03") == IN_THE_DECISION
    assert deciders(told, element="E06", decision=receipt["positions"][0]) == {"Zhou Fictional"}
