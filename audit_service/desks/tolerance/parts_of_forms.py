"""The parts that forms about a review have by themselves: a part a factor, a part a negative entry."""

from collections.abc import Iterable, Mapping, Sequence

from audit_service.desks.tolerance.names import question_of
from audit_service.web.kinds import Choice, Part
from audit_service.web.parts import Step
from audit_service.web.wording import written
from domain.tolerance.lists import Negative
from domain.tolerance.rules import Edition
from domain.tolerance.six_factors import Factor

Told = Mapping[str, Sequence[Step]]
"""By factor, what the record tells of it."""


def factor_parts(edition: Edition, told: Told, evidence: Sequence[Choice] = ()) -> list[Part]:
    """Return a part for each factor, with its own ratings and what the record tells beside it."""
    return [
        Part(
            factor.code,
            written(factor),
            hint=question_of(factor),
            facts=told.get(factor.code, ()),
            choices={"rating": ratings_of(factor), "evidence": evidence},
        )
        for factor in edition.factors
    ]


def ratings_of(factor: Factor) -> list[Choice]:
    """Return the ratings of a factor, the best first."""
    return [Choice(rating.code, written(rating)) for rating in factor.ratings]


def negative_parts(negatives: Iterable[Negative]) -> list[Part]:
    """Return a part for each entry of the negative list, with its basis."""
    return [Part(each.code, f"{each.code} {written(each)}", hint=each.basis) for each in negatives]


def situation_choices(edition: Edition) -> list[Choice]:
    """Return the entries of the tolerance list that the rules have."""
    return [Choice(each.code, f"{each.code} {written(each)}") for each in edition.situations]
