"""How an amount comes about, each step with its figures and what it rests on."""

from collections.abc import Callable
from typing import NamedTuple

from domain.cases.entitlement import (
    AS_TAKEN_OVER,
    FORMULAS,
    FULL,
    GRANTED_BY_DECISION,
    MINIMUM,
    ROUNDED,
    TESTS,
    UPLIFT_LABELS,
    Facts,
    Line,
    Uplift,
)
from domain.money import yuan
from domain.standards.living_standard import LivingStandard

_ROUND: dict[str, Callable[[int], int]] = {
    "fen": lambda fen: fen,
    "jiao_up": lambda fen: -(-fen // 10) * 10,
    "yuan_up": lambda fen: -(-fen // 100) * 100,
    "yuan": lambda fen: (fen + 50) // 100 * 100,
}


class Reckoning(NamedTuple):
    """The figures of an amount, in fen, in the order they are worked out."""

    base: int
    uplifts: tuple[int, ...]
    """One for each of the facts' uplifts."""
    rounded: int
    amount: int


NOTHING = Reckoning(0, (), 0, 0)


def reckon(rule: str, facts: Facts, standard: LivingStandard) -> Reckoning:
    """Work an amount out.

    (standard − income a head) × members is standard × members − income, without parts of a fen.
    The income a head must be strictly below the standard (暂行办法 9, 12); otherwise nothing is due.
    """
    base = standard.monthly_amount * facts.members
    if rule != FULL:
        base -= facts.monthly_income
    if base <= 0:
        return NOTHING
    uplifts = tuple([_uplift(uplift, standard) for uplift in facts.uplifts])
    rounded = _ROUND[standard.rounding](base + sum(uplifts))
    return Reckoning(base, uplifts, rounded, max(rounded, standard.minimum_payment))


def _uplift(uplift: Uplift, standard: LivingStandard) -> int:
    """Return what the members of a category are paid on top, in fen; parts of a fen count for the family."""
    return -(-standard.monthly_amount * standard.percent_of(uplift.category) * uplift.members // 100)


def lines(rule: str, facts: Facts, standard: LivingStandard, reckoning: Reckoning) -> tuple[Line, ...]:
    """Write the reckoning down, a line a step; steps that change nothing are left out."""
    amount, reference = yuan(standard.monthly_amount), standard.reference
    a_head = yuan(facts.monthly_income)
    members = facts.members
    if members > 1:
        a_head = f"{a_head} ÷ {members}"
    found = []
    if rule in TESTS:
        below, not_below = TESTS[rule]
        if not reckoning.base:
            return (Line(not_below, f"{a_head} ≥ {amount}", 0, reference),)
        found.append(Line(below, f"{a_head} < {amount}", None, reference))
    formula = f"{amount} × {members}" if rule == FULL else f"({amount} − {a_head}) × {members}"
    found.append(Line(FORMULAS[rule], formula, reckoning.base, reference))
    if reckoning.uplifts or reckoning.amount != reckoning.base:
        found.extend(_more_lines(facts, standard, reckoning))
    return tuple(found)


def _more_lines(facts: Facts, standard: LivingStandard, reckoning: Reckoning) -> list[Line]:
    amount, reference = yuan(standard.monthly_amount), standard.reference
    running = reckoning.base
    found = []
    for uplift, extra in zip(facts.uplifts, reckoning.uplifts, strict=True):
        if not extra:
            continue
        running += extra
        expression = f"{amount} × {standard.percent_of(uplift.category)} % × {uplift.members}"
        found.append(Line(UPLIFT_LABELS[uplift.category], f"+ {expression}", running, reference))
    if reckoning.rounded != running:
        found.append(
            Line(ROUNDED, f"{yuan(running)} → {yuan(reckoning.rounded)}", reckoning.rounded, reference)
        )
    if reckoning.amount != reckoning.rounded:
        found.append(Line(MINIMUM, yuan(reckoning.amount), reckoning.amount, reference))
    return found


def granted_line(facts: Facts) -> Line:
    """Write down an amount that no standard was applied to."""
    label = AS_TAKEN_OVER if facts.taken_over else GRANTED_BY_DECISION
    return Line(label, yuan(facts.granted), facts.granted, facts.source)
