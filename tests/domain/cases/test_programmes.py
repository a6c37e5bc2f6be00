import pytest

from domain.cases.programmes import (
    NOTICE,
    PROGRAMMES,
    STEPS,
    Programme,
    UnknownProgramme,
    programme_named,
)
from domain.officials.official import ROLES


@pytest.mark.parametrize(
    ("code", "notice", "one_off", "computed", "emergency", "excludes"),
    [
        ("dibao", True, False, True, False, {"tekun"}),
        ("tekun", True, False, True, False, {"dibao", "orphan"}),
        ("temporary", True, True, False, True, set()),
        ("orphan", False, False, True, False, {"tekun", "de_facto_unattended"}),
        ("de_facto_unattended", False, False, True, False, {"orphan"}),
        ("elderly", True, False, False, False, set()),
    ],
)
def test_what_differs_between_the_programmes(
    *, code: str, notice: bool, one_off: bool, computed: bool, emergency: bool, excludes: set[str]
) -> None:
    programme = programme_named(code)

    assert programme.public_notice is notice
    assert programme.is_one_off is one_off
    assert programme.is_computed is computed
    assert bool(programme.emergency_steps) is emergency
    assert programme.excludes == excludes


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=lambda programme: programme.code)
def test_each_programme_can_be_gone_through(programme: Programme) -> None:
    for emergency in (False, True):
        steps = programme.steps_of(emergency=emergency)
        assert all({step, *before} <= STEPS.keys() for step, before in steps.items())
        assert set(programme.deciders(emergency=emergency)) <= ROLES.keys()
    limited = [limit.step for policy in programme.policies for limit in policy.limits]
    assert set(limited) <= programme.steps.keys() | programme.emergency_steps.keys()


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=lambda programme: programme.code)
def test_programmes_exclude_each_other_both_ways(programme: Programme) -> None:
    assert all(programme.code in PROGRAMMES[other].excludes for other in programme.excludes)


def test_children_are_not_named_in_public() -> None:
    without = {code for code, programme in PROGRAMMES.items() if NOTICE not in programme.steps}

    assert without == {"orphan", "de_facto_unattended"}


def test_a_programme_that_there_is_not() -> None:
    with pytest.raises(UnknownProgramme, match="no programme lottery"):
        programme_named("lottery")
