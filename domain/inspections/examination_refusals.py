"""Why something is not done while a sample is examined, units are asked, or an inspection is concluded."""

from domain.refusal import Refused


class NobodyExamines(Refused):
    """Cases are examined by people."""

    CODE = "inspection.nobody_examines"
    SENTENCE = "Name at least one examiner."


class NotAnExaminer(Refused):
    """Cases are examined by who was assigned."""

    CODE = "inspection.not_an_examiner"
    SENTENCE = "You are not assigned to examine inspection %(number)s. Have yourself assigned first."


class NotInSample(Refused):
    """Nobody adds a case to a sample."""

    CODE = "inspection.not_in_sample"
    SENTENCE = (
        "Case %(case)s is not in the sample of inspection %(number)s. "
        "Examine a case of the sample; report an error of another case by itself."
    )


class ActedInCase(Refused):
    """Nobody inspects their own work."""

    CODE = "inspection.acted_in_case"
    SENTENCE = (
        "You acted in case %(case)s yourself on %(on)s (%(act)s). Leave its examination to another examiner."
    )


class NotAFocus(Refused):
    """What is looked at was planned."""

    CODE = "inspection.not_a_focus"
    SENTENCE = "Inspection %(number)s does not look at this. Choose one of its focus areas."


class UnknownResult(Refused):
    """Results come from a list."""

    CODE = "inspection.unknown_result"
    SENTENCE = "There is no result %(result)s. Choose among those that are offered."


class SameResult(Refused):
    """What says nothing new."""

    CODE = "inspection.same_result"
    SENTENCE = (
        "This is recorded of case %(case)s already. Record another result, or go on with the next case."
    )


class WordsMissing(Refused):
    """What is not in order is told."""

    CODE = "inspection.words_missing"
    SENTENCE = "Say what is not in order, so that the unit can answer it."


class InOrder(Refused):
    """A finding rests on an examination."""

    CODE = "inspection.in_order"
    SENTENCE = (
        "Nothing is recorded as not in order here in case %(case)s. "
        "Record the result of the examination first, then the finding."
    )


class FoundAlready(Refused):
    """What is found is counted once."""

    CODE = "inspection.found_already"
    SENTENCE = (
        "Error %(error)s is a finding of this inspection in case %(case)s already. "
        "If something else is not in order, report that."
    )


class NobodyThere(Refused):
    """Who is asked can answer."""

    CODE = "inspection.nobody_there"
    SENTENCE = (
        "In the unit %(unit)s nobody can answer for the areas that are inspected. Ask one of: %(units)s."
    )


class UnknownQuery(Refused):
    """What is answered was asked."""

    CODE = "inspection.unknown_query"
    SENTENCE = "Inspection %(number)s has no query %(query)s. Choose one that is open."


class NotThisUnit(Refused):
    """A query is answered by the unit that was asked."""

    CODE = "inspection.not_this_unit"
    SENTENCE = "The query is to the unit %(unit)s. Leave the answer to its people."


class AsksThemselves(Refused):
    """Who asks does not answer."""

    CODE = "inspection.asks_themselves"
    SENTENCE = "You belong to inspection %(number)s yourself. Leave the answer to somebody of the unit."


class QueryAnsweredAlready(Refused):
    """A query is answered once."""

    CODE = "inspection.query_answered_already"
    SENTENCE = "The query was answered on %(on)s. If there is more to say, the inspectors send another."


class NotExaminedYet(Refused):
    """A conclusion rests on the whole sample."""

    CODE = "inspection.not_examined_yet"
    SENTENCE = "%(left)s points of the sample are not examined yet. Examine them before you conclude."


class QueriesOpen(Refused):
    """Who is asked is heard."""

    CODE = "inspection.queries_open"
    SENTENCE = "A query can still be answered until %(due_on)s. Conclude after the answer or after that day."
