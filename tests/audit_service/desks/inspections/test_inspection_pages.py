"""Who sees what of an inspection, what the forms offer, and what happens when something was tampered with."""

from collections.abc import Iterator
from typing import Any

import pytest

from audit_service.desks.inspections import frames
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.identities import case_id, inspection_id, official_id
from domain.inspections.inspection import Inspection
from domain.officials.official import MANAGER, Official
from tests.builders import PULANDIAN, ZHONGSHAN, an_act, person
from tests.desk_of_inspections import (
    ELSEWHERE,
    KIN_CASE,
    PLAN,
    VISITED_CASES,
    InspectionDesk,
    an_inspection_desk,
)
from tests.inspection_builders import a_frame
from tests.office import somebody_of


@pytest.fixture
def desk(sqlite: Settings) -> Iterator[InspectionDesk]:
    with an_inspection_desk(sqlite) as desk:
        yield desk


def shown(desk: InspectionDesk, who: str, path: str, status: int = 200) -> str:
    answer = desk.page(who, path)
    assert answer.status_code == status, answer.text
    return answer.text


def test_a_page_shows_what_can_be_done_and_why_not(desk: InspectionDesk) -> None:
    number = desk.plan()

    page = shown(desk, "sun", f"/inspections/{number}")

    assert f"/inspections/{number}/commitment?" in page
    assert f"The frame of inspection {number} is not committed yet." in page
    assert f"You do not belong to inspection {number}." in shown(desk, "he", f"/inspections/{number}")
    assert "Nothing that you may do here now." in shown(desk, "li", f"/inspections/{number}")
    assert f"/inspections/{number}/commitment" not in shown(desk, "li", f"/inspections/{number}")


def test_a_manager_knows_the_strata_but_no_case_before_the_draw(desk: InspectionDesk) -> None:
    number = desk.committed()
    at = f"/inspections/{number}"

    page = shown(desk, "li", at)

    assert "Hash of the seed" in page
    assert not any(case in page for case in (KIN_CASE, *VISITED_CASES))
    for path in ("sample", "sample.csv", "frame.txt", "values.json", "report.pdf", f"cases/{KIN_CASE}"):
        shown(desk, "li", f"{at}/{path}", 409)


def test_who_sees_the_sample_and_who_only_what_their_unit_is_asked(desk: InspectionDesk) -> None:
    number = desk.drawn(areas=[ZHONGSHAN, PULANDIAN])
    at = f"/inspections/{number}"
    desk.done("sun", f"{at}/queries", unit="Civil Affairs", text="Why?")
    somebody_of(desk.office, "Elsewhere", "hu", {MANAGER: (PULANDIAN,)})
    desk.done("sun", f"{at}/queries", unit="Elsewhere", text="Where?")

    assert "Cases of the sample" in shown(desk, "li", at)
    assert KIN_CASE in shown(desk, "li", f"{at}/sample")
    assert KIN_CASE not in shown(desk, "zhao", f"{at}/sample")
    assert KIN_CASE not in desk.page("zhao", f"{at}/sample.csv").text
    shown(desk, "zhao", f"{at}/cases/{KIN_CASE}", 403)
    page = shown(desk, "wang", at)
    assert "Why?" in page
    assert "Where?" not in page
    assert "Cases of the sample" not in page
    assert "/marks.txt" not in page
    shown(desk, "wang", f"{at}/marks.txt", 403)
    assert f"{at}/answers?query=1" in page
    shown(desk, "wang", f"{at}/sample", 403)
    assert "Query 1 of inspection" in shown(desk, "wang", "/inspections")


def test_nobody_of_another_area_reads_an_inspection(desk: InspectionDesk) -> None:
    number = desk.plan()

    shown(desk, "zhao", f"/inspections/{number}", 403)
    shown(desk, "sun", "/inspections/JD-2021-99999999", 404)
    assert number not in shown(desk, "zhao", "/inspections")
    assert number in desk.page("li", "/inspections.csv").text
    [attempt] = desk.office.record.attempts(limit=1)
    assert (attempt.command, attempt.stream) == (
        "read /inspections/{inspection_number}",
        inspection_id(number),
    )


