"""Why something about a prior filing is refused."""

from domain.refusal import Refused


class FiledTooLate(Refused):
    """A measure is filed before it is tried, never afterwards."""

    CODE = "prior_filing.too_late"
    SENTENCE = "The measure is filed before it is tried: it can begin on %(on)s at the earliest."


class EndsBeforeItBegins(Refused):
    """A trial has an end, and that is after its beginning."""

    CODE = "prior_filing.ends_before_it_begins"
    SENTENCE = "The measure begins on %(starts_on)s. Give a last day that is not before that."


class NothingNamed(Refused):
    """A filing covers the kinds of error that it names, no others."""

    CODE = "prior_filing.nothing_named"
    SENTENCE = "Name at least one kind of error that the measure may lead to."


class NoLimitOfMoney(Refused):
    """A filing says how much money may be at stake."""

    CODE = "prior_filing.no_limit_of_money"
    SENTENCE = "Say how much an error may come to in one case: more than nothing."


class MayBeForbidden(Refused):
    """What is expressly forbidden is no exploration (三个区分开来)."""

    CODE = "prior_filing.may_be_forbidden"
    SENTENCE = (
        "Only what no law and no rule from above expressly forbids can be tried. Check it, and affirm it."
    )


class FiledByYou(Refused):
    """Whoever filed or amended a measure does not answer for the organ."""

    CODE = "prior_filing.filed_by_you"
    SENTENCE = "You filed or amended %(number)s yourself, on %(on)s. Leave the answer to another member."


class AnsweredAlready(Refused):
    """The organ answers once, until the filing is amended or there is something else to say."""

    CODE = "prior_filing.answered_already"
    SENTENCE = "%(number)s has this answer already: %(state)s."


class OverAlready(Refused):
    """What has ended or was withdrawn stays as it is."""

    CODE = "prior_filing.over_already"
    SENTENCE = "%(number)s is over: %(state)s. File a new measure if you want to try something again."


class NotBegunYet(Refused):
    """Only what has begun can end."""

    CODE = "prior_filing.not_begun_yet"
    SENTENCE = "The measure begins on %(starts_on)s. Withdraw the filing if it is not to be tried."


class BegunAlready(Refused):
    """What is being tried is ended, so that everyone knows how long it was in force."""

    CODE = "prior_filing.begun_already"
    SENTENCE = "The measure has begun on %(starts_on)s. End it, and say what came of it."
