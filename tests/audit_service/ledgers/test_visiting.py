"""A row of the ledger of visits is a visit, with the questions that were raised on it."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from audit_service.ledgers.reading import read_ledger
from audit_service.ledgers.taking_over import taken_over
from audit_service.ledgers.visiting import questions_in
from audit_service.store.record import Record
from domain.kernel import Act, Event
from domain.needy.person import Person
from domain.questions.question import Question
from domain.visits.visit import Visit
from tests.ledger_files import a_workbook, as_cells, id_number

TODAY = date(2021, 6, 1)
ACT = Act(by=uuid4(), role="clerk", unit="", on=TODAY, basis="visits.xlsx")
ZHAO = id_number(date(1940, 1, 1), 1)
VISIT = {
    "序号": 1.0,
    "走访日期": "2021-05-02",
    "走访干部": "示例干部",
    "干部单位": "示例区民政局",
    "户主姓名": "赵甲子",
    "身份证号码": ZHAO,
    "区市县": "中山区",
    "家庭类别": "低保",
    "反映问题": "1.房屋漏雨；2.药费负担重",
    "现场答复": "转街道核实",
    "是否办结": "否",
}


def imported(record: Record, folder: Path, *rows: dict[str, Any]) -> list[str]:
    file = a_workbook(folder / "visits.xlsx", as_cells(rows, list(VISIT)))
    ledger = read_ledger(file, TODAY, folder)
    return [judged.outcome.value for batch in taken_over(ledger, record, ACT) for judged in batch]


def recorded(record: Record, kind: type[Event]) -> list[Any]:
    return [record.codec.opened(event) for event in record.read(0, 1_000) if isinstance(event, kind)]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("", []),
        ("无", []),
        (" 暂无。", []),
        ("无；", []),
        ("房屋漏雨", ["房屋漏雨"]),
        ("1.房屋漏雨；2.药费负担重", ["房屋漏雨", "药费负担重"]),
        ("1、房屋漏雨;2、药费负担重;", ["房屋漏雨", "药费负担重"]),
        ("（1）房屋漏雨\n（2）药费负担重", ["房屋漏雨", "药费负担重"]),
        ("①房屋漏雨\r\n② 药费负担重", ["房屋漏雨", "药费负担重"]),
        ("一、房屋漏雨；二、无", ["房屋漏雨"]),
        ("1. 3口人住20平方米", ["3口人住20平方米"]),
        ("2021年起药费涨了1.5倍", ["2021年起药费涨了1.5倍"]),
        ("老人无人照料，想申请养老机构", ["老人无人照料，想申请养老机构"]),
    ],
)
def test_questions_are_told_apart_and_lose_their_numbers(text: str, questions: list[str]) -> None:
    assert questions_in(text) == questions


def test_a_visit_is_taken_over_with_its_questions_and_whom_it_was_to(record: Record, tmp_path: Path) -> None:
    imported(record, tmp_path, VISIT)

    (visit,) = recorded(record, Visit.TakenOver)
    first, second = recorded(record, Question.TakenOver)
    assert visit.person == record.vault.person_identity(ZHAO) == first.person
    assert (visit.visitor, visit.visited_on, visit.settled, visit.row) == (
        "示例干部",
        date(2021, 5, 2),
        False,
        2,
    )
    assert len(visit.cadre_tokens) == 1
    assert (first.text, second.text) == ("房屋漏雨", "药费负担重")
    assert (first.visit, first.number, second.number) == (
        visit.stream,
        f"{visit.number}-1",
        f"{visit.number}-2",
    )
    assert (first.answer, first.answered) == ("转街道核实", False)
    assert [person.name for person in recorded(record, Person.Registered)] == ["赵甲子"]


@pytest.mark.parametrize(("settled", "answer"), [("是", ""), ("已办结", "已解释"), ("", "已解释")])
def test_a_question_is_answered_if_the_ledger_says_so(
    record: Record, tmp_path: Path, settled: str, answer: str
) -> None:
    imported(record, tmp_path, VISIT | {"是否办结": settled, "现场答复": answer})

    first, second = recorded(record, Question.TakenOver)
    assert first.answered
    assert second.answered
    assert first.answer == answer


@pytest.mark.parametrize(("settled", "answer"), [("否", "已解释"), ("", "")])
def test_a_question_waits_if_the_ledger_does_not_say_that_it_was_answered(
    record: Record, tmp_path: Path, settled: str, answer: str
) -> None:
    imported(record, tmp_path, VISIT | {"是否办结": settled, "现场答复": answer})

    assert not any(question.answered for question in recorded(record, Question.TakenOver))


def test_the_same_visit_under_another_running_number_is_recorded_once(record: Record, tmp_path: Path) -> None:
    again = VISIT | {"序号": 7.0, "走访日期": "2021年5月2日"}

    assert imported(record, tmp_path, VISIT, again, VISIT | {"走访日期": "2021-05-03"}) == [
        "accepted",
        "duplicate",
        "accepted",
    ]
    assert len(recorded(record, Question.TakenOver)) == 4


def test_a_visit_to_somebody_who_was_forgotten_is_rejected_and_the_others_are_not(
    record: Record, tmp_path: Path
) -> None:
    other = VISIT | {"身份证号码": id_number(date(1950, 1, 1), 2), "户主姓名": "钱乙丑"}
    imported(record, tmp_path, VISIT)
    record.vault.destroy(record.vault.person_identity(ZHAO))

    again = imported(record, tmp_path, VISIT, VISIT | {"走访日期": "2021-05-03"}, other)

    assert again == ["rejected", "rejected", "accepted"]
