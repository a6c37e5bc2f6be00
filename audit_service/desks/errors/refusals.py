"""Why a desk refuses before an error is asked. Each sentence tells what to do next."""

from domain.refusal import Refused


class NotOfThisCase(Refused):
    """What is in error is in the history of the case that is named."""

    CODE = "error.not_of_this_case"
    SENTENCE = (
        "Number %(decision)s is no event of case %(case)s. Look it up in the history of the case, or leave it"
        " empty."
    )


class NoCaseToCorrect(Refused):
    """A family that was not covered has no case yet."""

    CODE = "error.no_case_to_correct"
    SENTENCE = (
        "Error %(number)s is about a family without a case. Accept their application, enter the difference"
        " that they are owed, and report what was done as completed."
    )


class NotAttachedHere(Refused):
    """Evidence is on record where others can look at it."""

    CODE = "error.not_attached_here"
    SENTENCE = (
        "Document %(document)s is not attached to error %(number)s or its case. Attach it first, or choose"
        " one that is."
    )
