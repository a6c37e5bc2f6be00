"""Roles are held in areas; what may be asked depends on both."""

from dataclasses import replace
from uuid import UUID

import pytest

from audit_service.identity.identity import Identity, NotYourArea, NotYourRole, OwnRelative
from audit_service.web.translation import read_in
from audit_service.web.wording import sentence

ZHONGSHAN, XIGANG = "210202", "210203"


def someone(**roles: set[str]) -> Identity:
    held = {role: frozenset(areas) for role, areas in roles.items()}
    return Identity(official=UUID(int=1), login="lin", name="Lin", unit="Civil Affairs", roles=held)


@pytest.mark.parametrize(
    ("asked", "areas", "role"),
    [
        (("manager",), [ZHONGSHAN], "manager"),
        (("manager",), [XIGANG], None),
        (("manager", "caseworker"), [XIGANG], "caseworker"),
        (("caseworker",), [ZHONGSHAN, XIGANG], "caseworker"),
        (("inspector",), [ZHONGSHAN, XIGANG], "inspector"),
        (("manager",), [], "manager"),
        (("clerk",), [], None),
    ],
)
def test_acts_in_the_first_role_held_in_all_areas(
    asked: tuple[str, ...], areas: list[str], role: str | None
) -> None:
    official = someone(manager={ZHONGSHAN}, caseworker={ZHONGSHAN, XIGANG}, inspector={"*"})

    assert official.role_for(asked, areas) == role


def test_sees_the_cases_of_the_areas_of_any_role() -> None:
    official = someone(manager={ZHONGSHAN}, caseworker={XIGANG})

    assert official.areas_to_read() == frozenset({ZHONGSHAN, XIGANG})
    assert official.sees(XIGANG)
    assert not official.sees("210281")


def test_sees_all_areas_with_a_role_in_the_whole_office() -> None:
    assert someone(inspector={"*"}).sees(XIGANG)


def test_an_operator_sees_no_cases() -> None:
    operator = someone(operator={"*"})

    assert not operator.sees(ZHONGSHAN)
    assert operator.areas_to_read() == frozenset()


def test_keeps_apart_from_relatives_alone() -> None:
    sister, stranger = UUID(int=2), UUID(int=3)
    official = replace(someone(manager={"*"}), relatives=frozenset({sister}))

    official.keep_apart_from((stranger, None))
    someone(manager={"*"}).keep_apart_from((sister, stranger))

    assert official.is_apart_from((stranger,))
    assert not official.is_apart_from((stranger, sister))
    with pytest.raises(OwnRelative, match="declared as your relative"):
        official.keep_apart_from((stranger, sister))


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (NotYourRole.but(("manager", "clerk")), "None of your roles may do this. It is for: Manager, Clerk."),
        (
            NotYourArea.but({ZHONGSHAN}),
            "This belongs to the area Zhongshan, where none of your roles may do this.",
        ),
    ],
)
def test_a_refusal_names_whom_it_is_for(refusal: NotYourRole | NotYourArea, said: str) -> None:
    with read_in("en"):
        assert sentence(refusal) == said
