"""What an inspection asks a unit is due for that unit; who has no part in it is told nothing of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.roles import CLERK, INSPECTOR, MANAGER, ORGAN
from tests.builders import PULANDIAN, ZHONGSHAN
from tests.desk_of_inspections import InspectionDesk, an_inspection_desk
from tests.inspection_builders import an_inspection, ask_the_unit
from tests.office import a_token, somebody_of

LIST = "/deadlines?kind=inspection"


@pytest.fixture
def desk(settings: Settings) -> Iterator[InspectionDesk]:
    """Beside the people of one unit: a manager and a clerk of another, and who does not answer for any."""
    with an_inspection_desk(settings) as desk:
        engage(desk, "qian", "Elsewhere", MANAGER, "*")
        engage(desk, "hu", "Elsewhere", CLERK, PULANDIAN)
        engage(desk, "bai", "Civil Affairs", ORGAN, "*")
        engage(desk, "mei", "Discipline Inspection", INSPECTOR, PULANDIAN)
        yield desk


def engage(desk: InspectionDesk, login: str, unit: str, role: str, area: str) -> None:
    desk.people[login] = somebody_of(desk.office, unit, login, {role: (area,)})
    desk.tokens[login] = a_token(desk.office, desk.people[login])


def asked(desk: InspectionDesk, unit: str = "Civil Affairs", **more: Any) -> str:
    number = desk.plan(**more)
    desk.done("sun", f"/inspections/{number}/queries", unit=unit, text="Why was it not checked?")
    return number


def told(desk: InspectionDesk, who: str, path: str = LIST) -> list[tuple[str, str]]:
    """The numbers of the inspections, and where each query is answered or shown."""
    return [(one["number"], one["at"]) for one in desk.reads(who, path)["deadlines"]]


def test_a_query_stands_among_what_is_due_until_it_is_answered(desk: InspectionDesk) -> None:
    number = asked(desk)
    at = f"/inspections/{number}/answers?query=1"

    page = desk.page("wang", "/deadlines?mine=yes").text
    [row] = desk.reads("wang", "/deadlines?mine=true")["deadlines"]

    assert all(words in page for words in (f'href="{at}"', "Answer query 1", "Civil Affairs"))
    assert (row["kind"], row["query"], row["unit"], row["whose"]) == ("inspection", 1, "Civil Affairs", None)
    assert (row["areas"], row["overdue"], row["at"]) == ([ZHONGSHAN], False, at)
    assert desk.page("wang", at).status_code == 200
    assert number in desk.page("wang", "/deadlines.csv").text
    desk.done("wang", f"/inspections/{number}/answers", query=1, text="It was checked.")
    assert told(desk, "wang") == []


def test_whoever_inspects_reads_what_every_unit_is_asked(desk: InspectionDesk) -> None:
    first, second = asked(desk), asked(desk, "Elsewhere", areas=[ZHONGSHAN, PULANDIAN])

    assert told(desk, "he") == [(number, f"/inspections/{number}") for number in (first, second)]
    assert told(desk, "mei") == [(second, f"/inspections/{second}")]
    assert told(desk, "he", f"{LIST}&area={PULANDIAN}") == [(second, f"/inspections/{second}")]
    assert told(desk, "he", "/deadlines?mine=true") == told(desk, "he", f"{LIST}&officer=wang") == []


def test_who_has_no_part_in_it_is_told_nothing(desk: InspectionDesk) -> None:
    number = asked(desk)

    for who in ("qian", "zhao", "hu", "bai", "mei"):
        for path in (LIST, "/deadlines", "/deadlines?mine=true"):
            assert told(desk, who, path) == [], who
        for path in ("/deadlines", "/deadlines.csv"):
            assert number not in desk.page(who, path).text, who


def test_who_works_in_the_unit_but_not_in_the_area_is_told_nothing(desk: InspectionDesk) -> None:
    asked(desk, "Elsewhere")

    assert told(desk, "hu") == []
    [(_number, at)] = told(desk, "qian")
    assert desk.page("qian", at).status_code == 200


def test_nobody_answers_once_the_inspection_is_withdrawn(desk: InspectionDesk) -> None:
    number = asked(desk)
    desk.done("sun", f"/inspections/{number}/withdrawal")

    assert told(desk, "wang") == told(desk, "sun") == []


def test_a_query_is_overdue_once_its_day_has_gone_by(desk: InspectionDesk) -> None:
    asked(desk)
    late = an_inspection(number="JD-2021-0001")
    ask_the_unit(late, unit="Civil Affairs")
    desk.office.record.keep(Submission(aggregates=(late,)))

    rows = desk.reads("wang", LIST)["deadlines"]

    assert [(row["due_on"], row["overdue"]) for row in rows] == [("2021-09-14", True), ("2021-09-27", False)]
    assert [number for number, _at in told(desk, "sun", "/deadlines?overdue=true")] == ["JD-2021-0001"]


def test_the_organ_is_told_of_no_question_that_others_answer(desk: InspectionDesk) -> None:
    desk.something_happens()

    kinds = {
        who: {row["kind"] for row in desk.reads(who, "/deadlines")["deadlines"]} for who in ("wang", "bai")
    }

    assert kinds == {"wang": {"question"}, "bai": set()}
    assert desk.reads("bai", "/deadlines?kind=question")["deadlines"] == []
