"""Why an application for tolerance and its handling are refused. Each sentence tells what to do next."""

from domain.refusal import Refused


class NotNow(Refused):
    """Each step has its place in the life of a review."""

    CODE = "tolerance.not_now"
    SENTENCE = (
        "This cannot be done with review %(number)s, it is: %(state)s. See its page for what may be"
        " done next."
    )


class HadAPart(Refused):
    """Segregation of duties, by person."""

    CODE = "tolerance.had_a_part"
    SENTENCE = (
        "Nobody does both: “%(had)s” and “%(part)s”. You had your part on %(on)s: %(act)s. Hand it to"
        " another official."
    )


class CannotBeNamed(Refused):
    """Nobody is called to what they may not do."""

    CODE = "tolerance.cannot_be_named"
    SENTENCE = (
        "%(login)s cannot be named, as nobody does both: “%(had)s” and “%(part)s”. They had their"
        " part on %(on)s: %(act)s. Name another official."
    )


class NotOfTheOrgan(Refused):
    """Nobody is called to what they could not do."""

    CODE = "tolerance.not_of_the_organ"
    SENTENCE = (
        "%(login)s does not act for the organ in this area, and could not take the part. Name an"
        " official of the organ."
    )


class MustKeepAway(Refused):
    """A near relative of the family or of the officials concerned (公职人员政务处分法 47)."""

    CODE = "tolerance.must_keep_away"
    SENTENCE = (
        "%(login)s is a near relative of somebody whom this review is about, and has to keep away"
        " from it. Name another official."
    )


class NotForThisRole(Refused):
    """Some roles never take some parts."""

    CODE = "tolerance.not_for_this_role"
    SENTENCE = "“%(part)s” is not done in the role: %(role)s. Only these do it: %(roles)s."


class OnlyForThemselves(Refused):
    """Only a manager applies for others."""

    CODE = "tolerance.only_for_themselves"
    SENTENCE = (
        "You are not among the officials whom error %(error)s concerns. Only they apply for"
        " themselves, or a manager for them or for the unit: ask a manager."
    )


class ApplicantDoesNotFit(Refused):
    """Who applies is what they say they are."""

    CODE = "tolerance.applicant_does_not_fit"
    SENTENCE = (
        "You do not apply as: %(applicant)s. Officials concerned apply for themselves, managers for"
        " them or for the unit. Choose again."
    )


class NobodyConcerned(Refused):
    """An error of nobody is held against nobody."""

    CODE = "tolerance.nobody_concerned"
    SENTENCE = "No official is named whom error %(error)s concerns. Name at least one."


class NotConcerned(Refused):
    """Only the officials concerned answer for themselves."""

    CODE = "tolerance.not_concerned"
    SENTENCE = "Review %(number)s is not about you. Only the officials concerned do this: tell them."


class ErrorNotClassified(Refused):
    """An error is found before it is judged."""

    CODE = "tolerance.error_not_classified"
    SENTENCE = (
        "Error %(error)s is not substantiated and classified. Have it looked into first, then apply"
        " for tolerance."
    )


class NoCorrectionAsked(Refused):
    """Tolerance goes with a correction (容错 with 纠错)."""

    CODE = "tolerance.no_correction_asked"
    SENTENCE = (
        "Nobody has asked for error %(error)s to be corrected. Have a correction notice issued first,"
        " then submit the application."
    )


class AccountabilityDecided(Refused):
    """What was decided is not applied against."""

    CODE = "tolerance.accountability_decided"
    SENTENCE = (
        "Accountability for error %(error)s was decided on %(decided_on)s, and tolerance is applied"
        " for before that. Whoever disagrees asks for that decision to be reviewed."
    )


class WindowClosed(Refused):
    """An application has its time."""

    CODE = "tolerance.window_closed"
    SENTENCE = (
        "Notice of accountability for error %(error)s was given on %(noticed_on)s, and the"
        " application was to be submitted by %(due_on)s. Ask the organ to take what you have to say"
        " into account in its own procedure."
    )


class ReviewOpen(Refused):
    """One review an error at a time."""

    CODE = "tolerance.review_open"
    SENTENCE = "Review %(other)s of error %(error)s is not over. Go on with that one, or withdraw it first."


class DeterminedBefore(Refused):
    """What was determined is reviewed, not applied for again."""

    CODE = "tolerance.determined_before"
    SENTENCE = (
        "Error %(error)s was determined in review %(other)s. Whoever disagrees requests a review of"
        " that determination."
    )


class FactorsMissing(Refused):
    """What is left blank is not submitted."""

    CODE = "tolerance.factors_missing"
    SENTENCE = "These factors are not answered: %(factors)s. Answer each with a rating and in words."


class UnknownCode(Refused):
    """What is answered comes from the lists in force."""

    CODE = "tolerance.unknown_code"
    SENTENCE = "%(code)s is not in the list. Choose one of: %(titles)s."


class WordsMissing(Refused):
    """What is meant is told in words."""

    CODE = "tolerance.words_missing"
    SENTENCE = "Nothing is written down. Say in words what this is about."


class OtherRules(Refused):
    """A review goes by the rules it began with."""

    CODE = "tolerance.other_rules"
    SENTENCE = "Review %(number)s goes by the rules %(reference)s. Load its page again."
