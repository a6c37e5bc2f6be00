import pytest

from domain.areas import UnknownArea
from domain.standards.living_standard import Standards
from domain.standards.refusals import (
    EffectiveBeforeApproval,
    NoAreas,
    NoStandard,
    NotAnAmount,
    NotPublished,
    ReferenceTaken,
    SameDay,
)
from tests.builders import (
    CITY,
    CITY_2020,
    CITY_2021,
    PULANDIAN,
    RURAL_2020,
    RURAL_2021,
    STANDARDS,
    ZHONGSHAN,
    a_managers_act,
    a_standard,
    day,
    standards,
)
from tests.history import given, last, recorded, refused

JUNE, JULY = day("2021-06-30"), day("2021-07-01")


def test_a_standard_is_planned_until_it_is_in_force() -> None:
    assert CITY_2021.is_planned(JUNE)
    assert not CITY_2021.is_planned(JULY)


def test_the_standard_of_the_day_applies() -> None:
    assert STANDARDS.applying("dibao", ZHONGSHAN, "urban", JUNE) == CITY_2020
    assert STANDARDS.applying("dibao", ZHONGSHAN, "urban", JULY) == CITY_2021
    assert STANDARDS.applying("dibao", PULANDIAN, "rural", JUNE) == RURAL_2020
    assert STANDARDS.in_force("dibao", PULANDIAN, JULY) == [CITY_2021, RURAL_2021]
    assert STANDARDS.in_force("dibao", ZHONGSHAN, JUNE) == [CITY_2020]
    assert STANDARDS.until("dibao", ZHONGSHAN, JULY) == [CITY_2020, CITY_2021]
    assert STANDARDS.days_after("dibao", JUNE) == [JULY, JULY]
    assert STANDARDS.days_after("tekun", JUNE) == []


def test_a_standard_for_any_kind_applies_to_both() -> None:
    catalogue = standards(a_standard(kind="any"))

    assert {catalogue.applying("dibao", ZHONGSHAN, kind, JULY).kind for kind in ("urban", "rural")} == {"any"}


@pytest.mark.parametrize(
    ("programme", "area", "kind", "on"),
    [
        ("dibao", ZHONGSHAN, "rural", JULY),
        ("dibao", ZHONGSHAN, "urban", day("2020-06-30")),
        ("tekun", ZHONGSHAN, "urban", JULY),
        ("dibao", "210299", "urban", JULY),
    ],
)
def test_where_no_standard_was_published_none_applies(
    programme: str, area: str, kind: str, on: object
) -> None:
    with pytest.raises(NoStandard, match="Publish the standard of that time first"):
        STANDARDS.applying(programme, area, kind, on)  # type: ignore[arg-type]


def test_what_is_published_is_what_was_decided() -> None:
    catalogue = standards(CITY_2020)

    event = last(catalogue, Standards.Published)
    assert (event.reference, event.monthly_amount, event.valid_from) == (
        "fictional 2020-1",
        75000,
        day("2020-07-01"),
    )
    assert given(catalogue).published == (CITY_2020,)
    assert catalogue.named("fictional 2020-1") == CITY_2020


def test_standards_are_kept_in_the_order_they_come_into_force() -> None:
    assert standards(CITY_2021, CITY_2020).published == (CITY_2020, CITY_2021)


@pytest.mark.parametrize(
    ("standard", "refusal", "sentence"),
    [
        (a_standard("new", monthly_amount=0), NotAnAmount, "more than nothing"),
        (a_standard("new", areas=()), NoAreas, "at least one area"),
        (a_standard("new", areas=("210282",)), UnknownArea, "no area 210282"),
        (a_standard("new", approved_on=day("2021-07-02")), EffectiveBeforeApproval, "approved on 2021-07-02"),
        (
            a_standard("new", published_on=day("2021-07-02")),
            EffectiveBeforeApproval,
            "published on 2021-07-02",
        ),
        (a_standard("fictional 2021-1"), ReferenceTaken, "fictional 2021-1 is published already"),
        (a_standard("new"), SameDay, "fictional 2021-1, is in force from 2021-07-01"),
        (a_standard("new", kind="any"), SameDay, "fictional 2021-1"),
    ],
)
def test_what_could_not_be_applied_is_not_published(standard: object, refusal: type, sentence: str) -> None:
    catalogue = given(standards())

    with refused(catalogue, refusal, sentence):
        catalogue.publish(standard, a_managers_act())  # type: ignore[arg-type]


def test_one_day_may_bring_standards_of_different_kinds_areas_and_programmes() -> None:
    catalogue = given(standards(a_standard("urban", areas=CITY[:5])))

    catalogue.publish(a_standard("rural", kind="rural", areas=CITY[:5]), a_managers_act())
    catalogue.publish(a_standard("elsewhere", areas=CITY[5:]), a_managers_act())
    catalogue.publish(a_standard("tekun", programme="tekun"), a_managers_act())

    assert recorded(catalogue) == [Standards.Published] * 3


def test_an_adjustment_is_counted_by_area() -> None:
    catalogue = given(standards())

    catalogue.carry_out_adjustment(
        "fictional 2021-1",
        a_managers_act(),
        area=ZHONGSHAN,
        cases=2,
        exceptions=1,
        before=150000,
        after=162000,
    )

    event = last(catalogue, Standards.AdjustmentCarriedOut)
    assert (event.area, event.cases, event.exceptions) == (ZHONGSHAN, 2, 1)
    assert (event.total_before, event.total_after) == (150000, 162000)


def test_only_a_published_standard_is_adjusted_to() -> None:
    catalogue = given(standards())

    with refused(catalogue, NotPublished, "No standard with the reference unheard-of"):
        catalogue.carry_out_adjustment(
            "unheard-of", a_managers_act(), area=ZHONGSHAN, cases=0, exceptions=0, before=0, after=0
        )


def test_a_category_without_an_uplift_is_paid_nothing_on_top() -> None:
    assert CITY_2021.percent_of("elderly") == 0
