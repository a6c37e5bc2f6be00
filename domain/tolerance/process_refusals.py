"""Why a verification, a hearing or a panel is refused. Each sentence tells what to do next."""

from domain.refusal import Refused


class TooFewVerifiers(Refused):
    """One person alone verifies nothing (公职人员政务处分法 42)."""

    CODE = "tolerance.too_few_verifiers"
    SENTENCE = "At least %(needed)s officials verify together, and %(given)s is named. Name more."


class NotAVerifier(Refused):
    """Only those who were assigned verify."""

    CODE = "tolerance.not_a_verifier"
    SENTENCE = "You are not among the verifiers of review %(number)s. Leave it to them."


class NamedTwice(Refused):
    """One person is one person."""

    CODE = "tolerance.named_twice"
    SENTENCE = "%(login)s is named twice or takes part already. Name another official."


class ExtendedAlready(Refused):
    """A verification is extended once."""

    CODE = "tolerance.extended_already"
    SENTENCE = "The verification was extended once, to %(due_on)s. Report what was found by then."


class NotHeard(Refused):
    """Whoever finds something hears the officials (公职人员政务处分法 43)."""

    CODE = "tolerance.not_heard"
    SENTENCE = "The officials concerned were not heard about what was found. Hear them, and say on which day."


class NegativesUnanswered(Refused):
    """The negative list is answered item by item."""

    CODE = "tolerance.negatives_unanswered"
    SENTENCE = "These items of the negative list are not answered: %(codes)s. Answer each once."


class NothingReported(Refused):
    """Nobody signs what is not written."""

    CODE = "tolerance.nothing_reported"
    SENTENCE = "There is no verification report of review %(number)s to sign. Write it first."


class SignedAlready(Refused):
    """A report is signed once by each."""

    CODE = "tolerance.signed_already"
    SENTENCE = "You signed the verification report. Wait for the other verifiers."


class OfferedAlready(Refused):
    """A statement is offered once."""

    CODE = "tolerance.offered_already"
    SENTENCE = "The statement was offered on %(offered_on)s. Wait for it until %(due_on)s."


class StatementNotOffered(Refused):
    """Nothing is determined about who was not heard (公职人员政务处分法 43)."""

    CODE = "tolerance.statement_not_offered"
    SENTENCE = "The officials concerned were not offered to make a statement. Offer it to them first."


class StatementAwaited(Refused):
    """Who was offered to be heard has time for it."""

    CODE = "tolerance.statement_awaited"
    SENTENCE = (
        "The statement was offered on %(offered_on)s and is awaited until %(due_on)s. Determine when"
        " all officials concerned have answered, or after that day."
    )


class AnsweredAlready(Refused):
    """Who made a statement did not decline to."""

    CODE = "tolerance.answered_already"
    SENTENCE = "You answered the offer to make a statement already. Add what is new as a further statement."


class TooSmallAPanel(Refused):
    """A panel that could never decide."""

    CODE = "tolerance.too_small_a_panel"
    SENTENCE = "A panel has at least %(quorum)s members, and %(given)s are named. Name more."


class NotHeldYet(Refused):
    """Nothing is written down or voted for before the panel meets."""

    CODE = "tolerance.not_held_yet"
    SENTENCE = "The panel meets on %(held_on)s. Record the minutes and vote on that day or after it."


class NotOnThePanel(Refused):
    """Only the panel votes and determines."""

    CODE = "tolerance.not_on_the_panel"
    SENTENCE = (
        "You are not on the panel of review %(number)s. Leave it to its members to vote and to determine."
    )
