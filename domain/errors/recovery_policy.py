"""Whether what was paid too much is asked back, and what may be done about it: dated policies.

No national rule says what becomes of an overpayment that the administration caused itself, so the
office's own rule is data here, with the day it is in force from and what it rests on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

RECOVER, OFFSET, UNCOLLECTABLE = "recover", "offset", "uncollectable"
WAIVE_HARDSHIP, WAIVE_OFFICIAL = "waive_hardship", "waive_official"

RECOVERIES = {
    RECOVER: "Recover it from the family",
    OFFSET: "Offset it against what is paid later",
    WAIVE_HARDSHIP: "Waive it, as it would be a hardship",
    WAIVE_OFFICIAL: "Waive it, as the administration made the error",
    UNCOLLECTABLE: "Write it off, as it cannot be collected",
}
"""What is done about an overpayment that is recoverable; messages to translate."""
COLLECTING = (RECOVER, OFFSET)
"""Decisions that money is to follow."""


@dataclass(frozen=True)
class RecoveryPolicy:
    """What is asked back and what may be waived, from a day on, with what that rests on.

    Origins are those that an error is classified by.
    """

    effective_from: date
    basis: str
    kept_unless_noticeable: frozenset[str]
    """Origins of what a family keeps that could not notice that it was too much."""
    own: frozenset[str]
    """Origins that lie with the administration."""
    never_waived: frozenset[str]
    """Origins that nobody is spared the recovery for."""
    least: int = 0
    """Fen. What is less in all is not asked back."""
    approved_on: date | None = None
    """None for a sample."""

    def recovers(self, origin: str, overpaid: int, *, noticeable: bool) -> bool:
        """Tell whether so many fen in all are recoverable."""
        if origin in self.never_waived:
            return True
        return overpaid >= self.least and (noticeable or origin not in self.kept_unless_noticeable)

    def allows(self, decision: str, origin: str) -> bool:
        """Tell whether this may be decided, one of RECOVERIES."""
        if decision == WAIVE_OFFICIAL:
            return origin in self.own
        return decision != WAIVE_HARDSHIP or origin not in self.never_waived


RECOVERY_POLICIES = (
    RecoveryPolicy(
        effective_from=date(2014, 5, 1),
        basis="国务院令第649号第六十八条；本局示例规定",
        kept_unless_noticeable=frozenset({"official", "system", "policy", "unknown"}),
        own=frozenset({"official", "system", "policy"}),
        never_waived=frozenset({"recipient_fraud"}),
    ),
)
"""Deception is made good (社会救助暂行办法 68); the rest is a sample until the office approves its own."""


def recovery_policy_on(
    day: date, policies: Iterable[RecoveryPolicy] = RECOVERY_POLICIES
) -> RecoveryPolicy | None:
    """Return the policy in force on the day; None before the first."""
    in_force = [policy for policy in policies if policy.effective_from <= day]
    return max(in_force, key=lambda policy: policy.effective_from, default=None)
