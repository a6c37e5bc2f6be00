"""Why a report, a classification or the catalogue of errors refuses. Each sentence tells what to do next."""

from domain.refusal import Refused


class NoElements(Refused):
    """A catalogue without an entry."""

    CODE = "error_catalogue.no_elements"
    SENTENCE = "A catalogue of errors names at least one. Add what can be in error."


class InForceBeforeApproval(Refused):
    """A rule cannot be in force before it was approved."""

    CODE = "error_catalogue.in_force_before_approval"
    SENTENCE = (
        "A rule is approved first, then in force. Check the days: approved on %(approved_on)s,"
        " in force from %(effective_from)s."
    )


class CatalogueTaken(Refused):
    """Two rules that could not be told apart."""

    CODE = "error_catalogue.taken"
    SENTENCE = (
        "The rule %(reference)s is published already, in force from %(effective_from)s."
        " Choose another reference and another day."
    )


class DeceptionIsMadeGood(Refused):
    """What was got by deception is given back (社会救助暂行办法, Art. 68)."""

    CODE = "error_catalogue.deception_is_made_good"
    SENTENCE = (
        "What a family got knowingly is always asked back, and is no error of the administration."
        " Name it among what nobody is spared."
    )


class NoCatalogue(Refused):
    """Nothing is classified without a catalogue."""

    CODE = "error_catalogue.none_in_force"
    SENTENCE = "No catalogue of errors is in force on %(on)s. Publish one first."


class UnknownElement(Refused):
    """What is in error comes from the catalogue."""

    CODE = "error.unknown_element"
    SENTENCE = "The catalogue in force has no element %(element)s. Choose one of: %(elements)s."


class HadAPart(Refused):
    """Segregation of duties, by person."""

    CODE = "error.had_a_part"
    SENTENCE = (
        "Nobody does both: “%(had)s” and “%(part)s”. You had your part on %(on)s: %(act)s. Hand it to"
        " another official."
    )


class NotForThisRole(Refused):
    """Some roles never take some parts."""

    CODE = "error.not_for_this_role"
    SENTENCE = "“%(part)s” is not done in the role: %(role)s. Hand it to an official of the office."


class NotNow(Refused):
    """Each step has its place in the life of an error."""

    CODE = "error.not_now"
    SENTENCE = (
        "This cannot be done with error %(number)s, it is: %(state)s. See its page for what may be done next."
    )


class WordsMissing(Refused):
    """What happened is told in words."""

    CODE = "error.words_missing"
    SENTENCE = "Nothing is written down. Say in words what this is about."


class ReasonMissing(Refused):
    """What ends something or says no has a reason in writing."""

    CODE = "error.reason_missing"
    SENTENCE = "There is no reason given. Say why, in words that everyone concerned can be told."


class LearnedLater(Refused):
    """Nobody reports what they are still to learn."""

    CODE = "error.learned_later"
    SENTENCE = "Nobody can have learned on %(learned_on)s what is reported on %(on)s. Check the day."


class ElementTwice(Refused):
    """A code stands for one element."""

    CODE = "error_catalogue.element_twice"
    SENTENCE = "The catalogue has element %(element)s twice. Give each a code of its own."


class NobodyConcerned(Refused):
    """An error is about a case or about a family that has none."""

    CODE = "error.nobody_concerned"
    SENTENCE = "It is not said whom this is about. Name the case, or tell which family was not covered."


class BeforeCase(Refused):
    """Nothing was wrong with a case before it began."""

    CODE = "error.before_case"
    SENTENCE = "The case began on %(began)s. Choose that month or a later one."


class EndsBeforeItBegins(Refused):
    """A period ends in the month it begins in, or later."""

    CODE = "error.ends_before_it_begins"
    SENTENCE = "A period from %(from_month)s to %(to_month)s covers no month. Choose a later end."


class NotYetPast(Refused):
    """An error is about what was wrong until now."""

    CODE = "error.not_yet_past"
    SENTENCE = "What is to come in %(month)s cannot have been wrong until now. Choose an earlier month."


class UnknownCode(Refused):
    """What is counted comes from a list."""

    CODE = "error.unknown_code"
    SENTENCE = "There is no entry %(code)s. Choose one of: %(titles)s."


class NoEvidence(Refused):
    """An error is substantiated by something that others can look at."""

    CODE = "error.no_evidence"
    SENTENCE = (
        "There is no evidence. Attach at least one document that shows the error, or dismiss the report."
    )


class DirectionDoesNotFit(Refused):
    """The catalogue says what an element can do to the money."""

    CODE = "error.direction_does_not_fit"
    SENTENCE = (
        "“%(element)s” cannot have this effect: %(direction)s. Choose one of: %(directions)s; or another"
        " element."
    )


class AmountOutsidePeriod(Refused):
    """Amounts belong to the months in error."""

    CODE = "error.amount_outside_period"
    SENTENCE = (
        "The month of %(month)s is not in the period from %(from_month)s to %(to_month)s. Check the month,"
        " or the period."
    )


class AmountTwice(Refused):
    """A month has one amount."""

    CODE = "error.amount_twice"
    SENTENCE = "The month of %(month)s is there twice. Give one amount for each month."


class AmountAgainstDirection(Refused):
    """An amount says the same as the direction."""

    CODE = "error.amount_against_direction"
    SENTENCE = (
        "The amount of %(amount)s for the month of %(month)s does not fit: %(direction)s. What is owed to"
        " the family is more than 0, what was paid too much is less."
    )
