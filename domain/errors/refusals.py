"""Why an error or the catalogue of errors refuses. Each sentence tells what to do next."""

from domain.kernel import Refused


class NoElements(Refused):
    """A catalogue without an entry."""

    CODE = "error_catalogue.no_elements"
    SENTENCE = "A catalogue of errors names at least one. Add what can be in error."


class InForceBeforeApproval(Refused):
    """A catalogue cannot be in force before it was approved."""

    CODE = "error_catalogue.in_force_before_approval"
    SENTENCE = (
        "A catalogue is approved first, then in force. Check the days: approved on %(approved_on)s,"
        " in force from %(effective_from)s."
    )


class CatalogueTaken(Refused):
    """Two catalogues that could not be told apart."""

    CODE = "error_catalogue.taken"
    SENTENCE = (
        "The catalogue %(reference)s is published already, in force from %(effective_from)s."
        " Choose another reference and another day."
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
