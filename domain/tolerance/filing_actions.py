"""What may be done with a prior filing next, and why not."""

from collections.abc import Callable
from typing import Final

from domain.kernel import Act
from domain.refusal import Refused
from domain.tolerance.prior_filing import ACKNOWLEDGED, OBJECTED, PriorFiling

Check = Callable[[PriorFiling, Act], None]

ACTIONS: Final[dict[str, Check]] = {
    "acknowledge": lambda filing, act: filing.check_answer(ACKNOWLEDGED, act),
    "object": lambda filing, act: filing.check_answer(OBJECTED, act),
    "amend": lambda filing, _: filing.check_running(),
    "end": lambda filing, act: filing.check_end(act),
    "withdraw": lambda filing, act: filing.check_withdrawal(act),
}
"""By the name of the method: what stands against it."""


def refusal_of(action: str, filing: PriorFiling, act: Act) -> Refused | None:
    """Return why the official may not do this with the filing now; None if they may."""
    try:
        ACTIONS[action](filing, act)
    except Refused as refusal:
        return refusal
    return None
