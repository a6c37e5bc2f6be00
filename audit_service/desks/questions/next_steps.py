"""What can be done about a question, and what it may lead to."""

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.questions.looking import QuestionAnswer
from audit_service.identity.identity import Identity
from audit_service.web.addresses import address
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from domain.questions.raising import ANSWERED, WAITING

OFFERED = {
    WAITING: ("answer_question", "assign_question", "postpone_promise", "sort_question", "link_question"),
    ANSWERED: ("follow_up_question", "reopen_question", "sort_question", "link_question"),
}
"""Commands by the state of the question."""

NOT_COVERED = "E10"
"""The element of an error by which a family that is entitled is not covered."""


def offers(identity: Identity, question: QuestionAnswer) -> list[Step]:
    """Return what the reader can ask for about the question."""
    names = list(OFFERED[question.state])
    if question.is_published:
        names.append("withdraw_publication")
    elif question.state == ANSWERED:
        names.append("publish_question")
    entries = [COMMANDS[name] for name in names]
    return [
        Step(_(entry.title), entry.form_at.format(question=question.number))
        for entry in entries
        if identity.role_for(entry.roles, [question.area])
    ]


def leading_on(identity: Identity, question: QuestionAnswer) -> list[Step]:
    """Return what the question may lead to, with what is known of it filled in."""
    here = {"area": question.area, "arose_from": question.number}
    known = {
        "apply_for_assistance": here,
        "report_error": here | {"element": NOT_COVERED, "channel": "complaint"},
        "mark_family": {"area": question.area, "question": question.number},
    }
    return [
        Step(_(COMMANDS[name].title), address(COMMANDS[name].form_at, given))
        for name, given in known.items()
        if identity.role_for(COMMANDS[name].roles, [question.area])
    ]
