"""The page of an official: everything about them, for themselves and for who may read it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from audit_service.identity.identity import Identity
from audit_service.settings import Settings
from domain.tolerance.prior_filing import PriorFiling
from tests.builders import (
    CASEWORKER,
    PULANDIAN,
    STANDARDS,
    ZHONGSHAN,
    a_case_to_decide,
    an_act,
    an_applied_case,
    day,
    means,
)
from tests.desk_of_questions import QuestionDesk, a_question_desk
from tests.error_builders import a_report, reported
from tests.filing_builders import a_measure
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import a_draft, a_notified_review, a_review_in_deliberation
from tests.tolerance_lives import a_closed_review, a_revoked_review


@pytest.fixture
def desk(settings: Settings) -> Iterator[QuestionDesk]:
    with a_question_desk(settings) as desk:
        yield desk


def about(official: Identity, number: str) -> dict[str, Any]:
    """What makes a review one about an error that the official has a part in."""
    return {"number": number, "officials": (CASEWORKER, official.official)}


def test_officials_read_how_each_review_about_them_stands(desk: QuestionDesk) -> None:
    li = desk.worker
    desk.keep(
        a_closed_review(**about(li, "RC-1")),
        a_review_in_deliberation(**about(li, "RC-2")),
        a_draft(number="RC-3"),
    )

    second, first = desk.get("/me")["reviews"]

    assert (first["review"], first["state"], first["outcome"]) == ("RC-1", "closed", "exempt")
    assert (first["statement"], first["effects"], first["is_cleared"]) == ("answered", ["assessment"], True)
    assert (second["review"], second["statement"], second["outcome"]) == ("RC-2", "offered", "")
    assert second["statement_due_on"] == "2021-10-20"


@on_sqlite
def test_no_letter_is_offered_once_the_determination_was_revoked(desk: QuestionDesk) -> None:
    desk.keep(a_revoked_review(**about(desk.worker, "RC-1")))

    [review] = desk.get("/me")["reviews"]

    assert (review["state"], review["is_cleared"]) == ("revoked", False)
    assert "clarification.pdf" not in desk.page("/officials/worker")


def test_what_waits_for_an_official_stands_at_the_top(desk: QuestionDesk) -> None:
    li = desk.worker
    desk.keep(
        a_review_in_deliberation(**about(li, "RC-2")),
        a_notified_review(**about(li, "RC-4")),
        a_closed_review(**about(li, "RC-1")),
    )

    page = desk.page("/officials/worker")

    assert page.count("This waits for you") == 4  # each is told to the eye and to a screen reader
    assert "Review RC-2: you can be heard, until 20 October 2021. Nothing gets worse" in page
    assert 'href="/tolerance/RC-2/statement"' in page
    assert 'href="/tolerance/RC-2/no-statement"' in page
    assert 'href="/tolerance/RC-4/review-request"' in page
    assert 'href="/tolerance/RC-1/clarification.pdf"' in page
    assert "No deduction in the assessment" in page
    assert "the act of the organ" in page


@on_sqlite
def test_reviews_are_shown_to_who_reads_reviews_there_and_ask_nothing_of_them(desk: QuestionDesk) -> None:
    desk.keep(a_review_in_deliberation(**about(desk.worker, "RC-2")))
    here = an_official(desk.office, "here", manager=(ZHONGSHAN,))
    there = an_official(desk.office, "there", manager=(PULANDIAN,), caseworker=(ZHONGSHAN,))
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    operator = an_official(desk.office, "operator", operator=("*",))

    seen = {
        reader.login: [each["review"] for each in desk.get("/officials/worker", reader)["reviews"]]
        for reader in (here, there, inspector, operator)
    }

    assert seen == {"here": ["RC-2"], "there": [], "inspector": ["RC-2"], "operator": []}
    assert "This waits for you" not in desk.page("/officials/worker", here)
    assert "/tolerance/RC-2" in desk.page("/officials/worker", here)
    assert "RC-2" not in desk.page("/officials/worker", there)


@on_sqlite
def test_decisions_receipts_and_filings_of_the_unit_stand_on_the_page(desk: QuestionDesk) -> None:
    officer = desk.manager
    act = an_act("2021-05-10", by=officer.official, role="manager")
    case = a_case_to_decide(number="DB-7")
    case.confirm(STANDARDS, act)
    filed = replace(act, on=day("2021-04-10"), unit=officer.unit)
    filing = PriorFiling.file("BA-7", ZHONGSHAN, a_measure(), filed)
    deciders = (officer.official,)
    error = reported(a_report(deciders=deciders), replace(act, on=day("2021-09-01")))
    desk.keep(case, filing, error)

    told, page = desk.get("/me", officer), desk.page("/officials/manager", officer)

    assert [(each["about"], each["topic"]) for each in told["decisions"]] == [("DB-7", "case.confirmed")]
    assert [each["number"] for each in told["filings"]] == ["BA-7"]
    [receipt] = [each["receipt"] for each in told["errors"] if each["receipt"]]
    assert receipt == f"/errors/{error.number}/receipt?report={error_position(desk, error.id)}"
    assert receipt.replace("&", "&amp;") in page
    assert "Self-report receipt" in page
    assert "/filings/BA-7" in page
    assert "Prior filings of the unit" in page


@on_sqlite
def test_who_prepared_a_decision_reads_that_they_had_a_part_in_it(desk: QuestionDesk) -> None:
    act = an_act("2021-05-10", by=desk.worker.official)
    case = an_applied_case(number="DB-7")
    case.accept(act)
    case.check_means(act, **means())
    case.record_visit((desk.worker.official, CASEWORKER), "As declared.", act)
    desk.keep(case)

    told = desk.get("/me", desk.worker)["decisions"]

    assert [each["topic"] for each in told] == ["case.visited", "case.means_checked"]
    assert "Decisions in cases with a part in them" in desk.page("/officials/worker", desk.worker)


@on_sqlite
def test_officials_read_which_inspectors_looked(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    deciders = (desk.worker.official,)
    error = reported(a_report(deciders=deciders), an_act("2021-09-01"))
    desk.keep(error)
    desk.page("/officials/inspector", inspector)
    desk.page("/officials/worker", inspector)
    desk.page(f"/errors/{error.number}", inspector)

    seen = desk.get("/me")["looks"]

    assert [(each["by"], each["page"]) for each in seen] == [
        ("Inspector Fictional", "/errors/{error_number}"),
        ("Inspector Fictional", "/officials/{login}"),
    ]
    assert {each["purpose"] for each in seen} == {""}
    assert "Inspectors who looked" in desk.page("/officials/worker")
    assert desk.get("/officials/worker", desk.manager)["looks"] == []
    assert "Nobody yet." in desk.page("/officials/inspector", inspector)


def error_position(desk: QuestionDesk, error: UUID) -> int:
    return desk.office.record.events(error)[0].position
