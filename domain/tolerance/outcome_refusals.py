"""Why an outcome, its review and what follows are refused. Each sentence tells what to do next."""

from domain.refusal import Refused


class MinutesMissing(Refused):
    """What was deliberated is written down."""

    CODE = "tolerance.minutes_missing"
    SENTENCE = "There are no minutes of the deliberation. Record them first."


class QuorumMissing(Refused):
    """A few do not decide for all."""

    CODE = "tolerance.quorum_missing"
    SENTENCE = "%(votes)s members of the panel voted, and %(quorum)s have to. Ask the others to vote."


class NoMajority(Refused):
    """More than half decide."""

    CODE = "tolerance.no_majority"
    SENTENCE = (
        "“%(outcome)s” has %(votes)s of %(all)s votes, which is not more than half. Deliberate and"
        " vote again."
    )


class NegativeHit(Refused):
    """What is never tolerated is not tolerated."""

    CODE = "tolerance.negative_hit"
    SENTENCE = (
        "The verifiers found on %(on)s that the negative list is hit: %(hits)s. Only these outcomes"
        " are left: %(outcomes)s."
    )


class WorseThanProposed(Refused):
    """A statement is never to anybody's disadvantage (公职人员政务处分法 43)."""

    CODE = "tolerance.worse_than_proposed"
    SENTENCE = (
        "Before the officials made their statement, “%(proposed)s” was proposed, and “%(outcome)s” is"
        " worse. A statement is never to anybody's disadvantage: choose an outcome that is not worse."
    )


class ConditionsMissing(Refused):
    """An exemption needs all six conditions."""

    CODE = "tolerance.conditions_missing"
    SENTENCE = "“%(outcome)s” needs all conditions, and these are not affirmed: %(conditions)s."


class NotCorrected(Refused):
    """No exemption without a correction."""

    CODE = "tolerance.not_corrected"
    SENTENCE = (
        "“%(outcome)s” needs a correction of error %(error)s that is completed, or a plan that was"
        " accepted. Have it corrected first."
    )


class DeviationUnexplained(Refused):
    """Who deviates from precedents says why."""

    CODE = "tolerance.deviation_unexplained"
    SENTENCE = "“%(outcome)s” deviates from what was determined in similar cases. Say why."


class DeterminedAlready(Refused):
    """A determination is the act of the organ, and who applied for it cannot take it away."""

    CODE = "tolerance.determined_already"
    SENTENCE = (
        "“%(outcome)s” was determined on %(on)s, and an application is withdrawn before that. Whoever"
        " disagrees requests a review of the determination."
    )


class ContentsMissing(Refused):
    """A notification says what it must (公职人员政务处分法 45)."""

    CODE = "tolerance.contents_missing"
    SENTENCE = "The notification lacks: %(contents)s. Add it."


class ReviewTooLate(Refused):
    """A review is requested within its time."""

    CODE = "tolerance.review_too_late"
    SENTENCE = "A review was to be requested by %(due_on)s. The determination stands."


class ReviewedAlready(Refused):
    """Once at each level."""

    CODE = "tolerance.reviewed_already"
    SENTENCE = (
        "A review at level %(level)s was requested on %(on)s, and there is one at each level. Request"
        " the next level, if there is one."
    )


class LevelSkipped(Refused):
    """The next level comes after the first."""

    CODE = "tolerance.level_skipped"
    SENTENCE = "Level %(level)s reviews after the level before it has. Request a review at level %(first)s."


class TooFewReviewers(Refused):
    """A review is by somebody."""

    CODE = "tolerance.too_few_reviewers"
    SENTENCE = "Nobody is named who reviews. Name at least one official who had no part in the determination."


class NotAReviewer(Refused):
    """Only those who were assigned review."""

    CODE = "tolerance.not_a_reviewer"
    SENTENCE = "You are not among the reviewers of review %(number)s. Leave it to them."


class Aggravated(Refused):
    """A review never makes it worse (公职人员政务处分法 55–57)."""

    CODE = "tolerance.aggravated"
    SENTENCE = (
        "“%(outcome)s” is worse than “%(determined)s”, which was determined on %(on)s. A review never"
        " makes it worse: uphold the determination or choose a better outcome."
    )


class ResultDoesNotFit(Refused):
    """Upheld is the same, changed is another outcome."""

    CODE = "tolerance.result_does_not_fit"
    SENTENCE = (
        "“%(result)s” does not go with “%(outcome)s”, as “%(determined)s” was determined. Choose the"
        " result or the outcome again."
    )


class WindowRunning(Refused):
    """Nothing is final while a review may be requested."""

    CODE = "tolerance.window_running"
    SENTENCE = "A review may be requested until %(due_on)s. Wait until that day is over."


class RevokedAlone(Refused):
    """One person alone takes no exemption away."""

    CODE = "tolerance.revoked_alone"
    SENTENCE = "At least %(needed)s officials revoke a determination together. Name who decides it with you."


class NotToBeCleared(Refused):
    """A name is cleared when nothing is left."""

    CODE = "tolerance.not_to_be_cleared"
    SENTENCE = "After “%(outcome)s” no name is cleared. Only after these: %(outcomes)s."


class EffectDoesNotFit(Refused):
    """What follows depends on the outcome."""

    CODE = "tolerance.effect_does_not_fit"
    SENTENCE = (
        "“%(effect)s” does not follow from “%(outcome)s”. After an exemption nothing is affected;"
        " after any other outcome the rest is decided elsewhere."
    )
