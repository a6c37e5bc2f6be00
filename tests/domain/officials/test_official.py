import pytest

from domain.officials.official import (
    CASEWORKER,
    MANAGER,
    OPERATOR,
    NoAreas,
    Official,
    OperatorStandsApart,
    RoleNotHeld,
    UnknownRole,
)
from domain.roles import ROLES
from tests.builders import an_act
from tests.history import given, last, recorded, refused


def an_official() -> Official:
    return Official.register("wang", an_act(), name="王某", unit="Fictional Street")


def test_an_official_is_registered_without_a_role() -> None:
    official = an_official()

    assert (official.login, official.unit, official.roles) == ("wang", "Fictional Street", {})
    assert last(official, Official.Registered).subject == official.id


def test_roles_are_granted_by_area_and_revoked() -> None:
    official = given(an_official())

    official.grant(CASEWORKER, ("210202",), an_act())
    official.grant(CASEWORKER, ("210202", "210203"), an_act())
    official.grant(MANAGER, ("*",), an_act())
    official.revoke(MANAGER, an_act())

    assert official.roles == {"caseworker": ("210202", "210203")}
    assert recorded(official) == [Official.RoleGranted] * 3 + [Official.RoleRevoked]


@pytest.mark.parametrize(
    ("areas", "area", "holds"),
    [(("210202",), "210202", True), (("210202",), "210203", False), (("*",), "210203", True)],
)
def test_a_role_is_held_where_it_was_granted(areas: tuple[str, ...], area: str, holds: bool) -> None:  # noqa: FBT001 - an expected answer
    official = an_official()

    official.grant(CASEWORKER, areas, an_act())

    assert official.holds(CASEWORKER, area) is holds
    assert not official.holds(MANAGER, area)


def test_there_are_roles_for_it_and_places_for_them() -> None:
    official = given(an_official())

    with refused(official, UnknownRole, "no role judge"):
        official.grant("judge", ("*",), an_act())
    with refused(official, NoAreas, "in which areas"):
        official.grant(MANAGER, (), an_act())
    with refused(official, RoleNotHeld, "does not hold the role Manager"):
        official.revoke(MANAGER, an_act())


@pytest.mark.parametrize(("held", "asked"), [(OPERATOR, CASEWORKER), (CASEWORKER, OPERATOR)])
def test_who_runs_the_machines_decides_on_no_case(held: str, asked: str) -> None:
    official = an_official()
    official.grant(held, ("*",), an_act())
    official = given(official)

    with refused(official, OperatorStandsApart, f"Revoke {ROLES[held]} first"):
        official.grant(asked, ("*",), an_act())


def test_an_operator_may_be_given_the_role_in_other_areas() -> None:
    official = an_official()
    official.grant(OPERATOR, ("210202",), an_act())

    official.grant(OPERATOR, ("*",), an_act())

    assert official.roles == {OPERATOR: ("*",)}
