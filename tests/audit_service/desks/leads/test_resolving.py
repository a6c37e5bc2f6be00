"""Leads about people are resolved by a person: corrected, told apart, merged."""

from typing import Any

import pytest

from audit_service.desks.leads.resolving import (
    ConfirmTwoPeople,
    CorrectNameOfLead,
    LeaveHousehold,
    MergeEntries,
    SameNumber,
)
from audit_service.desks.leads.telling_apart import NoSuchNumber
from audit_service.desks.needy.entries import GiveNumber, ReverseMerge
from audit_service.desks.needy.masking import masked_number
from audit_service.finding.tokens import particulars
from audit_service.store.errors import NotOnRecord
from domain.cases.case import Case
from domain.cases.whose import NotClaiming
from domain.identities import case_id, household_id, visit_id
from domain.leads.lead import LeadSettled, OtherKind
from domain.needy.household import Household, NotMember
from domain.needy.person import Person
from domain.questions.refusals import NotTheirQuestion
from domain.visits.refusals import NotTheirVisit
from tests.audit_service.desks.leads.conftest import GROUNDS, NUMBER, OTHER_NUMBER, Town
from tests.builders import ZHONGSHAN, a_case_taken_over, an_act, day, person
from tests.office import a_token
from tests.question_builders import a_question_taken_over
from tests.visit_builders import a_visit_taken_over


def test_both_sides_of_a_lead_stand_beside_each_other(town: Town) -> None:
    lead = town.lead("named_otherwise")

    told = town.get(f"/leads/{lead}")
    page = town.page(f"/leads/{lead}")

    first, second = told["sides"]
    assert (first["name"], first["file"]) == ("王小明", "dibao.xlsx")
    assert (second["name"], second["file"], second["sheet"], second["row"]) == (
        "汪晓明",
        "elderly.xlsx",
        "台账",
        9,
    )
    assert "王小明" in page
    assert "汪晓明" in page
    assert f"/leads/{lead}/two-people" in page
    assert f"/leads/{lead}" in town.page(f"/people/{town.person}")


def test_the_list_shows_leads_about_people_without_a_case(town: Town) -> None:
    town.lead("named_otherwise")

    page = town.page("/leads?state=open")

    assert "One id number, two names" in page
    assert f'href="/people/{town.person}"' in page
    assert "王小明" not in town.page("/leads.csv?state=open")


@pytest.mark.parametrize(("given", "right"), [("", "汪晓明"), ("王晓明", "王晓明")])
def test_the_name_is_put_right(town: Town, given: str, right: str) -> None:
    lead = town.lead("named_otherwise")

    town.ask(CorrectNameOfLead(name=given, **GROUNDS), lead=lead)

    told = town.get(f"/leads/{lead}")
    assert town.someone(town.person)["name"] == right
    assert (told["state"], told["outcome"]) == ("resolved", "corrected")
    with pytest.raises(LeadSettled):
        town.ask(CorrectNameOfLead(**GROUNDS), lead=lead)
    assert "Corrected" in town.page(f"/leads/{lead}")


def test_two_people_under_one_number_are_told_apart(town: Town) -> None:
    lead = town.lead("named_otherwise")

    town.ask(
        ConfirmTwoPeople(document="passport", document_number="E12345678", cases="LN-0002", **GROUNDS),
        lead=lead,
    )

    other = town.office.record.get(Case, case_id("LN-0002")).head
    assert other not in (None, town.person)
    assert other is not None
    first, second = town.someone(town.person), town.someone(other)
    assert (first["name"], first["other_names"]) == ("王小明", [])
    assert [case["number"] for case in first["receiving"]["cases"]] == ["DB-0001"]
    assert second["name"] == "汪晓明"
    assert [case["number"] for case in second["receiving"]["cases"]] == ["LN-0002"]
    assert "E12345678" not in town.page(f"/people/{other}")


def test_nothing_is_put_right_about_who_was_taken_back(town: Town) -> None:
    lead = town.lead("named_otherwise")
    somebody = town.office.record.get(Person, town.person)
    somebody.withdraw_registration(an_act())
    town.keep(somebody)

    for command in (CorrectNameOfLead(**GROUNDS), ConfirmTwoPeople(**GROUNDS)):
        with pytest.raises(NotOnRecord):
            town.ask(command, lead=lead)
    assert "Not on record" in town.page(f"/leads/{lead}")


