"""The cases of an official's declared relatives are closed to the official, in whatever role."""

import re
from typing import Any

import pytest

from audit_service.desks.cases.decisions import SuspendPayment
from audit_service.desks.desk import Desk
from audit_service.identity.identity import Identity, OwnRelative
from audit_service.office import Office
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.identities import case_id, official_id
from domain.needy.household import Household
from domain.officials.official import Official
from tests.builders import ZHONGSHAN, a_case_taken_over, an_act, day
from tests.journeys.story import CHILD, MOTHER, Clerk, Story, confirmed, in_english, published
from tests.office import an_official, asked

OWN = "officials.own_relative"
OTHER = "FICTION-1"


class Kin:
    """The office with two cases: one of a family that everyone here is related to, one of strangers."""

    def __init__(self, story: Story) -> None:
        self.story, self.office = story, story.office
        published(story)
        self.number = confirmed(story)
        strangers = a_case_taken_over(number=OTHER, monthly_amount=3 * 78000 - 150000)
        self.office.record.keep(Submission(aggregates=(strangers,)))
        self.child = self.office.vault.person_identity(CHILD["id_number"])

    def related(self, login: str) -> Identity:
        """The official, after the child was declared as their relative."""
        official = self.office.record.get(Official, official_id(login))
        official.declare_kinship(self.child, "collateral", an_act())
        self.office.record.keep(Submission(aggregates=(official,)))
        return self.unrelated(login)

    def unrelated(self, login: str) -> Identity:
        self.story.settled()
        identity = self.office.identities.by_token.identity(official_id(login))
        assert identity is not None
        return identity

    def clerk(self, identity: Identity) -> Clerk:
        """The official with a token that nobody has shown yet."""
        return Clerk(self.story.caseworker.client, self.office.identities.tokens.make(identity.official))


@pytest.fixture
def kin(story: Story) -> Kin:
    return Kin(story)


def numbers(clerk: Clerk) -> list[str]:
    return [case["number"] for case in clerk.reads("/cases")["cases"]]


def found(clerk: Clerk, person: str) -> list[str]:
    headers = {"Authorization": f"Bearer {clerk.token}", "X-Seen": "0"}
    answer = clerk.client.post("/api/v1/cases/search", json={"person": person}, headers=headers)
    return [case["number"] for case in answer.json()["cases"]]


COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("/changes", {"members": 3, "valid_from": "2021-06-01"}),
    ("/suspension", {"valid_from": "2021-06-01"}),
    ("/termination", {"valid_from": "2021-06-01", "reason": "moved"}),
    ("/dissents", {"decision": 1, "text": "虚构的意见"}),
    ("/order-objections", {"order": "虚构的要求", "text": "虚构的意见"}),
]


@pytest.mark.parametrize("login", ["wang", "li"])
def test_nothing_is_decided_on_a_relatives_case(kin: Kin, login: str) -> None:
    clerk, last = kin.clerk(kin.related(login)), kin.office.record.last_position()

    answers = [clerk.asks(f"/cases/{kin.number}{path}", **command) for path, command in COMMANDS]

    assert [(answer["status"], answer["code"]) for answer in answers] == [(403, OWN)] * len(COMMANDS)
    assert kin.office.record.last_position() == last
    attempts = kin.office.record.attempts()
    assert {(attempt.by, attempt.code, attempt.stream) for attempt in attempts} == {
        (official_id(login), OWN, case_id(kin.number))
    }
    assert len(attempts) == len(COMMANDS)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("", {}),
        ("", {"valid_on": "2021-08-01"}),
        ("/history", {}),
        ("/reservations", {"decision": "1"}),
    ],
)
def test_a_relatives_case_is_not_read(kin: Kin, path: str, query: dict[str, str]) -> None:
    answer = kin.clerk(kin.related("wang")).reads(f"/cases/{kin.number}{path}", **query)

    assert (answer["status"], answer["code"]) == (403, OWN)
    assert "events" not in answer


@pytest.mark.parametrize("path", ["", "?known_at=2999-01-01T08:00", "/entitlement", "/changes", "/dissents"])
def test_no_page_of_a_relatives_case_is_shown(kin: Kin, path: str) -> None:
    browser = in_english(kin.story, kin.related("li"))

    page = browser.get(f"/cases/{kin.number}{path}")

    assert page.status_code == 403
    assert "declared as your relative" in page.text
    assert MOTHER["name"] not in page.text


def test_no_list_holds_a_relatives_case(kin: Kin) -> None:
    wang = kin.related("wang")
    clerk, colleague = kin.clerk(wang), kin.clerk(kin.unrelated("zhao"))

    assert numbers(clerk) == [OTHER]
    assert numbers(colleague) == sorted([OTHER, kin.number])
    for person in (CHILD["name"], CHILD["id_number"], MOTHER["name"]):
        assert (found(clerk, person), found(colleague, person)) == ([], [kin.number])
    page = in_english(kin.story, wang).get("/cases").text
    assert OTHER in page
    assert kin.number not in page


