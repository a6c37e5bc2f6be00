"""The list of families that may be entitled."""

from collections.abc import Callable

from sqlalchemy import Connection

from projections.case_register import case_register
from projections.discovery_list import (
    SoughtDiscoveries,
    count_discoveries,
    discovery_list,
    discovery_numbered,
    listed_discoveries,
    numbers_of,
)
from projections.needy_register import needy_register
from tests.builders import PULANDIAN, a_household, day, person
from tests.question_builders import a_discovery, decided_discoveries

Shown = Callable[..., Connection]


def found(db: Connection, **sought: object) -> list[str]:
    asked = SoughtDiscoveries(**sought)  # type: ignore[arg-type]  # by name
    rows = listed_discoveries(db, asked)
    assert count_discoveries(db, asked) == len(rows)
    return [row.number for row in rows]


def test_families_wait_in_the_order_they_were_marked(shown: Shown) -> None:
    db = shown(discovery_list, a_discovery(number="FX-2"), a_discovery(number="FX-1"))

    assert found(db) == ["FX-2", "FX-1"]
    assert [row.number for row in listed_discoveries(db, SoughtDiscoveries(), after=1)] == ["FX-1"]
    assert [row.number for row in listed_discoveries(db, SoughtDiscoveries(), limit=1)] == ["FX-2"]


def test_what_became_of_a_family_is_told(shown: Shown) -> None:
    db = shown(discovery_list, a_discovery(), *decided_discoveries())

    waiting, applied, not_entitled, declined = listed_discoveries(db, SoughtDiscoveries())
    assert (waiting.state, waiting.decided_on, waiting.question_number) == ("waiting", None, "WD-0001")
    assert (applied.state, applied.case_number, applied.error_number) == ("applied", "DB-0001", "CC-0001")
    assert (not_entitled.state, not_entitled.reason) == ("not_entitled", "income")
    assert (declined.state, declined.reason, declined.decided_on) == (
        "declined",
        "manages",
        day("2021-05-12"),
    )
    assert discovery_numbered(db, "FX-0004") == declined
    assert discovery_numbered(db, "FX-9") is None


def test_discoveries_are_looked_for(shown: Shown) -> None:
    known = a_discovery(number="FX-5", person=person("head"), visit=person("visit"), question_number="")
    there = a_discovery(number="FX-6", area=PULANDIAN, sign="child", programme="orphan")

    shown(case_register)
    shown(needy_register, a_household("H-0001", "head", "child"))
    db = shown(discovery_list, known, there, decided_discoveries()[1])

    assert (
        found(db, areas=[PULANDIAN]) == found(db, sign="child") == found(db, programme="orphan") == ["FX-6"]
    )
    assert found(db, state="waiting") == ["FX-5", "FX-6"]
    assert found(db, person=person("head")) == found(db, visit=person("visit")) == ["FX-5"]
    assert found(db, question_number="WD-0001") == ["FX-6", "FX-0003"]
    assert found(db, overdue_on=day("2021-05-25")) == ["FX-5", "FX-6"]
    assert found(db, overdue_on=day("2021-05-24")) == []
    assert found(db, apart_from=[person("head")]) == ["FX-6", "FX-0003"]
    assert found(db, apart_from=[person("child")]) == ["FX-6", "FX-0003"]


def test_discoveries_are_told_by_their_numbers_to_whom_they_are_open(shown: Shown) -> None:
    here, there = (
        a_discovery(number="FX-5", person=person("head")),
        a_discovery(number="FX-6", area=PULANDIAN),
    )
    some = [here.id, there.id, person("nobody")]
    shown(case_register)
    shown(needy_register)
    db = shown(discovery_list, here, there, a_discovery(number="FX-7"))

    assert numbers_of(db, some, SoughtDiscoveries()) == {here.id: "FX-5", there.id: "FX-6"}
    assert numbers_of(db, some, SoughtDiscoveries(areas=[PULANDIAN])) == {there.id: "FX-6"}
    assert numbers_of(db, some, SoughtDiscoveries(apart_from=[person("head")])) == {there.id: "FX-6"}
    assert numbers_of(db, [], SoughtDiscoveries()) == {}
