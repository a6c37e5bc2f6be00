from domain.identities import household_id
from domain.needy.household import AlreadyMember, Household, NotMember
from tests.builders import an_act, person
from tests.history import given, recorded, refused

CHILD, HEAD = person("child"), person("head")


def a_household() -> Household:
    household = Household.form("H-1", "210202", an_act())
    household.join(HEAD, "户主", an_act())
    return household


def test_people_join_and_leave_a_household() -> None:
    household = given(a_household())

    household.join(CHILD, "子", an_act())
    household.leave(HEAD, an_act())

    assert household.id == household_id("H-1")
    assert (household.number, household.area, household.members) == ("H-1", "210202", (CHILD,))
    assert recorded(household) == [Household.MemberJoined, Household.MemberLeft]


def test_a_member_does_not_join_again() -> None:
    household = given(a_household())

    with refused(household, AlreadyMember, "already a member of household H-1"):
        household.join(HEAD, "户主", an_act())


def test_who_is_no_member_does_not_leave() -> None:
    household = given(a_household())

    with refused(household, NotMember, "not a member of household H-1"):
        household.leave(CHILD, an_act())
