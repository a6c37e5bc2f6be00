"""What the service fills in about an error: facts, never ratings."""

from collections.abc import Iterator

import pytest

from audit_service.desks.tolerance.facts.filled_in import facts_of
from audit_service.desks.tolerance.facts.found import FACTORS, Found
from audit_service.desks.tolerance.facts.sentences import SENTENCES, by_factor, told
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.web.translation import read_in
from domain.cases.case import Case
from domain.identities import case_id
from tests.audit_service.desks.tolerance.decided import (
    LI,
    SUN,
    WANG,
    a_decided_case,
    an_error,
    keep,
    officials,
    put_right,
)
from tests.builders import (
    STANDARDS,
    a_case_taken_over,
    a_standard,
    an_act,
    an_applied_case,
    day,
    person,
    standards,
)
from tests.error_builders import (
    a_report,
    of_a_family_not_covered,
    reported,
)
from tests.office import an_office, on_sqlite


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with an_office(settings) as office:
        yield office


def values(facts: tuple[Found, ...], *codes: str) -> list[str]:
    return [f"{fact.code}: {fact.value}" for fact in facts if fact.code in codes]


def confirmed(office: Office, case: Case) -> int:
    """Position of the decision."""
    events = office.record.events(case.id)
    return next(event.position for event in events if isinstance(event, Case.Confirmed))


def test_every_fact_has_a_sentence_and_a_factor() -> None:
    assert SENTENCES.keys() == FACTORS.keys()


def test_what_was_known_and_could_be_checked_is_told(office: Office) -> None:
    late, others = a_decided_case(), a_decided_case("DB-8", by="sun")
    late.change_fact(STANDARDS, "members", 4, an_act("2021-08-20"), valid_from=day("2021-05-20"))
    late.correct_fact(STANDARDS, "income", 120000, an_act("2021-08-21"), valid_from=day("2021-06-01"))
    late.change_fact(STANDARDS, "members", 5, an_act("2021-08-22"), valid_from=day("2021-08-01"))
    keep(office, standards(), *officials(), late, others)

    error = an_error(office)
    keep(office, error)

    facts = facts_of(office, error, cited=("BA-1",))

    assert values(facts, "known", "learned_later", "found_later", "filing", "emergency") == [
        "known: members 3",
        "known: income 150000",
        "known: kind urban",
        "known: area 210202",
        "learned_later: members 2021-05-20 2021-08-20",
        "found_later: income 2021-06-01 2021-08-21",
        "filing: BA-1",
    ]
    assert values(facts, "standard") == ["standard: 2020-07-01 2020-07-01 fictional 2020-1"]
    assert values(facts, "workload") == [
        f"workload: {WANG} 2021-05 0 1 2 2 2",
        f"workload: {LI} 2021-05 2 2 2 0 1",
    ]


def test_how_it_was_decided_is_told(office: Office) -> None:
    case = a_decided_case()
    keep(office, standards(), *officials(), case)
    error = an_error(office)
    case.reserve_dissent(
        error.decision, "Too quick.", an_act("2021-05-11", by=WANG), decisions=[error.decision]
    )
    keep(office, case, error)

    facts = facts_of(office, error)

    steps = ("accepted 2021-04-02", "means_checked 2021-04-06", "visited 2021-04-07")
    later = ("opinion_given 2021-04-20", "notice_posted 2021-05-01", "notice_ended 2021-05-08")
    assert values(facts, "step_done") == [f"step_done: {each}" for each in (*steps, *later)]
    assert values(
        facts, "step_missing", "public_objection", "took_part", "dissent", "kin", "order_objection"
    ) == [
        f"kin: {LI} 2021-06-01 -",
        f"order_objection: {WANG} 2021-05-04",
        "public_objection: 1 1",
        "took_part: 2",
        f"dissent: {WANG} 2021-05-11",
    ]


def test_what_came_of_it_and_was_made_good_is_told(office: Office) -> None:
    keep(office, standards(), *officials(), a_decided_case(), a_decided_case("DB-8"))
    before = an_error(office, "DB-8", number="CC-8")
    error = an_error(office)
    put_right(before)
    keep(office, before)
    keep(office, error)

    early = facts_of(office, error)
    put_right(error)
    keep(office, error)
    facts = facts_of(office, error)

    assert values(early, "repeated", "self_report", "not_corrected", "no_money", "nature") == [
        "repeated: 1 1",
        "no_money: ",
        f"self_report: {WANG} 2021-09-01 1 1",
        "not_corrected: ",
    ]
    assert values(
        facts, "element", "nature", "cause", "origin", "months", "month", "underpaid", "overpaid", "people"
    ) == [
        "element: E03",
        "nature: omitted",
        "cause: not_verified",
        "origin: official",
        "months: 3 2021-06 2021-08",
        "month: 2021-06 10000",
        "month: 2021-07 -1000",
        "underpaid: 10000",
        "overpaid: 1000",
        "people: 3",
    ]
    assert values(facts, "notice", "plan", "case_corrected", "completed", "verified", "not_corrected") == [
        "notice: 2021-09-30",
        "plan: 2021-09-20",
        "case_corrected: 2021-09-14",
        "completed: 2021-09-15",
        "verified: 2021-09-20",
    ]
    assert values(facts, "paid_back", "recovered", "waived", "open_amount") == [
        "paid_back: 10000",
        "open_amount: 1000",
    ]


