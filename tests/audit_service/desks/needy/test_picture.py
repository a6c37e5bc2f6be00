"""What a family receives, and what else there is about it."""

from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.identity.recognition import COOKIE
from audit_service.settings import Settings
from domain.cases.case import Case
from domain.identities import household_id
from domain.needy.household import Household
from domain.needy.person import Person
from tests.audit_service.desks.needy.conftest import XIGANG, Town
from tests.builders import a_case_taken_over, a_lead, an_act
from tests.error_builders import a_reported_error
from tests.office import a_token, an_official
from tests.question_builders import a_question
from tests.visit_builders import a_visit

HEAD, MOTHER = "赵大山", "钱秀兰"


def old_age(number: str, person: Person, amount: int, **more: str) -> Case:
    """A case of one person in a register of persons."""
    return a_case_taken_over(
        number=number,
        programme="elderly",
        household=None,
        head=person.id,
        people=(person.id,),
        members=1,
        monthly_income=0,
        monthly_amount=amount,
        **more,
    )


@pytest.fixture
def family(town: Town) -> Town:
    """A head with 750 a month and a mother with 200 and, in another area, 100; her son has moved out."""
    head, mother = town.settle(HEAD, "1970-01-01", 1), town.settle(MOTHER, "1940-01-01", 2)
    son = town.settle("赵小山", "1995-01-01", 3)
    household = Household.form("H-0001", "210202", an_act("2021-04-01"))
    for person, relation in ((head, "户主"), (mother, "母亲"), (son, "子")):
        household.join(person.id, relation, an_act("2021-04-01"))
    household.leave(son.id, an_act("2021-06-01"))
    town.keep(household)
    town.keep(
        a_case_taken_over(number="DB-0001", head=head.id, people=(head.id, mother.id, son.id)),
        old_age("LN-1", mother, 20000),
        old_age("LN-2", mother, 10000, area=XIGANG),
        old_age("LN-3", son, 7000),
        a_visit(household=household_id("H-0001")),
        a_question(),
        a_lead(),
        a_reported_error(),
    )
    return town


@pytest.fixture
def window(family: Town, settings: Settings) -> TestClient:
    session = family.office.identities.sessions.start(family.caseworker.official)
    app = create_app(family.office, settings)
    headers = a_token(family.office, family.caseworker) | {"Accept-Language": "en"}
    return TestClient(app, cookies={COOKIE: session, "language": "en"}, headers=headers)


def received(window: TestClient, **query: str) -> dict[str, int]:
    answer = window.get("/api/v1/households/H-0001", params=query).json()["receiving"]
    assert answer["total"] == sum(case["amount"] for case in answer["cases"])
    return {case["number"]: case["amount"] for case in answer["cases"]}


def test_a_household_receives_what_all_its_members_do(window: TestClient) -> None:
    assert received(window) == {"DB-0001": 75000, "LN-1": 20000, "LN-2": 10000}


def test_who_has_left_counts_until_then(window: TestClient) -> None:
    assert received(window, valid_on="2021-05-15") == {
        "DB-0001": 75000, "LN-1": 20000, "LN-2": 10000, "LN-3": 7000,
    }  # fmt: skip
    assert "LN-3" not in received(window, valid_on="2021-06-15")


def test_nothing_was_received_before_it_was_paid(window: TestClient) -> None:
    assert set(received(window, valid_on="2020-08-31").values()) == {0}


def test_what_was_not_known_at_a_moment_is_not_told(family: Town, window: TestClient) -> None:
    formed = family.office.record.events(household_id("H-0001"))[0].recorded_at
    assert formed is not None

    assert received(window, known_at=formed.isoformat()) == {}
    before = (formed - timedelta(days=1)).isoformat()
    assert window.get("/api/v1/households/H-0001", params={"known_at": before}).status_code == 404


def test_the_page_adds_it_up(window: TestClient) -> None:
    page = window.get("/households/H-0001").text

    assert "Receives this month, September 2021: ¥ 1,050.00" in page
    assert "¥ 750.00 + ¥ 200.00 + ¥ 100.00 = ¥ 1,050.00" in page
    assert 'href="/cases/DB-0001/entitlement"' in page
    assert 'href="/cases/LN-2' not in page, "the case of another area is not to be opened"
    assert page.index(HEAD) < page.index(MOTHER) < page.index("赵小山")
    assert "Receives in May 2021: ¥ 1,120.00" in window.get("/households/H-0001?valid_on=2021-05-01").text


def test_the_page_of_a_person_shows_their_own(family: Town, window: TestClient) -> None:
    mother = family.finds(MOTHER).people[0].person

    page = window.get(f"/people/{mother}?valid_on=2021-07-01").text

    assert "¥ 750.00 + ¥ 200.00 + ¥ 100.00 = ¥ 1,050.00" in page
    assert 'href="/households/H-0001"' in page
    assert "母亲" in page
    assert 'href="/cases/DB-0001/entitlement?valid_on=2021-07-01"' in page


def test_the_page_leads_to_visits_questions_errors_and_leads(family: Town, window: TestClient) -> None:
    page = window.get("/households/H-0001").text

    assert 'href="/visits/ZF-2"' in page
    assert f'href="/errors/{a_reported_error().number}"' in page
    assert f'href="/leads/{a_lead().id}"' in page
    around = window.get("/api/v1/households/H-0001").json()["around"]
    assert [visit["number"] for visit in around["visits"]] == ["ZF-2"]
    assert around["questions"] == []


def test_a_visit_to_the_household_is_told_of_who_lives_there(family: Town, window: TestClient) -> None:
    head, mother = (family.finds(name).people[0].person for name in (HEAD, MOTHER))

    for person in (head, mother):
        around = window.get(f"/api/v1/people/{person}").json()["around"]
        assert "ZF-2" in {visit["number"] for visit in around["visits"]}
        assert 'href="/visits/ZF-2"' in window.get(f"/people/{person}").text


def test_what_happened_in_a_household_says_to_whom(window: TestClient) -> None:
    page = window.get("/households/H-0001").text

    happened = page[page.index("<h2>What happened</h2>") :]
    assert "Member joined" in happened
    assert HEAD in happened
    assert MOTHER in happened


def test_a_case_leads_to_its_household_and_people(family: Town, window: TestClient) -> None:
    head, mother = (family.finds(name).people[0].person for name in (HEAD, MOTHER))

    of_household, of_person = window.get("/cases/DB-0001").text, window.get("/cases/LN-1").text

    assert all(f'href="{at}"' in of_household for at in ("/households/H-0001", f"/people/{head}"))
    assert f'href="/people/{mother}"' in of_person
    assert "/households/" not in of_person


def test_members_are_told_over_time(window: TestClient) -> None:
    members = window.get("/api/v1/households/H-0001").json()["members"]

    assert [(one["name"], one["relation"], one["until"]) for one in members] == [
        (HEAD, "户主", None), (MOTHER, "母亲", None), ("赵小山", "子", "2021-06-01"),
    ]  # fmt: skip
    assert {one["since"] for one in members} == {str(date(2021, 4, 1))}


def test_a_household_is_for_its_own_area(family: Town, settings: Settings, window: TestClient) -> None:
    neighbour = an_official(family.office, "qian", caseworker=(XIGANG,))
    client = TestClient(create_app(family.office, settings), headers=a_token(family.office, neighbour))

    assert client.get("/api/v1/households/H-0001").status_code == 403
