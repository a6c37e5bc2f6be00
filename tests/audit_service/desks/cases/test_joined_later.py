"""Who joins a household after its case began closes the case to the official whose relative they are."""

from collections.abc import Iterator

import pytest

from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.identities import case_id, official_id
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.officials.official import Official
from domain.questions.raising import About
from tests.builders import ZHONGSHAN, a_case_taken_over, a_finding, an_act, day, person
from tests.journeys.error_story import ErrorStory, an_error_story, reported
from tests.journeys.story import MOTHER, in_english
from tests.question_builders import a_question

OWN = "officials.own_relative"
COUSIN = person("cousin")


@pytest.fixture
def told(office: Office, settings: Settings) -> Iterator[ErrorStory]:
    with an_error_story(office, settings) as story:
        yield story


def declared(told: ErrorStory, login: str) -> None:
    """The cousin is a relative of the official, who is asked for anew."""
    record = told.story.office.record
    official = record.get(Official, official_id(login))
    official.declare_kinship(COUSIN, "collateral", an_act())
    record.keep(Submission(aggregates=(official,)))
    told.story.office.identities.by_token.forget(told.staff[login].token)


def joined(told: ErrorStory) -> None:
    """A later register has the cousin in the household."""
    record = told.story.office.record
    case = record.get(Case, case_id(told.case))
    assert case.household is not None
    household = record.get(Household, case.household)
    household.join(COUSIN, "其他", an_act())
    record.keep(Submission(aggregates=(household,)))
    told.story.settled()


@pytest.mark.parametrize("login", ["li", "zheng"])
def test_the_case_is_closed_from_that_moment(told: ErrorStory, login: str) -> None:
    number = reported(told)
    declared(told, login)
    before = [told.reads(login, path)["number"] for path in (f"/cases/{told.case}", f"/errors/{number}")]

    joined(told)

    assert before == [told.case, number]
    for path in (f"/cases/{told.case}", f"/errors/{number}"):
        assert told.reads(login, path)["code"] == OWN
    assert told.refused(login, f"/cases/{told.case}/suspension", valid_from="2021-10-01") == OWN
    assert told.refused(login, f"/errors/{number}/taking-up") == OWN
    assert told.reads("wu", f"/cases/{told.case}")["number"] == told.case


def test_what_the_service_noticed_in_it_is_closed_as_well(told: ErrorStory) -> None:
    record = told.story.office.record
    case = record.get(Case, case_id(told.case))
    finding = a_finding(case=case.id, case_number=case.number, area=case.area, from_month=day("2021-06-01"))
    lead = Lead.find(finding, an_act())
    identity = lead.id
    record.keep(Submission(aggregates=(lead,)))
    declared(told, "zheng")
    joined(told)

    assert told.reads("zheng", f"/leads/{identity}")["code"] == OWN
    assert told.refused("zheng", f"/leads/{identity}/setting-aside", reason="as_recorded") == OWN


def listed(told: ErrorStory, login: str) -> dict[str, list[str]]:
    """The numbers of what the lists hold for the official."""
    lists = {"cases": "number", "errors": "number", "leads": "case", "questions": "case_number"}
    return {
        name: [row[number] for row in told.reads(login, f"/{name}")[name]] for name, number in lists.items()
    }


def official(told: ErrorStory, login: str) -> Identity:
    identity = told.story.office.identities.by_token.identity(official_id(login))
    assert identity is not None
    return identity


def people_found(told: ErrorStory, login: str) -> list[str]:
    """Who is found by the name of the mother."""
    headers = {"Authorization": f"Bearer {told.staff[login].token}", "X-Seen": "0"}
    answer = told.staff[login].client.post(
        "/api/v1/people/search", json={"text": MOTHER["name"]}, headers=headers
    )
    return [row["person"] for row in answer.json()["people"]]


def asked_about(told: ErrorStory) -> None:
    """The service noticed something in the case, and somebody asks about it."""
    case = told.story.office.record.get(Case, case_id(told.case))
    finding = a_finding(case=case.id, case_number=case.number, area=case.area, from_month=day("2021-06-01"))
    question = a_question(area=case.area, about=About(case=case.id, case_number=case.number))
    told.story.office.record.keep(Submission(aggregates=(Lead.find(finding, an_act()), question)))


def test_no_list_and_no_figure_holds_the_case_any_more(told: ErrorStory) -> None:
    number = reported(told)
    asked_about(told)
    declared(told, "zheng")
    before = listed(told, "zheng")

    joined(told)

    assert before == {
        "cases": [told.case],
        "errors": [number],
        "leads": [told.case],
        "questions": [told.case],
    }
    assert listed(told, "zheng") == {name: [] for name in before}
    assert listed(told, "wu") == before
    page = in_english(told.story, official(told, "zheng"))
    for name in before:
        for path in (f"/{name}", f"/{name}.csv"):
            assert told.case not in page.get(path).text


def test_nobody_near_them_is_found_or_looked_at(told: ErrorStory) -> None:
    who = told.story.office.vault.person_identity(MOTHER["id_number"])
    declared(told, "zheng")
    before = people_found(told, "zheng"), told.reads("zheng", f"/people/{who}").get("code")

    joined(told)

    assert before == ([str(who)], None)
    assert people_found(told, "zheng") == []
    assert people_found(told, "wu") == [str(who)]
    assert told.reads("zheng", f"/people/{who}")["code"] == OWN
    opening = {"purpose": "case", "because": "虚构的理由"}
    assert told.refused("zheng", f"/people/{who}/openings", **opening) == OWN


def test_a_household_one_of_whom_claims_with_a_relative_elsewhere_is_closed(told: ErrorStory) -> None:
    record = told.story.office.record
    case = record.get(Case, case_id(told.case))
    assert case.household is not None
    at = f"/households/{record.get(Household, case.household).number}"
    declared(told, "zheng")
    before = told.reads("zheng", at).get("code")

    people = (*case.people, COUSIN)
    elsewhere = a_case_taken_over(number="FICTION-9", household=None, head=COUSIN, people=people, members=3)
    record.keep(Submission(aggregates=(elsewhere,)))

    assert before is None
    assert told.reads("zheng", at)["code"] == OWN
    assert "code" not in told.reads("wu", at)


def test_an_area_is_adjusted_without_the_case(told: ErrorStory) -> None:
    october = {"programme": "dibao", "kind": "urban", "areas": [ZHONGSHAN], "monthly_amount": 81000}
    days = dict.fromkeys(("approved_on", "published_on", "effective_from"), "2021-10-01")
    told.done("li", "/standards", reference="fictional-810", **october, **days)
    told.story.on("2021-10-01")
    declared(told, "li")
    joined(told)

    def adjusted(login: str) -> list[int]:
        """How many cases the official is shown that an adjustment concerns, before and after they do it."""
        outlook = "/standards/fictional-810/outlook"
        before = told.reads(login, outlook)["areas"][0]["adjusted"]
        told.done(login, "/standards/fictional-810/adjustments", area=ZHONGSHAN)
        return [before, told.reads(login, outlook)["areas"][0]["already"]]

    assert adjusted("li") == [0, 0]
    assert adjusted("wu") == [1, 1]


def test_who_declared_nobody_is_asked_nothing_more(told: ErrorStory) -> None:
    joined(told)

    assert told.reads("zheng", f"/cases/{told.case}")["number"] == told.case
