"""The forms about a review: what is filled in, what stands beside it, what is said of what is missing."""

import re
from typing import Any

from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.tolerance.outcomes import LIGHTENED, NOT_TOLERATED
from domain.tolerance.prior_filing import PriorFiling
from domain.tolerance.rules import SAMPLE
from tests.audit_service.desks.errors.reader import browser, page
from tests.builders import a_managers_act
from tests.desk_of_questions import a_question_desk
from tests.filing_builders import a_measure
from tests.journeys.error_story import ErrorStory, brought, reported
from tests.journeys.tolerance_story import (
    LEAD,
    NOW,
    PANEL,
    VERIFIERS,
    a_flag,
    a_verification,
    flagged,
    taken,
)
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import a_proposed_review
from tests.tolerance_lives import a_closed_review

pytestmark = on_sqlite
WORDS = {"because": "Fictional grounds"}


def ticked(html: str, name: str) -> list[str]:
    """Values of the boxes of a name that are ticked."""
    boxes = [
        tag for tag in re.findall(r"<input[^>]+>", html) if f'name="{name}"' in tag and " checked" in tag
    ]
    return [value for tag in boxes for value in re.findall(r'value="([^"]*)"', tag)]


def values(html: str, name: str) -> list[str]:
    tags = [tag for tag in re.findall(r"<input[^>]+>", html) if f'name="{name}"' in tag]
    return [value for tag in tags for value in re.findall(r'value="([^"]*)"', tag)]


def form(told: ErrorStory, login: str, path: str) -> str:
    answer = browser(told, login).get(path)
    assert answer.status_code == 200
    return answer.text


def sent(told: ErrorStory, login: str, path: str, data: dict[str, Any]) -> tuple[int, str]:
    answer = browser(told, login).post(path, data={**WORDS, **data})
    return answer.status_code, " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def a_filing_before_it(told: ErrorStory) -> None:
    """File what was tried, before it was decided; the filing is on record after it."""
    measure = a_measure(elements=("E01",))
    filing = PriorFiling.file("BA-1", "210202", measure, a_managers_act("2021-04-10"))
    told.story.office.record.keep(Submission(aggregates=(filing,)))


def test_nobody_is_accused_by_default(organ: ErrorStory) -> None:
    several = brought(organ, "verified")
    correction = organ.reads("wu", f"/cases/{organ.case}/history")["events"][0]["position"]
    one = reported(organ, "chen", decision=correction, element="E06", channel="review")

    of_several = form(organ, "sun", f"/errors/{several}/tolerance")
    of_one = form(organ, "sun", f"/errors/{one}/tolerance")
    own = form(organ, "wang", f"/errors/{several}/tolerance")
    one_of_several = form(organ, "li", f"/errors/{several}/tolerance")

    assert {"wang", "li"} <= set(values(of_several, "officials"))
    assert ticked(of_several, "officials") == []
    assert ticked(of_one, "officials") == ["zhou"]
    assert ticked(own, "officials") == ["wang"]
    assert [ticked(each, "applicant") for each in (of_several, of_one, own, one_of_several)] == [
        ["manager"],
        ["manager"],
        ["officer"],
        [],
    ]
    assert ticked(one_of_several, "officials") == []


def test_it_is_submitted_at_once_where_it_can_be(organ: ErrorStory) -> None:
    number = brought(organ, "classified")
    before = form(organ, "wang", f"/errors/{number}/tolerance")

    organ.done("qian", f"/errors/{number}/notice", items=["fact_correction"], persons=["wang"])

    assert ticked(before, "submit") == []
    assert ticked(form(organ, "wang", f"/errors/{number}/tolerance"), "submit") == ["yes"]


def test_what_is_missing_is_said_of_its_factor(organ: ErrorStory) -> None:
    number = brought(organ, "verified")
    at = f"/errors/{number}/tolerance"
    rated = {
        f"factors-{place}-{name}": value
        for place, factor in enumerate(SAMPLE.factors)
        for name, value in (("factor", factor.code), ("rating", factor.ratings[0].code))
    }
    written = {f"factors-{place}-text": "So." for place in (0, 2, 3, 4, 5)}
    factors = {"factors-parts": "6", **rated, **written}

    status, said = sent(organ, "wang", at, {"applicant": "officer", "officials": "wang", **factors})

    assert status == 422
    assert "Circumstances: Fill in “In words”." in said


