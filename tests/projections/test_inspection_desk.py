"""The inspection desk: which inspections there are, how far each has come, and what it draws from."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from domain.identities import case_id, household_id
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, SATISFIED
from domain.inspections.sampling import KIN, OTHER, VISITED
from domain.officials.official import Official
from projections.case_register import case_register
from projections.entitlement_ledger import entitlement_ledger
from projections.inspection_desk import inspection_desk
from projections.inspection_frames import Scope, count_in_scope, members_of
from projections.inspection_lists import (
    EXAMINED,
    LEFT,
    NOT_IN_ORDER,
    SoughtCases,
    SoughtInspections,
    errors_found_at,
    findings_of,
    going_on_with,
    listed_inspections,
    listed_sample,
    numbers_of,
    open_queries,
    queries_of,
    result_of,
    results_in,
    sampled_case,
    tallied_results,
)
from projections.needy_register import needy_register
from projections.official_record import official_record
from projections.visit_ledger import visit_ledger
from tests.builders import (
    PULANDIAN,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_managers_act,
    an_act,
    day,
    person,
)
from tests.inspection_builders import (
    EXAMINER,
    INSPECTOR,
    a_drawn_inspection,
    an_inspection,
    an_inspectors_act,
    ask_the_unit,
    inspections_of_every_kind,
    numbers,
    sampled,
)
from tests.visit_builders import a_visit

Shown = Callable[..., Connection]
CONCLUDED, WITHDRAWN, PLANNED, ANEW = inspections_of_every_kind()
SAMPLED = sampled(CONCLUDED)


def of_every_kind(shown: Shown) -> Connection:
    """The desk with one inspection of every kind, and the cases that they are about."""
    db = shown(inspection_desk, *inspections_of_every_kind())
    cases = [
        a_case_taken_over(number=number, head=person(number), people=(person(number),))
        for number in SAMPLED[1:]
    ]
    elsewhere = a_case_taken_over(number=SAMPLED[0], area=PULANDIAN)
    shown(case_register, elsewhere, *cases)
    shown(needy_register)
    return db


def listed(db: Connection, **sought: Any) -> list[str]:
    return [row.number for row in listed_inspections(db, SoughtInspections(**sought))]


def test_inspections_are_listed_the_latest_first(shown: Shown) -> None:
    db = shown(inspection_desk, *inspections_of_every_kind())

    every = last, _, middle, first = [one.number for one in (ANEW, PLANNED, WITHDRAWN, CONCLUDED)]
    assert listed(db) == every
    assert listed(db, state="withdrawn") == [middle]
    assert listed(db, number=first) == [first]
    assert listed(db, state="drawn") == [last]
    assert listed(db, areas=[ZHONGSHAN, PULANDIAN]) == every
    assert listed(db, areas=[PULANDIAN]) == listed(db, areas=[]) == []
    assert len(listed_inspections(db, SoughtInspections(), before=2, limit=1)) == 1


def test_inspections_are_called_by_their_numbers_where_they_may_be_known(shown: Shown) -> None:
    db = shown(inspection_desk, *inspections_of_every_kind())

    assert numbers_of(db, [ANEW.id, person("nobody")], None) == {ANEW.id: ANEW.number}
    assert numbers_of(db, [ANEW.id], [ZHONGSHAN]) == {ANEW.id: ANEW.number}
    assert numbers_of(db, [ANEW.id], [PULANDIAN]) == {}


def test_an_inspection_is_told_as_it_stands(shown: Shown) -> None:
    db = shown(inspection_desk, *inspections_of_every_kind())

    anew, planned, withdrawn, concluded = listed_inspections(db, SoughtInspections())

    assert (planned.state, planned.drawn, planned.frame_size, planned.points) == ("planned", 0, None, 2)
    assert (withdrawn.state, withdrawn.open_queries, withdrawn.drawn) == ("withdrawn", 1, 0)
    assert (anew.state, anew.satisfied, anew.not_satisfied, anew.findings) == ("drawn", 5, 0, 1)
    assert (concluded.drawn, concluded.listed, concluded.frame_size) == (3, 3, 8)
    assert (concluded.satisfied, concluded.not_satisfied, concluded.findings) == (5, 1, 1)
    assert (concluded.state, concluded.ended_on, concluded.open_queries) == (
        "concluded",
        day("2021-09-20"),
        0,
    )


def test_a_sample_is_listed_as_it_was_drawn(shown: Shown) -> None:
    db = of_every_kind(shown)

    def found(after: int = 0, **sought: Any) -> list[str]:
        asked = SoughtCases(inspection=CONCLUDED.id, points=2, **sought)
        return [row.case_number for row in listed_sample(db, asked, after=after)]

    assert sorted(found()) == SAMPLED
    assert found(stratum=KIN) == found(standing=NOT_IN_ORDER) == SAMPLED[:1]
    assert found()[1:] == found(after=1)
    assert found(areas=[PULANDIAN]) == SAMPLED[:1]
    assert found(number="DB-0001") == SAMPLED[:1]
    assert sorted(found(standing=EXAMINED)) == SAMPLED
    assert found(standing=LEFT) == []
    assert sorted(found(apart_from=[person("head")])) == SAMPLED[1:]


def test_a_case_of_the_sample_is_told_with_what_was_found(shown: Shown) -> None:
    db = of_every_kind(shown)
    first = case_id(SAMPLED[0])

    row = sampled_case(db, CONCLUDED.id, first)

    assert row is not None
    assert (row.place, row.satisfied, row.not_satisfied, row.findings) == (1, 1, 1, 1)
    assert sampled_case(db, CONCLUDED.id, person("nobody")) is None
    assert {one.focus: one.result for one in results_in(db, CONCLUDED.id, first)} == {
        "means": NOT_SATISFIED,
        "visit": SATISFIED,
    }
    assert result_of(db, CONCLUDED.id, first, "means") == NOT_SATISFIED
    assert result_of(db, CONCLUDED.id, first, "payment") == NOT_YET
    assert errors_found_at(db, CONCLUDED.id, first, "means") == {"CC-0001"}
    assert errors_found_at(db, CONCLUDED.id, first, "visit") == frozenset()
    assert tallied_results(db, ANEW.id) == {
        ("means", NOT_YET): 1,
        ("means", SATISFIED): 2,
        ("visit", SATISFIED): 3,
    }


def test_findings_are_for_who_may_see_their_cases(shown: Shown) -> None:
    db = of_every_kind(shown)

    (found,) = findings_of(db, CONCLUDED.id, None)

    assert (found.case_number, found.error_number, found.recorded_by) == (SAMPLED[0], "CC-0001", EXAMINER)
    assert len(findings_of(db, CONCLUDED.id, [PULANDIAN])) == 1
    assert findings_of(db, CONCLUDED.id, [ZHONGSHAN]) == []
    assert findings_of(db, CONCLUDED.id, None, [person("head")]) == []


def test_queries_wait_for_the_unit_that_is_asked(shown: Shown) -> None:
    asking = an_inspection(number="JD-2021-0009")
    ask_the_unit(asking)
    db = shown(inspection_desk, *inspections_of_every_kind(), asking)

    (answered,) = queries_of(db, CONCLUDED.id)
    (waiting,) = open_queries(db, "Fictional Street")

    assert (answered.answered_on, answered.due_on) == (day("2021-09-08"), day("2021-09-14"))
    assert queries_of(db, CONCLUDED.id, "Another Street") == []
    assert (waiting.number, waiting.query) == ("JD-2021-0009", 1)


def test_an_official_takes_part_in_what_they_planned_or_examine_until_it_is_over(shown: Shown) -> None:
    drawn, other = a_drawn_inspection(number="JD-2021-0005"), person("other")
    drawn.assign_examiners([other], an_inspectors_act("2021-09-04"))
    drawn.assign_examiners([EXAMINER, other], an_inspectors_act("2021-09-05"))
    db = shown(inspection_desk, *inspections_of_every_kind(), drawn)

    def found(official: UUID) -> list[str]:
        return [row.number for row in going_on_with(db, official)]

    assert found(INSPECTOR) == ["JD-2021-0005", "JD-2021-0004", "JD-2021-0003"]
    assert found(EXAMINER) == ["JD-2021-0005", "JD-2021-0004"]
    assert found(other) == ["JD-2021-0005"]
    assert found(person("nobody")) == []


def test_the_frame_holds_every_case_once_in_its_stratum(shown: Shown) -> None:
    kin, by_home, by_person, by_number, other = numbers(5)
    cases = [
        a_case_taken_over(
            number=number, head=person(number), people=(person(number),), household=home(number)
        )
        for number in (kin, by_home, by_person, by_number, other)
    ]
    ended_before = a_case_taken_over(number="DB-0006", household=None, paid_from=day("2021-07-01"))
    elsewhere = a_case_taken_over(number="DB-0007", area=PULANDIAN)
    applied = a_case_to_decide(number="DB-0008")
    refused = a_case_to_decide(number="DB-0009")
    refused.refuse("income", a_managers_act())
    official = Official.register("li", an_act(), name="Li", unit="Fictional Street")
    official.declare_kinship(person(kin), "in_law", an_act())
    visits = (
        a_visit("ZF-1", household=home(kin)),
        a_visit("ZF-2", household=home(by_home)),
        a_visit("ZF-3", household=None, person=person(by_person)),
        a_visit("ZF-4", household=None, named="Somebody", case_number=by_number),
        a_visit("ZF-5", "2020-12-31", household=home(other)),
    )
    db = shown(case_register, *cases, ended_before, elsewhere, applied, refused, official, *visits)
    for view in (entitlement_ledger, visit_ledger, official_record, needy_register):
        shown(view)

    assert {number: stratum for stratum, number in members_of(db, scope())} == {
        kin: KIN,
        by_home: VISITED,
        by_person: VISITED,
        by_number: VISITED,
        other: OTHER,
        "DB-0008": OTHER,
        "DB-0009": OTHER,
    }
    assert count_in_scope(db, scope()) == 7
    assert count_in_scope(db, scope(programmes=("orphan",))) == 0
    assert count_in_scope(db, scope(programmes=("dibao",), to_month=day("2021-07-01"))) == 8
    assert count_in_scope(db, scope(from_month=day("2021-08-01"), to_month=day("2021-08-01"))) == 7


def home(number: str) -> Any:
    return household_id(f"H of {number}")


def scope(**more: Any) -> Scope:
    values: dict[str, Any] = {
        "areas": (ZHONGSHAN,),
        "programmes": (),
        "from_month": day("2021-01-01"),
        "to_month": day("2021-06-01"),
    }
    return Scope(**(values | more))
