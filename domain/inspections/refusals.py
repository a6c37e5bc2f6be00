"""Why an inspection is not planned like this, or its sample not drawn."""

from domain.refusal import Refused


class NothingInspected(Refused):
    """An inspection has a scope."""

    CODE = "inspection.nothing_inspected"
    SENTENCE = "Choose at least one area and one focus area."


class EndsBeforeItBegins(Refused):
    """Months are given in their order."""

    CODE = "inspection.ends_before_it_begins"
    SENTENCE = "The last month inspected is before the first. Give the months in their order."


class NotYetOver(Refused):
    """What is inspected has happened."""

    CODE = "inspection.not_yet_over"
    SENTENCE = "The month %(month)s has not begun yet. End the period with this month at the latest."


class UnknownFocus(Refused):
    """Focus areas come from a list."""

    CODE = "inspection.unknown_focus"
    SENTENCE = "There is no focus area %(focus)s. Choose among those that are offered."


class NotOfThisInspection(Refused):
    """An inspection is its members' own."""

    CODE = "inspection.not_a_member"
    SENTENCE = "You do not belong to inspection %(number)s. Leave this to one of its members."


class CommittedAlready(Refused):
    """A commitment is never changed."""

    CODE = "inspection.committed_already"
    SENTENCE = (
        "The frame of inspection %(number)s was committed on %(on)s and cannot be changed. "
        "Draw the sample from it, or withdraw the inspection and say why."
    )


class EmptyFrame(Refused):
    """A sample needs something to be drawn from."""

    CODE = "inspection.empty_frame"
    SENTENCE = "No case fits this inspection. Plan another with more areas, programmes or months."


class UnknownStratum(Refused):
    """Strata come from a list."""

    CODE = "inspection.unknown_stratum"
    SENTENCE = "There is no stratum %(stratum)s. Give a share for each of those that are offered."


class NoShare(Refused):
    """A share is a part of a whole."""

    CODE = "inspection.no_share"
    SENTENCE = "A share is between nothing and the whole. Give the share of the stratum %(stratum)s anew."


class NothingToDraw(Refused):
    """Whoever has no share in any stratum draws nothing."""

    CODE = "inspection.nothing_to_draw"
    SENTENCE = "Nothing would be drawn. Give a share for at least one stratum that holds a case."


class NotCommitted(Refused):
    """Nothing is drawn from a frame that could still be chosen."""

    CODE = "inspection.not_committed"
    SENTENCE = "The frame of inspection %(number)s is not committed yet. Commit it, then draw."


class DrawnAlready(Refused):
    """A sample is drawn once."""

    CODE = "inspection.drawn_already"
    SENTENCE = "The sample of inspection %(number)s was drawn on %(on)s and is frozen. Examine it."


class SampleDrawn(Refused):
    """A sample is not thrown away unseen."""

    CODE = "inspection.sample_drawn"
    SENTENCE = (
        "The sample of inspection %(number)s was drawn on %(on)s, so the inspection is not withdrawn any "
        "more. Examine the sample, and conclude the inspection."
    )


class NothingSince(Refused):
    """What nobody could know has to happen first."""

    CODE = "inspection.nothing_since"
    SENTENCE = (
        "Nobody else has recorded anything since the frame was committed. "
        "Draw when the next event of somebody else is on record."
    )


class WrongBeacon(Refused):
    """Only an event of somebody else, after the commitment, could be known to nobody."""

    CODE = "inspection.wrong_beacon"
    SENTENCE = (
        "The event at position %(position)s was known to who committed the frame. "
        "Draw with the first event after position %(after)s that somebody else recorded."
    )


class WrongSeed(Refused):
    """The seed is the one that was committed."""

    CODE = "inspection.wrong_seed"
    SENTENCE = (
        "The seed is not the one that inspection %(number)s was committed to. "
        "Have the operators look into it, withdraw the inspection and plan another."
    )


class FrameChanged(Refused):
    """The frame is the one that was committed."""

    CODE = "inspection.frame_changed"
    SENTENCE = (
        "The frame is not the one that inspection %(number)s was committed to. "
        "Have the operators look into it, withdraw the inspection and plan another."
    )


class NotDrawn(Refused):
    """What is examined comes from the sample."""

    CODE = "inspection.not_drawn"
    SENTENCE = "The sample of inspection %(number)s is not drawn yet. Draw it first."


class Over(Refused):
    """What was concluded or withdrawn stays as it is."""

    CODE = "inspection.over"
    SENTENCE = "Inspection %(number)s ended on %(on)s. Plan another to look into it again."
