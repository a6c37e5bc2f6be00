"""What an office rules of overpayments and reviews is published over HTTP and on a page, and applied."""

from typing import Any

import pytest

from audit_service.rechecking.rules import rules
from domain.errors.catalogue import ErrorCatalogue
from domain.identities import CATALOGUE_ID, STANDARDS_ID
from domain.standards.living_standard import Standards
from tests.audit_service.desks.errors.reader import browser, page
from tests.journeys.error_story import ErrorStory

DAYS = {"approved_on": "2021-09-10", "effective_from": "2021-09-20"}


def a_policy(**more: Any) -> dict[str, Any]:
    return {
        "reference": "fictional policy",
        **DAYS,
        "kept_unless_noticeable": ["system"],
        "own": ["official"],
        "never_waived": ["recipient_fraud"],
        "least": 10_000,
        **more,
    }


def a_period(**more: Any) -> dict[str, Any]:
    return {"reference": "fictional review", "programme": "dibao", "days": 90, **DAYS, **more}


def test_what_is_published_is_told_by_both_doors(told: ErrorStory) -> None:
    before = page(told, "wu", "/errors/catalogue")
    told.done("li", "/recovery-policies", **a_policy())
    told.done("li", "/review-periods", **a_period())

    answer, shown = told.reads("wu", "/errors/rules"), page(told, "wu", "/errors/catalogue")

    assert answer == {"recovery": [a_policy()], "reviews": [a_period()]}
    assert before.count("None is published yet.") == 2
    assert "None is published yet." not in shown
    for text in ("fictional policy", "100.00", "fictional review", "90"):
        assert text in shown


def test_a_manager_finds_the_forms_and_nobody_else(told: ErrorStory) -> None:
    for path in ("/recovery-policies/new", "/review-periods/new"):
        assert browser(told, "li").get(path).status_code == 200
        assert path in browser(told, "li").get("/errors/catalogue").text
        assert path not in browser(told, "wang").get("/errors/catalogue").text


@pytest.mark.parametrize(
    ("path", "command", "code"),
    [
        (
            "/recovery-policies",
            a_policy(effective_from="2021-09-09"),
            "error_catalogue.in_force_before_approval",
        ),
        ("/recovery-policies", a_policy(never_waived=["official"]), "error_catalogue.deception_is_made_good"),
        ("/review-periods", a_period(effective_from="2021-09-09"), "standards.review_before_approval"),
    ],
)
def test_what_cannot_hold_is_refused(told: ErrorStory, path: str, command: dict[str, Any], code: str) -> None:
    assert told.refused("li", path, **command) == code
    assert told.refused("wang", path, **command) == "identity.not_your_role"


def test_no_rule_is_published_twice(told: ErrorStory) -> None:
    told.done("li", "/recovery-policies", **a_policy())
    told.done("li", "/review-periods", **a_period())

    assert told.refused("li", "/recovery-policies", **a_policy()) == "error_catalogue.taken"
    assert told.refused("li", "/review-periods", **a_period()) == "standards.period_taken"
    assert told.asks("li", "/review-periods", **a_period(days=400))["status"] == 422


def test_a_period_that_is_published_has_everything_rechecked(told: ErrorStory) -> None:
    record = told.story.office.record
    before = rules(record.get(Standards, STANDARDS_ID).reviews)

    told.done("li", "/review-periods", **a_period())

    assert rules(record.get(Standards, STANDARDS_ID).reviews) != before
    assert record.get(ErrorCatalogue, CATALOGUE_ID).own_policies == ()
