"""Why rules of tolerance are not published. Each sentence tells what to do next."""

from domain.refusal import Refused


class NothingToLookAt(Refused):
    """Rules without a factor, without ratings or without a list."""

    CODE = "tolerance_rules.nothing_to_look_at"
    SENTENCE = (
        "The rules name factors, each with its ratings, a tolerance list and a negative list. Add"
        " what is missing."
    )


class EntryTwice(Refused):
    """A code stands for one entry."""

    CODE = "tolerance_rules.entry_twice"
    SENTENCE = "The rules have %(code)s twice. Give each entry a code of its own."


class ClockMissing(Refused):
    """A step without a time, or a time without a basis."""

    CODE = "tolerance_rules.clock_missing"
    SENTENCE = "The rules set no time, or none with a basis, for “%(step)s”. Set it."


class NotADuration(Refused):
    """A step that would be late at once."""

    CODE = "tolerance_rules.not_a_duration"
    SENTENCE = "“%(step)s” takes one day at least. Give the number of days."


class TooFew(Refused):
    """What one person alone could decide."""

    CODE = "tolerance_rules.too_few"
    SENTENCE = (
        "At least %(verifiers)s officials verify, and at least %(quorum)s vote. Give numbers that are"
        " as high."
    )


class BeforeApproval(Refused):
    """Rules cannot be in force before they were approved."""

    CODE = "tolerance_rules.before_approval"
    SENTENCE = (
        "Rules are approved first, then in force. Say on which day they were approved, not after"
        " %(effective_from)s."
    )


class RulesTaken(Refused):
    """Two rules that could not be told apart."""

    CODE = "tolerance_rules.taken"
    SENTENCE = (
        "The rules of tolerance %(reference)s are published already, in force from"
        " %(effective_from)s. Choose another reference and another day."
    )


class UnknownEdition(Refused):
    """Rules that nobody published."""

    CODE = "tolerance_rules.unknown"
    SENTENCE = "No rules of tolerance with the reference %(reference)s are published. Publish them first."
