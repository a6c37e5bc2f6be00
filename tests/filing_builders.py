"""Measures that an unit of a fictional office filed before it tried them, valid by default."""

from typing import Any

from domain.kernel import Act
from domain.tolerance.prior_filing import Measure, PriorFiling
from tests.builders import ZHONGSHAN, a_managers_act, an_act, day, person

MEMBER = person("member of the organ")


def a_measure(**more: Any) -> Measure:
    """Income is taken from what the family declares, and checked a month later."""
    values: dict[str, Any] = {
        "title": "Pay first, check the income later",
        "what": "Income is taken as declared; it is checked within a month.",
        "why": "Families in need wait less.",
        "safeguards": "Every case is compared with tax data a month later, and put right at once.",
        "programme": "dibao",
        "starts_on": day("2021-04-15"),
        "ends_on": day("2021-12-31"),
        "amount": 500_000,
        "elements": ("E01", "E03"),
        "unforbidden": True,
    }
    return Measure(**(values | more))


def a_filing(
    number: str = "BA-0001", *, on: str = "2021-04-10", area: str = ZHONGSHAN, **more: Any
) -> PriorFiling:
    """That measure, filed by the manager and not answered yet."""
    return PriorFiling.file(number, area, a_measure(**more), a_managers_act(on))


def an_organs_act(on: str = "2021-04-12", **more: Any) -> Act:
    return an_act(on, by=MEMBER, role="organ", **more)


def filings_of_every_kind() -> tuple[PriorFiling, ...]:
    """One that was only filed, and one each that was acknowledged, objected to, amended, ended, withdrawn."""
    filed, acknowledged, objected, amended, ended, withdrawn = (
        a_filing(f"BA-000{number}") for number in range(1, 7)
    )
    acknowledged.acknowledge(an_organs_act())
    objected.object("The data come too late for that.", an_organs_act())
    amended.object("Half a year is enough.", an_organs_act())
    amended.amend(a_measure(ends_on=day("2021-09-30"), programme=""), a_managers_act("2021-04-14"))
    ended.acknowledge(an_organs_act())
    ended.end("Two errors in 300 cases, both put right.", a_managers_act("2021-08-01"))
    withdrawn.withdraw(a_managers_act("2021-04-12"))
    return filed, acknowledged, objected, amended, ended, withdrawn
