"""What an error knows of its money, and what must hold before anything is entered."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from domain.errors.axes import UNKNOWN
from domain.errors.correction_refusals import NoDifference
from domain.errors.duties import CORRECTED
from domain.errors.ledger import Entry, Ledger
from domain.errors.money_refusals import (
    AmountDoesNotFit,
    NoRecoveryPolicy,
    NothingOrdered,
    NothingOverpaid,
    NothingOwed,
    NothingRecoverable,
    NothingToReceive,
    NothingToReverse,
    NotSettled,
    NotYetMoved,
    RecoveryWaits,
)
from domain.errors.notices import OF_MONEY
from domain.errors.procedure import Procedure
from domain.errors.recovery_policy import RECOVERY_POLICIES, RecoveryPolicy, recovery_policy_on
from domain.errors.state import State
from domain.kernel import Act, Event
from domain.money import Fen
from domain.refusal import Message

TO_NOTICE, TO_CASE = "Objection to the correction notice", "Objection in the case"
"""What recovery waits for; messages to translate."""


class Entered(Event):
    """What became an entry of the ledger."""

    entry: int
    """Number of the entry within the error, from 1."""
    amount: int
    """Fen; above nothing for the family, below nothing from it."""


class Money(Procedure):
    """The part of an error that knows its ledger."""

    ledger: Ledger = Ledger()

    @property
    def origin(self) -> str:
        """Where the error came from, as it was classified."""
        return self.classification.origin if self.classification else UNKNOWN

    @property
    def is_settled(self) -> bool:
        """Tell whether every underpaid and overpaid month was decided on, and that was carried out."""
        return self.ledger.is_settled

    def enter(self, entry: Entry) -> None:
        """Assign one more entry."""
        self.ledger = self.ledger.entered(entry)

    def trigger_entry(self, event: type[Entered], amount: int, act: Act, **facts: Any) -> None:
        """Let what makes the next entry happen."""
        self.trigger(event, act, entry=self.ledger.next_number, amount=amount, **facts)

    def check_difference(self) -> None:
        """Refuse while it is not known by month what to pay back or recover. Raises NoDifference.

        A correction of the case that changed no money leaves nothing to know.
        """
        if self.notice is None or OF_MONEY.isdisjoint(self.notice.items):
            return
        if not self.case_corrected and not self.ledger.months:
            raise NoDifference(notice=self.notice.number)

    def check_settled(self) -> None:
        """Raises NotSettled, which says what is open."""
        ledger = self.ledger
        if not ledger.is_settled:
            raise NotSettled(
                owed=Fen(sum(share.amount for share in ledger.owed)),
                to_pay=Fen(ledger.to_pay),
                undecided=Fen(ledger.undecided),
                to_decide=Fen(ledger.to_decide),
                to_receive=Fen(ledger.to_receive),
            )

    def check_money(self) -> None:
        """Raises NotNow. Money moves after it is known what was wrong, and before the error is closed."""
        self.check_state(State.CLASSIFIED, State.CORRECTING)

    def check_back_payment(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NothingOwed."""
        self._check_decision(act)
        if not self.ledger.owed:
            raise NothingOwed

    def check_paying_back(self) -> None:
        """Raises NotNow, NothingOrdered."""
        self.check_money()
        if self.ledger.to_pay <= 0:
            raise NothingOrdered

    def check_recoverability(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NothingOverpaid, NoRecoveryPolicy."""
        self._check_decision(act)
        if self.ledger.undecided <= 0:
            raise NothingOverpaid
        self.policy_on(act.on)

    def check_recovery(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NothingRecoverable, NoRecoveryPolicy."""
        self._check_decision(act)
        if self.ledger.to_decide <= 0:
            raise NothingRecoverable
        self.policy_on(act.on)

    def check_receiving(self) -> None:
        """Raises NotNow, NothingToReceive."""
        self.check_money()
        if self.ledger.to_receive <= 0:
            raise NothingToReceive

    def check_reversal(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NothingToReverse."""
        self._check_decision(act)
        if not self.ledger.entries:
            raise NothingToReverse

    def check_objections(self, open_objections: tuple[int, ...]) -> None:
        """Raises RecoveryWaits, for objections to the notice and for these on the case."""
        if self.objection_open and self.notice:
            raise RecoveryWaits(objection=Message(TO_NOTICE), reference=self.notice.number)
        if open_objections:
            reference = f"{self.case_number} · {open_objections[0]}"
            raise RecoveryWaits(objection=Message(TO_CASE), reference=reference)

    def check_fits(self, amount: int, left: int) -> None:
        """Raises AmountDoesNotFit."""
        if not 0 < amount <= left:
            raise AmountDoesNotFit(amount=Fen(amount), left=Fen(left))

    def check_moved(self, day: date, act: Act) -> None:
        """Raises NotYetMoved."""
        if day > act.on:
            raise NotYetMoved(day=day)

    def policy_on(self, day: date, policies: Iterable[RecoveryPolicy] = RECOVERY_POLICIES) -> RecoveryPolicy:
        """Return the one of the recovery policies that is in force. Raises NoRecoveryPolicy."""
        policy = recovery_policy_on(day, policies)
        if policy is None:
            raise NoRecoveryPolicy(on=day)
        return policy

    def _check_decision(self, act: Act) -> None:
        self.check_money()
        self.check_part(CORRECTED, act)
