"""What is around a question: whom it is given to, by when it is answered, whose record it stands in."""

import re
from datetime import date

import pytest

from audit_service.desks.discovery.commands import MarkFamily
from audit_service.desks.questions.handling import (
    PostponePromise,
    SortQuestion,
)
from audit_service.desks.visits.entering import PlanVisit
from audit_service.identity.identity import OwnRelative
from domain.officials.official import Official
from domain.questions.refusals import NotLater
from tests.builders import PULANDIAN, ZHONGSHAN, a_household, an_act, person
from tests.desk_of_questions import QuestionDesk
from tests.office import an_official
from tests.visit_builders import a_visit, a_visit_taken_over


def test_what_was_asked_on_a_visit_is_closed_with_the_family(desk: QuestionDesk) -> None:
    act = an_act("2021-09-01")
    kin = Official.register("kin", act, name="Kin Fictional", unit="Civil Affairs")
    kin.grant("caseworker", ("*",), act)
    kin.declare_kinship(person("child"), "in_law", act)
    desk.keep(kin, a_household("H-0001", "head", "child"), a_visit(), a_visit_taken_over())
    identity = desk.office.identities.by_token.identity(kin.id)
    assert identity is not None
    number = desk.raise_question(channel="visit", visit="ZF-2")

    for visit in ("ZF-2", "ZF-4"):
        marking = MarkFamily(
            area=ZHONGSHAN, sign="illness", family="They.", visit=visit, because="Seen on the visit."
        )
        with pytest.raises(OwnRelative):
            desk.raise_question(identity, channel="visit", visit=visit)
        with pytest.raises(OwnRelative):
            desk.ask(marking, identity)

    assert desk.get("/questions", identity)["questions"] == []
    assert desk.answer(f"/questions/{number}", identity).status_code == 403
    with pytest.raises(OwnRelative):
        desk.ask(SortQuestion(topic="other"), identity, question=number)


def test_a_question_is_given_to_a_colleague_by_name(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    page = desk.page(f"/questions/{number}/assignment")

    offered = dict(
        re.findall(r'name="to"[^>]* value="(\w+)".*?<label[^>]*>\s*(.*?)\s*</label>', page, re.DOTALL)
    )
    assert offered.keys() == {"worker", "manager"}
    assert offered["manager"] == "Manager Fictional · Civil Affairs"


def test_an_answer_is_put_off_and_the_first_promise_stays(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    for within in (6, 10):
        desk.ask(PostponePromise(because="The hospital is asked.", within=within), question=number)

    found = desk.get(f"/questions/{number}")
    assert (found["promised_on"], found["first_promised_on"]) == ("2021-10-09", "2021-09-24")
    page = desk.page(f"/questions/{number}")
    assert "Promised first by" in page
    assert page.count("The hospital is asked.") == 2
    assert f'href="/questions/{number}/postponement"' in page
    with pytest.raises(NotLater):
        desk.ask(PostponePromise(because="Once more.", within=2), question=number)


def test_what_an_official_did_leads_to_questions_visits_and_discoveries(desk: QuestionDesk) -> None:
    desk.keep(a_household("H-0001", "child"))
    question = desk.raise_question()
    planning = PlanVisit(household="H-0001", because="Yearly visit.", due_on=date(2021, 10, 1))
    visit = desk.ask(planning)
    marking = MarkFamily(area=ZHONGSHAN, sign="illness", family="They.", because="Seen.", question=question)
    discovery = desk.ask(marking)

    found = desk.get("/officials/worker")["acts"]
    page = desk.page("/officials/worker")
    inspector = an_official(desk.office, "inspector", inspector=(PULANDIAN,))
    elsewhere = desk.get("/officials/worker", inspector)["acts"]

    own = [(act["about_discovery"], act["about_visit"], act["about_question"]) for act in found[:3]]
    assert own == [(discovery, "", ""), ("", visit, ""), ("", "", question)]
    for path in (f"/discoveries/{discovery}", f"/visits/{visit}", f"/questions/{question}"):
        assert f'href="{path}#position-' in page
    assert {act["about_discovery"] + act["about_visit"] + act["about_question"] for act in elsewhere} == {""}
