"""What the form of a step begins with: what is on record already, for the official to keep or to change."""

from collections.abc import Callable

from domain.errors.error_record import ErrorRecord
from domain.money import yuan
from domain.periods import next_month


def _months(error: ErrorRecord) -> dict[str, str]:
    last = {"to_month": str(error.to_month)} if error.to_month else {}
    return {"from_month": str(error.from_month), **last}


def _wrong_days(error: ErrorRecord) -> dict[str, str]:
    """Return since when it is wrong, and from when it is right again."""
    right_again = {"until": str(next_month(error.to_month))} if error.to_month else {}
    return {"valid_from": str(error.from_month), **right_again}


def _owed(error: ErrorRecord) -> dict[str, str]:
    """Return all months that the family is owed something for, and what that comes to."""
    owed = error.ledger.owed
    return {
        "from_month": str(owed[0].month),
        "to_month": str(owed[-1].month),
        "amount": yuan(sum(each.amount for each in owed)),
    }


BEGINNINGS: dict[str, Callable[[ErrorRecord], dict[str, str]]] = {
    "classify": lambda error: {"element": error.element, **_months(error)},
    "correct_case": _wrong_days,
    "order_back_payment": _owed,
    "pay_back": lambda error: {"amount": yuan(error.ledger.to_pay)},
    "decide_recoverability": lambda error: {"amount": yuan(error.ledger.undecided)},
    "decide_recovery": lambda error: {"amount": yuan(error.ledger.to_decide)},
    "follow_up": lambda error: {"after_days": str(error.next_follow_up or "")},
    "receive_recovery": lambda error: {"amount": yuan(error.ledger.to_receive)},
}
"""By action; the forms of all others begin empty."""


def beginning(error: ErrorRecord, action: str) -> dict[str, str]:
    """Return what the fields of an action's form begin with, as it stands in an address.

    `action`: one of `domain.errors.actions`. Fields that a form does not have are passed over there.
    """
    begin = BEGINNINGS.get(action)
    return begin(error) if begin else {}
