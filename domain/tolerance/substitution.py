"""Whether others would have decided the same: shares of decisions, and how much they can say.

The substitution test asks whether somebody else with the same before them would have done the same. It
answers with numbers about decisions, never with a judgment about whoever made one.
"""

from dataclasses import dataclass
from math import sqrt
from typing import Final

ENOUGH: Final = 20
"""Decisions from which on a share is said to tell anything. With fewer, its interval spans half of all."""
Z: Final = 1.959963984540054
"""Quantile of the normal distribution: the interval holds the share in 95 of 100 such samples."""

TOO_FEW, SYSTEM, NOT_SYSTEM, UNDECIDED = "too_few", "system", "not_system", "undecided"

SAYS = {
    TOO_FEW: "Too few decisions to say anything.",
    SYSTEM: "Most others decided the same on the same evidence, and such decisions turned out wrong more"
    " often than others under the same rule: the numbers point to the procedure, the rule or the data.",
    NOT_SYSTEM: "Most others decided otherwise on the same evidence: the numbers do not point to the"
    " procedure, the rule or the data.",
    UNDECIDED: "The numbers do not tell a fault of the procedure from chance.",
}
"""What the numbers say; messages to translate."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    hits: int
    of: int

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval of the share at 95 %: from 0 to 1 where nothing was counted.

        E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
        """
        if not self.of:
            return 0.0, 1.0
        n, share, square = self.of, self.hits / self.of, Z * Z
        middle = (share + square / (2 * n)) / (1 + square / n)
        half = Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    @property
    def is_enough(self) -> bool:
        """Whether so many were counted that the share tells something."""
        return self.of >= ENOUGH


def says(same: Share, wrong: Share, others_wrong: Share) -> str:
    """Return what the numbers say, as a code of SAYS.

    `same`: of the decisions on the same evidence, those that went the same way; `wrong`: of these, those
    that turned out wrong; `others_wrong`: the same of all other decisions under the same rule.
    """
    if not same.is_enough:
        return TOO_FEW
    low, high = same.interval
    if high < 1 / 2:
        return NOT_SYSTEM
    if low > 1 / 2 and wrong.is_enough and wrong.interval[0] > others_wrong.interval[1]:
        return SYSTEM
    return UNDECIDED