def test_an_error_within_a_prior_filing_carries_it(organ: ErrorStory) -> None:
    number = brought(organ, "verified")
    a_filing_before_it(organ)
    at = f"/errors/{number}/tolerance"
    offered = form(organ, "wang", at)
    organ.story.on(NOW)

    review = str(organ.done("wang", at, **a_flag(filings=ticked(offered, "filings")))["at"])

    assert ticked(offered, "filings") == ["BA-1"]
    told = organ.reads("wang", review.removeprefix("/api/v1"))
    assert [fact["value"] for fact in told["facts"] if fact["code"] == "filing"] == ["BA-1"]
    shown = form(organ, "wang", review.removeprefix("/api/v1"))
    assert "Prior filing that it lies within" in shown
    assert shown.count("/filings/BA-1") >= 2


def test_the_record_tells_of_a_filing_that_nobody_cites(organ: ErrorStory) -> None:
    brought(organ, "reported")
    a_filing_before_it(organ)
    number = flagged(organ)
    taken(organ, number, "notified")

    told = organ.reads("wang", f"/tolerance/{number}")
    shown = page(organ, "wang", f"/tolerance/{number}")

    assert [fact["value"] for fact in told["facts"] if fact["code"] == "within_filing"] == ["BA-1"]
    assert "The error lies within the limits of prior filing BA-1." in shown
    assert shown.count("Prior filing that it lies within") >= 2


def test_who_verifies_reads_answers_and_facts_beside_each_factor(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "assigned")
    at = f"/tolerance/{number}/verification"

    shown = page(organ, VERIFIERS[0], at)
    nothing = organ.refused(VERIFIERS[0], at, **{**a_verification(), "negatives": []})

    first = shown.partition("Motive")[2].partition("Circumstances")[0]
    assert "Who applied: " in first
    assert "材料可以证明" in first
    assert "declared a relative in this family" in first
    assert nothing == "tolerance.negatives_unanswered"


def test_a_negative_list_with_nothing_answered_says_what_is_not(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "assigned")
    at = f"/tolerance/{number}/verification"
    ratings = {
        f"ratings-{place}-{name}": value
        for place, factor in enumerate(SAMPLE.factors)
        for name, value in (("factor", factor.code), ("rating", factor.ratings[0].code), ("finding", "So."))
    }
    codes = {f"negatives-{place}-code": each.code for place, each in enumerate(SAMPLE.negatives)}
    parts = {"ratings-parts": "6", "negatives-parts": str(len(codes)), "heard_on": NOW, "text": "Seen."}

    status, said = sent(organ, VERIFIERS[0], at, {**parts, **ratings, **codes})

    assert status == 409
    assert "These items of the negative list are not answered: N01, N02, N03" in said


def test_the_votes_and_the_proposal_stand_beside_what_is_determined(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "stated", LIGHTENED)

    shown = page(organ, PANEL[0], f"/tolerance/{number}/determination")

    assert "Proposed outcome Lightened" in shown
    assert "Lin Fictional: Lightened" in shown
    assert "Similar matters Nothing was determined yet in a matter like this one." in shown
    assert "Reasons of the determination" in shown


def test_similar_matters_stand_beside_what_is_determined(settings: Settings) -> None:
    with a_question_desk(settings) as desk:
        desk.keep(a_closed_review(number="RC-1"), a_proposed_review(number="RC-2"))
        organ = an_official(desk.office, "organ", organ=("*",))

        shown = desk.page("/tolerance/RC-2/determination", organ)

    assert re.search(r"The same [^:<]+: Exempt 1, In all 1", shown)
    assert "is determined with a reason" in shown


def test_only_what_the_negative_list_leaves_is_voted_for(organ: ErrorStory) -> None:
    number = taken(organ, flagged(organ), "minuted", NOT_TOLERATED, "N08")

    offered = form(organ, PANEL[0], f"/tolerance/{number}/vote")

    assert values(offered, "outcome") == ["not_tolerated", "referred"]


def test_who_may_do_it_is_told_so_before_who_may_not(organ: ErrorStory) -> None:
    number = flagged(organ)

    shown = page(organ, LEAD, f"/tolerance/{number}")

    assert "Accept the application Open to you; not to Li Fictional, Wang Fictional" in shown
