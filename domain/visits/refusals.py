"""Why something about a visit is refused."""

from domain.refusal import Refused


class VisitAhead(Refused):
    """What is recorded of a visit has happened."""

    CODE = "visit.ahead"
    SENTENCE = "%(day)s has not come yet. Give the day of the visit, or plan a visit for that day."


class PlannedForThePast(Refused):
    """A plan is about what is to come."""

    CODE = "visit.planned_for_the_past"
    SENTENCE = "%(day)s is past. Plan the visit for today or a later day."


class NobodyWent(Refused):
    """A visit is somebody's."""

    CODE = "visit.nobody_went"
    SENTENCE = "Name at least one cadre who goes on the visit."


class NobodyVisited(Refused):
    """A visit is to somebody."""

    CODE = "visit.nobody_visited"
    SENTENCE = "Say who is visited: a household, a case or a person on record, or in words who they are."


class NothingObserved(Refused):
    """A visit that saw nothing helps nobody."""

    CODE = "visit.nothing_observed"
    SENTENCE = "Say what stood out on the visit, or that nothing did."


class Contradiction(Refused):
    """Something stood out, or nothing did."""

    CODE = "visit.contradiction"
    SENTENCE = "Either nothing stood out, or something did. Choose one or the other."


class NotOffered(Refused):
    """What is counted comes from a list."""

    CODE = "visit.not_offered"
    SENTENCE = "%(code)s is not on the list. Choose what is offered."


class NotPlanned(Refused):
    """Only a visit that is still to come can be made, missed, put off or called off."""

    CODE = "visit.not_planned"
    SENTENCE = "This visit is not to come any more. Read what became of it, or plan another one."


class NotChanged(Refused):
    """A visit that stays on its day and with its cadres is not rescheduled."""

    CODE = "visit.not_changed"
    SENTENCE = (
        "The visit is planned for this day and these cadres already. Choose another day or others to go."
    )


class NotMade(Refused):
    """Only what is recorded of a visit that was made can have been wrong."""

    CODE = "visit.not_made"
    SENTENCE = "Only a visit that is recorded as made can be put right. Read what became of this one."


class NothingCorrected(Refused):
    """A correction that corrects nothing."""

    CODE = "visit.nothing_corrected"
    SENTENCE = "Everything is on record like this already. Say what was recorded wrong."


class NotTheirVisit(Refused):
    """A visit is told to be another person's whom it was never to."""

    CODE = "visit.not_theirs"
    SENTENCE = "Visit %(number)s was not to this person. Choose one of the visits to them."
