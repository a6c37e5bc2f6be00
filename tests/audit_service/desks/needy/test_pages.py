"""Looking for somebody on the page, and opening what is masked there."""

import re
from typing import cast
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.desks.needy.commands import OpenParticulars
from audit_service.finding.tokens import contact_tokens, name_tokens, particulars
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole, OwnRelative
from audit_service.identity.recognition import COOKIE
from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from domain.needy.person import Person
from domain.officials.official import Official
from tests.audit_service.desks.needy.conftest import XIGANG, Town
from tests.builders import ZHONGSHAN, a_managers_act, an_act, person
from tests.office import an_official, ask

NUMBER, PHONE = "210299197005060015", "13812345678"


@pytest.fixture
def li(town: Town) -> Person:
    """Somebody who can be reached."""
    return town.settle("李静", "1970-05-06", phone=PHONE, address="人民路街道12号")


@pytest.fixture
def window(town: Town, settings: Settings) -> TestClient:
    return signed_in(town, settings, town.caseworker)


def signed_in(town: Town, settings: Settings, reader: Identity) -> TestClient:
    session = town.office.identities.sessions.start(reader.official)
    app = create_app(town.office, settings)
    return TestClient(app, cookies={COOKIE: session, "language": "en"}, follow_redirects=False)


def opened(purpose: str = "contact") -> OpenParticulars:
    return OpenParticulars(because="The letter came back.", purpose=purpose)


def test_somebody_is_looked_for_by_what_is_posted(town: Town, li: Person, window: TestClient) -> None:
    assert "Who is it?" in window.get("/people").text

    found = window.post("/people", data={"text": "lijing"})

    assert found.status_code == 200
    assert f'href="/people/{li.id}"' in found.text
    assert "2102**********" in found.text
    assert "138****5678" in found.text
    assert NUMBER not in found.text
    assert PHONE not in found.text


def test_nobody_is_found_by_nothing(town: Town, window: TestClient) -> None:
    assert window.post("/people", data={"text": " "}).status_code == 422
    assert "Nobody is found." in window.post("/people", data={"text": "李静"}).text


def test_whoever_is_found_by_another_name_is_shown_with_it(
    town: Town, li: Person, window: TestClient
) -> None:
    li = town.office.record.get(Person, li.id)
    tokens = name_tokens(town.office.vault, "李晶")
    li.name_otherwise(an_act(), name="李晶", name_tokens=tokens, register="dibao.xlsx", sheet="", row=3)
    town.keep(li)

    assert "李静 (also registered as 李晶)" in window.post("/people", data={"text": "李晶"}).text


def test_who_runs_the_machines_looks_for_nobody(town: Town, settings: Settings, li: Person) -> None:
    operator = signed_in(town, settings, an_official(town.office, "ops", operator=("*",)))

    assert operator.get("/people").status_code == 403
    assert operator.post("/people", data={"text": "李静"}).status_code == 403
    assert operator.get(f"/people/{li.id}").status_code == 403


def test_number_and_contact_are_masked_until_they_are_opened(
    town: Town, li: Person, window: TestClient
) -> None:
    before = window.get(f"/people/{li.id}").text

    ask(town.office, opened(), town.caseworker, {"person": str(li.id)})
    after = window.get(f"/people/{li.id}").text

    assert "Open number and contact" in before
    assert not any(text in before for text in (NUMBER, PHONE, "12号"))
    assert all(text in after for text in (NUMBER, PHONE, "人民路街道12号"))
    assert "Number and contact opened" in after
    assert "To reach the family" in after
    assert "masked again tomorrow" in after
    assert after.count(NUMBER) == 1  # the timeline stays masked


def test_what_one_opened_stays_masked_for_others_and_on_other_days(
    town: Town, li: Person, settings: Settings, window: TestClient
) -> None:
    colleague = an_official(town.office, "li", caseworker=(ZHONGSHAN,))
    ask(town.office, opened(), colleague, {"person": str(li.id)})

    assert NUMBER not in window.get(f"/people/{li.id}").text
    assert NUMBER in signed_in(town, settings, colleague).get(f"/people/{li.id}").text


def test_the_form_asks_for_a_purpose(town: Town, li: Person, window: TestClient) -> None:
    form = window.get(f"/people/{li.id}/openings").text

    assert "What for" in form
    assert "李静" in form
    assert NUMBER not in form
    refused = window.post(f"/people/{li.id}/openings", data={"because": "The letter came back."})
    assert refused.status_code == 422
    sent = {"because": "The letter came back.", "purpose": "contact"}
    assert window.post(f"/people/{li.id}/openings", data=sent).status_code == 303
    assert NUMBER in window.get(f"/people/{li.id}").text


