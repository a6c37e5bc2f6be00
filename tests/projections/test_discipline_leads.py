from collections.abc import Callable

from sqlalchemy import Connection

from projections.discipline_leads import (
    SoughtLeads,
    concerned_by,
    discipline_leads,
    listed_leads,
    numbers_of,
)
from tests.builders import CASEWORKER, COLLEAGUE, PULANDIAN, ZHONGSHAN, day
from tests.discipline_builders import INSPECTOR, a_discipline_lead, an_inspectors_act

Show = Callable[..., Connection]
ALL = SoughtLeads(reader=INSPECTOR)


def test_leads_are_listed_but_to_whom_they_concern(shown: Show) -> None:
    first, second, third = (a_discipline_lead(number=f"XS-{number}") for number in (1, 2, 3))
    first.follow_up("Nothing yet.", an_inspectors_act())
    second.refer("The commission", an_inspectors_act())
    third.set_aside("unfounded", an_inspectors_act())
    other = a_discipline_lead(number="XS-4", officials=(COLLEAGUE, COLLEAGUE), area=PULANDIAN)
    db = shown(discipline_leads, first, second, third, other)

    def numbers(**sought: object) -> list[str]:
        asked = SoughtLeads(**({"reader": INSPECTOR} | sought))  # type: ignore[arg-type]  # by name
        return [row.number for row in listed_leads(db, asked)]

    assert numbers() == ["XS-4", "XS-3", "XS-2", "XS-1"]
    assert numbers(reader=CASEWORKER) == ["XS-4"]
    assert numbers(areas=[ZHONGSHAN]) == ["XS-3", "XS-2", "XS-1"]
    assert numbers(state="followed") == numbers(number="XS-1") == ["XS-1"]
    rows = listed_leads(db, ALL, limit=2)
    assert [row.number for row in listed_leads(db, ALL, before=rows[-1].recorded)] == ["XS-2", "XS-1"]
    assert [row.settled_on for row in rows] == [None, day("2021-09-20")]
    assert concerned_by(db, [other.id]) == {other.id: [COLLEAGUE]}
    some = [first.id, other.id, COLLEAGUE]
    assert numbers_of(db, some, ALL) == {first.id: "XS-1", other.id: "XS-4"}
    assert numbers_of(db, some, SoughtLeads(reader=COLLEAGUE)) == {first.id: "XS-1"}
