"""Why something is not done with a question."""

from domain.refusal import Refused


class AnsweredAlready(Refused):
    """A question is answered once, unless it is reopened."""

    CODE = "question.answered_already"
    SENTENCE = "Question %(number)s is answered. If the answer did not help, reopen the question first."


class NotAnswered(Refused):
    """What follows an answer needs one."""

    CODE = "question.not_answered"
    SENTENCE = "Question %(number)s is not answered yet. Answer it first."


class NotLater(Refused):
    """A promise is put off, never forward without a word."""

    CODE = "question.not_later"
    SENTENCE = (
        "The answer is promised by %(promised_on)s already. Give more working days, or answer by that day."
    )


class RaisedAhead(Refused):
    """What is recorded has happened."""

    CODE = "question.raised_ahead"
    SENTENCE = "A question cannot be raised after today. Give the day on which it was raised."


class UnknownTopic(Refused):
    """Topics are counted, so they come from a list."""

    CODE = "question.unknown_topic"
    SENTENCE = "There is no topic %(topic)s. Choose one that is offered."


class SortedAlready(Refused):
    """A topic that a person chose is not chosen again."""

    CODE = "question.sorted_already"
    SENTENCE = "Question %(number)s is under this topic already. Choose another one, or leave it."


class AssignedAlready(Refused):
    """Nobody is given what they have."""

    CODE = "question.assigned_already"
    SENTENCE = "Question %(number)s is with this official already. Choose a colleague."


class LinkedAlready(Refused):
    """A link that adds nothing."""

    CODE = "question.linked_already"
    SENTENCE = "Question %(number)s is linked to this already. Name another person or case, or leave it."


class NotTheirQuestion(Refused):
    """A question is told to be another person's whom it was never about."""

    CODE = "question.not_theirs"
    SENTENCE = "Question %(number)s is not about this person. Choose one of the questions about them."


class AskedAgainBefore(Refused):
    """Whether an answer helped is asked after it was given."""

    CODE = "question.asked_again_before"
    SENTENCE = "The day to ask again is past. Choose today or a later day, or leave it empty."


class NotReworded(Refused):
    """What a family said is never shown to everyone."""

    CODE = "question.not_reworded"
    SENTENCE = (
        "The public reads nothing as it was said or answered. "
        "Write the question and the answer in general words of your own."
    )


class NamesSomebody(Refused):
    """A public wording tells nobody who asked."""

    CODE = "question.names_somebody"
    SENTENCE = (
        "The wording holds a name or a long number, by which somebody could be known. "
        "Take it out before everyone reads it."
    )


class PublishedAlready(Refused):
    """A question is published in one wording at a time."""

    CODE = "question.published_already"
    SENTENCE = "Question %(number)s is published already. Withdraw it before you publish another wording."


class NotPublished(Refused):
    """Only what is published can be withdrawn."""

    CODE = "question.not_published"
    SENTENCE = "Question %(number)s is not published. There is nothing to withdraw."
