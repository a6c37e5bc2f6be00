from collections.abc import Callable

from sqlalchemy import Connection

from projections.standards_in_force import adjustments_to, catalogue, standard_named, standards_in_force
from tests.builders import CITY_2020, CITY_2021, MANAGER, ZHONGSHAN, a_managers_act, day, standards


def test_a_standard_is_planned_until_it_is_in_force(shown: Callable[..., Connection]) -> None:
    db = shown(standards_in_force, standards(CITY_2020, CITY_2021))

    june, july = catalogue(db, day("2021-06-30")), catalogue(db, day("2021-07-01"))

    assert [(one.standard, one.planned) for one in june] == [(CITY_2021, True), (CITY_2020, False)]
    assert [one.planned for one in july] == [False, False]
    assert (june[0].published_by, june[0].position) == (MANAGER, 2)


def test_a_standard_is_found_by_its_reference(shown: Callable[..., Connection]) -> None:
    db = shown(standards_in_force, standards(CITY_2020))

    found = standard_named(db, CITY_2020.reference, day("2021-06-30"))

    assert found is not None
    assert found.standard == CITY_2020
    assert standard_named(db, "none", day("2021-06-30")) is None


def test_adjustments_are_told_by_area(shown: Callable[..., Connection]) -> None:
    office = standards(CITY_2020, CITY_2021)
    office.carry_out_adjustment(
        CITY_2021.reference,
        a_managers_act("2021-07-01"),
        area=ZHONGSHAN,
        cases=2,
        exceptions=1,
        before=150000,
        after=168000,
    )

    (row,) = adjustments_to(shown(standards_in_force, office), CITY_2021.reference)

    assert (row.area, row.cases, row.exceptions) == (ZHONGSHAN, 2, 1)
    assert (row.total_before, row.total_after, row.by, row.on) == (150000, 168000, MANAGER, day("2021-07-01"))
