"""Why a case refuses what it would pay, and the facts that this rests on. Each tells what to do next."""

from domain.refusal import Refused


class NotBelowStandard(Refused):
    """The income a head must be strictly below the standard."""

    CODE = "case.not_below_standard"
    SENTENCE = (
        "The income of %(income)s for %(members)s is not below the standard of %(standard)s a head."
        " Refuse the application, or check the means again."
    )


class KindMissing(Refused):
    """Urban and rural standards differ."""

    CODE = "case.kind_missing"
    SENTENCE = "It is not on record which kind of standard applies. Check the means again and say it."


class AmountMissing(Refused):
    """What is granted must be an amount."""

    CODE = "case.amount_missing"
    SENTENCE = "This programme pays what the authority grants. Give an amount of more than nothing."


class AmountFollowsFacts(Refused):
    """A computed amount is not set by hand."""

    CODE = "case.amount_follows_facts"
    SENTENCE = (
        "The amount of this programme follows from facts and a standard. Record a change or a correction"
        " of the fact that is different."
    )


class PaidTooEarly(Refused):
    """Assistance is not paid for the time before the application."""

    CODE = "case.paid_too_early"
    SENTENCE = "Nothing is paid for months before the application of %(applied)s. Choose a later month."


class NotInPayment(Refused):
    """Only what is paid can be adjusted, suspended or ended, only what is suspended resumed."""

    CODE = "case.not_in_payment"
    SENTENCE = (
        "This cannot be done with case %(number)s, it is: %(state)s. See its history for what was decided."
    )


class DecidedSince(Refused):
    """A decision is not slipped in before a later one."""

    CODE = "case.decided_since"
    SENTENCE = "Since %(since)s something later is decided. Choose that day or a later one."


class BeforeCase(Refused):
    """Nothing is said about a case before it began."""

    CODE = "case.before_case"
    SENTENCE = "The case began on %(began)s. Choose that day or a later one."


class NotYetTrue(Refused):
    """A correction is about what was wrong until now."""

    CODE = "case.not_yet_true"
    SENTENCE = (
        "What begins on %(valid_from)s cannot have been wrong until now. Record a change from that day on."
    )


class EmptyPeriod(Refused):
    """A period ends after it begins."""

    CODE = "case.empty_period"
    SENTENCE = "A correction from %(valid_from)s until %(until)s covers no day. Choose a later end."


class NothingDifferent(Refused):
    """An event says that something is different."""

    CODE = "case.nothing_different"
    SENTENCE = "The record says so already. Check the value and the day."


class UnknownFact(Refused):
    """Each programme has its facts."""

    CODE = "case.unknown_fact"
    SENTENCE = "The amount of this programme does not rest on a fact %(fact)s. Choose one of: %(facts)s."


class ImpossibleFacts(Refused):
    """Facts that cannot be."""

    CODE = "case.impossible_facts"
    SENTENCE = (
        "There is at least one member, no more members in a category than in the household, and no amount"
        " below nothing. Check the figures."
    )


class UnexplainedAmount(Refused):
    """The arithmetic of the register must tell its standard; nothing is guessed."""

    CODE = "case.unexplained_amount"
    SENTENCE = (
        "No standard explains the %(amount)s taken over for %(members)s with an income of %(income)s."
        " Correct the kind of standard or the fact that was recorded wrongly."
    )


class AlreadyRaised(Refused):
    """Nobody is adjusted twice."""

    CODE = "case.already_raised"
    SENTENCE = "Case %(number)s is paid by the standard %(reference)s already. There is nothing to do."


class NotThisStandard(Refused):
    """Other programme, other area or other kind."""

    CODE = "case.not_this_standard"
    SENTENCE = "The standard %(reference)s does not apply to case %(number)s. There is nothing to do."
