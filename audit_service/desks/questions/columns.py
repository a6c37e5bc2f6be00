"""What the lists of the question desk say of each question."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.desks.questions.looking import QuestionAnswer, proposed_or_not
from audit_service.desks.questions.words import COLOURS, question_channel, question_state
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written

SHORT = 60
"""Characters of a question that there is room for in a list."""


def _short(text: str) -> str:
    """Return the beginning of a text. Chinese is not broken between words: there are none to tell apart."""
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"


NUMBER: ListColumn[QuestionAnswer] = ListColumn(
    title="Number",
    value=lambda question: question.number,
    href=lambda question: path_to("/questions", question.number),
)
STANDING: tuple[ListColumn[QuestionAnswer], ...] = (
    ListColumn(title="Topic", value=proposed_or_not),
    ListColumn(title="Area", value=lambda question: area_name(question.area)),
    ListColumn(title="How it came in", value=lambda question: question_channel(question.channel)),
    ListColumn(title="Raised on", value=lambda question: question.raised_on),
    ListColumn(title="Answer promised by", value=lambda question: question.promised_on),
    ListColumn(title="With", value=lambda question: question.assignee or None),
    ListColumn(
        title="State",
        value=lambda question: _("Overdue") if question.overdue else question_state(question.state),
        colour=lambda question: "red" if question.overdue else COLOURS[question.state],
    ),
)
IN_SHORT: ListColumn[QuestionAnswer] = ListColumn(
    title="Question", value=lambda question: _short(question.text)
)
COLUMNS = (NUMBER, IN_SHORT, *STANDING)
"""Of the page."""

MORE: tuple[ListColumn[QuestionAnswer], ...] = (
    ListColumn(title="Question", value=lambda question: question.text),
    ListColumn(title="Case", value=lambda question: question.case_number or None),
    ListColumn(title="Promised first by", value=lambda question: question.first_promised_on),
    ListColumn(title="Answered on", value=lambda question: question.answered_on),
    ListColumn(
        title="Answered in time",
        value=lambda question: None if question.in_time is None else written(question.in_time),
    ),
)
"""Columns that there is room for in a file."""

QUESTIONS = Handout("questions", "Questions", (NUMBER, *STANDING, *MORE))
"""The list as it is handed out."""
