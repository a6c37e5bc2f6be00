"""Errors are reviewed over HTTP: tolerated, not tolerated, referred, and changed when looked at again."""

from typing import Any

import pytest

from domain.tolerance.outcomes import CONDITIONS, EXEMPT, LIGHTENED, NOT_TOLERATED, REFERRED
from tests.journeys.error_story import ErrorStory, brought
from tests.journeys.tolerance_story import (
    ANOTHER,
    LEAD,
    NOW,
    PANEL,
    REVIEWER,
    VERIFIERS,
    a_flag,
    a_verification,
    factors,
    flagged,
    steps,
    taken,
    with_an_organ,
)
from tests.office import on_sqlite

FIRST, SECOND = VERIFIERS
ENDING: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/finality", {}),
    ("/effects", {"effects": ["assessment", "promotion"]}),
    ("/filing", {"with_whom": "组织部门"}),
    ("/clarification", {"scope": "本单位", "text": "虚构：不作否定评价"}),
    ("/closure", {}),
)
CANNOT = "tolerance.cannot_be_named"
OUTSIDE = "tolerance.not_of_the_organ"


@pytest.fixture
def organ(told: ErrorStory) -> ErrorStory:
    return with_an_organ(told)


def completed_and_submitted(organ: ErrorStory) -> str:
    """Flag an error, complete the application bit by bit, and submit it; return its number."""
    number = flagged(organ, factors=factors()[:2], situations=[], likeness="", submit=False)
    at = f"/tolerance/{number}"
    assert organ.refused("wang", f"{at}/submission") == "tolerance.factors_missing"
    organ.done("wang", f"{at}/factors", factors=factors()[2:])
    organ.done("wang", f"{at}/situations", situations=["T13"], text="虚构：笔误，已更正")
    assert organ.asks("wang", f"{at}/prior-filing", filing="BA-0")["status"] == 404
    organ.done("wang", f"{at}/submission")
    return number


def test_an_error_made_in_good_faith_is_tolerated_and_the_name_cleared(organ: ErrorStory) -> None:
    number = completed_and_submitted(organ)
    at = f"/tolerance/{number}"
    assert organ.refused("wang", f"{at}/acceptance") == "identity.not_your_role"
    taken(organ, number, "notified")
    assert organ.refused(LEAD, f"{at}/finality") == "tolerance.window_running"
    organ.story.on("2021-10-26")
    for path, command in ENDING:
        organ.done(LEAD, f"{at}{path}", **command)

    found = organ.reads("wang", at)
    assert (found["state"], found["outcome"], found["clocks"]) == ("closed", EXEMPT, [])
    assert [vote["outcome"] for vote in found["votes"]] == [EXEMPT] * 3
    assert found["officials"] == ["Wang Fictional"]
    assert {fact["code"] for fact in found["facts"]} >= {"self_report", "verified", "underpaid"}
    topics = [event["title"] for event in organ.reads("feng", f"{at}/history")["events"]]
    assert len(topics) == found["version"]
    assert organ.reads("sun", "/tolerance", outcome=EXEMPT)["reviews"][0]["number"] == number
    assert organ.reads("chen", "/tolerance")["reviews"] == []


def supplemented(organ: ErrorStory, at: str) -> None:
    """Let the organ ask for what is missing, and the official add it."""
    organ.done(LEAD, f"{at}/supplement-request", text="虚构：缺少核对记录")
    organ.done("wang", f"{at}/supplement", text="虚构：补上核对记录")


@on_sqlite
def test_what_the_negative_list_hits_is_not_tolerated(organ: ErrorStory) -> None:
    number = flagged(organ)
    at = f"/tolerance/{number}"
    supplemented(organ, at)
    taken(organ, number, "assigned")
    organ.done(FIRST, f"{at}/recusal", verifier=FIRST, ground="interest", text="虚构：有利害关系")
    assert organ.refused(LEAD, f"{at}/replacement", verifier=FIRST, by_whom="wang") == OUTSIDE
    assert organ.refused(LEAD, f"{at}/replacement", verifier=FIRST, by_whom=FIRST) == CANNOT
    organ.done(LEAD, f"{at}/replacement", verifier=FIRST, by_whom=REVIEWER)
    organ.done(LEAD, f"{at}/extension")
    told = organ.reads(LEAD, "/deadlines", kind="tolerance")["deadlines"]
    assert {each["whose"] for each in told} == {"Bai Fictional", "Qiu Fictional"}

    organ.done(SECOND, f"{at}/verification", **a_verification("N08"))
    for verifier in (SECOND, REVIEWER):
        organ.done(verifier, f"{at}/signature")
    organ.done(LEAD, f"{at}/hearing")
    organ.done(LEAD, f"{at}/deliberation", panel=PANEL, held_on=NOW)
    organ.done(LEAD, f"{at}/panel-recusal", member=PANEL[0], ground="kin", text="虚构：近亲属")
    organ.done(LEAD, f"{at}/minutes", text="虚构：逐项会商")
    assert organ.refused(PANEL[0], f"{at}/vote", outcome=EXEMPT) == "tolerance.had_a_part"
    assert organ.refused(LEAD, f"{at}/proposal", outcome=NOT_TOLERATED) == "tolerance.quorum_missing"


@on_sqlite
def test_more_time_is_given_once(organ: ErrorStory) -> None:
    at = f"/tolerance/{taken(organ, flagged(organ), 'assigned')}"
    organ.done(LEAD, f"{at}/extension")

    assert organ.refused(LEAD, f"{at}/extension") == "tolerance.extended_already"