def test_lists_are_narrowed(desk: InspectionDesk) -> None:
    number = desk.drawn()
    at = f"/inspections/{number}"

    assert number in shown(desk, "sun", "/inspections?state=drawn")
    assert number not in shown(desk, "sun", "/inspections?state=planned")
    assert KIN_CASE in shown(desk, "sun", f"{at}/sample?stratum=kin")
    assert KIN_CASE not in shown(desk, "sun", f"{at}/sample?stratum=visited")
    assert desk.page("sun", "/inspections?state=none").status_code == 422
    assert desk.page("sun", f"{at}/sample?stratum=none").status_code == 422
    assert desk.page("sun", "/inspections.csv?state=none").status_code == 303
    assert desk.page("sun", f"{at}/sample.csv?stratum=none").status_code == 303


def test_a_case_of_the_sample_is_examined_from_its_page(desk: InspectionDesk) -> None:
    number = desk.drawn()
    at = f"/inspections/{number}"

    page = shown(desk, "he", f"{at}/cases/{KIN_CASE}")

    assert f"{at}/examination?case_number={KIN_CASE}&amp;focus=means" in page
    assert f"{at}/examination" not in shown(desk, "sun", f"{at}/cases/{KIN_CASE}")
    shown(desk, "he", f"{at}/cases/DB-0009", 404)
    desk.done("he", f"{at}/examination", case_number=KIN_CASE, focus="visit", result="satisfied")
    assert "He Fictional" in shown(desk, "li", f"{at}/cases/{KIN_CASE}")
    results = desk.reads("sun", f"{at}/cases/{KIN_CASE}")
    assert [(one["focus"], one["result"]) for one in results] == [
        ("means", "not_yet"),
        ("visit", "satisfied"),
    ]


def test_forms_offer_inspectors_units_and_open_queries(desk: InspectionDesk) -> None:
    number = desk.drawn()
    at = f"/inspections/{number}"
    desk.done("sun", f"{at}/queries", unit="Civil Affairs", text="Why was it not checked?")

    assert "He Fictional" in shown(desk, "sun", "/inspections/new")
    assert "He Fictional" in shown(desk, "sun", f"{at}/examiners")
    assert "Civil Affairs" in shown(desk, "sun", f"{at}/queries")
    form = shown(desk, "li", f"{at}/answers?query=1")
    assert "1 · Why was it not checked?" in form
    assert PLAN["title"] in form


def test_only_inspectors_of_the_area_inspect(desk: InspectionDesk) -> None:
    number = desk.plan()

    code = desk.refused("sun", f"/inspections/{number}/examiners", examiners=["li"])

    assert code == "inspection.cannot_inspect_here"
    assert desk.refused("li", "/inspections", **PLAN) == "identity.not_your_role"


def test_nobody_examines_a_relatives_case_or_their_own_work(desk: InspectionDesk) -> None:
    number = desk.drawn()
    at = f"/inspections/{number}"
    looked = {"focus": "means", "result": "satisfied"}
    own = next(case for case in desk.sample(number) if case != KIN_CASE)
    case = desk.office.record.get(Case, case_id(own))
    case.object_to_order("End it today.", "The review is not due.", an_act(by=official_id("he")))
    he = desk.office.record.get(Official, official_id("he"))
    he.declare_kinship(person(f"head of {KIN_CASE}"), "spouse", an_act())
    desk.office.record.keep(Submission(aggregates=(case, he)))
    desk.office.identities.changed(official_id("he"))

    assert desk.refused("he", f"{at}/examination", case_number=own, **looked) == "inspection.acted_in_case"
    assert desk.refused("he", f"{at}/examination", case_number=KIN_CASE, **looked) == "officials.own_relative"
    assert KIN_CASE not in shown(desk, "he", f"{at}/sample")


