"""Leads about the case of a declared relative are closed to the official, as the case is."""

import pytest

from audit_service.desks.leads.commands import SetLeadAside, TakeUpLead
from audit_service.identity.identity import Identity, OwnRelative
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.leads.lead import Lead
from domain.officials.official import Official
from tests.builders import STANDARDS, a_case_taken_over, a_lead, an_act, person
from tests.office import a_client, a_token, an_official, ask

ASIDE = SetLeadAside(reason="as_recorded", because="Looked into")
TAKEN_UP = TakeUpLead(error="FICTION-1", because="Looked into")


def related(office: Office, login: str) -> Identity:
    """An official to whom a member of the household is declared as a relative."""
    an_official(office, login, manager=("*",))
    official = office.record.get(Official, official_id(login))
    official.declare_kinship(person("spouse"), "collateral", an_act())
    office.record.keep(Submission(aggregates=(official,)))
    identity = office.identities.by_token.identity(official.id)
    assert identity is not None
    return identity


def on_record(office: Office) -> Lead:
    """A lead about the household's case."""
    lead = a_lead(subject=a_case_taken_over().subject)
    office.record.keep(Submission(aggregates=(STANDARDS, a_case_taken_over(), lead)))
    return lead


def test_a_relatives_lead_is_neither_listed_nor_counted_nor_read(settings: Settings) -> None:
    with a_client(settings) as (office, client):
        lead, own, other = (
            on_record(office),
            related(office, "lin"),
            an_official(office, "wei", manager=("*",)),
        )
        seen = {"X-Seen": str(office.record.last_position())}

        def read(path: str, who: Identity) -> object:
            return client.get(f"/api/v1/leads{path}", headers=a_token(office, who) | seen).json()

        def page(path: str, who: Identity) -> str:
            client.cookies.set("session", office.identities.sessions.start(who.official))
            return client.get(path).text

        assert read("", own) == {"leads": [], "next": None}
        assert read("", other) != {"leads": [], "next": None}
        assert ("DB-0001" in page("/leads", own), "DB-0001" in page("/leads", other)) == (False, True)
        assert "figures__value" not in page("/leads", own)
        refused = client.get(f"/api/v1/leads/{lead.id}", headers=a_token(office, own) | seen)
        assert (refused.status_code, refused.json()["code"]) == (403, "officials.own_relative")
        assert "DB-0001" not in page(f"/leads/{lead.id}", own)
        assert "DB-0001" in page(f"/leads/{lead.id}", other)


@pytest.mark.parametrize("command", [ASIDE, TAKEN_UP], ids=lambda one: type(one).__name__)
def test_nothing_becomes_of_a_relatives_lead(settings: Settings, command: SetLeadAside | TakeUpLead) -> None:
    with a_client(settings) as (office, _):
        lead, own = on_record(office), related(office, "lin")
        last = office.record.last_position()

        with pytest.raises(OwnRelative):
            ask(office, command, own, {"lead": str(lead.id)})

        assert office.record.last_position() == last
        [attempt] = office.record.attempts()
        assert (attempt.by, attempt.code) == (own.official, "officials.own_relative")
