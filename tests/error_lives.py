"""Whole lives of errors, in which everything happens that can happen to one."""

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from tests.builders import CASEWORKER, an_act, day
from tests.error_builders import (
    BEGAN,
    CATALOGUE,
    EVIDENCE,
    a_case_correction,
    a_classification,
    a_correctors_act,
    a_notice,
    a_notified_error,
    a_reported_error,
    a_reviewers_act,
    a_verifiers_act,
    an_arbiters_act,
    an_issuers_act,
)

MAY, JUNE = day("2021-05-01"), day("2021-06-01")


def looked_into_twice() -> ErrorRecord:
    """Reported twice, dismissed, opened again, substantiated and classified twice."""
    error = a_reported_error()
    error.link_report("A neighbour says so, too.", an_act("2021-09-02"), channel="complaint")
    error.begin_substantiation(a_reviewers_act())
    error.dismiss("not_proven", a_reviewers_act())
    error.reopen("A birth certificate.", an_act("2021-09-03"))
    error.begin_substantiation(a_reviewers_act())
    error.substantiate(EVIDENCE, a_reviewers_act())
    for nature in ("late", "omitted"):
        error.classify(a_classification(nature=nature), CATALOGUE, a_reviewers_act(), began=BEGAN)
    return error


def notified_twice() -> ErrorRecord:
    """The first notice was void; the second was overdue and went to the unit above."""
    error = looked_into_twice()
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice())
    error.acknowledge(an_act("2021-09-07"))
    error.object_to_notice("It was another unit.", an_act("2021-09-08"))
    error.decide_objection(an_arbiters_act(), upheld=True)
    error.issue_notice("JC210202-2021-0002", an_issuers_act("2021-09-10"), **a_notice())
    error.acknowledge(an_act("2021-09-11"))
    error.escalate("Fictional Bureau", an_issuers_act("2021-10-08"))
    return error


def corrected_twice() -> ErrorRecord:
    """May was first found to be due 780 more, then 100 less than that, and June was paid 50 too much."""
    error = notified_twice()
    error.submit_plan("Count the child.", an_act("2021-10-08"), done_by=day("2021-10-20"))
    for entries in (
        (MonthEntry(MAY, 75000, 153000),),
        (MonthEntry(MAY, 153000, 143000), MonthEntry(JUNE, 75000, 70000)),
    ):
        error.correct_case(act=a_correctors_act("2021-10-09"), **a_case_correction())
        error.find_difference(entries, ("(1,530.00 − 750.00)",), a_correctors_act("2021-10-09"))
    return error


def of_money_alone() -> ErrorRecord:
    """The case was right, and May was paid to a wrong account; what was entered for it at first was not."""
    error = a_notified_error(items=("back_payment",))
    for entries in (
        (MonthEntry(MAY, 0, 70000), MonthEntry(JUNE, 75000, 70000)),
        (MonthEntry(MAY, 0, 75000), MonthEntry(JUNE, 75000, 75000)),
    ):
        error.enter_difference(entries, a_correctors_act())
    return error


def a_whole_life() -> ErrorRecord:
    """Done, rejected, done again, verified and looked at again."""
    error = corrected_twice()
    error.order_back_payment([MAY], 68000, a_correctors_act("2021-10-10"))
    error.pay_back(68000, day("2021-10-11"), an_act("2021-10-11"))
    error.complete_correction(an_act("2021-10-12", by=CASEWORKER))
    error.reject_correction(a_verifiers_act("2021-10-13"))
    error.complete_correction(an_act("2021-10-14", by=CASEWORKER))
    error.verify_correction(a_verifiers_act("2021-10-15"))
    error.follow_up(30, a_verifiers_act("2021-11-20"), holds=True)
    return error
