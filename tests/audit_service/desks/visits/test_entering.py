"""EnterVisit, EnterMissedVisit, PlanVisit: visits come into the ledger, to whomever they are."""

import pytest

from audit_service.store.submission import Submission
from domain.identities import official_id, visit_id
from domain.officials.official import Official
from domain.visits.visit import Visit
from tests.audit_service.desks.visits.conftest import A_FAMILY, A_VISIT, ALONE, Ledger
from tests.builders import an_act, person


def test_a_visit_to_a_household_is_told_as_it_was_recorded(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY, officials=["wang", "zhao"], others=["王某，示例社区"])

    visit = ledger.visit(number)

    assert number.startswith("ZF210202-2021-")
    assert (visit["state"], visit["day"], visit["household"], visit["area"]) == (
        "made",
        "2021-05-10",
        "H-0001",
        "210202",
    )
    assert (visit["met"], visit["found"], visit["observations"]) == (
        "户主",
        "药费负担重。",
        ["illness", "expenses"],
    )
    assert visit["cadres"] == [
        "Wang Fictional · Civil Affairs",
        "Zhao Fictional · Civil Affairs",
        "王某 · 示例社区",
    ]
    assert ledger.history(visit_id(number)) == [Visit.Recorded]


def test_who_records_a_visit_went_if_nobody_is_named(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)

    assert ledger.visit(number)["cadres"] == ["Wang Fictional · Civil Affairs"]
    assert ledger.listed(mine="true") == [number]


def test_a_cadre_who_is_named_twice_goes_once(ledger: Ledger) -> None:
    number = ledger.enters(
        **A_VISIT, **A_FAMILY, officials=["wang", "wang"], others=["Wang Fictional, Civil Affairs"]
    )

    assert ledger.visit(number)["cadres"] == ["Wang Fictional · Civil Affairs"]


def test_a_visit_is_made_for_a_case(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, case="DB-0001")

    visit = ledger.visit(number)

    assert (visit["case"], visit["household"]) == ("DB-0001", "H-0001")
    assert ledger.listed(case="DB-0001", household="H-0001") == [number]


@pytest.mark.parametrize("by_number", [True, False])
def test_a_visit_is_to_a_person_who_lives_alone(ledger: Ledger, by_number: bool) -> None:  # noqa: FBT001 - of the example
    told = ALONE if by_number else str(ledger.alone.id)

    number = ledger.enters(**A_VISIT, person=told, area="210202")

    assert ledger.visit(number)["whom"] == "虚构老人"
    assert ledger.visit(number)["person"] == str(ledger.alone.id)


def test_a_visit_is_to_a_family_that_is_not_on_record(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, named="桥头的赵家", area="210202", next_due="2021-06-01")

    assert ledger.visit(number)["whom"] == "桥头的赵家"
    [planned] = ledger.reads("/visits", state="planned")["visits"]
    assert (planned["whom"], planned["due_on"]) == ("桥头的赵家", "2021-06-01")


@pytest.mark.parametrize(
    "whom",
    [
        {},
        {"household": "H-0001", "case": "DB-0001"},
        {"named": "桥头的赵家"},
        {"person": ALONE},
    ],
)
def test_whom_a_visit_is_to_is_said_once_and_where_they_live(ledger: Ledger, whom: dict[str, str]) -> None:
    before = ledger.position

    answer = ledger.clerk.asks("/visits", **A_VISIT, **whom)

    assert answer["status"] == 422
    assert ledger.position == before


@pytest.mark.parametrize(
    "unknown",
    [
        {"household": "H-9"},
        {"case": "DB-9"},
        {"person": "x", "area": "210202"},
        {**A_FAMILY, "officials": ["none"]},
    ],
)
def test_what_is_not_on_record_is_not_visited(ledger: Ledger, unknown: dict[str, object]) -> None:
    assert ledger.clerk.asks("/visits", **A_VISIT, **unknown)["status"] == 404


def test_what_has_not_come_yet_is_not_recorded(ledger: Ledger) -> None:
    answer = ledger.clerk.asks("/visits", **{**A_VISIT, "visited_on": "2021-05-12"}, **A_FAMILY)

    assert (answer["status"], answer["code"]) == (409, "visit.ahead")


def test_a_missed_visit_is_recorded_and_the_next_one_planned(ledger: Ledger) -> None:
    number = ledger.enters(
        "/visits/missed", **A_FAMILY, missed_on="2021-05-10", reason="nobody_home", next_due="2021-05-20"
    )

    assert (ledger.visit(number)["state"], ledger.visit(number)["reason"]) == ("missed", "nobody_home")
    [planned] = ledger.reads("/visits", state="planned")["visits"]
    assert (planned["whom"], planned["day"]) == ("H-0001", "2021-05-20")


def test_a_visit_is_planned_for_others(ledger: Ledger) -> None:
    number = ledger.plans(officials=["zhao"])

    assert ledger.visit(number)["state"] == "planned"
    assert ledger.visit(number)["cadres"] == ["Zhao Fictional · Civil Affairs"]
    assert ledger.listed(mine="true") == []


def test_a_visit_belongs_to_who_works_in_the_area(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    stranger = ledger.another("sun", caseworker=("210203",))
    inspector = ledger.another("qian", inspector=("*",))
    before = ledger.position

    refused = [
        stranger.asks("/visits", **A_VISIT, **A_FAMILY)["code"],
        stranger.asks("/visits", **A_VISIT, named="赵家", area="210202")["code"],
        inspector.asks("/visits", **A_VISIT, **A_FAMILY)["code"],
        stranger.reads(f"/visits/{number}")["code"],
    ]

    assert refused == [
        "identity.not_your_area",
        "identity.not_your_area",
        "identity.not_your_role",
        "identity.not_your_area",
    ]
    assert stranger.reads("/visits")["visits"] == []
    assert [each["number"] for each in inspector.reads("/visits")["visits"]] == [number]
    assert ledger.position == before


def test_nobody_visits_or_reads_of_their_relatives(ledger: Ledger) -> None:
    number = ledger.enters(**A_VISIT, **A_FAMILY)
    to_other = ledger.enters(**A_VISIT, person=ALONE, area="210202")
    cousin = ledger.another("cousin", caseworker=("*",))
    official = ledger.story.office.record.get(Official, official_id("cousin"))
    official.declare_kinship(person("head"), "collateral", an_act())
    ledger.story.office.record.keep(Submission(aggregates=(official,)))
    ledger.story.settled()
    before = ledger.position

    refused = [
        cousin.asks("/visits", **A_VISIT, **A_FAMILY)["code"],
        cousin.asks(f"/visits/{number}/withdrawal", reason="twice")["code"],
        cousin.reads(f"/visits/{number}")["code"],
    ]

    assert refused == ["officials.own_relative"] * 3
    assert cousin.asks("/visits", **A_VISIT, person=str(ledger.alone.id), area="210202")["status"] == 201
    before = ledger.position
    mate = cousin.asks("/visits", **A_VISIT, person=str(ledger.mate.id), area="210202")
    assert mate["code"] == "officials.own_relative"
    ledger.story.settled()
    assert to_other in [each["number"] for each in cousin.reads("/visits")["visits"]]
    assert number not in [each["number"] for each in cousin.reads("/visits")["visits"]]
    assert ledger.position == before
