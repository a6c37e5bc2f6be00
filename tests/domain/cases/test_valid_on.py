from domain.cases.state import State
from tests.builders import STANDARDS, a_confirmed_case, a_managers_act, an_applied_case, day
from tests.history import given


def test_a_case_is_read_as_it_was_on_any_day() -> None:
    case = a_confirmed_case()
    case.change_fact(STANDARDS, "income", 120000, a_managers_act("2021-07-20"), valid_from=day("2021-07-15"))
    case.terminate(STANDARDS, "moved", a_managers_act("2021-09-20"), valid_from=day("2021-09-10"))
    case = given(case)

    read = [
        case.at(day(text)) for text in ("2021-03-31", "2021-04-10", "2021-07-20", "2021-09-20", "2021-10-01")
    ]

    assert [each.state for each in read] == [
        None,
        State.OPEN,
        State.IN_PAYMENT,
        State.TERMINATED,
        State.TERMINATED,
    ]
    assert [each.facts.monthly_income if each.facts else None for each in read] == [
        None,
        150000,
        120000,
        120000,
        120000,
    ]
    assert [each.monthly_amount for each in read] == [0, 0, 84000, 114000, 0]
    assert [each.period.standard if each.period else None for each in read] == [
        None,
        None,
        "fictional 2021-1",
        "fictional 2021-1",
        "",
    ]


def test_an_open_case_has_neither_facts_nor_amount() -> None:
    read = given(an_applied_case()).at(day("2021-04-10"))

    assert (read.state, read.facts, read.period, read.monthly_amount) == (State.OPEN, None, None, 0)
