"""Rules of tolerance: a sample until an office publishes its own, dated, approved, for a region."""

from dataclasses import replace
from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.refusal import Refused
from domain.tolerance.clocks import CLOCKS
from domain.tolerance.lists import NEGATIVES, SITUATIONS
from domain.tolerance.rules import SAMPLE, ToleranceRules
from domain.tolerance.rules_refusals import (
    BeforeApproval,
    ClockMissing,
    EntryTwice,
    NotADuration,
    NothingToLookAt,
    RulesTaken,
    TooFew,
    UnknownEdition,
)
from domain.tolerance.six_factors import SIX, Factor
from tests.builders import PULANDIAN, ZHONGSHAN, day
from tests.history import given, recorded, refused
from tests.tolerance_builders import an_organs_act, an_own_edition, rules_of_tolerance

SEVENTH = Factor("learning", "What was learned", "Was the way of working changed?", SIX[0].ratings)


def test_the_sample_has_six_factors_both_lists_and_a_clock_a_step() -> None:
    assert (len(SAMPLE.factors), len(SAMPLE.situations), len(SAMPLE.negatives)) == (6, 13, 14)
    assert SAMPLE.approved_on is None
    assert SAMPLE.hard == {each.code for each in NEGATIVES} - {"N13"}
    assert list(SAMPLE.by_factor) == ["motive", "conditions", "procedure", "nature", "consequence", "remedy"]
    assert [str(each) for each in (SIX[0], SITUATIONS[9], NEGATIVES[1])] == [
        "Motive and attitude",
        "Data left from earlier times",
        "A knowing violation",
    ]


def test_the_sample_holds_until_the_office_publishes_its_own_for_the_area_first() -> None:
    city = an_own_edition()
    area = an_own_edition(reference="of an area", region=PULANDIAN, effective_from=day("2022-01-01"))
    later = an_own_edition(reference="later", effective_from=day("2023-01-01"))
    rules = rules_of_tolerance(later, city, area)

    in_force = {
        (on, where): rules.on(day(on), where).reference
        for on in ("2020-12-31", "2021-01-01", "2022-01-01", "2023-01-01")
        for where in (PULANDIAN, ZHONGSHAN)
    }

    assert in_force == {
        ("2020-12-31", PULANDIAN): SAMPLE.reference,
        ("2020-12-31", ZHONGSHAN): SAMPLE.reference,
        ("2021-01-01", PULANDIAN): city.reference,
        ("2021-01-01", ZHONGSHAN): city.reference,
        ("2022-01-01", PULANDIAN): area.reference,
        ("2022-01-01", ZHONGSHAN): city.reference,
        ("2023-01-01", PULANDIAN): area.reference,
        ("2023-01-01", ZHONGSHAN): later.reference,
    }


def test_rules_are_found_by_their_reference() -> None:
    rules = rules_of_tolerance()

    assert rules.edition("fictional rules 2021") == an_own_edition()
    assert rules.edition(SAMPLE.reference) is SAMPLE
    with pytest.raises(UnknownEdition, match="No rules of tolerance with the reference other"):
        rules.edition("other")


def test_an_office_may_look_at_seven_factors() -> None:
    rules = given(rules_of_tolerance(an_own_edition(factors=(*SIX, SEVENTH))))

    assert list(rules.on(day("2021-05-01"), ZHONGSHAN).by_factor)[-1] == "learning"


@pytest.mark.parametrize(
    ("refusal", "more"),
    [
        (UnknownArea, {"region": "999999"}),
        (NothingToLookAt, {"factors": ()}),
        (NothingToLookAt, {"situations": ()}),
        (NothingToLookAt, {"negatives": ()}),
        (NothingToLookAt, {"factors": (replace(SEVENTH, ratings=()),)}),
        (EntryTwice, {"factors": (*SIX, SIX[0])}),
        (EntryTwice, {"factors": (replace(SEVENTH, ratings=(*SIX[0].ratings, SIX[0].ratings[0])),)}),
        (EntryTwice, {"negatives": (replace(NEGATIVES[0], code="T01"),)}),
        (EntryTwice, {"clocks": (*CLOCKS, CLOCKS[0])}),
        (ClockMissing, {"clocks": CLOCKS[1:]}),
        (ClockMissing, {"clocks": (replace(CLOCKS[0], basis=""), *CLOCKS[1:])}),
        (NotADuration, {"clocks": (replace(CLOCKS[0], days=0), *CLOCKS[1:])}),
        (TooFew, {"verifiers": 1}),
        (TooFew, {"quorum": 1}),
        (BeforeApproval, {"approved_on": None}),
        (BeforeApproval, {"approved_on": day("2021-01-02")}),
        (RulesTaken, {"reference": "fictional rules 2021", "effective_from": day("2024-01-01")}),
        (RulesTaken, {"reference": "another"}),
        (RulesTaken, {"reference": SAMPLE.reference, "effective_from": day("2024-01-01")}),
    ],
)
def test_what_is_not_published(refusal: type[Refused], more: dict[str, Any]) -> None:
    rules = given(rules_of_tolerance())
    another = {"reference": "fictional rules 2022", "effective_from": day("2021-01-01")} | more

    with refused(rules, refusal):
        rules.publish(an_own_edition(**another), an_organs_act())


def test_the_same_day_is_another_day_elsewhere() -> None:
    rules = given(rules_of_tolerance())

    rules.publish(an_own_edition(reference="of an area", region=PULANDIAN), an_organs_act())

    assert recorded(rules) == [ToleranceRules.Published]