def test_visits_go_to_the_other_person(town: Town) -> None:
    town.keep(a_visit_taken_over(number="ZF-9", person=town.person), a_visit_taken_over(number="ZF-8"))
    lead = town.lead("named_otherwise")

    with pytest.raises(NotTheirVisit):
        town.ask(ConfirmTwoPeople(visits="ZF-8", **GROUNDS), lead=lead)
    town.ask(ConfirmTwoPeople(id_number=OTHER_NUMBER, visits="ZF-9", **GROUNDS), lead=lead)

    other = town.office.vault.person_identity(OTHER_NUMBER)
    assert [visit["number"] for visit in town.someone(other)["around"]["visits"]] == ["ZF-9"]
    assert town.someone(town.person)["around"]["visits"] == []


def test_questions_go_to_the_other_person_and_those_of_a_visit_with_it(town: Town) -> None:
    there = {"person": town.person, "visit": visit_id("ZF-9")}
    town.keep(
        a_visit_taken_over(number="ZF-9", person=town.person, register="elderly.xlsx", sheet="台账", row=9),
        a_question_taken_over(number="WD-1", **there),
        a_question_taken_over(number="WD-2", **there | {"person": person("child")}),
        a_question_taken_over(number="WD-3", person=town.person),
        a_question_taken_over(number="WD-4", person=town.person),
    )
    lead = town.lead("named_otherwise")
    assert f"/leads/{lead}/two-people?cases=LN-0002&amp;visits=ZF-9" in town.page(f"/leads/{lead}")
    before = town.office.record.last_position()

    form = town.page(f"/leads/{lead}/two-people")
    assert all(number in form for number in ("DB-0001", "LN-0002", "ZF-9", "WD-1", "WD-3", "WD-4"))
    assert "WD-2" not in form
    with pytest.raises(NotTheirQuestion):
        town.ask(ConfirmTwoPeople(questions="WD-2", **GROUNDS), lead=lead)
    for field in ("cases", "visits", "questions"):
        with pytest.raises(NoSuchNumber, match="Nothing is on record under X-1"):
            town.ask(ConfirmTwoPeople(**{field: "X-1"}, **GROUNDS), lead=lead)
    assert town.office.record.last_position() == before
    moving = {"visits": "ZF-9", "questions": "WD-3\nWD-1", "id_number": OTHER_NUMBER}
    town.ask(ConfirmTwoPeople(**moving, **GROUNDS), lead=lead)

    other = town.office.vault.person_identity(OTHER_NUMBER)
    told = [town.someone(one)["around"]["questions"] for one in (other, town.person)]
    assert [{row["number"] for row in rows} for rows in told] == [{"WD-1", "WD-3"}, {"WD-4"}]
    assert f'href="/people/{other}"' in town.page(f"/leads/{lead}")


def test_the_other_person_may_have_a_number_of_their_own_and_the_household(town: Town) -> None:
    lead = town.lead("named_otherwise")

    town.ask(ConfirmTwoPeople(id_number=OTHER_NUMBER, cases="DB-0001", **GROUNDS), lead=lead)

    other = town.office.vault.person_identity(OTHER_NUMBER)
    assert town.someone(other)["households"] == ["H-0001"]
    assert town.someone(town.person)["households"] == []
    assert town.office.record.get(Household, household_id("H-0001")).members == (other,)


def test_who_has_the_other_number_already_is_not_entered_again(town: Town) -> None:
    other = town.office.vault.person_identity(OTHER_NUMBER)
    told = particulars(town.office.vault, name="汪晓明", id_number=OTHER_NUMBER)
    town.keep(Person.register(other, an_act(), **told))
    lead = town.lead("named_otherwise")

    town.ask(ConfirmTwoPeople(id_number=OTHER_NUMBER, **GROUNDS), lead=lead)

    assert len(town.office.record.events(other)) == 1
    assert town.someone(town.person)["other_names"] == []


def test_two_people_do_not_have_one_number_nor_cases_of_strangers(town: Town) -> None:
    lead, before = town.lead("named_otherwise"), town.office.record.last_position()
    town.keep(a_case_taken_over(number="DB-0009"))
    before = town.office.record.last_position()

    with pytest.raises(SameNumber):
        town.ask(ConfirmTwoPeople(id_number=NUMBER, **GROUNDS), lead=lead)
    with pytest.raises(NotClaiming):
        town.ask(ConfirmTwoPeople(cases="DB-0009", **GROUNDS), lead=lead)

    assert town.office.record.last_position() == before


