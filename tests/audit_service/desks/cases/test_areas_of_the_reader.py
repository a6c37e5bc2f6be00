"""Who reads which cases: those of the areas that one of their roles is held in, and no other."""

import pytest

from audit_service.identity.identity import Identity
from audit_service.store.submission import Submission
from tests.builders import ZHONGSHAN, a_case_taken_over, standards
from tests.journeys.story import CHILD, Clerk, Story, applied, in_english
from tests.office import an_official

XIGANG = "210203"
AREAS = {"FICTION-A1": ZHONGSHAN, "FICTION-A2": ZHONGSHAN, "FICTION-B1": XIGANG}
MINE, THEIRS = "FICTION-B1", "FICTION-A1"


@pytest.fixture
def neighbours(story: Story, neighbour: Identity) -> Clerk:
    """The neighbour, in front of a register of two areas."""
    cases = [a_case_taken_over(number=number, area=area) for number, area in AREAS.items()]
    story.office.record.keep(Submission(aggregates=(standards(), *cases)))
    story.settled()
    return Clerk(story.caseworker.client, story.office.identities.tokens.make(neighbour.official))


def numbers(clerk: Clerk, **query: str) -> list[str]:
    return [case["number"] for case in clerk.reads("/cases", **query)["cases"]]


def test_a_list_holds_the_cases_of_the_readers_areas(story: Story, neighbours: Clerk) -> None:
    assert numbers(neighbours) == [MINE]
    assert numbers(neighbours, area=ZHONGSHAN) == []
    assert numbers(neighbours, number="FICTION") == [MINE]
    assert numbers(story.caseworker) == sorted(AREAS)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"area": ZHONGSHAN}, ["FICTION-A1", "FICTION-A2"]),
        ({"number": "FICTION-A"}, ["FICTION-A1", "FICTION-A2"]),
        ({"number": "FICTION-A2"}, ["FICTION-A2"]),
        ({"state": "in payment"}, ["FICTION-A1", "FICTION-A2", "FICTION-B1"]),
        ({"state": "suspended"}, []),
        ({"programme": "tekun"}, []),
        ({"programme": "dibao", "area": XIGANG}, ["FICTION-B1"]),
        ({"number": "%"}, []),
    ],
)
def test_a_list_is_narrowed(story: Story, neighbours: Clerk, query: dict[str, str], found: list[str]) -> None:
    assert numbers(story.caseworker, **query) == found


def test_a_list_is_paged_by_number(story: Story, neighbours: Clerk) -> None:
    first = story.caseworker.reads("/cases", limit="2")
    second = story.caseworker.reads("/cases", limit="2", after=first["next"])

    assert [case["number"] for case in first["cases"] + second["cases"]] == sorted(AREAS)
    assert (first["next"], second["next"]) == ("FICTION-A2", None)


def test_a_person_is_not_found_from_another_area(story: Story, neighbours: Clerk) -> None:
    number = applied(story)
    story.settled()

    found = [
        [
            case["number"]
            for case in clerk.client.post(
                "/api/v1/cases/search",
                json={"person": CHILD["name"]},
                headers={"Authorization": f"Bearer {clerk.token}", "X-Seen": "0"},
            ).json()["cases"]
        ]
        for clerk in (story.caseworker, neighbours)
    ]

    assert found == [[number], []]


@pytest.mark.parametrize("path", ["", "/history"])
def test_a_case_of_another_area_is_not_read(neighbours: Clerk, path: str) -> None:
    answer = neighbours.reads(f"/cases/{THEIRS}{path}")

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_area")
    assert "events" not in answer


@pytest.mark.parametrize("path", ["", "/entitlement", "/changes", "/termination"])
def test_no_page_of_another_areas_case_is_shown(
    story: Story, neighbours: Clerk, neighbour: Identity, path: str
) -> None:
    page = in_english(story, neighbour).get(f"/cases/{THEIRS}{path}")

    assert page.status_code == 403
    assert "750" not in page.text


def test_a_command_on_a_case_of_another_area_leaves_an_attempt(story: Story, neighbours: Clerk) -> None:
    last = story.office.record.last_position()

    answer = neighbours.asks(f"/cases/{THEIRS}/changes", members=2, valid_from="2021-06-01")

    assert (answer["status"], answer["code"]) == (403, "identity.not_your_area")
    assert story.office.record.last_position() == last
    (attempt,) = story.office.record.attempts()
    assert (attempt.command, attempt.code) == ("record_change", "identity.not_your_area")


def test_a_case_is_not_moved_to_an_area_of_others(story: Story, neighbours: Clerk) -> None:
    last = story.office.record.last_position()

    answer = neighbours.asks(f"/cases/{MINE}/changes", area=ZHONGSHAN, valid_from="2021-06-01")

    assert answer["status"] == 403
    assert story.office.record.last_position() == last


def test_who_runs_the_machines_reads_no_case(story: Story, neighbours: Clerk) -> None:
    operator = an_official(story.office, "machinist", operator=("*",))
    clerk = Clerk(story.caseworker.client, story.office.identities.tokens.make(operator.official))

    assert numbers(clerk) == []
    assert clerk.reads(f"/cases/{MINE}")["status"] == 403


def test_a_filter_that_is_not_offered_is_told(story: Story, neighbour: Identity) -> None:
    page = in_english(story, neighbour).get("/cases", params={"area": "nowhere"})

    assert page.status_code == 422
    assert story.caseworker.reads("/cases", area="nowhere")["faults"][0]["where"] == "query.area"