def test_a_relatives_case_is_not_counted(kin: Kin) -> None:
    own = in_english(kin.story, kin.related("wang")).get("/cases").text
    others = in_english(kin.story, kin.unrelated("zhao")).get("/cases").text

    assert [figures(page)[0] for page in (own, others)] == ["1", "2"]


def test_what_was_done_before_is_told_without_the_case(kin: Kin) -> None:
    before = kin.clerk(kin.unrelated("wang")).reads("/me")["acts"]
    after = kin.clerk(kin.related("wang")).reads("/me")["acts"]

    assert kin.number in {act["about"] for act in before}
    assert [act["position"] for act in after] == [act["position"] for act in before]
    assert {act["about"] for act in after} == {""}


def test_nobody_opens_a_case_for_a_relative(kin: Kin) -> None:
    clerk, last = kin.clerk(kin.related("wang")), kin.office.record.last_position()
    application = {"programme": "temporary", "area": ZHONGSHAN, "channel": "window"}

    answer = clerk.asks("/cases", **application, members=[MOTHER, CHILD])

    assert (answer["status"], answer["code"]) == (403, OWN)
    assert kin.office.record.last_position() == last
    (attempt,) = kin.office.record.attempts()
    assert (attempt.command, attempt.code) == ("apply_for_assistance", OWN)
    assert clerk.asks("/cases", **application, members=[MOTHER])["status"] == 201


def test_a_household_and_a_person_are_closed_too(kin: Kin) -> None:
    wang, zhao = kin.related("wang"), kin.unrelated("zhao")
    command = SuspendPayment(because="虚构的理由", valid_from=day("2021-06-01"))
    case = kin.office.record.get(Case, case_id(kin.number))
    assert case.household is not None
    number = kin.office.record.get(Household, case.household).number

    def desk(identity: Identity) -> Desk:
        return Desk(kin.office, asked(command, identity, {"number": kin.number}))

    for closed in (lambda: desk(wang).household(number), lambda: desk(wang).person(kin.child)):
        with pytest.raises(OwnRelative):
            closed()
    assert desk(zhao).household(number).number == number
    assert desk(zhao).person(kin.child).id == kin.child


OCTOBER = "2021-10-01"


def raised_in_october(kin: Kin) -> str:
    """Where the standard of October 2021 is shown, which no case is adjusted to yet."""
    command = {"programme": "dibao", "kind": "urban", "areas": [ZHONGSHAN], "monthly_amount": 81000}
    days = dict.fromkeys(("approved_on", "published_on", "effective_from"), OCTOBER)
    answer = kin.story.manager.asks("/standards", reference="fictional-810", **command, **days)
    assert answer["status"] == 201, answer
    kin.story.on(OCTOBER)
    return "/standards/fictional-810"


def test_an_area_is_adjusted_but_for_relatives_who_are_left_to_a_colleague(kin: Kin) -> None:
    path = raised_in_october(kin)

    def in_october(number: str) -> int:
        return kin.office.record.get(Case, case_id(number)).amount_in(day(OCTOBER))

    first = kin.clerk(kin.related("li")).asks(f"{path}/adjustments", area=ZHONGSHAN)
    between = in_october(OTHER), in_october(kin.number)
    second = kin.clerk(_a_manager(kin.office)).asks(f"{path}/adjustments", area=ZHONGSHAN)

    assert (first["status"], second["status"]) == (201, 201)
    assert between == (3 * 81000 - 150000, 2 * 78000 - 90000)
    assert in_october(kin.number) == 2 * 81000 - 90000


def test_what_a_standard_makes_of_a_relatives_case_is_not_shown(kin: Kin) -> None:
    path = raised_in_october(kin)

    own, others = (
        in_english(kin.story, official).get(path).text
        for official in (kin.related("li"), _a_manager(kin.office))
    )

    assert [figures(page)[0] for page in (own, others)] == ["1", "2"]


def figures(page: str) -> list[str]:
    """The figures that a page shows above all else."""
    return re.findall(r'figures__value"[^>]*>([^<]*)<', page)


def _a_manager(office: Office) -> Identity:
    return an_official(office, "sun", manager=("*",))


def test_a_case_is_open_again_once_the_declaration_is_withdrawn(kin: Kin) -> None:
    kin.related("wang")
    official = kin.office.record.get(Official, official_id("wang"))
    official.withdraw_kinship(kin.child, an_act())
    kin.office.record.keep(Submission(aggregates=(official,)))

    clerk = kin.clerk(kin.unrelated("wang"))

    assert clerk.reads(f"/cases/{kin.number}")["number"] == kin.number
    assert numbers(clerk) == sorted([OTHER, kin.number])
