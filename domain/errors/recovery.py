"""Whether and how an overpayment is recovered.

It takes three decisions: the new entitlement, which is the correction of the case; whether the
overpayment is recoverable; whether it is recovered. The service itself never makes one of them.
"""

from collections.abc import Iterable
from datetime import date

from domain.errors.checks import check_code, check_reason
from domain.errors.ledger import COLLECTED, KEPT, RECEIVED, RECOVERABLE, WAIVED, Entry
from domain.errors.money import Entered, Money
from domain.errors.money_refusals import KeptByPolicy, NotByPolicy, RecoverableByPolicy
from domain.errors.recovery_policy import COLLECTING, RECOVERIES, RECOVERY_POLICIES, RecoveryPolicy
from domain.kernel import Act
from domain.refusal import Message


class Recovery(Money):
    """The part of an error that decides on what was paid too much."""

    class RecoverabilityDecided(Entered):
        """It was decided whether an overpayment is recoverable."""

        TOPIC = "error.recoverability_decided"

        recoverable: bool
        noticeable: bool
        """Whether the family could notice that it was too much."""
        policy: str
        """What the recovery policy in force rests on."""

        def apply(self, error: "Recovery") -> None:
            error.enter(Entry(self.entry, RECOVERABLE if self.recoverable else KEPT, self.amount))
            error.remember(self)

    class RecoveryDecided(Entered):
        """It was decided whether and how a recoverable overpayment is recovered."""

        TOPIC = "error.recovery_decided"

        decision: str
        """A code of RECOVERIES."""
        policy: str
        """What the recovery policy in force rests on."""

        def apply(self, error: "Recovery") -> None:
            kind = COLLECTED if self.decision in COLLECTING else WAIVED
            error.enter(Entry(self.entry, kind, self.amount))
            error.remember(self)

    class RecoveryReceived(Entered):
        """What was to be recovered came in, or was offset."""

        TOPIC = "error.recovery_received"

        received_on: date

        def apply(self, error: "Recovery") -> None:
            error.enter(Entry(self.entry, RECEIVED, self.amount))

    def decide_recoverability(
        self,
        amount: int,
        act: Act,
        *,
        recoverable: bool,
        noticeable: bool,
        policies: Iterable[RecoveryPolicy] = RECOVERY_POLICIES,
    ) -> None:
        """Decide whether so many fen are recoverable, as the policy says for errors of this origin.

        `policies`: of which the one in force applies.

        Raises what `check_recoverability` raises, ReasonMissing, AmountDoesNotFit, KeptByPolicy,
        RecoverableByPolicy.
        """
        self.check_recoverability(act)
        check_reason(act)
        self.check_fits(amount, self.ledger.undecided)
        policy = self.policy_on(act.on, policies)
        if recoverable != policy.recovers(self.origin, self.ledger.overpaid, noticeable=noticeable):
            raise (KeptByPolicy if recoverable else RecoverableByPolicy)(policy=policy.basis)
        self.trigger_entry(
            self.RecoverabilityDecided,
            -amount,
            act,
            recoverable=recoverable,
            noticeable=noticeable,
            policy=policy.basis,
        )

    def decide_recovery(
        self,
        decision: str,
        amount: int,
        act: Act,
        *,
        open_objections: tuple[int, ...] = (),
        policies: Iterable[RecoveryPolicy] = RECOVERY_POLICIES,
    ) -> None:
        """Decide what is done about so many recoverable fen, one of RECOVERIES.

        `open_objections`: numbers of the objections on the case that are not answered.
        `policies`: of which the one in force applies.

        Raises what `check_recovery` raises, ReasonMissing, UnknownCode, AmountDoesNotFit,
        NotByPolicy, RecoveryWaits.
        """
        self.check_recovery(act)
        check_reason(act)
        check_code(decision, RECOVERIES)
        if decision in COLLECTING:
            self.check_objections(open_objections)
        self.check_fits(amount, self.ledger.to_decide)
        policy = self.policy_on(act.on, policies)
        if not policy.allows(decision, self.origin):
            raise NotByPolicy(policy=policy.basis, decision=Message(RECOVERIES[decision]))
        self.trigger_entry(self.RecoveryDecided, -amount, act, decision=decision, policy=policy.basis)

    def receive_recovery(
        self, amount: int, received_on: date, act: Act, *, open_objections: tuple[int, ...] = ()
    ) -> None:
        """Record that so many fen came in or were offset.

        Raises NotNow, NothingToReceive, RecoveryWaits, AmountDoesNotFit, NotYetMoved.
        """
        self.check_receiving()
        self.check_objections(open_objections)
        self.check_fits(amount, self.ledger.to_receive)
        self.check_moved(received_on, act)
        self.trigger_entry(self.RecoveryReceived, -amount, act, received_on=received_on)
