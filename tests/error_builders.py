"""Valid examples by default: an error in the case of a fictional family, at every point of its life.

The caseworker and the manager decided the case; who comes later had no part in anything before.
"""

from typing import Any

from audit_service.working_days import Arrangements
from domain.errors.axes import UNDER
from domain.errors.catalogue import FIRST, Edition, ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.reporting import Report
from domain.errors.state import Classification, MonthAmount
from domain.identities import CATALOGUE_ID, case_id, household_id
from domain.kernel import Act
from tests.builders import CASEWORKER, MANAGER, ZHONGSHAN, a_managers_act, an_act, day, person

REVIEWER, ISSUER, ARBITER, CORRECTOR, VERIFIER = (
    person(name) for name in ("reviewer", "issuer", "arbiter", "corrector", "verifier")
)
WORKING_DAYS = Arrangements.of(None)
EVIDENCE = (person("document"),)
BEGAN = day("2020-09-01")


def an_edition(**more: Any) -> Edition:
    """The first catalogue, in force since January 2021."""
    values: dict[str, Any] = {
        "reference": "fictional catalogue 2021",
        "approved_on": day("2020-12-20"),
        "effective_from": day("2021-01-01"),
        "elements": FIRST,
    }
    return Edition(**(values | more))


def a_catalogue(*editions: Edition) -> ErrorCatalogue:
    catalogue = ErrorCatalogue.blank(CATALOGUE_ID)
    for edition in editions or (an_edition(),):
        catalogue.publish(edition, a_managers_act("2020-12-20"))
    return catalogue


CATALOGUE = a_catalogue()


def a_report(**more: Any) -> Report:
    """A caseworker's report that their own case misses a member since May 2021."""
    values: dict[str, Any] = {
        "number": "CC210202-2021-0001",
        "element": "E03",
        "case": case_id("DB-0001"),
        "case_number": "DB-0001",
        "household": household_id("H-0001"),
        "area": ZHONGSHAN,
        "decision": 7,
        "decided_on": day("2021-04-28"),
        "deciders": (CASEWORKER, MANAGER),
        "from_month": day("2021-05-01"),
        "channel": "self",
        "own": True,
        "before_discovery": True,
        "text": "A child was not counted.",
    }
    return Report(**(values | more))


def of_a_family_not_covered() -> dict[str, Any]:
    """What is reported of a family that has no case."""
    return {
        "element": "E10",
        "case": None,
        "case_number": "",
        "about": "210202/4f2a",
        "household": None,
        "decision": 0,
        "decided_on": None,
        "deciders": (),
        "own": False,
    }


def reported(report: Report, act: Act | None = None, **more: Any) -> ErrorRecord:
    return ErrorRecord.report(
        report, CATALOGUE, WORKING_DAYS, act or an_act("2021-09-01"), began=BEGAN, **more
    )


def a_reported_error(**report: Any) -> ErrorRecord:
    return reported(a_report(**report), an_act("2021-09-01", learned_on=day("2021-08-30")))


def an_error_looked_into(**report: Any) -> ErrorRecord:
    error = a_reported_error(**report)
    error.begin_substantiation(a_reviewers_act())
    return error


def a_substantiated_error(**report: Any) -> ErrorRecord:
    error = an_error_looked_into(**report)
    error.substantiate(EVIDENCE, a_reviewers_act())
    return error


def a_classification(**more: Any) -> Classification:
    """A member missed by the official, 780 a month too little from May to August 2021."""
    values: dict[str, Any] = {
        "element": "E03",
        "nature": "omitted",
        "cause": "not_verified",
        "origin": "official",
        "direction": UNDER,
        "from_month": day("2021-05-01"),
        "to_month": day("2021-08-01"),
        "amounts": tuple(MonthAmount(day(f"2021-0{month}-01"), 78000) for month in range(5, 9)),
    }
    return Classification(**(values | more))


def a_classified_error(**found: Any) -> ErrorRecord:
    error = a_substantiated_error()
    error.classify(a_classification(**found), CATALOGUE, a_reviewers_act(), began=BEGAN)
    return error


def of_no_money() -> dict[str, Any]:
    """What is found of an error that cost nobody anything."""
    return {"element": "E18", "direction": "none", "amounts": ()}


def a_notice(**more: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "items": ("fact_correction", "training"),
        "persons": (CASEWORKER,),
        "due_on": day("2021-09-30"),
    }
    return values | more


def a_notified_error(**notice: Any) -> ErrorRecord:
    error = a_classified_error()
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice(**notice))
    return error


def an_acknowledged_error(**notice: Any) -> ErrorRecord:
    error = a_notified_error(**notice)
    error.acknowledge(an_act("2021-09-07"))
    return error


def an_error_objected_to(**notice: Any) -> ErrorRecord:
    error = an_acknowledged_error(**notice)
    error.object_to_notice("Nobody told me of the child.", an_act("2021-09-08"))
    return error


def a_planned_error(**notice: Any) -> ErrorRecord:
    error = an_acknowledged_error(**notice)
    error.submit_plan("Count the child.", an_act("2021-09-09"), done_by=day("2021-09-20"))
    return error


def a_case_correction(**more: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "case": case_id("DB-0001"),
        "change": "correction",
        "monthly_before": 75000,
        "monthly_amount": 153000,
    }
    return values | more


def an_error_with_corrected_case(**notice: Any) -> ErrorRecord:
    error = a_planned_error(**notice)
    error.correct_case(act=a_correctors_act(), **a_case_correction())
    return error


def a_completed_error(**notice: Any) -> ErrorRecord:
    error = an_error_with_corrected_case(**notice)
    error.complete_correction(an_act("2021-09-15"))
    return error


def a_verified_error(**notice: Any) -> ErrorRecord:
    error = a_completed_error(**notice)
    error.verify_correction(a_verifiers_act())
    return error


def a_closed_error(**notice: Any) -> ErrorRecord:
    error = a_verified_error(**notice)
    error.close(a_verifiers_act())
    return error


def a_dismissed_error() -> ErrorRecord:
    error = an_error_looked_into()
    error.dismiss("no_error", a_reviewers_act())
    return error


def a_reviewers_act(on: str = "2021-09-03", **more: Any) -> Act:
    return an_act(on, by=REVIEWER, **more)


def an_issuers_act(on: str = "2021-09-06", **more: Any) -> Act:
    return an_act(on, by=ISSUER, role="manager", **more)


def an_arbiters_act(on: str = "2021-09-09", **more: Any) -> Act:
    return an_act(on, by=ARBITER, role="manager", **more)


def a_correctors_act(on: str = "2021-09-14", **more: Any) -> Act:
    return an_act(on, **{"by": CORRECTOR, "role": "manager", **more})


def a_verifiers_act(on: str = "2021-09-20", **more: Any) -> Act:
    return an_act(on, by=VERIFIER, role="manager", **more)
