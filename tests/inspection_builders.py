"""Inspections of a fictional office, valid by default."""

from collections.abc import Iterable
from typing import Any

from domain.identities import case_id
from domain.inspections.examining import Looked
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, SATISFIED
from domain.inspections.inspection import Inspection
from domain.inspections.planning import Plan
from domain.inspections.sampling import KIN, OTHER, VISITED, Beacon, Share, frame_of, hash_of
from domain.kernel import Act
from domain.questions.topics import ORDINARY_WEEKS
from tests.builders import CASEWORKER, ZHONGSHAN, an_act, day, person

INSPECTOR, EXAMINER = person("inspector"), person("examiner")
SEED, BEACON = b"s" * 32, b"b" * 32
COMMITTED_AT = 10
"""Position of the commitment."""
SHARES = (
    Share(stratum=KIN, numerator=1, denominator=1),
    Share(stratum=VISITED, numerator=30, denominator=100),
)


def an_inspectors_act(on: str = "2021-09-01", **more: Any) -> Act:
    """An act of the inspector who plans and commits."""
    values: dict[str, Any] = {"by": INSPECTOR, "role": "inspector"} | more
    return an_act(on, **values)


def an_answer(on: str = "2021-09-08", **more: Any) -> Act:
    """An act of somebody of the unit that is asked."""
    return an_act(on, **({"by": CASEWORKER} | more))


def a_plan(**more: Any) -> Plan:
    """Half a year in one district, with two focus areas."""
    values: dict[str, Any] = {
        "number": "JD-2021-0001",
        "title": "中山区最低生活保障专项检查",
        "areas": (ZHONGSHAN,),
        "programmes": ("dibao",),
        "from_month": day("2021-01-01"),
        "to_month": day("2021-06-01"),
        "focus": ("means", "visit"),
    }
    return Plan(**(values | more))


def numbers(count: int, prefix: str = "DB") -> list[str]:
    """Numbers of cases."""
    return [f"{prefix}-{place:04}" for place in range(1, count + 1)]


def a_frame(kin: int = 1, visited: int = 4, other: int = 3) -> bytes:
    """A frame of a few cases in each stratum."""
    strata: Iterable[tuple[str, int]] = ((KIN, kin), (VISITED, visited), (OTHER, other))
    cases = iter(numbers(kin + visited + other))
    return frame_of([(stratum, next(cases)) for stratum, count in strata for _ in range(count)])


def an_inspection(**more: Any) -> Inspection:
    """That inspection, planned."""
    return Inspection.plan(a_plan(**more), an_inspectors_act())


def a_committed_inspection(frame: bytes | None = None, **more: Any) -> Inspection:
    """That inspection, with its frame committed."""
    inspection = an_inspection(**more)
    commit(inspection, a_frame() if frame is None else frame)
    return inspection


def commit(inspection: Inspection, frame: bytes, shares: tuple[Share, ...] = SHARES, **more: Any) -> None:
    """Commit the inspection to a frame."""
    act = more.pop("act", an_inspectors_act("2021-09-02"))
    facts: dict[str, Any] = {"seed_hash": hash_of(SEED), "as_of": 9, "kept": "sealed"}
    inspection.commit(frame, shares, act, **(facts | more))


def a_beacon(**more: Any) -> Beacon:
    """The hash of an event that a caseworker recorded after the commitment."""
    values: dict[str, Any] = {"position": COMMITTED_AT + 1, "by": CASEWORKER, "leaf": BEACON}
    return Beacon(**(values | more))


def draw(inspection: Inspection, frame: bytes | None = None, **more: Any) -> None:
    """Draw its sample."""
    values: dict[str, Any] = {"seed": SEED, "beacon": a_beacon(), "act": an_inspectors_act("2021-09-03")}
    values |= more
    inspection.draw(a_frame() if frame is None else frame, **values, committed_at=COMMITTED_AT)


def a_drawn_inspection(**more: Any) -> Inspection:
    """That inspection, with its sample drawn and an examiner assigned: three cases."""
    inspection = a_committed_inspection(**more)
    draw(inspection)
    inspection.assign_examiners([EXAMINER], an_inspectors_act("2021-09-03"))
    return inspection


def sampled(inspection: Inspection) -> list[str]:
    """The numbers of the cases in the sample."""
    return sorted(number for part in inspection.sampled for number in part)


def looked(number: str, focus: str = "means", before: str = NOT_YET, **more: Any) -> Looked:
    """A point of a case that is looked at."""
    return Looked(
        case=case_id(number),
        case_number=number,
        subject=person("household"),
        focus=focus,
        before=before,
        **more,
    )


def an_examiners_act(on: str = "2021-09-06", **more: Any) -> Act:
    """An act of the examiner."""
    return an_inspectors_act(on, **({"by": EXAMINER} | more))


def an_examined_inspection(**more: Any) -> Inspection:
    """That inspection, examined: one point is not in order, and was reported as an error."""
    inspection = a_drawn_inspection(**more)
    first, *others = sampled(inspection)
    act = an_examiners_act()
    inspection.examine(looked(first), NOT_SATISFIED, "没有核对工资收入。", act)
    inspection.record_finding(
        looked(first, before=NOT_SATISFIED), person("error"), "CC-0001", "收入少计。", act
    )
    inspection.examine(looked(first, "visit"), SATISFIED, "", act)
    for number in others:
        for focus in inspection.focus:
            inspection.examine(looked(number, focus), SATISFIED, "", act)
    return inspection


def ask_the_unit(inspection: Inspection, **more: Any) -> None:
    """Ask the unit something, to be answered within five working days."""
    values: dict[str, Any] = {
        "unit": "Fictional Street",
        "text": "为何没有核对工资收入？",
        "act": an_inspectors_act("2021-09-07"),
        "units": ["Fictional Street", "Another Street", "Civil Affairs"],
        "within": 5,
        "working_days": ORDINARY_WEEKS,
    }
    inspection.send_query(**(values | more))


def a_concluded_inspection(**more: Any) -> Inspection:
    """That inspection to its end, with a query that was answered."""
    inspection = an_examined_inspection(**more)
    ask_the_unit(inspection, case_number=sampled(inspection)[0])
    inspection.answer_query(1, "已补充核对。", "工资证明", an_answer())
    inspection.conclude("总体规范，一处收入未核对。", "请补充核对并整改。", an_inspectors_act("2021-09-20"))
    return inspection


def inspections_of_every_kind() -> tuple[Inspection, ...]:
    """One concluded, one withdrawn, one that is only planned, and one that is examined anew."""
    withdrawn = a_committed_inspection(number="JD-2021-0002")
    ask_the_unit(withdrawn)
    withdrawn.withdraw(an_inspectors_act("2021-09-08"))
    anew = an_examined_inspection(number="JD-2021-0004")
    first = sampled(anew)[0]
    anew.examine(looked(first, before=NOT_SATISFIED), NOT_YET, "", an_examiners_act("2021-09-07"))
    return a_concluded_inspection(), withdrawn, an_inspection(number="JD-2021-0003"), anew
