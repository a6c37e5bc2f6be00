"""The pages of people and households: looking for somebody, and the picture of one."""

from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Request
from sqlalchemy import Row
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases.frame import Day, Minute
from audit_service.desks.names import area_name, sex_name
from audit_service.desks.needy import picture
from audit_service.desks.needy.around import Around
from audit_service.desks.needy.cards import WHO_LOOKS, check_looking
from audit_service.desks.needy.columns import PEOPLE
from audit_service.desks.needy.commands import WHO_OPENS
from audit_service.desks.needy.dossier import (
    HouseholdDossier,
    PersonDossier,
    readable_household,
    readable_person,
)
from audit_service.desks.needy.offering import offers_about, reversals
from audit_service.desks.needy.reaching import contacts_of
from audit_service.desks.needy.receiving import receiving
from audit_service.desks.needy.search import Sought, people_like
from audit_service.desks.needy.words import document_name, why_no_number
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.visits.of_others import ways_to_visit
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, written
from domain.periods import month_of
from projections import needy_lists

router = APIRouter(include_in_schema=False)
place("People and households", "/people", order=15, roles=WHO_LOOKS, also=("/households",))

At = Annotated[str, Path(max_length=60)]


@router.get("/people")
def show_search(request: Request, identity: Reader) -> HTMLResponse:
    """Ask who is looked for."""
    check_looking(identity)
    return render(
        request, "people.html", form=Form.blank(Sought), found=None, columns=PEOPLE, enter_at=_enter(identity)
    )


@router.post("/people")
async def find_people(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show who was found."""
    form = await Form.posted(request, Sought)
    sought = form.command()
    found = await run_in_threadpool(people_like, office, identity, sought) if sought else None
    status = 200 if sought else 422
    return render(
        request,
        "people.html",
        status=status,
        form=form,
        found=found,
        columns=PEOPLE,
        enter_at=_enter(identity),
    )


def _enter(identity: Identity) -> str:
    """Return where the reader enters somebody without a number; empty if they may not."""
    entry = COMMANDS["enter_person"]
    return entry.form_at if identity.holds_any(entry.roles) else ""


@router.get("/people/{person}")
def show_person(
    request: Request,
    office: AtOffice,
    identity: Reader,
    person: At,
    valid_on: Day = None,
    known_at: Minute = None,
    recorded: int = 0,
) -> HTMLResponse:
    """Show somebody: who they are, where they belong, what they receive."""
    found = readable_person(office, identity, person)
    who = found.card.person
    homes = _homes(office, found)
    home = next((row.number for row in homes if row.until is None), None)
    whom = {"person": who} if home is None else {"household": home}
    path, entries = f"/people/{who}", found.card.entries
    around = Around.of_person(office, found.card)
    received = receiving(office, identity, entries, valid_on=valid_on, known_at=known_at)
    may_open = not found.opened and identity.holds_any(WHO_OPENS)
    return render(
        request,
        "person.html",
        **picture.frame(office, path, around, received, found.events, entries, known_at=known_at),
        just_recorded=recorded,
        name=found.card.told.names[0],
        heading=picture.heading(received, office.today()),
        facts=_facts(found),
        opened=found.opened,
        open_at=COMMANDS["open_particulars"].form_at.format(person=who) if may_open else "",
        ways_to_visit=ways_to_visit(identity, **whom),
        households=[_household(identity, row) for row in homes],
        offers=offers_about(identity, found),
        merged=reversals(identity, found),
        contacts=_contacts(office, found),
    )


@router.get("/households/{household}")
def show_household(
    request: Request,
    office: AtOffice,
    identity: Reader,
    household: At,
    valid_on: Day = None,
    known_at: Minute = None,
) -> HTMLResponse:
    """Show a household: who belongs to it, and what it receives in all."""
    found = readable_household(office, identity, household, known_at=known_at)
    people = found.people_in(month_of(valid_on or office.today()))
    received = receiving(office, identity, people, valid_on=valid_on, known_at=known_at)
    path = f"/households/{quote(found.number, safe='')}"
    around = Around.of_household(office, found)
    return render(
        request,
        "household.html",
        **picture.frame(office, path, around, received, found.events, known_at=known_at),
        ways_to_visit=ways_to_visit(identity, household=found.number),
        heading=picture.heading(received, office.today()),
        household=found,
        facts=[(_("Area"), area_name(found.area)), (_("Members"), str(len(people)))],
        members=_members(office, found),
    )


def _facts(found: PersonDossier) -> list[tuple[str, object]]:
    card = found.card
    others = written(card.told.names[1:])
    return [
        *_known_by(found),
        (_("Sex"), sex_name(card.sex)),
        (_("Year of birth"), str(card.born_year)),
        (_("Telephone number"), found.phone or NOTHING),
        (_("Address"), found.address or NOTHING),
        (_("Area"), written([area_name(area) for area in sorted(card.place.areas)]) or NOTHING),
        *([(_("Other names in registers"), others)] if others else []),
        *([(_("Died on"), day(card.died_on))] if card.died_on else []),
    ]


def _contacts(office: Office, found: PersonDossier) -> list[tuple[str, str, str, str]]:
    """Return how they can be reached by all that was told, if that is more than the facts say."""
    told = contacts_of(office, found)
    if len(told) < 2:  # noqa: PLR2004 - the one is among the facts
        return []
    return [
        (one.phone or NOTHING, one.address or NOTHING, one.source or NOTHING, day(one.told_on))
        for one in told
    ]


def _known_by(found: PersonDossier) -> list[tuple[str, object]]:
    card = found.card
    if not card.without_number:
        return [(_("Id number"), found.id_number)]
    return [
        (_("Id number"), why_no_number(card.without_number)),
        *([(document_name(card.document), found.document_number)] if card.document else []),
    ]


def _homes(office: Office, found: PersonDossier) -> Sequence[Row[Any]]:
    """Return the households that they belong or belonged to."""
    with office.views.connect() as views:
        return needy_lists.households_of(views, found.card.entries)


def _household(reader: Identity, row: Row[Any]) -> tuple[str, str, str, str, str, str]:
    """Return whose member somebody is or was: number, address, area, relation, since, until."""
    return (
        row.number,
        f"/households/{quote(row.number, safe='')}" if reader.sees(row.area) else "",
        area_name(row.area),
        row.relation,
        day(row.since),
        day(row.until),
    )


def _members(office: Office, found: HouseholdDossier) -> list[tuple[str, str, str, str, str]]:
    """Return who belongs or belonged to the household: name, address, relation, since, until."""
    names = Names.of(office, people=found.everyone)
    return [
        (names.person(one.person), f"/people/{one.person}", one.relation, day(one.since), day(one.until))
        for one in found.members
    ]
