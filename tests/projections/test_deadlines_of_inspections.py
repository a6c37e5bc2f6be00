"""What an inspection asks a unit is due for that unit, among everything else that is due."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from projections.deadline_lists import After, Due, SoughtDeadlines, due
from projections.deadline_tables import ANSWER_QUERY, ANYBODY
from projections.deadlines import deadlines
from tests.builders import CASEWORKER, PULANDIAN, ZHONGSHAN, day
from tests.inspection_builders import an_answer, an_inspection, an_inspectors_act, ask_the_unit
from tests.question_builders import a_question
from tests.tolerance_builders import a_determined_review

Show = Callable[..., Connection]


def queried(db: Connection, **sought: Any) -> list[tuple[str, int | None]]:
    return [(row.number, row.query) for row in due(db, SoughtDeadlines(**sought)) if row.unit]


def test_a_query_is_due_for_the_unit_until_it_is_answered_or_the_inspection_is_over(shown: Show) -> None:
    inspection, other = an_inspection(), an_inspection(number="JD-2021-0002")
    for asking in (inspection, inspection, other):
        ask_the_unit(asking)
    first, second, third = due(shown(deadlines, inspection, other), SoughtDeadlines())
    assert (first.number, first.unit, first.areas) == ("JD-2021-0001", "Fictional Street", (ZHONGSHAN,))
    assert (first.kind, first.step, first.whose) == ("inspection", ANSWER_QUERY, ANYBODY)
    assert (first.since_on, first.due_on) == (day("2021-09-07"), day("2021-09-14"))
    assert [one.query for one in (first, second, third)] == [1, 2, 1]

    inspection.answer_query(1, "So it is.", "", an_answer())
    assert queried(shown(deadlines, inspection)) == [("JD-2021-0001", 2), ("JD-2021-0002", 1)]
    inspection.withdraw(an_inspectors_act("2021-09-09"))
    assert queried(shown(deadlines, inspection)) == [("JD-2021-0002", 1)]


def test_a_query_is_told_to_who_answers_it_and_to_who_inspects(shown: Show) -> None:
    inspection = an_inspection(areas=(ZHONGSHAN, PULANDIAN))
    ask_the_unit(inspection)
    question = a_question()
    db = shown(deadlines, inspection, question)
    unit = {"unit": "Fictional Street", "inspects_in": ()}
    mine = {**unit, "whose": CASEWORKER, "steps_of_role": ("answer", ANSWER_QUERY)}

    told: list[tuple[dict[str, Any], bool]] = [
        ({}, True),
        ({"kind": "inspection", "area": PULANDIAN}, True),
        ({"area": "210281"}, False),
        ({"kind": "question"}, False),
        ({"due_from": day("2021-09-15")}, False),
        ({"due_until": day("2021-09-14")}, True),
        ({"inspects_in": ()}, False),
        ({"inspects_in": (PULANDIAN, "210281")}, True),
        ({"inspects_in": ("210281",)}, False),
        ({**unit, "answers_in": None}, True),
        ({**unit, "answers_in": (ZHONGSHAN,)}, True),
        ({**unit, "answers_in": ("210281",)}, False),
        ({**unit, "unit": "Another Street", "answers_in": None}, False),
        (mine, False),
        (mine | {"answers_in": None}, True),
        ({"whose": CASEWORKER}, False),
    ]
    asked = [("JD-2021-0001", 1)]
    assert [queried(db, **sought) for sought, _known in told] == [asked * known for _sought, known in told]


def test_a_page_goes_on_where_the_last_one_ended_whatever_is_due(shown: Show) -> None:
    inspection, question = an_inspection(), a_question()
    for _time in range(3):
        ask_the_unit(inspection)
    db = shown(deadlines, question, inspection, a_question(number="WT-2"), a_determined_review())
    everything = due(db, SoughtDeadlines())

    pages: list[Due] = []
    after = None
    while page := due(db, SoughtDeadlines(), after=after, limit=2):
        pages += page
        after = After(page[-1].due_on, page[-1].since, page[-1].whose)

    assert pages == everything
    assert {one.kind for one in pages} == {"question", "inspection", "tolerance"}
