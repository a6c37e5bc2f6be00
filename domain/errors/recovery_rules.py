"""The recovery policies that the office published, in force from a day on, like its catalogue of errors."""

from datetime import date

from domain.errors.axes import ORIGINS
from domain.errors.checks import check_approval, check_code
from domain.errors.recovery_policy import RECOVERY_POLICIES, RecoveryPolicy
from domain.errors.refusals import DeceptionIsMadeGood
from domain.kernel import Act, Aggregate, Event

DECEPTION = "recipient_fraud"


class RecoveryRules(Aggregate):
    """The part of the office's rules on errors that says what is asked back of overpayments."""

    own_policies: tuple[RecoveryPolicy, ...] = ()
    """In the order they were published."""

    class RecoveryPolicyPublished(Event):
        """A policy of what is asked back of overpayments was published, to be in force from a day on."""

        TOPIC = "error_catalogue.recovery_policy_published"

        reference: str
        approved_on: date
        effective_from: date
        kept_unless_noticeable: tuple[str, ...]
        """Codes of ORIGINS, as the others."""
        own: tuple[str, ...]
        never_waived: tuple[str, ...]
        least: int
        """Fen. What is less in all is not asked back."""

        def apply(self, rules: "RecoveryRules") -> None:
            policy = RecoveryPolicy(
                effective_from=self.effective_from,
                basis=self.reference,
                kept_unless_noticeable=frozenset(self.kept_unless_noticeable),
                own=frozenset(self.own),
                never_waived=frozenset(self.never_waived),
                least=self.least,
                approved_on=self.approved_on,
            )
            rules.own_policies = (*rules.own_policies, policy)

    @property
    def recovery_policies(self) -> tuple[RecoveryPolicy, ...]:
        """The samples, which hold until the first of the office's own does, and these."""
        return (*RECOVERY_POLICIES, *self.own_policies)

    def publish_recovery_policy(self, policy: RecoveryPolicy, approved_on: date, act: Act) -> None:
        """Publish a policy; its basis is the reference of the decision that set it.

        Raises InForceBeforeApproval, CatalogueTaken, UnknownCode, DeceptionIsMadeGood.
        """
        others = [(other.basis, other.effective_from) for other in self.own_policies]
        check_approval(policy.basis, approved_on, policy.effective_from, others)
        origins = (policy.kept_unless_noticeable, policy.own, policy.never_waived)
        for code in sorted(frozenset().union(*origins)):
            check_code(code, ORIGINS)
        if DECEPTION not in policy.never_waived or DECEPTION in policy.own:
            raise DeceptionIsMadeGood
        self.trigger(
            self.RecoveryPolicyPublished,
            act,
            valid_from=policy.effective_from,
            reference=policy.basis,
            approved_on=approved_on,
            effective_from=policy.effective_from,
            kept_unless_noticeable=tuple(sorted(policy.kept_unless_noticeable)),
            own=tuple(sorted(policy.own)),
            never_waived=tuple(sorted(policy.never_waived)),
            least=policy.least,
        )
