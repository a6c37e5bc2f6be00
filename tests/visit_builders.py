"""Valid examples of visits by default. A test names only what it is about."""

from typing import Any

from domain.identities import household_id
from domain.visits.told import Account, Cadres, Correction, Visited, VisitEntry
from domain.visits.visit import Visit
from tests.builders import CASEWORKER, ZHONGSHAN, an_act, day, person

LI, WANG = "11" * 16, "22" * 16
"""Tokens of two cadres: an official, and somebody who is none."""


def cadres(**more: Any) -> Cadres:
    """The caseworker, and somebody of the neighbourhood."""
    values: dict[str, Any] = {
        "visitors": "Li · Fictional Street\nWang · Neighbourhood",
        "cadre_tokens": (LI, WANG),
        "officials": (CASEWORKER,),
    }
    return Cadres(**(values | more))


def visited(**more: Any) -> Visited:
    """The household of the register."""
    values: dict[str, Any] = {"household": household_id("H-0001"), "area": ZHONGSHAN}
    return Visited(**(values | more))


def an_account(visited_on: str = "2021-05-10", **more: Any) -> Account:
    """What two cadres have to tell of a family that needs care."""
    values: dict[str, Any] = {
        "met": "The head of the household",
        "observations": ("illness", "expenses"),
        "found": "The medicines cost more than the allowance.",
    }
    return Account(visited_on=day(visited_on), **(values | more))


def a_planned_visit(number: str = "ZF-1", due_on: str = "2021-06-01", **more: Any) -> Visit:
    """A visit that is to be made by June."""
    return Visit.plan(
        number, visited(**more), cadres(), day(due_on), an_act("2021-05-01", because="Yearly visit.")
    )


def a_visit(number: str = "ZF-2", visited_on: str = "2021-05-10", **more: Any) -> Visit:
    """A visit that was made without a plan."""
    return Visit.record(number, visited(**more), cadres(), an_account(visited_on), an_act("2021-05-11"))


def a_missed_visit(number: str = "ZF-3", **more: Any) -> Visit:
    """A visit on which nobody was met."""
    missed_on, act = day("2021-05-09"), an_act("2021-05-11")
    return Visit.record_missed(number, visited(**more), cadres(), missed_on, "nobody_home", act)


def a_visit_entry(**more: Any) -> VisitEntry:
    """A visit to the head of the household, as a ledger has it."""
    values: dict[str, Any] = {
        "number": "ZF-4",
        "person": person("head"),
        "area": ZHONGSHAN,
        "visited_on": day("2021-04-16"),
        "visitor": "Wang",
        "visitor_unit": "Neighbourhood",
        "cadre_tokens": (WANG,),
        "category": "低保",
        "answer_given": "Told which papers are needed.",
        "settled": True,
        "register": "fictional ledger",
        "sheet": "Sheet1",
        "row": 3,
    }
    return VisitEntry(**(values | more))


def a_visit_taken_over(**more: Any) -> Visit:
    """A visit that was made before this record began."""
    act = an_act("2021-05-01", by=person("clerk"), role="clerk", because="")
    return Visit.take_over(a_visit_entry(**more), act)


def visits_of_every_kind() -> tuple[Visit, ...]:
    """Visits that between them had everything happen to them."""

    made, missed, called_off = (a_planned_visit(f"ZF-1{place}") for place in range(3))
    made.reschedule(day("2021-06-20"), an_act("2021-05-12"), Cadres(visitors="Wang", cadre_tokens=(WANG,)))
    made.make(cadres(), an_account("2021-06-10"), an_act("2021-06-11"))
    made.correct(
        Correction(
            visited_on=day("2021-06-09"),
            cadres=Cadres(visitors="Wang", cadre_tokens=(WANG,)),
            observations=("nothing",),
            met="The spouse",
            found="All is well.",
        ),
        an_act("2021-06-12"),
    )
    missed.reschedule(day("2021-06-02"), an_act("2021-05-12"))
    missed.miss(cadres(), day("2021-06-02"), "moved", an_act("2021-06-02"))
    called_off.call_off(an_act("2021-05-20"))
    withdrawn = a_visit_taken_over(number="ZF-13")
    withdrawn.correct(Correction(found="It was warm."), an_act("2021-06-12"))
    withdrawn.correct_person(an_act("2021-06-13"), before=person("head"), after=person("other"))
    withdrawn.withdraw("twice", an_act("2021-06-13"))
    return made, missed, called_off, withdrawn, a_visit(), a_missed_visit(), a_visit_taken_over()
