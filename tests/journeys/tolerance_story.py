"""The review of an error in the story of a household, brought over HTTP as far as a test wants it.

Wang, who examined the household, reported the error and applies for tolerance; he, she and bai lead and
verify, the panel of three determines, and qiu looks at it again. None of them has another part.
"""

from collections.abc import Iterable
from typing import Any

from audit_service.office import Office
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, EXEMPT
from domain.tolerance.rules import SAMPLE
from tests.journeys.error_story import ErrorStory, brought
from tests.journeys.story import EVERYWHERE, Clerk
from tests.office import an_official

ORGANS = ("he", "she", "bai", "lin", "ma", "gao", "qiu", "tao")
"""Of the organ: who leads, two who verify, three on the panel, one who looks at it again, and another."""
LEAD, *VERIFIERS = ORGANS[:3]
PANEL, REVIEWER, ANOTHER = ORGANS[3:6], ORGANS[6], ORGANS[7]
NOW = "2021-09-24"


def with_an_organ(told: ErrorStory) -> ErrorStory:
    """Let the members of the organ come into the story."""
    office: Office = told.story.office
    for login in ORGANS:
        official = an_official(office, login, organ=EVERYWHERE)
        told.staff[login] = Clerk(
            told.story.caseworker.client, office.identities.tokens.make(official.official)
        )
    return told


def factors(**ratings: str) -> list[dict[str, Any]]:
    """Each factor answered, the best way unless told otherwise."""
    return [
        {"factor": each.code, "rating": ratings.get(each.code, each.ratings[0].code), "text": "材料可以证明"}
        for each in SAMPLE.factors
    ]


def a_flag(**more: Any) -> dict[str, Any]:
    """What Wang applies with, for themselves: everything at once."""
    return {
        "applicant": "officer",
        "officials": ["wang"],
        "factors": factors(),
        "situations": ["T13"],
        "likeness": "虚构：笔误，本人主动报告并已更正",
        "submit": True,
        **more,
    }


def flagged(told: ErrorStory, upto: str = "verified", login: str = "wang", **more: Any) -> str:
    """Bring an error as far as this and flag it as tolerable; return the number of the review."""
    error = brought(told, upto)
    told.story.on(NOW)
    answer = told.done(login, f"/errors/{error}/tolerance", **a_flag(**more))
    return str(answer["at"]).rpartition("/")[2]


def a_verification(*hits: str) -> dict[str, Any]:
    """What the verifiers report: the best of everything, but for what is hit."""
    return {
        "heard_on": NOW,
        "ratings": [
            {"factor": each["factor"], "rating": each["rating"], "finding": "经核实属实"}
            for each in factors()
        ],
        "negatives": [
            {
                "code": each.code,
                "hit": each.code in hits,
                "ground": "台账可以证明" if each.code in hits else "",
            }
            for each in SAMPLE.negatives
        ],
        "situations": ["T13"],
        "text": "虚构：两人共同核实",
    }


Step = tuple[str, Iterable[str], str, dict[str, Any]]


def steps(outcome: str = EXEMPT, *hits: str) -> tuple[Step, ...]:
    """What is reached, who brings it there, where and how."""
    return (
        ("accepted", (LEAD,), "/acceptance", {}),
        ("assigned", (LEAD,), "/verifiers", {"verifiers": VERIFIERS}),
        ("reported", VERIFIERS[:1], "/verification", a_verification(*hits)),
        ("verified", VERIFIERS, "/signature", {}),
        ("offered", (LEAD,), "/hearing", {}),
        ("deliberating", (LEAD,), "/deliberation", {"panel": PANEL, "held_on": NOW}),
        ("minuted", (LEAD,), "/minutes", {"text": "虚构：逐项会商"}),
        ("voted", PANEL, "/vote", {"outcome": outcome}),
        ("proposed", (LEAD,), "/proposal", {"outcome": outcome}),
        ("stated", ("wang",), "/statement", {"text": "虚构：核对平台当时没有数据"}),
        (
            "determined",
            PANEL[:1],
            "/determination",
            {"outcome": outcome, "conditions": list(CONDITIONS), "situations": ["T13"], "text": "虚构的理由"},
        ),
        ("notified", (LEAD,), "/notification", {"contents": list(CONTENTS)}),
    )


def taken(
    told: ErrorStory, number: str, upto: str, outcome: str = EXEMPT, *hits: str, after: str = ""
) -> str:
    """Take the steps of a review that was submitted, as far as this; return its number.

    What was done `after` which they begin was done already.
    """
    every = steps(outcome, *hits)
    reached = [each[0] for each in every]
    for _, people, path, command in every[reached.index(after) + 1 if after else 0 : reached.index(upto) + 1]:
        for login in people:
            told.done(login, f"/tolerance/{number}{path}", **command)
    return number
