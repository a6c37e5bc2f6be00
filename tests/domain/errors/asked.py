"""What may be asked of an error: anything at all, or what should be asked for next."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from domain.errors.axes import CAUSES, DIRECTIONS, NATURES, ORIGINS
from domain.errors.deadlines import FOLLOW_UPS
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.notices import ITEMS
from domain.errors.recovery_policy import RECOVERIES
from domain.errors.state import Classification, MonthAmount
from domain.errors.substantiation import DISMISSALS
from domain.identities import case_id
from domain.periods import months_between
from tests.builders import person
from tests.error_builders import BEGAN, EVIDENCE, a_case_correction, a_classification, a_notice

PEOPLE = tuple(person(f"official {number}") for number in range(7))
BEGIN, END = date(2021, 9, 1), date(2022, 6, 30)
MONTHS = tuple(months_between(date(2021, 4, 1), date(2021, 9, 1)))

DAYS = st.dates(BEGIN, END)
WORDS = st.sampled_from(["Found on the papers.", ""])
MONTH = st.sampled_from(MONTHS)
CODE = st.just("no such code")
AMOUNTS = st.integers(0, 2) | st.just(5000)
ENTRIES = st.builds(MonthEntry, MONTH, st.just(5000), st.sampled_from([0, 10000]))
FOUND = st.builds(
    Classification,
    element=st.sampled_from(["E01", "E10", "E18", "E99"]),
    nature=st.sampled_from(sorted(NATURES)) | CODE,
    cause=st.sampled_from(sorted(CAUSES)),
    origin=st.sampled_from(sorted(ORIGINS)),
    direction=st.sampled_from(sorted(DIRECTIONS)),
    from_month=MONTH,
    to_month=st.none() | MONTH,
    amounts=st.lists(st.builds(MonthAmount, MONTH, st.sampled_from([100, -100])), max_size=1).map(tuple),
)

ASKED: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "begin_substantiation": st.just({}),
    "substantiate": st.fixed_dictionaries({"evidence": st.sampled_from([EVIDENCE, ()])}),
    "dismiss": st.fixed_dictionaries({"reason": st.sampled_from(sorted(DISMISSALS)) | CODE}),
    "classify": st.fixed_dictionaries({"found": FOUND, "began": st.just(BEGAN)}),
    "issue_notice": st.fixed_dictionaries(
        {
            "notice": st.just("JC210202-2021-0001"),
            "items": st.lists(st.sampled_from(sorted(ITEMS)), max_size=2).map(tuple),
            "persons": st.sampled_from([PEOPLE, PEOPLE[:1], ()]),
            "due_on": DAYS,
        }
    ),
    "acknowledge": st.just({}),
    "hand_up": st.just({}),
    "object_to_notice": st.fixed_dictionaries({"text": WORDS}),
    "decide_objection": st.fixed_dictionaries({"upheld": st.booleans()}),
    "submit_plan": st.fixed_dictionaries({"plan": WORDS, "done_by": DAYS}),
    "correct_case": st.fixed_dictionaries(
        {
            "case": st.just(case_id("DB-0001")),
            "change": st.sampled_from(["correction", "determination"]) | CODE,
            "monthly_before": st.just(5000),
            "monthly_amount": st.just(10000),
        }
    ),
    "find_difference": st.fixed_dictionaries(
        {"entries": st.lists(ENTRIES, min_size=1, max_size=2), "arithmetic": st.just(())}
    ),
    "enter_difference": st.fixed_dictionaries({"entries": st.lists(ENTRIES, max_size=2)}),
    "order_back_payment": st.fixed_dictionaries(
        {"months": st.lists(MONTH, max_size=2), "amount": st.sampled_from([5000, 10000])}
    ),
    "pay_back": st.fixed_dictionaries({"amount": AMOUNTS, "paid_on": DAYS}),
    "decide_recoverability": st.fixed_dictionaries(
        {"amount": AMOUNTS, "recoverable": st.booleans(), "noticeable": st.booleans()}
    ),
    "decide_recovery": st.fixed_dictionaries(
        {"decision": st.sampled_from(sorted(RECOVERIES)), "amount": AMOUNTS}
    ),
    "receive_recovery": st.fixed_dictionaries({"amount": AMOUNTS, "received_on": DAYS}),
    "reverse_entry": st.fixed_dictionaries({"number": st.integers(1, 4)}),
    "complete_correction": st.just({}),
    "verify_correction": st.just({}),
    "reject_correction": st.just({}),
    "escalate": st.fixed_dictionaries({"to_unit": WORDS}),
    "close": st.just({}),
    "follow_up": st.fixed_dictionaries({"after_days": st.sampled_from(FOLLOW_UPS), "holds": st.booleans()}),
    "reopen": st.fixed_dictionaries({"new_fact": WORDS}),
}
"""Anything, by the name of the method."""


def well_asked(name: str, error: ErrorRecord, today: date) -> dict[str, Any] | None:
    """Return how that is asked for so that it is not refused; None for what ends a life too soon."""
    table: dict[str, dict[str, Any]] = {
        "begin_substantiation": {},
        "substantiate": {"evidence": EVIDENCE},
        "classify": {"found": a_classification(direction="both", amounts=())},
        "issue_notice": {
            "notice": "JC210202-2021-0001",
            **a_notice(persons=PEOPLE, due_on=today + timedelta(days=20)),
        },
        "acknowledge": {},
        "object_to_notice": {"text": "Not so."},
        "decide_objection": {"upheld": False},
        "submit_plan": {"plan": "Correct it.", "done_by": today},
        "correct_case": a_case_correction(),
        "enter_difference": {"entries": [MonthEntry(error.from_month, 5000, 10000 + len(error.done))]},
        "order_back_payment": {
            "months": [share.month for share in error.ledger.owed],
            "amount": sum(share.amount for share in error.ledger.owed),
        },
        "pay_back": {"amount": error.ledger.to_pay, "paid_on": today},
        "decide_recoverability": {
            "amount": error.ledger.undecided,
            "recoverable": True,
            "noticeable": True,
        },
        "decide_recovery": {"decision": "recover", "amount": error.ledger.to_decide},
        "receive_recovery": {"amount": error.ledger.to_receive, "received_on": today},
        "complete_correction": {},
        "verify_correction": {},
        "reject_correction": {},
        "close": {},
        "follow_up": {"after_days": 90 if error.followed_up else 30, "holds": True},
        "reopen": {"new_fact": "It does not hold."},
    }
    return table.get(name)
