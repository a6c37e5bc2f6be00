from collections.abc import Callable

import pytest

from domain.inspections.discipline_lead import (
    FOLLOWED,
    REFERRED,
    SET_ASIDE,
    AboutYourself,
    DisciplineLead,
    LeadSettled,
    UnknownSettingAside,
    UnknownSource,
)
from domain.kernel import Act
from tests.builders import CASEWORKER, an_act
from tests.discipline_builders import INSPECTOR, a_clue, a_discipline_lead, an_inspectors_act
from tests.history import given, recorded, refused

Step = Callable[[DisciplineLead, Act], None]
STEPS: tuple[Step, ...] = (
    lambda lead, act: lead.follow_up("Nothing yet.", act),
    lambda lead, act: lead.refer("The commission", act),
    lambda lead, act: lead.set_aside("unfounded", act),
)


def test_a_lead_is_sealed_under_a_key_of_its_own() -> None:
    lead = a_discipline_lead()

    assert lead.subject == lead.id
    assert (lead.number, lead.officials) == ("XS210202-2021-00000001", (CASEWORKER,))


def test_a_lead_is_followed_up_and_settled() -> None:
    states = []
    for step, event in zip(STEPS, ("FollowedUp", "Referred", "SetAside"), strict=True):
        lead = given(a_discipline_lead())
        step(lead, an_inspectors_act())
        states.append(lead.state)
        assert [each.__name__ for each in recorded(lead)] == [event]

    assert states == [FOLLOWED, REFERRED, SET_ASIDE]


@pytest.mark.parametrize("settle", STEPS[1:])
def test_what_is_settled_is_over(settle: Step) -> None:
    lead = a_discipline_lead()
    settle(lead, an_inspectors_act())

    for step in STEPS:
        with refused(lead, LeadSettled, "XS210202-2021-00000001 is settled"):
            step(lead, an_inspectors_act())


def test_nobody_follows_up_what_is_said_about_themselves() -> None:
    lead = a_discipline_lead()

    for step in STEPS:
        with refused(lead, AboutYourself):
            step(lead, an_act(by=CASEWORKER, role="inspector"))
    with pytest.raises(AboutYourself):
        DisciplineLead.record(a_clue(officials=(INSPECTOR,)), an_inspectors_act())


def test_sources_and_reasons_come_from_a_list() -> None:
    lead = a_discipline_lead()

    with refused(lead, UnknownSettingAside, "no reason hearsay"):
        lead.set_aside("hearsay", an_inspectors_act())
    with pytest.raises(UnknownSource, match="no source rumour"):
        DisciplineLead.record(a_clue(source="rumour"), an_inspectors_act())
