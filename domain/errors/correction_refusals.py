"""Why the correction of an error or its end is refused. Each sentence tells what to do next."""

from domain.refusal import Refused


class NotAtThisStage(Refused):
    """Each step has its place in the correction."""

    CODE = "error.not_at_this_stage"
    SENTENCE = (
        "This cannot be done with the correction of error %(number)s, it is: %(stage)s. See its page for"
        " what may be done next."
    )


class ObjectionOpen(Refused):
    """Nothing is corrected while it is open whether the notice is right."""

    CODE = "error.objection_open"
    SENTENCE = "The objection to notice %(notice)s is not decided on. Decide on it first."


class NoItems(Refused):
    """A notice asks for something."""

    CODE = "error.no_items"
    SENTENCE = "The notice asks for nothing. Choose at least one thing to put right."


class CaseToBeCorrected(Refused):
    """The catalogue says which errors are put right in the case."""

    CODE = "error.case_to_be_corrected"
    SENTENCE = (
        "By the catalogue, error %(number)s is put right in the case. Ask for a fact to be corrected, or for"
        " a new decision."
    )


class NoPersons(Refused):
    """A notice names who is to see to it."""

    CODE = "error.no_persons"
    SENTENCE = "The notice names nobody. Name at least one official who is to see to it."


class CannotSeeToIt(Refused):
    """A notice names officials who may do what it asks for."""

    CODE = "error.cannot_see_to_it"
    SENTENCE = (
        "%(login)s cannot see to it, as nobody does both: “%(had)s” and “%(part)s”. They had their part on"
        " %(on)s: %(act)s. Name another official."
    )


class DueInThePast(Refused):
    """Nobody can keep a time limit that is over."""

    CODE = "error.due_in_the_past"
    SENTENCE = "Nothing can be done by %(due_on)s any more. Choose %(on)s or a later day."


class NotNamed(Refused):
    """Who is named answers a notice."""

    CODE = "error.not_named"
    SENTENCE = "Notice %(notice)s does not name you. Leave this to an official whom it names."


class ObjectedAlready(Refused):
    """A notice is objected to once."""

    CODE = "error.objected_already"
    SENTENCE = "An objection to notice %(notice)s was decided on. Submit a plan for the correction."


class PlanTooLate(Refused):
    """A plan keeps the time limit of its notice."""

    CODE = "error.plan_too_late"
    SENTENCE = "The correction is due on %(due_on)s. Plan to have it done by that day."


class CaseNotCorrected(Refused):
    """What the notice asks for in the case is in the history of the case."""

    CODE = "error.case_not_corrected"
    SENTENCE = "Notice %(notice)s asks for a correction of the case. Correct the case first."


class NoDifference(Refused):
    """What was paid wrongly is known by month before the money counts as put right."""

    CODE = "error.no_difference"
    SENTENCE = (
        "Notice %(notice)s asks for money to be put right, but no difference is on record. Enter what was"
        " paid and what was due, month by month; or object to the notice, if nothing was paid wrongly."
    )


class NotOverdue(Refused):
    """Only what is overdue goes to the unit above."""

    CODE = "error.not_overdue"
    SENTENCE = "Notice %(notice)s is due on %(due_on)s. Wait until that day is over."


class EscalatedAlready(Refused):
    """A unit is told once."""

    CODE = "error.escalated_already"
    SENTENCE = "Notice %(notice)s went to %(unit)s already. Choose the unit above that one."


class HandedUpAlready(Refused):
    """Who is to see to it is told once for each day that was missed."""

    CODE = "error.handed_up_already"
    SENTENCE = "Notice %(notice)s, due on %(due_on)s, was handed up already. See that it is complied with."


class NotVerified(Refused):
    """A correction counts when another person found it so."""

    CODE = "error.not_verified"
    SENTENCE = "The correction of error %(number)s is not verified. Let another official verify it first."


class TooEarly(Refused):
    """Whether a correction holds shows with time."""

    CODE = "error.too_early"
    SENTENCE = "The follow-up after %(days)s days is from %(earliest)s on. Wait until then."


class FollowedUpAlready(Refused):
    """Each follow-up is done once."""

    CODE = "error.followed_up_already"
    SENTENCE = (
        "The follow-up after %(days)s days is on record. If the correction does not hold, reopen the error."
    )


class NotClassified(Refused):
    """What an error was is known before it is closed."""

    CODE = "error.not_classified"
    SENTENCE = "Error %(number)s is: %(state)s. Let it be substantiated and classified first, or dismissed."


class CorrectionOpen(Refused):
    """Nothing is closed that is still to be put right."""

    CODE = "error.correction_open"
    SENTENCE = (
        "The correction of error %(number)s is open, it is: %(stage)s. Complete it and have it verified."
    )


class NotCorrected(Refused):
    """What cost a family or the office money is put right first."""

    CODE = "error.not_corrected"
    SENTENCE = (
        "The money of error %(number)s is not put right: %(direction)s. Issue a correction notice first."
    )
