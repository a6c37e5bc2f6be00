"""A fictional office of any size, for our record and for that of the stock library."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import chain, islice
from uuid import NAMESPACE_OID, UUID, uuid5

from audit_service.demo.people import id_number
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.cases.entitlement import BELOW, FORMULAS, ROUNDED, Difference, EntitledPeriod, Line
from domain.identities import STANDARDS_ID, case_id, household_id, official_id
from domain.kernel import Act, Aggregate
from domain.needy.household import Household
from domain.needy.person import Person
from domain.periods import next_month
from domain.standards.living_standard import LivingStandard, Standards
from projections.garbage import few_collections

AREAS = ("210202", "210203", "210204", "210211", "210212", "210213", "210224")
ELSEWHERE = "210281"
"""An area that has another standard."""
FAR = 9_000_000
"""Cases are numbered from here on elsewhere."""
REFERENCE = "fictional-2020-1"
STANDARD = 75_000
"""Fen a head: the city's before July 2021."""
CLERK = Act(
    by=official_id("bench"),
    role="clerk",
    unit="Civil affairs bureau (fictional)",
    on=date(2021, 6, 1),
    because="Taken over from the register",
)

Keep = Callable[[Sequence[Aggregate]], object]
"""Stores what is pending of some aggregates."""
Identify = Callable[[str], UUID]
"""Makes the identity of a person from the id number."""


def number_of(index: int) -> str:
    """Return the number of a case and its household."""
    return f"DB{index:07d}"


def family(index: int, identify: Identify, *, changes: int = 0) -> list[Aggregate]:
    """Return a family of two with its case in payment, and so many changes of its income since."""
    number, area = number_of(index), AREAS[index % len(AREAS)]
    household = Household.form(number, area, CLERK)
    people = []
    for member in range(2):
        born = date(1940, 1, 1) + timedelta((index * 2 + member) % 25_000)
        digits = id_number(born, (index * 2 + member) // 25_000 + 1)
        person = Person.register(
            identify(digits), CLERK, name="赵甲子", id_number=digits, sex="male", born_year=born.year
        )
        household.join(person.id, "本人", CLERK)
        people.append(person)
    case = taken_over(index, area, household.id, [person.id for person in people])
    for change in range(changes):
        change_income(case, change)
    return [*people, household, case]


def taken_over(index: int, area: str, household: UUID, people: list[UUID], act: Act = CLERK) -> Case:
    """Return the case of a family as it comes from a register: on the city's standard, not said so."""
    income = index % 1000 * 100
    case = Case.blank(case_id(number_of(index)))
    case.trigger(
        Case.TakenOver,
        act,
        valid_from=date(2020, 1, 1),
        number=number_of(index),
        programme="dibao",
        household=household,
        head=people[0],
        people=tuple(people),
        area=area,
        members=len(people),
        monthly_income=income,
        monthly_amount=STANDARD * len(people) - income,
        paid_from=date(2020, 1, 1),
        register="dibao.xlsx",
        sheet="台账",
        row=index + 3,
    )
    return case


def change_income(case: Case, change: int, act: Act = CLERK, *, wrong_by: int = 0) -> None:
    """Let the income of a family change: what was found, and what is due because of it; in fen."""
    facts = case.facts.entries[-1][1]
    income, starts = (facts.monthly_income + 1_000) % 100_000, month(change)
    amount = STANDARD * facts.members - income + wrong_by
    lines = (
        Line(BELOW, f"{income / 200:.2f} < 750.00", None, REFERENCE),
        Line(FORMULAS["differential"], f"(750.00 − {income / 200:.2f}) × 2", amount, REFERENCE),
        Line(ROUNDED, f"{amount / 100:.2f}", amount, REFERENCE),
    )
    case.trigger(
        Case.FactChanged,
        act,
        valid_from=starts,
        fact="income",
        before=facts.monthly_income,
        after=income,
        kind="urban",
    )
    case.trigger(
        Case.Determined,
        act,
        valid_from=starts,
        monthly_before=case.entitlement[-1].monthly_amount,
        monthly_amount=amount,
        periods=(EntitledPeriod(starts, None, amount, REFERENCE, lines),),
        differences=(Difference(starts, case.entitlement[-1].monthly_amount, amount),),
    )


def month(number: int) -> date:
    """Return the first day of a month, counted from February 2020."""
    starts = date(2020, 2, 1)
    for _ in range(number):
        starts = next_month(starts)
    return starts


def standard(reference: str, monthly_amount: int, effective_from: date) -> LivingStandard:
    """Return a standard of the city, published on the day it is in force from."""
    return LivingStandard(
        reference=reference,
        programme="dibao",
        kind="urban",
        areas=AREAS,
        monthly_amount=monthly_amount,
        approved_on=effective_from,
        published_on=effective_from,
        effective_from=effective_from,
    )


def standards() -> Standards:
    """Return the office's catalogue with the one standard that all these families are on."""
    catalogue = Standards.blank(STANDARDS_ID)
    catalogue.publish(standard(REFERENCE, STANDARD, date(2020, 1, 1)), CLERK)
    return catalogue


def fill(keep: Keep, identify: Identify, families: int, *, changes: int = 0, together: int = 500) -> None:
    """Write the standards and so many families into an empty store, so many families at once."""
    keep([standards()])
    everyone = (family(index, identify, changes=changes) for index in range(families))
    with few_collections():
        while some := [aggregate for each in islice(everyone, together) for aggregate in each]:
            keep(some)


def fill_with_cases(keep: Keep, cases: int, *, elsewhere: int = 0, together: int = 2000) -> None:
    """Write the standards and so many cases, and so many of another area, without people or households."""
    keep([standards()])
    here = (bare_case(index, AREAS[index % len(AREAS)]) for index in range(cases))
    there = (bare_case(index, ELSEWHERE) for index in range(FAR, FAR + elsewhere))
    everyone = chain(here, there)
    with few_collections():
        while some := list(islice(everyone, together)):
            keep(some)


def bare_case(index: int, area: str, act: Act = CLERK) -> Case:
    """Return a case of two people who are nowhere else on record."""
    number = number_of(index)
    people = [anybody(f"{number}-1"), anybody(f"{number}-2")]
    return taken_over(index, area, household_id(number), people, act)


def anybody(id_number: str) -> UUID:
    """Return an identity where there is no vault to make it."""
    return uuid5(NAMESPACE_OID, id_number)


def keep_in(record: Record) -> Keep:
    """Return what writes aggregates into our record."""

    def keep(aggregates: Sequence[Aggregate]) -> None:
        record.keep(Submission(aggregates=tuple(aggregates)))

    return keep