@on_sqlite
def test_an_exemption_is_refused_where_the_negative_list_is_hit(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "minuted", NOT_TOLERATED, "N08")
    at = f"/tolerance/{number}"
    assert organ.refused(PANEL[0], f"{at}/vote", outcome=EXEMPT) == "tolerance.negative_hit"
    assert organ.refused(FIRST, f"{at}/vote", outcome=EXEMPT) == "tolerance.had_a_part"
    for voter in PANEL:
        organ.done(voter, f"{at}/vote", outcome=NOT_TOLERATED)
    organ.done(LEAD, f"{at}/proposal", outcome=NOT_TOLERATED)
    told = {"outcome": NOT_TOLERATED, "text": "虚构的理由"}
    assert organ.refused(PANEL[0], f"{at}/determination", **told) == "tolerance.statement_awaited"
    organ.done("wang", f"{at}/no-statement")
    organ.done(PANEL[0], f"{at}/determination", **told)

    found = organ.reads("wang", at)
    assert (found["outcome"], [each["code"] for each in found["negatives"] if each["hit"]]) == (
        NOT_TOLERATED,
        ["N08"],
    )


@on_sqlite
def test_a_suspected_crime_suspends_the_review_and_is_referred(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "assigned")
    at = f"/tolerance/{number}"
    organ.done(LEAD, f"{at}/suspension", text="虚构：已立案")
    assert organ.reads("wang", at)["clocks"] == []
    assert organ.refused(FIRST, f"{at}/verification", **a_verification("N14")) == "tolerance.not_now"
    organ.story.on("2021-09-27")
    organ.done(LEAD, f"{at}/resumption")

    for reached, people, path, command in steps(REFERRED, "N14")[2:]:
        for login in people:
            organ.done(login, f"{at}{path}", **command)
        if reached == "notified":
            break

    assert organ.reads("wang", at)["outcome"] == REFERRED
    organ.story.on("2021-10-29")
    organ.done(LEAD, f"{at}/finality")
    organ.done(LEAD, f"{at}/filing", with_whom="组织部门")
    no_clearing = organ.refused(LEAD, f"{at}/clarification", scope="本单位", text="虚构")
    assert no_clearing == "tolerance.not_to_be_cleared"


@on_sqlite
def test_a_determination_is_changed_by_others_and_never_for_the_worse(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "notified", LIGHTENED)
    at = f"/tolerance/{number}"
    assert organ.refused("sun", f"{at}/review-request", text="虚构：请求复核") == "tolerance.not_concerned"
    organ.done("wang", f"{at}/review-request", text="虚构：请求复核")
    assert organ.refused("wang", f"{at}/review-request", text="虚构") == "tolerance.reviewed_already"
    assert organ.refused(LEAD, f"{at}/reviewers", reviewers=[PANEL[0]]) == CANNOT
    organ.done(LEAD, f"{at}/reviewers", reviewers=[REVIEWER])
    waiting = organ.reads(REVIEWER, "/tolerance", waiting="review")["reviews"]
    assert [row["number"] for row in waiting] == [number]
    decision = {"result": "changed", "text": "虚构的理由", "conditions": list(CONDITIONS)}
    worse = organ.refused(REVIEWER, f"{at}/review-decision", outcome=NOT_TOLERATED, **decision)
    assert worse == "tolerance.aggravated"
    organ.done(REVIEWER, f"{at}/review-decision", outcome=EXEMPT, **decision)

    found = organ.reads("wang", at)
    assert (found["state"], found["outcome"]) == ("reviewed", EXEMPT)


@on_sqlite
def test_two_who_had_no_part_in_it_revoke_a_determination_together(organ: ErrorStory) -> None:
    at = f"/tolerance/{taken(organ, flagged(organ), 'notified')}"
    organ.story.on("2021-11-26")
    organ.done(LEAD, f"{at}/finality")
    revocation = {"new_fact": "虚构：记录是事后补写的", "heard_on": "2021-11-25"}
    assert organ.refused(REVIEWER, f"{at}/revocation", **revocation) == "tolerance.revoked_alone"
    organ.done(REVIEWER, f"{at}/revocation", together_with=[ANOTHER], **revocation)

    assert organ.reads("wang", at)["outcome"] == ""


@on_sqlite
def test_an_application_has_its_time_and_can_be_withdrawn(organ: ErrorStory) -> None:
    error = brought(organ, "planned")
    organ.story.on(NOW)
    organ.done("qian", f"/errors/{error}/plan-acceptance")
    held = {"official": "wang", "reference": "虚构告知书"}
    organ.done(LEAD, f"/errors/{error}/accountability-notice", noticed_on=NOW, **held)
    assert organ.refused("zheng", f"/errors/{error}/tolerance", **a_flag()) == (
        "tolerance.only_for_themselves"
    )
    by_manager = organ.done("sun", f"/errors/{error}/tolerance", **a_flag(applicant="manager"))
    at = str(by_manager["at"]).removeprefix("/api/v1")
    again = organ.refused("wang", f"/errors/{error}/tolerance", **a_flag())
    assert again == "tolerance.review_open"
    organ.done("wang", f"{at}/withdrawal", text="虚构：由本人另行申请")
    mine = str(organ.done("wang", f"/errors/{error}/tolerance", **a_flag())["at"]).removeprefix("/api/v1")
    organ.done(LEAD, f"{mine}/non-acceptance", text="虚构：不属于本机关认定范围")
    organ.done(LEAD, f"/errors/{error}/accountability-decision", decided_on=NOW, **held)

    late = organ.refused("wang", f"/errors/{error}/tolerance", **a_flag())

    assert late == "tolerance.accountability_decided"
    states = [row["state"] for row in organ.reads("wang", "/tolerance", error_number=error)["reviews"]]
    assert states == ["not accepted", "withdrawn"]
