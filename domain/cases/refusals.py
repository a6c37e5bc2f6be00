"""Why a case refuses. Each sentence tells what to do next."""

from domain.refusal import Refused


class NotOpen(Refused):
    """The application was decided already."""

    CODE = "case.not_open"
    SENTENCE = (
        "Case %(number)s is no longer open, it is: %(state)s. What is different now is recorded as a"
        " change or a correction."
    )


class StepMissing(Refused):
    """No step before its predecessors."""

    CODE = "case.step_missing"
    SENTENCE = "“%(missing)s” comes before “%(step)s”. Record that step first."


class StepDoneAlready(Refused):
    """A step is done once, or again only while nothing rests on it."""

    CODE = "case.step_done_already"
    SENTENCE = "“%(step)s” was recorded on %(on)s. Go on with the next step."


class StepNotInProgramme(Refused):
    """The procedure of the programme has no such step."""

    CODE = "case.step_not_in_programme"
    SENTENCE = "“%(step)s” is no step of this procedure. Go on with the next step."


class NoEmergencyInProgramme(Refused):
    """Relief comes first only where the programme says so."""

    CODE = "case.no_emergency_in_programme"
    SENTENCE = (
        "This programme knows no simplified procedure. Apply without emergency, or for temporary assistance."
    )


class SupplementAlreadyRequested(Refused):
    """An applicant is told everything that is missing, once."""

    CODE = "case.supplement_already_requested"
    SENTENCE = (
        "The applicant was told what is missing, and is told only once. Accept the application or refuse it."
    )


class TooFewVisitors(Refused):
    """Two pairs of eyes at least."""

    CODE = "case.too_few_visitors"
    SENTENCE = "A household is visited by two officials at least. Name everyone who was there."


class NoticeTooShort(Refused):
    """The public has its days to object."""

    CODE = "case.notice_too_short"
    SENTENCE = "A public notice lasts %(days)s days at least. Let it end on %(earliest)s or later."


class NoticeRunning(Refused):
    """Nothing is decided while the public may still object."""

    CODE = "case.notice_running"
    SENTENCE = "The public notice runs until %(until)s. Wait until it has ended."


class ObjectionOpen(Refused):
    """Nothing is decided before every objection is answered."""

    CODE = "case.objection_open"
    SENTENCE = "Objection %(objection)s is not answered. Look into it and answer it first."


class ObjectionNotOpen(Refused):
    """Only an open objection is answered."""

    CODE = "case.objection_not_open"
    SENTENCE = "There is no open objection %(objection)s. Choose one that is not answered."


class NotTheDecider(Refused):
    """The programme says who decides."""

    CODE = "case.not_the_decider"
    SENTENCE = "This decision is made in the role: %(role)s. Hand the case to one who holds it."


class OwnOpinion(Refused):
    """Segregation of duties: opinion and decision are of two people."""

    CODE = "case.own_opinion"
    SENTENCE = "Who gave the preliminary opinion may not decide. Hand the case to another official."


class ProgrammesExclude(Refused):
    """Some programmes exclude each other."""

    CODE = "case.programmes_exclude"
    SENTENCE = "Nobody is in “%(programme)s” and “%(other)s” at the same time. End the other one first."


class NothingDecided(Refused):
    """An opinion is reserved against a decision."""

    CODE = "case.nothing_decided"
    SENTENCE = "Nothing is decided in this case yet. To object to an order before that, record the objection."


class NotADecision(Refused):
    """An opinion is reserved against a decision on record."""

    CODE = "case.not_a_decision"
    SENTENCE = "There is no decision on this case at position %(decision)s. Choose one of its history."


class DissentOnRecord(Refused):
    """An opinion is reserved once, and stays."""

    CODE = "case.dissent_on_record"
    SENTENCE = "You reserved your opinion on this decision on %(on)s. It stays on record."