def test_two_entries_are_compared_by_what_tells_people_apart(town: Town) -> None:
    twin = town.without_number()
    town.ask(GiveNumber(id_number=NUMBER, **GROUNDS), person=str(twin))
    lead = town.lead("one_person")

    first, second = town.get(f"/leads/{lead}")["sides"]
    assert (first["id_number"], first["sex"], first["born_year"]) == (masked_number(NUMBER), "male", 1970)
    assert (second["id_number"], second["sex"], second["born_year"]) == ("", "female", 1970)
    page = town.page(f"/leads/{lead}")
    assert masked_number(NUMBER) in page
    assert NUMBER not in page
    assert "Address" not in page, "neither side tells one"


def test_two_entries_are_shown_as_one_while_merged_and_as_two_again(town: Town) -> None:
    twin = town.without_number()
    single: dict[str, Any] = {"number": "LS-0003", "programme": "temporary", "household": None}
    town.keep(a_case_taken_over(**single, head=twin, people=(twin,), members=1))
    town.ask(GiveNumber(id_number=NUMBER, **GROUNDS), person=str(twin))
    lead = town.lead("one_person")
    assert {side["name"] for side in town.get(f"/leads/{lead}")["sides"]} == {"王小明", "安娜"}

    town.ask(MergeEntries(**GROUNDS), lead=lead)

    for entry in (twin, town.person):
        told = town.someone(entry)
        assert (told["person"], told["name"]) == (str(town.person), "王小明")
        assert {case["number"] for case in told["receiving"]["cases"]} == {"DB-0001", "LN-0002", "LS-0003"}
        assert "安娜" in told["other_names"]
    found = town.client.post(
        "/api/v1/people/search",
        json={"text": "安娜"},
        headers=a_token(town.office, town.worker) | town.seen(),
    ).json()
    assert [row["person"] for row in found["people"]] == [str(town.person)]
    assert f"/people/{twin}/separation" in town.page(f"/people/{town.person}")

    town.ask(ReverseMerge(**GROUNDS), person=str(twin))

    assert town.someone(twin)["name"] == "安娜"
    assert {case["number"] for case in town.someone(twin)["receiving"]["cases"]} == {"LS-0003"}
    assert "安娜" not in town.someone(town.person)["other_names"]


def test_who_is_in_two_households_has_left_one(town: Town) -> None:
    other = Household.form("H-0002", ZHONGSHAN, an_act())
    other.join(town.person, "子", an_act())
    town.keep(other)
    lead = town.lead("two_households")
    assert [side["household"] for side in town.get(f"/leads/{lead}")["sides"]] == ["H-0001", "H-0002"]

    town.keep(Household.form("H-0003", ZHONGSHAN, an_act()))
    with pytest.raises(NotMember):
        town.ask(LeaveHousehold(household="H-0003", left_on=day("2021-01-01"), **GROUNDS), lead=lead)
    town.ask(LeaveHousehold(household="H-0001", left_on=day("2021-01-01"), **GROUNDS), lead=lead)

    assert town.someone(town.person)["households"] == ["H-0002"]
    assert town.get(f"/leads/{lead}")["outcome"] == "corrected"


def test_a_lead_is_resolved_by_what_fits_it(town: Town) -> None:
    lead = town.lead("named_otherwise")

    with pytest.raises(OtherKind):
        town.ask(MergeEntries(**GROUNDS), lead=lead)


def test_cases_that_exclude_each_other_have_two_sides_too(town: Town) -> None:
    single: dict[str, Any] = {"number": "TK-0004", "programme": "tekun", "household": None}
    town.keep(a_case_taken_over(**single, head=town.person, people=(town.person,), members=1))

    lead = town.lead("incompatible")

    sides = town.get(f"/leads/{lead}")["sides"]
    assert [(side["case"], side["programme"]) for side in sides] == [
        ("DB-0001", "dibao"),
        ("TK-0004", "tekun"),
    ]
    assert "TK-0004" in town.page(f"/leads/{lead}")
