"""Why the money of an error refuses. Each sentence tells what to do next."""

from domain.refusal import Refused


class BroughtByCase(Refused):
    """What was decided wrongly is decided anew, and that says what difference it makes."""

    CODE = "error.brought_by_case"
    SENTENCE = (
        "The correction of the case brings the difference of error %(number)s by itself. Correct the case. If"
        " something else was paid wrongly, report that as an error of its own."
    )


class NoMonths(Refused):
    """A difference is told by month."""

    CODE = "error.no_months"
    SENTENCE = "No month is named. Say for at least one month what was paid and what was due."


class BelowNothing(Refused):
    """Nobody is paid less than nothing."""

    CODE = "error.below_nothing"
    SENTENCE = (
        "The amount of %(amount)s for the month of %(month)s is below 0. Enter what was paid and what was"
        " due; the difference follows from them."
    )


class NothingDifferent(Refused):
    """What is entered makes a difference."""

    CODE = "error.nothing_different"
    SENTENCE = (
        "For the month of %(month)s this makes no difference: what was paid is what was due, or it is on"
        " record like this already. Leave the month out, or correct the amounts."
    )


class NothingOwed(Refused):
    """Only what is owed is ordered."""

    CODE = "error.nothing_owed"
    SENTENCE = (
        "There is no month that the family is still owed something for. Correct the case first, or enter the"
        " difference where no case tells it; or see what is ordered already."
    )


class MonthNotOwed(Refused):
    """A month without a difference, or ordered already."""

    CODE = "error.month_not_owed"
    SENTENCE = "Nothing more is owed for %(month)s. Choose from these months: %(owed)s."


class NotWhatIsOwed(Refused):
    """A back payment is what the months are owed, no more and no less."""

    CODE = "error.not_what_is_owed"
    SENTENCE = "For these months %(owed)s is owed, not %(amount)s. Order that amount, or choose other months."


class NothingOrdered(Refused):
    """Nothing is paid back without an order."""

    CODE = "error.nothing_ordered"
    SENTENCE = "No back payment is ordered that is not paid. Order it first."


class NothingOverpaid(Refused):
    """Only what was overpaid can be recoverable."""

    CODE = "error.nothing_overpaid"
    SENTENCE = (
        "There is no overpayment that is not decided on. Correct the case first, or enter the difference"
        " where no case tells it; or see what is decided."
    )


class NothingRecoverable(Refused):
    """Nothing is recovered or waived that is not recoverable."""

    CODE = "error.nothing_recoverable"
    SENTENCE = (
        "There is no recoverable amount that is not decided on. Decide first whether the overpayment is"
        " recoverable."
    )


class NothingToReceive(Refused):
    """Nothing comes in that nobody asked for."""

    CODE = "error.nothing_to_receive"
    SENTENCE = "There is nothing that is to be recovered and did not come in. Decide on the recovery first."


class AmountDoesNotFit(Refused):
    """No more is paid, decided on or received than there is."""

    CODE = "error.amount_does_not_fit"
    SENTENCE = "%(amount)s does not fit the ledger. Give more than nothing and no more than %(left)s."


class NotYetMoved(Refused):
    """Money that moves later is recorded then."""

    CODE = "error.not_yet_moved"
    SENTENCE = "No money can have moved on %(day)s, that is still to come. Check the day."


class NoRecoveryPolicy(Refused):
    """Recovery needs a rule that it rests on."""

    CODE = "error.no_recovery_policy"
    SENTENCE = "No recovery policy is in force on %(on)s. Have one approved before you decide."


class KeptByPolicy(Refused):
    """What a family may keep is not asked back."""

    CODE = "error.kept_by_policy"
    SENTENCE = (
        "By the recovery policy %(policy)s the family keeps this overpayment. Decide that it is not"
        " recoverable."
    )


class RecoverableByPolicy(Refused):
    """Whether something is recoverable follows from the policy; mercy comes after."""

    CODE = "error.recoverable_by_policy"
    SENTENCE = (
        "By the recovery policy %(policy)s this overpayment is recoverable. Decide so, and consider hardship"
        " when you decide on the recovery."
    )


class NotByPolicy(Refused):
    """Nobody is let off against the policy."""

    CODE = "error.not_by_policy"
    SENTENCE = (
        "The recovery policy %(policy)s does not allow this for an error of this origin: %(decision)s."
        " Choose another decision."
    )


class RecoveryWaits(Refused):
    """Nothing is recovered while somebody objects."""

    CODE = "error.recovery_waits"
    SENTENCE = (
        "Recovery waits while an objection is open: %(objection)s, %(reference)s. Have the objection answered"
        " first."
    )


class NoSuchEntry(Refused):
    """Only what was entered can be reversed."""

    CODE = "error.no_such_entry"
    SENTENCE = "There is no entry %(entry)s in the ledger of this error. Check the number."


class IsReversal(Refused):
    """A reversal is not reversed: what is right is entered anew."""

    CODE = "error.is_reversal"
    SENTENCE = "Entry %(entry)s is a reversal itself. Enter what is right as a new entry."


class ReversedAlready(Refused):
    """Nothing is reversed twice."""

    CODE = "error.reversed_already"
    SENTENCE = "Entry %(entry)s is reversed already. There is nothing to do."


class BuiltOn(Refused):
    """The last entry is reversed first."""

    CODE = "error.built_on"
    SENTENCE = "Other entries rest on entry %(entry)s. Reverse those first."


class NotSettled(Refused):
    """An error is not closed over money that is still open."""

    CODE = "error.not_settled"
    SENTENCE = (
        "The money is not settled. To be ordered: %(owed)s, to be paid: %(to_pay)s, not decided on whether"
        " recoverable: %(undecided)s, whether recovered: %(to_decide)s, to be received: %(to_receive)s. Carry"
        " these out first, and reverse what is below nothing."
    )


class NothingToReverse(Refused):
    """There must be an entry."""

    CODE = "error.nothing_to_reverse"
    SENTENCE = "There is no entry in the ledger of this error. There is nothing to do."
