"""Why the catalogue of standards refuses. Each sentence tells what to do next."""

from domain.refusal import Refused


class NotAnAmount(Refused):
    """A standard that would pay nothing."""

    CODE = "standards.not_an_amount"
    SENTENCE = "A standard must be more than nothing. Give the monthly amount a head."


class NoAreas(Refused):
    """A standard that would apply nowhere."""

    CODE = "standards.no_areas"
    SENTENCE = "A standard applies somewhere. Choose at least one area."


class EffectiveBeforeApproval(Refused):
    """A standard cannot be in force before it was approved and published."""

    CODE = "standards.effective_before_approval"
    SENTENCE = (
        "A standard is approved first, then published, then in force. Check the days: approved on"
        " %(approved_on)s, published on %(published_on)s, in force from %(effective_from)s."
    )


class ReferenceTaken(Refused):
    """Two standards under one reference could not be told apart."""

    CODE = "standards.reference_taken"
    SENTENCE = (
        "A standard with the reference %(reference)s is published already. Look it up before you publish."
    )


class SameDay(Refused):
    """Two standards of one programme, area and kind from the same day on."""

    CODE = "standards.same_day"
    SENTENCE = (
        "Another standard, %(reference)s, is in force from %(effective_from)s for the same area and kind."
        " Choose another day, or leave the area out."
    )


class NoStandard(Refused):
    """An amount cannot be worked out without a standard."""

    CODE = "standards.none_in_force"
    SENTENCE = (
        "No standard of kind “%(kind)s” was published for area %(area)s and the month of %(month)s."
        " Publish the standard of that time first, or check area and kind."
    )


class NotPublished(Refused):
    """An adjustment names a standard that is not in the catalogue."""

    CODE = "standards.not_published"
    SENTENCE = "No standard with the reference %(reference)s is published. Publish it first."


class NotAPeriod(Refused):
    """Means that are to be looked at again at once."""

    CODE = "standards.not_a_period"
    SENTENCE = "A family waits for a review one day at least. Give the number of days."


class ReviewBeforeApproval(Refused):
    """A period cannot be in force before it was approved."""

    CODE = "standards.review_before_approval"
    SENTENCE = (
        "A period of review is approved first, then in force. Check the days: approved on %(approved_on)s,"
        " in force from %(effective_from)s."
    )


class PeriodTaken(Refused):
    """Two periods of one programme from the same day on."""

    CODE = "standards.period_taken"
    SENTENCE = (
        "Another period of review, %(reference)s, is in force from %(effective_from)s for this programme."
        " Choose another day."
    )
