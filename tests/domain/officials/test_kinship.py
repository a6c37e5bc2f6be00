import pytest

from domain.officials.kinship import RELATIONS, KinshipNotOnRecord, KinshipOnRecord, UnknownRelation
from domain.officials.official import Official
from tests.builders import an_act, person
from tests.history import given, last, recorded, refused

BROTHER, MOTHER = person("brother"), person("mother")


def an_official() -> Official:
    return Official.register("wang", an_act(), name="王某", unit="Fictional Street")


def test_relatives_are_declared_and_withdrawn() -> None:
    official = given(an_official())

    official.declare_kinship(BROTHER, "collateral", an_act())
    official.declare_kinship(MOTHER, "lineal", an_act())
    official.withdraw_kinship(BROTHER, an_act())

    assert official.relatives == (MOTHER,)
    assert recorded(official) == [Official.KinshipDeclared] * 2 + [Official.KinshipWithdrawn]
    assert last(official, Official.KinshipDeclared).relation == "lineal"


def test_who_was_withdrawn_can_be_declared_again() -> None:
    official = an_official()
    official.declare_kinship(MOTHER, "in_law", an_act())
    official.withdraw_kinship(MOTHER, an_act())
    official = given(official)

    official.declare_kinship(MOTHER, "lineal", an_act())

    assert official.relatives == (MOTHER,)


@pytest.mark.parametrize("relation", RELATIONS)
def test_nobody_is_declared_twice(relation: str) -> None:
    official = an_official()
    official.declare_kinship(MOTHER, "lineal", an_act())
    official = given(official)

    with refused(official, KinshipOnRecord, "declared as a relative already"):
        official.declare_kinship(MOTHER, relation, an_act())


def test_only_near_relatives_are_declared() -> None:
    official = given(an_official())

    with refused(official, UnknownRelation, "no relation neighbour. Choose one of: The official themselves"):
        official.declare_kinship(MOTHER, "neighbour", an_act())


def test_only_what_is_declared_is_withdrawn() -> None:
    official = an_official()
    official.declare_kinship(MOTHER, "lineal", an_act())
    official = given(official)

    with refused(official, KinshipNotOnRecord, "not declared as a relative"):
        official.withdraw_kinship(BROTHER, an_act())
