"""People without an id number, one that comes later, a second entry, and a death."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from audit_service.demo.people import id_number
from audit_service.desks.needy.dossier import PersonDossier, readable_person
from audit_service.desks.needy.entries import (
    EnterPerson,
    GiveNumber,
    RecordDeath,
    ReverseMerge,
    SuspectOnePerson,
)
from audit_service.desks.needy.offering import offers_about, reversals
from domain.leads.lead import Lead, NoticedAlready
from domain.needy.one_person import HasNumber, NotMerged, SamePerson
from domain.needy.person import Person
from projections import lead_register
from tests.audit_service.desks.needy.conftest import Town
from tests.builders import an_act, day
from tests.office import ask

NUMBER = id_number(day("1975-05-05"), 7)
GROUNDS: dict[str, Any] = {"because": "They came to the window.", "learned_on": None}
ANNA: dict[str, Any] = {
    "name": "安娜",
    "sex": "female",
    "born_year": 1975,
    "without_number": "foreigner",
    "document": "passport",
    "document_number": "E12345678",
}


def done(town: Town, command: Any, person: UUID | None = None) -> str:
    """Have a command carried out; return where the result is shown."""
    answer = ask(town.office, command, town.caseworker, {"person": str(person)} if person else {})
    town.office.follower.wait_for(town.office.record.last_position(), 10)
    return str(answer.shown_at)


def anna(town: Town) -> UUID:
    return UUID(done(town, EnterPerson(**ANNA, **GROUNDS)).rpartition("/")[2])


def read(town: Town, person: UUID) -> PersonDossier:
    return readable_person(town.office, town.caseworker, str(person))


def offered(town: Town, person: UUID) -> list[str]:
    return [step.href for step in offers_about(town.caseworker, read(town, person))]


def test_who_has_no_number_is_entered_under_an_identity_of_the_office(town: Town) -> None:
    first, second = anna(town), anna(town)

    found = read(town, first)

    assert first != second
    assert (found.card.without_number, found.card.document) == ("foreigner", "passport")
    assert found.document_number == "*****5678"
    assert set(town.found("安娜")) == {first, second}
    assert set(town.found("安娜 5678")) == {first, second}


def test_a_document_has_kind_and_number() -> None:
    with pytest.raises(ValidationError, match="or neither"):
        EnterPerson(**(ANNA | {"document_number": ""}), **GROUNDS)


def test_who_had_no_number_is_found_by_the_one_they_were_given(town: Town) -> None:
    person = anna(town)

    done(town, GiveNumber(id_number=NUMBER, **GROUNDS), person)

    assert read(town, person).id_number == f"{NUMBER[:4]}**********{NUMBER[-4:]}"
    assert town.found(NUMBER) == [person]
    with pytest.raises(HasNumber):
        done(town, GiveNumber(id_number=NUMBER, **GROUNDS), person)


def test_a_death_is_on_the_page_and_is_offered_no_more(town: Town) -> None:
    person = anna(town)
    assert f"/people/{person}/death" in offered(town, person)

    done(town, RecordDeath(died_on=day("2021-06-10"), source="police", **GROUNDS), person)

    found = read(town, person)
    assert found.card.died_on == day("2021-06-10")
    assert offered(town, person) == [f"/people/{person}/second-entry", f"/people/{person}/id-number"]


def test_a_second_entry_is_noted_once_as_a_lead(town: Town) -> None:
    person, other = anna(town), town.settle("王小明", "1975-05-05", 7)
    command = SuspectOnePerson(other=NUMBER, **GROUNDS)

    done(town, command, person)
    with pytest.raises(NoticedAlready):
        done(town, SuspectOnePerson(other=str(other.id), **GROUNDS), person)

    with town.office.views.connect() as views:
        [lead] = lead_register.listed(views, lead_register.Sought())
    assert (lead.kind, lead.person, lead.other) == ("one_person", person, other.id)
    assert town.office.record.get(Lead, lead.lead).first < lead.decision


def test_an_entry_is_no_second_one_of_itself(town: Town) -> None:
    person = anna(town)

    with pytest.raises(SamePerson):
        done(town, SuspectOnePerson(other=str(person), **GROUNDS), person)


def test_what_was_never_merged_is_not_reversed(town: Town) -> None:
    person = anna(town)

    with pytest.raises(NotMerged):
        done(town, ReverseMerge(**GROUNDS), person)


def test_the_page_of_who_was_merged_leads_back(town: Town) -> None:
    twin, other = town.office.record.get(Person, anna(town)), town.settle("王小明")
    other = town.office.record.get(Person, other.id)
    twin.merge_into(other, an_act())
    town.keep(twin, other)

    found = read(town, twin.id)

    assert found.card.person == other.id
    assert [step.href for step in reversals(town.caseworker, found)] == [f"/people/{twin.id}/separation"]
    assert found.version == 2
    assert len(found.events) == 4
