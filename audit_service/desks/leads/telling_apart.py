"""Telling two people apart who had been recorded under one id number."""

from collections.abc import Iterable
from functools import partial
from typing import TypeVar
from uuid import UUID

from audit_service.desks.desk import Desk
from audit_service.finding.tokens import particulars, particulars_without_number
from domain.cases.case import Case
from domain.identities import case_id, question_id, visit_id
from domain.kernel import Act, Aggregate
from domain.needy.household import Household
from domain.needy.person import Person
from domain.questions.question import Question
from domain.refusal import Refused
from domain.visits.visit import Visit
from projections.question_lists import questions_about

A = TypeVar("A", bound=Aggregate)


class NoSuchNumber(Refused):
    """What is named in a list of numbers is on record."""

    CODE = "lead.no_such_number"
    SENTENCE = "Nothing is on record under %(number)s. Check this number, or take it out of the list."


def new_entry(
    desk: Desk, person: Person, act: Act, *, name: str, id_number: str, document: str, document_number: str
) -> UUID:
    """Enter the other of two people, unless they are on record under their own number; return who it is."""
    if not id_number:
        other = desk.office_identity()
        told = particulars_without_number(
            desk.vault,
            name=name,
            sex=person.sex,
            born_year=person.born_year,
            because="unknown",
            document=document,
            document_number=document_number,
        )
        desk.keep(Person.register(other, act, **told))
        return other
    other = desk.vault.person_identity(id_number)
    if desk.find(Person, other) is None:
        desk.keep(Person.register(other, act, **particulars(desk.vault, name=name, id_number=id_number)))
    return other


def reassign(desk: Desk, numbers: Iterable[str], act: Act, *, before: UUID, after: UUID) -> None:
    """Say that these cases, and the memberships in their households, are the other person's.

    Raises NoSuchNumber, NotYourArea, OwnRelative, NotClaiming.
    """
    for number in dict.fromkeys(numbers):
        _check(desk, Case, case_id(number), number)
        case = desk.case(number)
        case.correct_person(act, before=before, after=after)
        desk.keep(case)
        household = desk.find(Household, case.household) if case.household else None
        if household and before in household.members:
            relation = _relation(desk, household, before)
            household.leave(before, act)
            household.join(after, relation, act)
            desk.keep(household)


def reassign_visits(desk: Desk, numbers: Iterable[str], act: Act, *, before: UUID, after: UUID) -> None:
    """Say that these visits were to the other person. Raises NoSuchNumber, NotYourArea, NotTheirVisit."""
    for number in dict.fromkeys(numbers):
        visit = _check(desk, Visit, visit_id(number), number)
        desk.enter(visit.visited.area)
        visit.correct_person(act, before=before, after=after)
        desk.keep(visit)


def questions_on(desk: Desk, visits: Iterable[str], person: UUID) -> list[str]:
    """Return the numbers of the questions that the person asked on these visits."""
    rows = desk.ask(partial(questions_about, visits=[visit_id(number) for number in visits]))
    return [row.number for row in rows if row.person == person]


def reassign_questions(desk: Desk, numbers: Iterable[str], act: Act, *, before: UUID, after: UUID) -> None:
    """Say that these questions are the other person's.

    Raises NoSuchNumber, NotYourArea, NotTheirQuestion.
    """
    for number in dict.fromkeys(numbers):
        question = _check(desk, Question, question_id(number), number)
        desk.enter(question.area)
        question.correct_person(act, before=before, after=after)
        desk.keep(question)


def _check(desk: Desk, kind: type[A], identity: UUID, number: str) -> A:
    """Raises NoSuchNumber."""
    found = desk.find(kind, identity)
    if found is None:
        raise NoSuchNumber(number=number)
    return found


def _relation(desk: Desk, household: Household, person: UUID) -> str:
    """Return what the person was to the head of the household when they last joined."""
    joined = [event for event in desk.events_of(household) if isinstance(event, Household.MemberJoined)]
    return [event.relation for event in joined if event.person == person][-1]
