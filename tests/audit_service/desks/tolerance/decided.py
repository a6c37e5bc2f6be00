"""A decision in which an error is found, by officials who are on record."""

from audit_service.office import Office
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.identities import case_id, household_id, official_id
from domain.kernel import Aggregate
from domain.officials.official import Official
from tests.builders import (
    STANDARDS,
    an_act,
    an_applied_case,
    day,
    means,
    person,
)
from tests.error_builders import (
    CATALOGUE,
    EVIDENCE,
    a_case_correction,
    a_classification,
    a_correctors_act,
    a_notice,
    a_report,
    a_reviewers_act,
    a_verifiers_act,
    an_issuers_act,
    reported,
)

WANG, LI, SUN = (official_id(login) for login in ("wang", "li", "sun"))


def keep(office: Office, *aggregates: Aggregate) -> None:
    office.record.keep(Submission(aggregates=aggregates))
    for aggregate in aggregates:
        aggregate.collect_events()
    office.follower.wait_for(office.record.last_position(), 10)


def officials() -> tuple[Official, ...]:
    act = an_act("2021-01-04")
    wang, li, sun = (
        Official.register(login, act, name=f"{login.title()} Fictional", unit="Fictional Street")
        for login in ("wang", "li", "sun")
    )
    li.declare_kinship(person("spouse"), "in_law", an_act("2021-06-01"))
    return wang, li, sun


def a_decided_case(number: str = "DB-7", *, by: str = "wang") -> Case:
    case = an_applied_case(number=number, household=household_id("H-7"))
    official = {"wang": WANG, "sun": SUN}[by]
    case.accept(an_act("2021-04-02", by=official))
    case.check_means(an_act("2021-04-06", by=official), **means())
    case.record_visit((official, LI), "As declared.", an_act("2021-04-07", by=official))
    case.give_opinion(an_act("2021-04-20", by=official), favourable=True, proposed_amount=75000)
    case.post_notice(an_act("2021-05-01", by=official))
    case.raise_objection("They own a car.", an_act("2021-05-02", by=official))
    case.answer_objection(1, an_act("2021-05-03", by=official), upheld=False)
    case.object_to_order("Quick.", "Not yet.", an_act("2021-05-04", by=official))
    case.end_notice(an_act("2021-05-08", by=official))
    case.confirm(STANDARDS, an_act("2021-05-10", by=LI, role="manager"))
    return case


def an_error(office: Office, case: str = "DB-7", **more: object) -> ErrorRecord:
    events = office.record.events(case_id(case))
    decision = next(event.position for event in events if isinstance(event, Case.Confirmed | Case.TakenOver))
    told: dict[str, object] = {
        "case": case_id(case),
        "case_number": case,
        "household": household_id("H-7"),
        "decision": decision,
        "deciders": (WANG, LI),
        "from_month": day("2021-06-01"),
    }
    return reported(a_report(**(told | more)), an_act("2021-09-01", by=WANG, learned_on=day("2021-08-30")))


def put_right(error: ErrorRecord) -> None:
    """Everything that is done to make an error good."""
    error.begin_substantiation(a_reviewers_act())
    error.substantiate(EVIDENCE, a_reviewers_act())
    error.classify(a_classification(from_month=day("2021-06-01"), amounts=()), CATALOGUE, a_reviewers_act())
    error.issue_notice("JC-1", an_issuers_act(), **a_notice(persons=(WANG,)))
    error.acknowledge(an_act("2021-09-07", by=WANG))
    error.submit_plan("Count the child.", an_act("2021-09-09", by=WANG), done_by=day("2021-09-20"))
    error.correct_case(act=a_correctors_act(), **a_case_correction())
    error.find_difference(
        (MonthEntry(day("2021-06-01"), 75000, 85000), MonthEntry(day("2021-07-01"), 85000, 84000)),
        (),
        a_correctors_act(),
    )
    error.order_back_payment([day("2021-06-01")], 10000, a_correctors_act())
    error.pay_back(10000, day("2021-09-14"), a_correctors_act())
    error.complete_correction(an_act("2021-09-15", by=WANG))
    error.verify_correction(a_verifiers_act())
