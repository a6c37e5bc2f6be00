"""Valid examples by default: what may be a breach of discipline by a fictional official."""

from typing import Any

from domain.inspections.discipline_lead import Clue, DisciplineLead
from domain.kernel import Act
from tests.builders import CASEWORKER, ZHONGSHAN, an_act, person

INSPECTOR = person("inspector")


def an_inspectors_act(on: str = "2021-09-20", **more: Any) -> Act:
    return an_act(on, by=INSPECTOR, role="inspector", **more)


def a_clue(**more: Any) -> Clue:
    """A letter says that the caseworker took money."""
    values: dict[str, Any] = {
        "number": "XS210202-2021-00000001",
        "area": ZHONGSHAN,
        "source": "letter",
        "officials": (CASEWORKER,),
        "text": "Money was taken.",
    }
    return Clue(**(values | more))


def a_discipline_lead(**clue: Any) -> DisciplineLead:
    return DisciplineLead.record(a_clue(**clue), an_inspectors_act())


def discipline_leads_of_every_kind() -> tuple[DisciplineLead, ...]:
    """One that waits, one that was looked into, one that was referred and one that was set aside."""
    waits, followed, referred, aside = (a_discipline_lead(number=f"XS-{number}") for number in range(4))
    followed.follow_up("Nothing yet.", an_inspectors_act())
    referred.refer("The commission", an_inspectors_act())
    aside.set_aside("unfounded", an_inspectors_act())
    return waits, followed, referred, aside
