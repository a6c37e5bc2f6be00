"""The facts an amount rests on, one by one: what they are called, how they are read and replaced."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain.areas import check_areas
from domain.cases.entitlement import UPLIFTS, Facts, Uplift
from domain.cases.payment_refusals import ImpossibleFacts
from domain.cases.programmes import Programme
from domain.standards.living_standard import KINDS

Value: TypeAlias = int | str | None

MEMBERS, INCOME, KIND, AREA, AMOUNT = "members", "income", "kind", "area", "amount"
UPLIFT = "uplift."
"""Begins the name of a fact that counts the members of a category: `uplift.elderly`."""


@dataclass(frozen=True)
class Fact:
    """One of the facts that an amount rests on."""

    name: str
    title: str
    """A message to translate."""
    read: Callable[[Facts], Value]
    replaced: Callable[[Facts, Any], Facts]
    holds: type[int] | type[str] = int
    is_money: bool = False

    def check(self, value: Value) -> None:
        """Refuse what is no value of this fact at all. Raises ImpossibleFacts."""
        if not isinstance(value, self.holds):
            raise ImpossibleFacts


def _fact_of(field: str, name: str, title: str, **more: Any) -> Fact:
    return Fact(
        name,
        title,
        read=lambda facts: getattr(facts, field),
        replaced=lambda facts, value: replace(facts, **{field: value}),
        **more,
    )


def _granted(facts: Facts, amount: int) -> Facts:
    return replace(facts, granted=amount, taken_over=False, source="")


def _uplift_of(category: str, title: str) -> Fact:
    def read(facts: Facts) -> int:
        return next((uplift.members for uplift in facts.uplifts if uplift.category == category), 0)

    def replaced(facts: Facts, members: int) -> Facts:
        others = [uplift for uplift in facts.uplifts if uplift.category != category]
        own = [Uplift(category, members)] if members else []
        uplifts = sorted([*others, *own], key=lambda uplift: uplift.category)
        return replace(facts, uplifts=tuple(uplifts))

    return Fact(f"{UPLIFT}{category}", title, read, replaced)


FACTS = {
    fact.name: fact
    for fact in (
        _fact_of("members", MEMBERS, "Members counted"),
        _fact_of("monthly_income", INCOME, "Monthly income of the household", is_money=True),
        _fact_of("kind", KIND, "Kind of standard", holds=str),
        _fact_of("area", AREA, "Area", holds=str),
        Fact(AMOUNT, "Amount granted", lambda facts: facts.granted, _granted, is_money=True),
        *(_uplift_of(category, title) for category, title in UPLIFTS.items()),
    )
}
"""By name."""


def facts_of(programme: Programme) -> dict[str, Fact]:
    """Return the facts that the programme's amount rests on, and where the case belongs."""
    other = {AMOUNT} if programme.is_computed else FACTS.keys() - {AMOUNT, AREA, MEMBERS}
    return {name: fact for name, fact in FACTS.items() if name not in other}


def check_facts(facts: Facts) -> None:
    """Refuse facts that cannot be. Raises ImpossibleFacts, UnknownArea."""
    check_areas([facts.area])
    possible = (
        facts.members >= 1
        and facts.monthly_income >= 0
        and facts.granted >= 0
        and facts.kind in {None, *KINDS}
        and all(
            uplift.category in UPLIFTS and 0 <= uplift.members <= facts.members for uplift in facts.uplifts
        )
    )
    if not possible:
        raise ImpossibleFacts
