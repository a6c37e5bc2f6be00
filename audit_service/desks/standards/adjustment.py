"""Adjusting many cases to a new standard, or seeing beforehand what that would come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from domain.cases.case import Case
from domain.cases.payment_refusals import AlreadyRaised
from domain.cases.raising import PASSED_OVER
from domain.kernel import Act
from domain.refusal import Refused
from domain.standards.living_standard import LivingStandard, Standards


@dataclass(frozen=True)
class Adjusted:
    """The cases that were adjusted, and what they were paid a month before and after, in fen."""

    cases: tuple[Case, ...]
    exceptions: int
    before: int
    after: int


def adjust(standards: Standards, new: LivingStandard, cases: Iterable[Case], act: Act) -> Adjusted:
    """Let each case decide. Those that are adjusted already, or not concerned, are left as they are."""
    adjusted, exceptions, before, after = [], 0, 0, 0
    for case in cases:
        try:
            case.raise_standard(standards, new, act)
        except (*PASSED_OVER, AlreadyRaised):
            continue
        except Refused:
            exceptions += 1
            continue
        raised = cast("Case.StandardRaised", case.pending_events[-1])
        before += raised.monthly_before
        after += raised.monthly_amount
        adjusted.append(case)
    return Adjusted(tuple(adjusted), exceptions, before, after)
