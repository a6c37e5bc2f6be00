"""Questions as they are read: the lists of the desk, one question, and what stands beside its forms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.kin import keep_apart, keep_apart_from_household
from audit_service.desks.names import area_name
from audit_service.desks.offers import AreaCode
from audit_service.desks.questions.words import (
    QuestionChannel,
    QuestionList,
    QuestionState,
    Topic,
    question_channel,
    question_state,
    topic_name,
)
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day
from domain.cases.case import Case
from domain.identities import question_id
from domain.questions.raising import WAITING
from domain.roles import MANAGER
from projections.question_lists import (
    SoughtQuestions,
    count_questions,
    listed_questions,
    question_numbered,
)

SOON = timedelta(days=3)
"""Before the promised day, a question is due for so long."""


class Filter(BaseModel):
    """Which questions are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    which: Annotated[QuestionList | None, Field(title="List")] = None
    topic: Annotated[Topic | None, Field(title="Topic")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    channel: Annotated[QuestionChannel | None, Field(title="How it came in")] = None
    state: Annotated[QuestionState | None, Field(title="State")] = None
    number: Annotated[str, Field(title="Number", max_length=60)] = ""
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""


class QuestionAnswer(BaseModel):
    """A question, as the desk shows it."""

    number: str
    area: str
    topic: str
    topic_is_proposed: bool
    """Whether its words propose the topic and nobody has confirmed it yet."""
    channel: str
    text: str
    state: str
    raised_on: date
    promised_on: date | None
    first_promised_on: date | None
    """Before it was put off; whether the answer was in time is counted by it."""
    overdue: bool
    """Whether the promised day is over; then it has gone up to the manager of the area."""
    assignee: str
    """Name of the official who has it; empty if nobody has."""
    case_number: str
    answered_on: date | None
    in_time: bool | None
    look_again_on: date | None
    error_number: str
    """Of the error that was reported because of it."""
    is_published: bool


class QuestionsAnswer(BaseModel):
    """A page of a list of questions."""

    questions: list[QuestionAnswer]
    next: int | None
    """The next page begins after this position; null on the last."""


def listed(office: Office, reader: Identity, wanted: Filter, *, after: int, limit: int) -> QuestionsAnswer:
    """Return the questions asked for, the one that is there longest first, where the reader may see them."""
    with office.views.connect() as views:
        found = listed_questions(views, _sought(office, reader, wanted), after=after, limit=limit + 1)
    following = found[limit - 1].raised if len(found) > limit else None
    return QuestionsAnswer(questions=told(office, found[:limit]), next=following)


def counted(office: Office, reader: Identity, which: str) -> int:
    """Return how many questions are in one of the lists of the desk."""
    with office.views.connect() as views:
        return count_questions(views, _sought(office, reader, Filter(which=which)))


def told(office: Office, rows: Sequence[Row[Any]]) -> list[QuestionAnswer]:
    """Tell rows of the question desk, with their texts opened."""
    names = Names.of(office, officials=_known(row.assignee for row in rows))
    texts = office.vault.open_many(row.text for row in rows)
    today = office.today()
    own = [name for name in QuestionAnswer.model_fields if name not in {"text", "assignee", "overdue"}]
    return [
        QuestionAnswer(
            text=_(ERASED) if text is None else text,
            assignee=names.official(row.assignee) if row.assignee else "",
            overdue=row.state == WAITING and row.promised_on is not None and row.promised_on < today,
            **{name: getattr(row, name) for name in own},
        )
        for row, text in zip(rows, texts, strict=True)
    ]


def readable_question(office: Office, reader: Identity, number: str) -> QuestionAnswer:
    """Return the question for an official who may read it. Raises NotOnRecord, NotYourArea, OwnRelative."""
    with office.views.connect() as views:
        row = question_numbered(views, number)
    if row is None:
        raise NotOnRecord(question_id(number))
    if not reader.sees(row.area):
        raise NotYourArea(area=area_name(row.area))
    reader.keep_apart_from((row.person,))
    keep_apart_from_household(reader, row.household, office.record.find)
    if row.case_id is not None and reader.relatives:
        case = office.record.get(Case, row.case_id)
        keep_apart(reader, case, office.record.find)
    return told(office, [row])[0]


def facts_of(question: QuestionAnswer) -> list[tuple[str, object]]:
    """Return how a question stands, in the reader's language."""
    return [
        (_("Topic"), proposed_or_not(question)),
        (_("Area"), area_name(question.area)),
        (_("How it came in"), question_channel(question.channel)),
        (_("Raised on"), day(question.raised_on)),
        (_("Answer promised by"), day(question.promised_on)),
        *([(_("Promised first by"), day(question.first_promised_on))] if is_postponed(question) else []),
        (_("With"), question.assignee or NOTHING),
        (_("State"), question_state(question.state)),
        *([(_("Ask again on"), day(question.look_again_on))] if question.look_again_on else []),
    ]


def is_postponed(question: QuestionAnswer) -> bool:
    """Say whether the answer was promised by an earlier day first."""
    return question.first_promised_on != question.promised_on


def proposed_or_not(question: QuestionAnswer) -> str:
    """Write the topic, and whether nobody has confirmed it yet."""
    name = topic_name(question.topic)
    return _("%(topic)s (proposed)", topic=name) if question.topic_is_proposed else name


@stands_beside("/questions/{question}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the question that a command is about."""
    found = readable_question(office, identity, parameters["question"])
    facts = [(_("Question"), found.text), *facts_of(found)]
    return Beside(title=found.number, href=f"/questions/{found.number}", facts=facts)


def _known(officials: Iterable[UUID | None]) -> set[UUID]:
    return {official for official in officials if official is not None}


def _sought(office: Office, reader: Identity, wanted: Filter) -> SoughtQuestions:
    today, which = office.today(), wanted.which
    if which == "gone_up":
        reader = replace(reader, roles={MANAGER: reader.roles.get(MANAGER, frozenset())})
    overdue = today - timedelta(days=1) if which in {"overdue", "gone_up"} else None
    return SoughtQuestions(
        areas=reader.areas_to_read(wanted.area),
        topic=wanted.topic or "",
        channel=wanted.channel or "",
        state=wanted.state or (WAITING if which == "mine" else ""),
        number=wanted.number,
        case_number=wanted.case,
        assignee=reader.official if which == "mine" else None,
        unassigned=which == "unassigned",
        promised_from=today if which == "due" else None,
        promised_until=today + SOON if which == "due" else overdue,
        look_again_by=today if which == "look_again" else None,
        apart_from=reader.relatives,
    )
