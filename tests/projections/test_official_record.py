from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from domain.identities import official_id
from domain.kernel import Act
from domain.officials.official import Official
from projections.official_record import (
    acts_like,
    acts_of,
    everyone,
    grants_of,
    holding,
    kinship_of,
    named,
    official_record,
    official_with,
    reviews_of,
)
from tests.builders import (
    CASEWORKER,
    CLERK,
    MANAGER,
    PULANDIAN,
    ZHONGSHAN,
    a_case_taken_over,
    a_managers_act,
    day,
    person,
)
from tests.tolerance_builders import a_draft
from tests.tolerance_lives import a_closed_review

LI = official_id("li")


def an_official(act: Act) -> Official:
    return Official.register("li", act, name="sealed Li", unit="Fictional Street")


def test_officials_are_on_record(shown: Callable[..., Connection]) -> None:
    db = shown(official_record, an_official(a_managers_act()))

    found = official_with(db, "li")

    assert found is not None
    assert (found.official, found.name, found.unit) == (LI, "sealed Li", "Fictional Street")
    assert everyone(db) == [found]
    assert named(db, [LI, CLERK]) == {LI: found}
    assert official_with(db, "wang") is None


def test_a_role_is_held_from_a_day_until_another(shown: Callable[..., Connection]) -> None:
    official = an_official(a_managers_act("2021-04-01"))
    official.grant("caseworker", (ZHONGSHAN,), a_managers_act("2021-04-01"))
    official.grant("caseworker", (ZHONGSHAN, PULANDIAN), a_managers_act("2021-05-01"))
    official.grant("clerk", (ZHONGSHAN,), a_managers_act("2021-05-02"))
    official.revoke("caseworker", a_managers_act("2021-06-01"))

    db = shown(official_record, official)

    assert [(row.role, row.areas, row.since, row.until, row.revoked_by) for row in grants_of(db, LI)] == [
        ("caseworker", ZHONGSHAN, day("2021-04-01"), day("2021-05-01"), MANAGER),
        ("caseworker", f"{ZHONGSHAN} {PULANDIAN}", day("2021-05-01"), day("2021-06-01"), MANAGER),
        ("clerk", ZHONGSHAN, day("2021-05-02"), None, None),
    ]


def test_who_holds_a_role_now_is_found_by_it(shown: Callable[..., Connection]) -> None:
    official = an_official(a_managers_act("2021-04-01"))
    official.grant("caseworker", (ZHONGSHAN,), a_managers_act("2021-04-01"))
    official.grant("clerk", (ZHONGSHAN, PULANDIAN), a_managers_act("2021-05-02"))
    official.revoke("caseworker", a_managers_act("2021-06-01"))

    db = shown(official_record, official)

    assert [(row.official, row.areas) for row in holding(db, ["clerk", "caseworker"])] == [
        (LI, f"{ZHONGSHAN} {PULANDIAN}")
    ]
    assert holding(db, ["caseworker", "manager"]) == []


def test_relatives_are_declared_from_a_day_until_another(shown: Callable[..., Connection]) -> None:
    brother, mother = person("brother"), person("mother")
    official = an_official(a_managers_act("2021-04-01"))
    official.declare_kinship(brother, "in_law", a_managers_act("2021-04-01"))
    official.declare_kinship(mother, "lineal", a_managers_act("2021-04-02"))
    official.withdraw_kinship(brother, a_managers_act("2021-05-01"))
    official.declare_kinship(brother, "collateral", a_managers_act("2021-05-02"))
    official.withdraw_kinship(brother, a_managers_act("2021-06-01"))

    db = shown(official_record, official)

    assert [(row.relative, row.relation, row.since, row.until) for row in kinship_of(db, LI)] == [
        (brother, "in_law", day("2021-04-01"), day("2021-05-01")),
        (mother, "lineal", day("2021-04-02"), None),
        (brother, "collateral", day("2021-05-02"), day("2021-06-01")),
    ]
    assert {row.declared_by for row in kinship_of(db, LI)} == {MANAGER}
    assert kinship_of(db, CLERK) == []


def test_everything_an_official_did_is_told_the_latest_first(shown: Callable[..., Connection]) -> None:
    case = a_case_taken_over()
    another = a_case_taken_over(number="DB-0002")

    db = shown(official_record, case, an_official(a_managers_act()), another)

    assert [(row.position, row.role, row.topic, row.stream) for row in acts_of(db, CLERK)] == [
        (3, "clerk", "case.taken_over", another.id),
        (1, "clerk", "case.taken_over", case.id),
    ]
    assert [row.position for row in acts_of(db, CLERK, before=3)] == [1]
    assert [row.position for row in acts_of(db, CLERK, limit=1)] == [3]
    assert [row.topic for row in acts_of(db, MANAGER)] == ["official.registered"]


def test_who_is_concerned_finds_the_reviews_of_their_errors(shown: Callable[..., Connection]) -> None:
    first, second = (a_closed_review(number=f"RC-{number}") for number in (1, 2))
    third = a_draft(number="RC-3", officials=(CASEWORKER, CLERK, CLERK), area=PULANDIAN)

    db = shown(official_record, first, second, third)

    assert [row.number for row in reviews_of(db, CASEWORKER)] == ["RC-3", "RC-2", "RC-1"]
    assert [row.number for row in reviews_of(db, CASEWORKER, areas=[ZHONGSHAN], limit=1)] == ["RC-2"]
    assert [(row.number, row.review, row.area) for row in reviews_of(db, CLERK)] == [
        ("RC-3", third.id, PULANDIAN)
    ]
    assert reviews_of(db, MANAGER) == []


def test_acts_of_some_kinds_are_found_among_the_last(
    shown: Callable[..., Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    db = shown(official_record, a_closed_review())
    kinds = ["tolerance.drafted", "tolerance.submitted"]

    found = acts_like(db, CASEWORKER, kinds)
    monkeypatch.setattr("projections.official_record.RECENT", 2)
    last = acts_like(db, CASEWORKER, kinds)

    assert [row.topic for row in found] == ["tolerance.submitted", "tolerance.drafted"]
    assert [row.topic for row in last] == ["tolerance.submitted"]
    assert [row.topic for row in acts_like(db, CASEWORKER, kinds, limit=1)] == ["tolerance.submitted"]