@pytest.mark.parametrize(
    ("seed", "frame", "code"),
    [
        (b"t" * 32, None, "inspection.wrong_seed"),
        (None, a_frame(other=4), "inspection.frame_changed"),
    ],
)
def test_what_was_tampered_with_is_not_drawn_from(
    desk: InspectionDesk, monkeypatch: pytest.MonkeyPatch, seed: Any, frame: Any, code: str
) -> None:
    number = desk.committed()
    desk.something_happens()
    inspection = desk.office.record.get(Inspection, inspection_id(number))
    assert inspection.commitment is not None
    stores = desk.office.documents, desk.office.vault
    committed = frames.opened(*stores, inspection.id, inspection.commitment.kept)
    changed = frames.Frame(seed or committed.seed, frame or committed.lines, committed.key)
    monkeypatch.setattr(frames, "opened", lambda *_: changed)

    assert desk.refused("sun", f"/inspections/{number}/draw") == code


def test_the_seed_is_nowhere_in_the_record_before_the_draw(desk: InspectionDesk) -> None:
    number = desk.committed()
    inspection = desk.office.record.get(Inspection, inspection_id(number))
    assert inspection.commitment is not None

    stores = desk.office.documents, desk.office.vault
    seed, frame, key = frames.opened(*stores, inspection.id, inspection.commitment.kept)

    stored = b"".join(row[4] for row in desk.office.record.store.rows(0, 1000))
    assert seed.hex().encode() not in stored
    assert seed not in stored
    assert frame.count(b"kin\t") == 1
    assert KIN_CASE.encode() not in frame
    assert KIN_CASE.encode() in key
    assert KIN_CASE.encode() not in desk.office.documents.folder.get(inspection.commitment.kept)
    assert seed not in desk.office.documents.folder.get(inspection.commitment.kept)


def test_the_history_tells_what_was_examined_found_asked_and_answered(
    desk: InspectionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = desk.drawn(areas=[ZHONGSHAN, PULANDIAN])
    at = f"/inspections/{number}"
    case = next(each for each in desk.sample(number) if each not in {KIN_CASE, ELSEWHERE})
    desk.examine(number, case)
    somebody_of(desk.office, "Elsewhere", "hu", {MANAGER: (PULANDIAN,)})
    desk.done("sun", f"{at}/queries", unit="Civil Affairs", text="Why?", case_number=case)
    desk.done("sun", f"{at}/queries", unit="Elsewhere", text="Where?")
    desk.done("wang", f"{at}/answers", query=1, text="So it was.")

    def history(who: str) -> str:
        return shown(desk, who, at).partition("What happened")[2]

    told = history("sun")
    assert all(
        title in told for title in ("Case examined", "Query sent to a unit", "Query answered", "Where?")
    )
    assert "January 2021" in told
    assert "1 January 2021" not in told
    assert "Cases of the sample listed" not in told
    of_the_unit = history("wang")
    assert ("Query answered" in of_the_unit, "Where?" in of_the_unit) == (True, False)
    assert "Case examined" not in of_the_unit + history("zhao")
    monkeypatch.setattr("audit_service.desks.inspections.showing.EXAMINED_AT_MOST", 1)
    assert history("sun").count("Case examined") == 1


def test_attempts_and_acts_say_which_inspection_they_were_about(desk: InspectionDesk) -> None:
    number = desk.drawn()
    desk.refused("sun", f"/inspections/{number}/draw")
    answer = desk.asks("sun", f"/inspections/{number}/draw")

    [attempt, _] = desk.reads("sun", "/attempts")["attempts"]
    act = desk.reads("sun", "/me")["acts"][0]

    assert (attempt["about_inspection"], act["about_inspection"]) == (number, number)
    assert answer["rests_on"]["topic"] == "inspection.drawn"
