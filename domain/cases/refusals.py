"""Why a case refuses. Each sentence tells what to do next."""

from domain.kernel import Refused


class NotOpen(Refused):
    """The application was decided already."""

    CODE = "case.not_open"
    SENTENCE = (
        "Case %(number)s is no longer open, it is: %(state)s. What is different now is recorded as a"
        " change or a correction."
    )


class StepMissing(Refused):
    """No step before its predecessors."""

    CODE = "case.step_missing"
    SENTENCE = "“%(missing)s” comes before “%(step)s”. Record that step first."


class StepDoneAlready(Refused):
    """A step is done once, or again only while nothing rests on it."""

    CODE = "case.step_done_already"
    SENTENCE = "“%(step)s” was recorded on %(on)s. Go on with the next step."


class StepNotInProgramme(Refused):
    """The procedure of the programme has no such step."""

    CODE = "case.step_not_in_programme"
    SENTENCE = "“%(step)s” is no step of this procedure. Go on with the next step."


class NoEmergencyInProgramme(Refused):
    """Relief comes first only where the programme says so."""

    CODE = "case.no_emergency_in_programme"
    SENTENCE = (
        "This programme knows no simplified procedure. Apply without emergency, or for temporary assistance."
    )


class SupplementAlreadyRequested(Refused):
    """An applicant is told everything that is missing, once."""

    CODE = "case.supplement_already_requested"
    SENTENCE = (
        "The applicant was told what is missing, and is told only once. Accept the application or refuse it."
    )


class TooFewVisitors(Refused):
    """Two pairs of eyes at least."""

    CODE = "case.too_few_visitors"
    SENTENCE = "A household is visited by two officials at least. Name everyone who was there."


class NoticeTooShort(Refused):
    """The public has its days to object."""

    CODE = "case.notice_too_short"
    SENTENCE = "A public notice lasts %(days)s days at least. Let it end on %(earliest)s or later."


class NoticeRunning(Refused):
    """Nothing is decided while the public may still object."""

    CODE = "case.notice_running"
    SENTENCE = "The public notice runs until %(until)s. Wait until it has ended."


class ObjectionOpen(Refused):
    """Nothing is decided before every objection is answered."""

    CODE = "case.objection_open"
    SENTENCE = "Objection %(objection)s is not answered. Look into it and answer it first."


class ObjectionNotOpen(Refused):
    """Only an open objection is answered."""

    CODE = "case.objection_not_open"
    SENTENCE = "There is no open objection %(objection)s. Choose one that is not answered."


class NotTheDecider(Refused):
    """The programme says who decides."""

    CODE = "case.not_the_decider"
    SENTENCE = "This decision is made in the role: %(role)s. Hand the case to one who holds it."


class OwnOpinion(Refused):
    """Segregation of duties: opinion and decision are of two people."""

    CODE = "case.own_opinion"
    SENTENCE = "Who gave the preliminary opinion may not decide. Hand the case to another official."


class ProgrammesExclude(Refused):
    """Some programmes exclude each other."""

    CODE = "case.programmes_exclude"
    SENTENCE = "Nobody is in “%(programme)s” and “%(other)s” at the same time. End the other one first."


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


class NothingDecided(Refused):
    """An opinion is reserved against a decision."""

    CODE = "case.nothing_decided"
    SENTENCE = "Nothing is decided in this case yet. To object to an order before that, record the objection."


class NotADecision(Refused):
    """An opinion is reserved against a decision on record."""

    CODE = "case.not_a_decision"
    SENTENCE = "There is no decision on this case at position %(decision)s. Choose one of its history."


class DissentOnRecord(Refused):
    """An opinion is reserved once, and stays."""

    CODE = "case.dissent_on_record"
    SENTENCE = "You reserved your opinion on this decision on %(on)s. It stays on record."
