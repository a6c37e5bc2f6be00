"""Marking a family that may be entitled, and deciding what becomes of it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.discovery.words import DeclinedReason, NotEntitledReason, Sign
from audit_service.desks.offers import AreaCode, ProgrammeCode
from audit_service.desks.origins import discovery_named
from audit_service.desks.people import person_named
from audit_service.desks.questions.about import question_named
from audit_service.desks.visits.going import visit_named
from audit_service.numbering import discovery_number
from audit_service.web.kinds import LongText
from domain.discovery.discovery import WAITING, Discovery, Mark, decided_by
from domain.refusal import Refused
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from projections.discovery_list import SoughtDiscoveries, listed_discoveries

WHO_MARKS = (CASEWORKER, CLERK, MANAGER, INSPECTOR)
"""Whoever comes across a family in need says so."""
WHO_DECIDES = (CASEWORKER, MANAGER)


class MarkedAlready(Refused):
    """A family is on the list once for a programme."""

    CODE = "discovery.marked_already"
    SENTENCE = "This family is on the list already, as discovery %(number)s. Decide on that one."


class MarkFamily(Command):
    """Mark a family that may be entitled to assistance and gets none, so that somebody decides."""

    area: Annotated[AreaCode, Field(title="Area")]
    sign: Annotated[Sign, Field(title="What was noticed")]
    programme: Annotated[ProgrammeCode | None, Field(title="May be entitled to")] = None
    family: Annotated[
        str,
        LongText(),
        Field(
            title="The family",
            description="Who they are and where they live, as far as it is known.",
            min_length=2,
            max_length=2000,
        ),
    ]
    person: Annotated[
        str,
        Field(
            title="Person",
            description="The id number of a member who is on record. Leave empty if there is none.",
            max_length=60,
        ),
    ] = ""
    question: Annotated[str, Field(title="Number of the question", max_length=60)] = ""
    visit: Annotated[str, Field(title="Number of the visit", max_length=60)] = ""


@carries_out(
    MarkFamily,
    title="Mark a family",
    at="/discoveries",
    form_at="/discoveries/new",
    shows="/discoveries",
    roles=WHO_MARKS,
)
def mark_family(desk: Desk, command: MarkFamily) -> None:
    """Put the family on the list, with what it was noticed by."""
    desk.enter(command.area)
    question = question_named(desk, command.question) if command.question else None
    visit = visit_named(desk, command.visit) if command.visit else None
    known = (question.about.person if question else None, visit.visited.person if visit else None)
    mark = Mark(
        number=discovery_number(command.area, desk.today, desk.chance),
        area=command.area,
        programme=command.programme or "",
        sign=command.sign,
        family=command.family,
        decide_by=decided_by(desk.today, desk.working_days),
        person=person_named(desk, command.person) or next(filter(None, known), None),
        visit=visit.id if visit else None,
        question=question.id if question else None,
        question_number=question.number if question else "",
    )
    _check_new(desk, mark)
    desk.keep(Discovery.mark(mark, desk.act(command)))
    desk.show(f"/discoveries/{mark.number}")


class FindNotEntitled(Command):
    """Say that the family is not entitled, after you have looked into it, and why."""

    reason: Annotated[NotEntitledReason, Field(title="Why not")]


@carries_out(
    FindNotEntitled,
    title="They are not entitled",
    at="/discoveries/{discovery}/no-entitlement",
    roles=WHO_DECIDES,
)
def find_not_entitled(desk: Desk, discovery: str, command: FindNotEntitled) -> None:
    _discovery(desk, discovery).find_not_entitled(command.reason, desk.act(command))


class NoteDeclined(Command):
    """Say that the family was offered help with an application and does not want it, and why."""

    reason: Annotated[DeclinedReason, Field(title="Why they do not want it")]


@carries_out(
    NoteDeclined,
    title="They do not want assistance",
    at="/discoveries/{discovery}/declining",
    roles=WHO_DECIDES,
)
def note_declined(desk: Desk, discovery: str, command: NoteDeclined) -> None:
    _discovery(desk, discovery).decline(command.reason, desk.act(command))


def _discovery(desk: Desk, number: str) -> Discovery:
    """Return the discovery that a command is about.

    Raises NotOnRecord, NotYourArea, OwnRelative, StaleVersion.
    """
    return desk.keep(desk.as_seen(discovery_named(desk, number)))


def _check_new(desk: Desk, mark: Mark) -> None:
    """Raises MarkedAlready."""
    about: dict[str, UUID | str] = {}
    if mark.person is not None:
        about = {"person": mark.person}
    elif mark.question_number:
        about = {"question_number": mark.question_number}
    if about:
        sought = SoughtDiscoveries(state=WAITING, **about)  # type: ignore[arg-type]  # by name
        waiting = desk.ask(listed_discoveries, sought)
        same = [row for row in waiting if row.programme == mark.programme]
        if same:
            raise MarkedAlready(number=same[0].number)
