"""The facts an amount rests on, one by one: what they are called, how they are read and replaced."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain.cases.entitlement import UPLIFTS, Facts, Uplift

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
    is_money: bool = False


def _fact_of(field: str, name: str, title: str, *, is_money: bool = False) -> Fact:
    return Fact(
        name,
        title,
        read=lambda facts: getattr(facts, field),
        replaced=lambda facts, value: replace(facts, **{field: value}),
        is_money=is_money,
    )


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
        _fact_of("kind", KIND, "Kind of standard"),
        _fact_of("area", AREA, "Area"),
        _fact_of("granted", AMOUNT, "Amount granted", is_money=True),
        *(_uplift_of(category, title) for category, title in UPLIFTS.items()),
    )
}
"""By name."""
