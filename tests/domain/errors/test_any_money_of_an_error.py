"""Whatever is entered about the money of an error, in any order: what must hold all the same."""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.errors.ledger import (
    COLLECTED,
    KEPT,
    ORDERED,
    PAID,
    RECEIVED,
    RECOVERABLE,
    WAIVED,
    MonthEntry,
)
from domain.errors.recovery_policy import RECOVERIES
from domain.refusal import Refused
from tests.builders import day
from tests.domain.errors.money_of_errors import a_deciders_act, with_a_difference
from tests.history import given

MONTHS = [date(2021, month, 1) for month in range(4, 9)]
AMOUNTS = st.none() | st.integers(-1, 400)
"""None stands for all that is left."""
TODAY = day("2021-09-20")


class Money(RuleBasedStateMachine):
    """An error with some months underpaid and some overpaid, and a book kept beside it by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.act = a_deciders_act()
        self.book: Counter[str] = Counter()
        self.kinds: dict[int, tuple[str, int]] = {}

    @initialize(
        differences=st.lists(st.integers(-200, 200), min_size=5, max_size=5),
        origin=st.sampled_from(["official", "recipient_innocent", "recipient_fraud"]),
    )
    def begin(self, differences: list[int], origin: str) -> None:
        entries = [
            MonthEntry(month, 1000, 1000 + each) for month, each in zip(MONTHS, differences, strict=True)
        ]
        self.under = sum(each for each in differences if each > 0)
        self.over = -sum(each for each in differences if each < 0)
        self.error = with_a_difference(entries, origin=origin)

    def enter(self, kind: str, name: str, amount: int, *asked: Any, **more: Any) -> None:
        before = len(self.error.ledger.entries)
        try:
            getattr(self.error, name)(*asked, self.act, **more)
        except Refused:
            assert len(self.error.ledger.entries) == before
            return
        self.book[kind] += amount
        self.kinds[before + 1] = kind, amount

    @rule(months=st.lists(st.sampled_from(MONTHS), max_size=5), off=st.sampled_from([0, 0, 0, 1, -1]))
    def order(self, months: list[date], off: int) -> None:
        owed = {share.month: share.amount for share in self.error.ledger.owed}
        months = months or list(owed)
        amount = sum(owed.get(month, 0) for month in set(months)) + off
        self.enter(ORDERED, "order_back_payment", amount, months, amount)

    @rule(amount=AMOUNTS)
    def pay(self, amount: int | None) -> None:
        amount = self.error.ledger.to_pay if amount is None else amount
        self.enter(PAID, "pay_back", amount, amount, TODAY)

    @rule(amount=AMOUNTS, recoverable=st.booleans(), noticeable=st.booleans())
    def decide(self, amount: int | None, *, recoverable: bool, noticeable: bool) -> None:
        amount = self.error.ledger.undecided if amount is None else amount
        kind = RECOVERABLE if recoverable else KEPT
        asked = {"recoverable": recoverable, "noticeable": noticeable}
        self.enter(kind, "decide_recoverability", -amount, amount, **asked)

    @rule(amount=AMOUNTS, decision=st.sampled_from(sorted(RECOVERIES)))
    def recover(self, amount: int | None, decision: str) -> None:
        amount = self.error.ledger.to_decide if amount is None else amount
        kind = COLLECTED if decision in {"recover", "offset"} else WAIVED
        self.enter(kind, "decide_recovery", -amount, decision, amount)

    @rule(amount=AMOUNTS)
    def receive(self, amount: int | None) -> None:
        amount = self.error.ledger.to_receive if amount is None else amount
        self.enter(RECEIVED, "receive_recovery", -amount, amount, TODAY)

    @rule(share=st.integers(1, 400), noticeable=st.booleans())
    def go_on(self, share: int, *, noticeable: bool) -> None:
        """Do something of what is left to do, as it should be done."""
        ledger = self.error.ledger
        if ledger.owed:
            self.order([ledger.owed[0].month], 0)
        elif ledger.to_pay:
            self.pay(min(share, ledger.to_pay))
        elif ledger.undecided:
            policy = self.error.policy_on(TODAY)
            recoverable = policy.recovers(self.error.origin, ledger.overpaid, noticeable=noticeable)
            self.decide(min(share, ledger.undecided), recoverable=recoverable, noticeable=noticeable)
        elif ledger.to_decide:
            self.recover(min(share, ledger.to_decide), "recover")
        else:
            self.receive(min(share, ledger.to_receive))

    @rule(number=st.integers(1, 12))
    def reverse(self, number: int) -> None:
        try:
            self.error.reverse_entry(number, self.act)
        except Refused:
            return
        kind, amount = self.kinds[number]
        taken_back = self.error.ledger.entries[-1].amount
        assert 0 < -taken_back <= amount or amount <= -taken_back < 0
        self.book[kind] += taken_back

    @invariant()
    def entries_are_numbered_and_add_up(self) -> None:
        ledger = self.error.ledger
        assert [entry.number for entry in ledger.entries] == list(range(1, len(ledger.entries) + 1))
        for kind in (ORDERED, PAID, RECOVERABLE, KEPT, COLLECTED, WAIVED, RECEIVED):
            assert ledger.total(kind) == self.book[kind]

    @invariant()
    def nothing_exceeds_what_it_rests_on(self) -> None:
        book = self.book
        assert 0 <= book[PAID] <= book[ORDERED] <= self.under
        assert 0 <= -(book[RECOVERABLE] + book[KEPT]) <= self.over
        assert 0 <= -(book[COLLECTED] + book[WAIVED]) <= -book[RECOVERABLE]
        assert 0 <= -book[RECEIVED] <= -book[COLLECTED]

    @invariant()
    def it_is_settled_when_everything_is_carried_out_and_not_before(self) -> None:
        book = self.book
        everything = (
            book[PAID] == book[ORDERED] == self.under
            and -(book[RECOVERABLE] + book[KEPT]) == self.over
            and book[COLLECTED] + book[WAIVED] == book[RECOVERABLE]
            and book[RECEIVED] == book[COLLECTED]
        )
        assert self.error.is_settled == everything

    def teardown(self) -> None:
        if hasattr(self, "error"):
            given(self.error)


TestMoney = Money.TestCase
TestMoney.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