def test_a_clerk_at_the_window_opens_nothing(town: Town, li: Person, settings: Settings) -> None:
    clerk = an_official(town.office, "sun", clerk=(ZHONGSHAN,))

    page = signed_in(town, settings, clerk).get(f"/people/{li.id}")

    assert page.status_code == 200
    assert "Open number and contact" not in page.text
    before = town.office.record.last_position()
    with pytest.raises(NotYourRole):
        ask(town.office, opened(), clerk, {"person": str(li.id)})
    assert town.office.record.last_position() == before


def test_people_are_opened_in_ones_own_area_only(town: Town, li: Person, settings: Settings) -> None:
    neighbour = an_official(town.office, "qian", caseworker=(XIGANG,))
    before = town.office.record.last_position()

    assert signed_in(town, settings, neighbour).get(f"/people/{li.id}").status_code == 403
    with pytest.raises(NotYourArea):
        ask(town.office, opened(), neighbour, {"person": str(li.id)})
    assert town.office.record.last_position() == before


def test_relatives_are_left_to_a_colleague(town: Town, li: Person, window: TestClient) -> None:
    me = town.office.record.get(Official, town.caseworker.official)
    me.declare_kinship(li.id, "collateral", a_managers_act())
    town.keep(me)
    identity = town.office.identities.by_token.identity(town.caseworker.official)
    assert identity is not None

    assert window.get(f"/people/{li.id}").status_code == 403
    with pytest.raises(OwnRelative):
        ask(town.office, opened(), identity, {"person": str(li.id)})


def test_nobody_is_at_another_address(town: Town, window: TestClient) -> None:
    for text in ("nobody", str(person("nobody"))):
        assert window.get(f"/people/{text}").status_code == 404
        with pytest.raises(NotOnRecord):
            ask(town.office, opened(), town.caseworker, {"person": text})
    assert window.get("/households/none").status_code == 404


def test_who_was_erased_has_no_page_any_more(town: Town, li: Person, window: TestClient) -> None:
    town.office.vault.destroy(li.id)

    page = window.get(f"/people/{li.id}")

    assert page.status_code == 409
    assert "destroyed for good" in page.text


def test_a_person_leads_to_the_household_and_back(town: Town, li: Person, window: TestClient) -> None:
    household = town.finds("李静").people[0].households[0]
    at = f"/households/{quote(household)}"

    assert f'href="{at}"' in window.get(f"/people/{li.id}").text
    page = window.get(at).text
    assert f'href="/people/{li.id}"' in page
    assert re.search(r'href="/people" aria-current="(page|true)"', page), "the navigation tells where one is"


def test_what_a_register_told_later_is_shown_with_its_source(
    town: Town, li: Person, window: TestClient
) -> None:
    told = contact_tokens(town.office.vault, "13912340099", "解放路3号")
    li = town.office.record.get(Person, li.id)
    li.tell_contact(
        an_act(),
        phone="13912340099",
        address="解放路3号",
        contact_tokens=told,
        register="老年人.xlsx",
        sheet="台账",
        row=7,
    )
    town.keep(li)

    page = window.get(f"/people/{li.id}").text

    shown = re.sub(r"<[^>]+>|\s+", " ", page)
    assert re.search(r"139\*{4}0099 +解放路\*{4} +老年人.xlsx · 台账 · Row 7", shown)
    assert "138****5678" in page, "what was told before stays"
    assert not any(text in page for text in ("13912340099", "解放路3号"))
    assert town.found("13912340099") == town.found("解放路") == town.found(PHONE) == [li.id]
    [row] = town.finds("李静").people
    assert (row.phone, row.address) == ("139****0099", "解放路****")


def test_a_contact_that_was_taken_back_is_no_contact(town: Town, li: Person, window: TestClient) -> None:
    li = town.office.record.get(Person, li.id)
    li.tell_contact(
        an_act(), phone="1390099", address="", contact_tokens=(), register="r.xlsx", sheet="", row=7
    )
    town.keep(li)
    told = town.office.record.events(li.id)[-1]
    li = town.office.record.get(Person, li.id)
    li.withdraw_contact(cast("Person.ContactTold", told), an_act())
    town.keep(li)

    assert "How to reach them" not in window.get(f"/people/{li.id}").text
    assert town.finds("李静").people[0].phone == "138****5678"


def test_what_was_told_before_an_entry_was_taken_back_is_told_no_more(
    town: Town, li: Person, window: TestClient
) -> None:
    somebody = town.office.record.get(Person, li.id)
    somebody.withdraw_registration(an_act())
    town.keep(somebody)
    gone = town.office.record.withdrawn(Person, li.id)
    told = particulars(town.office.vault, name="李静", id_number=NUMBER, phone="13912340099")
    town.keep(Person.register(li.id, an_act(), withdrawn=gone, **told))

    page = window.get(f"/people/{li.id}").text

    assert "139****0099" in page
    assert "How to reach them" not in page, "the one is among the facts"
