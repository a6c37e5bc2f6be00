"""Why what the organ does about officials is not recorded. Each sentence tells what to do next."""

from domain.refusal import Refused


class NoticeOnRecord(Refused):
    """Who was noticed was noticed."""

    CODE = "error.notice_of_accountability_on_record"
    SENTENCE = "Notice of accountability was given to this official already. See the page of the error."


class NotNoticed(Refused):
    """Nobody is decided on who was not told."""

    CODE = "error.not_noticed_of_accountability"
    SENTENCE = "This official was not given notice of accountability. Record the notice first."


class DecisionOnRecord(Refused):
    """What was decided was decided."""

    CODE = "error.accountability_on_record"
    SENTENCE = (
        "Accountability of this official was decided on %(decided_on)s already. See the page of the error."
    )


class NoticedLater(Refused):
    """Nothing is recorded that is still to come."""

    CODE = "error.accountability_later"
    SENTENCE = "What is recorded on %(on)s cannot have happened on %(noticed_on)s. Check the day."


class DecidedBeforeNoticed(Refused):
    """Notice comes first."""

    CODE = "error.decided_before_noticed"
    SENTENCE = (
        "Nothing can have been decided on %(decided_on)s, as notice was given on %(noticed_on)s."
        " Check the day."
    )


class PlanNotYours(Refused):
    """Who asked for a correction says whether its plan will do."""

    CODE = "error.plan_not_yours"
    SENTENCE = (
        "The plan for notice %(notice)s is accepted by who issued the notice, or by a manager."
        " Hand it to them."
    )


class PlanAcceptedAlready(Refused):
    """A plan is accepted once."""

    CODE = "error.plan_accepted_already"
    SENTENCE = "The plan for notice %(notice)s is accepted already. Have it carried out."