def test_facts_are_those_of_the_decision_and_not_of_what_put_it_right(office: Office) -> None:
    case = a_decided_case()
    keep(office, standards(), *officials(), case)
    decision = confirmed(office, case)
    error = an_error(office, decision=0, deciders=(LI,))
    keep(office, error)
    codes = ("decided", "took_part", "step_done", "workload", "workload_alone")
    before = values(facts_of(office, error), *codes)
    corrected = an_act("2021-09-14", by=SUN)
    case.correct_fact(STANDARDS, "income", 120000, corrected, valid_from=day("2021-05-10"))
    keep(office, case)

    facts = facts_of(office, error)

    assert [fact.position for fact in facts if fact.code == "took_part"] == [decision]
    assert values(facts, *codes) == before
    assert len(values(facts, "step_done")) == 6
    assert values(facts, "decided") == ["decided: case.confirmed 2021-05-10"]
    assert values(facts, "workload") == [f"workload: {LI} 2021-05 1 1 1 0 1"]


def test_what_is_decided_for_everybody_is_no_decision_about_this_case(office: Office) -> None:
    case = a_decided_case()
    keep(office, standards(), *officials(), case)
    decision = confirmed(office, case)
    new = a_standard("fictional 2021-2", monthly_amount=80000, effective_from=day("2021-08-01"))
    case.raise_standard(STANDARDS, new, an_act("2021-07-20", by=SUN))
    keep(office, case)
    error = an_error(office, decision=0, from_month=day("2021-08-01"))
    keep(office, error)

    assert [fact.position for fact in facts_of(office, error) if fact.code == "took_part"] == [decision]


@on_sqlite
def test_an_emergency_and_what_was_left_out_are_told(office: Office) -> None:
    case = an_applied_case(number="LS-1", programme="temporary", emergency=True)
    case.accept(an_act("2021-04-02", by=WANG))
    case.confirm(STANDARDS, an_act("2021-04-03", by=WANG), granted=100000)
    refused = an_applied_case(number="DB-9")
    refused.refuse("income", an_act("2021-05-10", by=LI, role="manager"))
    keep(office, standards(), *officials(), case, refused)
    of_emergency = an_error(office, "LS-1", deciders=(WANG,), from_month=day("2021-04-01"))
    refusal = office.record.events(case_id("DB-9"))[-1].position
    of_refusal = reported(
        a_report(case=case_id("DB-9"), case_number="DB-9", decision=refusal, deciders=(LI,), own=False),
        an_act("2021-09-01", by=SUN),
    )
    keep(office, of_emergency, of_refusal)

    facts = facts_of(office, of_emergency)
    others = facts_of(office, of_refusal)

    assert values(facts, "emergency", "known", "no_kin", "standard", "step_missing") == [
        "no_kin: 1",
        "emergency: ",
    ]
    assert len(values(others, "step_missing")) == 6
    assert values(others, "found_by_others", "known") == ["found_by_others: self"]


@on_sqlite
def test_without_a_decision_there_is_less_to_tell(office: Office) -> None:
    taken_over = a_case_taken_over(number="DB-5")
    keep(office, *officials(), taken_over)
    of_nobody = reported(a_report(**of_a_family_not_covered()), an_act("2021-09-01"))
    of_takeover = an_error(office, "DB-5", decision=0, deciders=(person("unknown"),))
    before_all = an_error(
        office, "DB-5", number="CC-3", element="E02", decision=0, from_month=day("2020-09-01")
    )
    keep(office, of_nobody, of_takeover)
    keep(office, before_all)

    assert {fact.factor for fact in facts_of(office, of_nobody, cited=("BA-1",))} == {
        "conditions",
        "nature",
        "consequence",
        "remedy",
    }
    assert values(facts_of(office, of_takeover), "known", "workload") == [
        "known: members 3",
        "known: income 150000",
        "known: area 210202",
    ]
    assert values(facts_of(office, of_takeover), "workload_alone") == [
        f"workload_alone: {person('unknown')} 2021-04 0 0",
    ]


@on_sqlite
def test_facts_are_sentences_that_lead_to_what_says_so(office: Office) -> None:
    keep(office, standards(), *officials(), a_decided_case())
    error = an_error(office)
    put_right(error)
    keep(office, error)

    facts = facts_of(office, error)
    with read_in("en"):
        english = by_factor(told(office, error, facts))
    with read_in("zh"):
        assert all("%(" not in fact.sentence for fact in told(office, error, facts))

    said = {fact.code: fact for facts in english.values() for fact in facts}
    assert list(english) == ["motive", "conditions", "procedure", "nature", "consequence", "remedy"]
    assert (
        said["kin"].sentence
        == "Li Fictional declared a relative in this family, on 1 June 2021; withdrawn: —."
    )
    assert said["known"].sentence == "On record when it was decided: Area Zhongshan."
    assert said["workload"].sentence.startswith("Li Fictional, May 2021: 1 decisions, acts on 1 cases. Of")
    assert said["month"].sentence == "July 2021: −¥ 10.00."
    assert said["cause"].sentence == "Why it happened: It was not verified."
    assert said["step_done"].href == f"/cases/DB-7#position-{said['step_done'].position}"
    assert said["verified"].href == f"/errors/{error.number}#position-{said['verified'].position}"
    assert said["repeated"].href == ""
