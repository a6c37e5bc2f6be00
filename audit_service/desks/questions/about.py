"""Which question a command is about, and whom a question is about."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.desk import Desk
from audit_service.desks.kin import keep_apart, keep_apart_from_household
from audit_service.desks.people import person_named
from domain.cases.case import Case
from domain.identities import question_id
from domain.questions.question import Question
from domain.questions.raising import About
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from domain.visits.visit import Visit

WHO_ANSWERS = (CASEWORKER, CLERK, MANAGER)
"""Who takes questions and answers them."""
WHO_READS = (*WHO_ANSWERS, INSPECTOR)
"""Who may look at the question desk."""

PersonNamed = Annotated[
    str,
    Field(
        title="Who asks",
        description="The id number of somebody on record. Leave empty for who does not say.",
        max_length=60,
    ),
]
CaseNamed = Annotated[str, Field(title="Number of the case", max_length=60)]


def the_question(desk: Desk, number: str) -> Question:
    """Return the question that a command is about, to be kept with what happens to it.

    Raises NotOnRecord, NotYourArea, OwnRelative, StaleVersion.
    """
    return desk.keep(desk.as_seen(question_named(desk, number)))


def question_named(desk: Desk, number: str) -> Question:
    """Return the question with this number, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    question = desk.get(Question, question_id(number))
    desk.enter(question.area)
    desk.official.keep_apart_from((question.about.person,))
    keep_apart_from_household(desk.official, question.about.household, desk.find)
    if question.about.case is not None and desk.official.relatives:
        case = desk.get(Case, question.about.case)
        keep_apart(desk.official, case, desk.find)
    return question


def about(desk: Desk, person: str, case_number: str) -> About:
    """Return whom and what a question is about, as far as it is named.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    asking = person_named(desk, person)
    if not case_number:
        return About(person=asking)
    case = desk.case(case_number)
    return About(person=asking or case.head, household=case.household, case=case.id, case_number=case.number)


def visited(visit: Visit) -> About:
    """Return whom a visit was to."""
    return About(**{name: getattr(visit.visited, name) for name in About.__dataclass_fields__})
