"""How others decided with the same before them, over HTTP."""

from domain.cases.case import Case
from domain.identities import case_id
from tests.builders import (
    CLERK,
    STANDARDS,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    an_act,
    day,
    means,
)
from tests.desk_of_questions import QuestionDesk
from tests.error_builders import a_report, of_a_family_not_covered, reported
from tests.office import an_official, on_sqlite

NUMBER = "CC210202-2021-0001"


def decided(desk: QuestionDesk, others: int, *, wrong: int = 0) -> None:
    """A decision and so many others on the same evidence, of which some are corrected later."""
    cases = [a_confirmed_case(number=f"DB-{place}") for place in range(100, 101 + others)]
    for case in cases[1 : wrong + 1]:
        case.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-20"), valid_from=day("2021-06-01"))
    other = a_confirmed_case(means(monthly_income=0), number="DB-8")
    refused = a_case_to_decide(number="DB-9")
    refused.refuse("income", a_managers_act())
    desk.keep(*cases, other, refused)


def an_error(desk: QuestionDesk, number: str = "DB-100", **more: object) -> None:
    events = desk.office.record.events(case_id(number))
    decision = next(event.position for event in events if isinstance(event, Case.Confirmed | Case.TakenOver))
    told = {"case": case_id(number), "case_number": number, "decision": decision} | more
    desk.keep(reported(a_report(**told), an_act("2021-09-01")))


@on_sqlite
def test_with_few_decisions_nothing_is_said(desk: QuestionDesk) -> None:
    decided(desk, 3, wrong=1)
    an_error(desk)

    found = desk.get(f"/errors/{NUMBER}/substitution")

    assert (found["way"], found["standard"], found["policy"]) == (
        "case.confirmed",
        "fictional 2020-1",
        "民发〔2012〕220号",
    )
    assert found["ways"] == [
        {"way": "case.application_refused", "number": 1, "wrong": 0},
        {"way": "case.confirmed", "number": 3, "wrong": 1},
    ]
    assert (found["same"]["hits"], found["same"]["of"]) == (3, 4)
    assert (found["wrong"]["hits"], found["wrong"]["of"]) == (1, 3)
    assert (found["wrong_elsewhere"]["of"], found["officials"]) == (1, 1)
    assert found["says"] == "too_few"


def test_numbers_that_point_to_the_system_are_told_with_their_interval(desk: QuestionDesk) -> None:
    decided(desk, 25, wrong=24)
    others = [
        a_confirmed_case(means(monthly_income=0), number=f"DB-{place}", area="210203")
        for place in range(200, 220)
    ]
    desk.keep(*others)
    an_error(desk)

    page = desk.page(f"/errors/{NUMBER}/facts")

    assert "the numbers point to the procedure, the rule or the data" in page
    assert "25 of 26 (95 % interval: 81.1 % to 99.3 %)" in page
    assert "24 of 25" in page
    assert "Steps done" in page
    assert "Caseworker" not in page.partition("Would others")[2]


def test_what_the_record_tells_is_shown_by_factor(desk: QuestionDesk) -> None:
    an_error(desk, "DB-0001", deciders=(CLERK,))

    facts = desk.get(f"/errors/{NUMBER}/facts")
    page = desk.page(f"/errors/{NUMBER}/facts")

    assert {fact["factor"] for fact in facts["facts"]} == {
        *("motive", "conditions", "procedure", "nature", "consequence", "remedy"),
    }
    known = next(fact for fact in facts["facts"] if fact["code"] == "known")
    assert (known["value"], known["sentence"]) == (
        "members 3",
        "On record when it was decided: Members counted 3.",
    )
    assert f"/cases/DB-0001#position-{known['position']}" in page
    assert "Facts about each factor" in page
    assert "The record holds no decision that could be compared." in page


@on_sqlite
def test_where_there_is_no_decision_nothing_is_compared(desk: QuestionDesk) -> None:
    desk.keep(reported(a_report(**of_a_family_not_covered()), an_act("2021-09-01")))

    assert desk.get(f"/errors/{NUMBER}/substitution") is None


def test_decisions_without_a_standard_are_compared_among_themselves(desk: QuestionDesk) -> None:
    relief = [
        a_confirmed_case(means(kind=None), programme="temporary", number=f"LS-{place}", granted=100000)
        for place in (1, 2)
    ]
    refused = a_case_to_decide(number="DB-9")
    refused.refuse("income", a_managers_act())
    desk.keep(*relief, refused, a_confirmed_case(number="DB-10"))
    an_error(desk, "LS-1")
    refusal = desk.office.record.events(case_id("DB-9"))[-1].position
    other = {"number": "CC-2", "case": case_id("DB-9"), "case_number": "DB-9", "decision": refusal}
    desk.keep(reported(a_report(**other), an_act("2021-09-01")))

    assert desk.get(f"/errors/{NUMBER}/substitution")["same"]["of"] == 1
    found = desk.get("/errors/CC-2/substitution")
    assert (found["standard"], found["same"]["hits"], found["same"]["of"]) == ("fictional 2020-1", 0, 1)


@on_sqlite
def test_an_error_elsewhere_is_not_shown(desk: QuestionDesk) -> None:
    an_error(desk, "DB-0001")
    elsewhere = an_official(desk.office, "elsewhere", manager=("210214",))

    assert desk.answer(f"/errors/{NUMBER}/facts", elsewhere).status_code == 403
    assert desk.answer("/errors/CC-0/substitution").status_code == 404
