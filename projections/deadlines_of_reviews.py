"""The clocks of reviews among the deadlines: for the organ, or for whom a review is about or names."""

from uuid import UUID

from domain.kernel import Event
from domain.tolerance.clocks import (
    ACCEPT,
    ASSIGN,
    DECIDE_REVIEW,
    DECIDE_SECOND_REVIEW,
    DELIBERATE,
    DETERMINE,
    EXTEND,
    FILE,
    NOTIFY,
    REQUEST_REVIEW,
    REQUEST_SECOND_REVIEW,
    STATE,
    SUPPLEMENT,
    VERIFY,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.reviewing import DECIDE
from projections.deadline_tables import (
    ITS,
    TOLERANCE,
    clocks,
    concerned,
    deadlines,
    start,
    stop,
    subjects,
)
from projections.kernel import Touching
from projections.rows import Rows

OF_THE_ORGAN = (
    *(ACCEPT, ASSIGN, DELIBERATE, DETERMINE, NOTIFY),
    *(DECIDE_REVIEW, DECIDE_SECOND_REVIEW, FILE),
)
"""Steps that are for whoever is of the organ, where nobody is named."""
VERIFYING = (VERIFY, EXTEND)

OVER_TO_THE_ORGAN: dict[type[Event], str] = {
    ToleranceReview.Submitted: ACCEPT,
    ToleranceReview.Supplemented: ACCEPT,
    ToleranceReview.Accepted: ASSIGN,
    ToleranceReview.DeliberationOpened: DETERMINE,
    ToleranceReview.BecameFinal: FILE,
}
"""By event: the step that the organ is to take next, when nothing else is awaited."""

HANDLED_OF_REVIEWS = (
    *OVER_TO_THE_ORGAN,
    ToleranceReview.Drafted,
    ToleranceReview.SupplementRequested,
    ToleranceReview.AcceptanceRefused,
    ToleranceReview.VerifiersAssigned,
    ToleranceReview.VerifierRecused,
    ToleranceReview.VerifierReplaced,
    ToleranceReview.VerificationExtended,
    ToleranceReview.VerificationReported,
    ToleranceReview.VerificationSigned,
    ToleranceReview.StatementOffered,
    ToleranceReview.StatementRecorded,
    ToleranceReview.StatementDeclined,
    ToleranceReview.Determined,
    ToleranceReview.Notified,
    ToleranceReview.ReviewRequested,
    ToleranceReview.ReviewersAssigned,
    ToleranceReview.ReviewDecided,
    ToleranceReview.Filed,
    ToleranceReview.Withdrawn,
    ToleranceReview.SuspendedForCase,
    ToleranceReview.Resumed,
)
OF_PEOPLE: Touching = {**ITS, concerned: "originator_id"}
"""What events look into that begin a clock for the officials concerned."""


@deadlines.on(ToleranceReview.Drafted)
def draft(rows: Rows, event: ToleranceReview.Drafted) -> None:
    rows.add(
        subjects,
        subject=event.stream,
        kind=TOLERANCE,
        number=event.number,
        area=event.area,
        case_id=event.case,
        household=event.household,
        has=event.by,
    )
    for official in dict.fromkeys(event.officials):
        rows.add(concerned, subject=event.stream, person=official)


@deadlines.on(*OVER_TO_THE_ORGAN, touching=ITS)
def hand_over(rows: Rows, event: ToleranceReview.Submitted) -> None:
    """The next step is the organ's; a statement that is awaited is awaited still."""
    _stop_all_but_the_statement(rows, event)
    start(rows, event, OVER_TO_THE_ORGAN[type(event)], event.due_on)


@deadlines.on(ToleranceReview.SupplementRequested, touching=ITS)
def request_supplement(rows: Rows, event: ToleranceReview.SupplementRequested) -> None:
    stop(rows, event)
    start(rows, event, SUPPLEMENT, event.due_on, rows.of(subjects, event.stream).has)


@deadlines.on(ToleranceReview.VerifiersAssigned, touching=ITS)
def assign_verifiers(rows: Rows, event: ToleranceReview.VerifiersAssigned) -> None:
    stop(rows, event)
    start(rows, event, VERIFY, event.due_on, *event.verifiers)


@deadlines.on(ToleranceReview.VerifierRecused, ToleranceReview.VerifierReplaced, touching=ITS)
def replace_verifier(
    rows: Rows, event: ToleranceReview.VerifierRecused | ToleranceReview.VerifierReplaced
) -> None:
    """Who verifies no more has nothing to do; who does instead has what is left of the time."""
    known = [row for row in rows.under(clocks, event.stream) if row.step in VERIFYING]
    for row in known:
        if row.whose == event.verifier:
            rows.remove(clocks, row)
    if isinstance(event, ToleranceReview.VerifierReplaced):
        latest = max(known, key=lambda row: row.due_on)
        start(rows, event, latest.step, latest.due_on, event.by_whom)


@deadlines.on(ToleranceReview.VerificationExtended, touching=ITS)
def extend(rows: Rows, event: ToleranceReview.VerificationExtended) -> None:
    """The time of each verifier goes on; of those who signed it does not."""
    for row in rows.under(clocks, event.stream):
        if row.step == VERIFY:
            rows.remove(clocks, row)
            start(rows, event, EXTEND, event.due_on, row.whose)
            rows.of(clocks, event.stream, EXTEND, row.whose).runs = row.runs


@deadlines.on(ToleranceReview.VerificationReported, touching=ITS)
def report_verification(rows: Rows, event: ToleranceReview.VerificationReported) -> None:
    """A report that is written anew is signed anew, by all who verify."""
    for row in rows.under(clocks, event.stream):
        if row.step in VERIFYING:
            row.runs = True


@deadlines.on(ToleranceReview.VerificationSigned, touching=ITS)
def sign_verification(rows: Rows, event: ToleranceReview.VerificationSigned) -> None:
    for row in rows.under(clocks, event.stream):
        if row.step in VERIFYING and row.whose == event.by:
            row.runs = False
    if event.due_on:
        stop(rows, event, *VERIFYING)
        start(rows, event, DELIBERATE, event.due_on)


@deadlines.on(ToleranceReview.StatementOffered, touching=OF_PEOPLE)
def offer_statement(rows: Rows, event: ToleranceReview.StatementOffered) -> None:
    start(rows, event, STATE, event.due_on, *_concerned(rows, event))


@deadlines.on(ToleranceReview.StatementRecorded, ToleranceReview.StatementDeclined, touching=ITS)
def answer_offer(rows: Rows, event: Event) -> None:
    for row in rows.under(clocks, event.stream):
        if row.step == STATE and row.whose == event.by:
            row.runs = False


@deadlines.on(ToleranceReview.Determined, touching=ITS)
def determine(rows: Rows, event: ToleranceReview.Determined) -> None:
    stop(rows, event)
    start(rows, event, NOTIFY, event.due_on)


@deadlines.on(ToleranceReview.Notified, touching=OF_PEOPLE)
def notify(rows: Rows, event: ToleranceReview.Notified) -> None:
    stop(rows, event)
    start(rows, event, REQUEST_REVIEW, event.due_on, *_concerned(rows, event))


@deadlines.on(ToleranceReview.ReviewRequested, touching=ITS)
def request_review(rows: Rows, event: ToleranceReview.ReviewRequested) -> None:
    stop(rows, event)
    start(rows, event, DECIDE[event.level], event.due_on)


@deadlines.on(ToleranceReview.ReviewersAssigned, touching=ITS)
def assign_reviewers(rows: Rows, event: ToleranceReview.ReviewersAssigned) -> None:
    """What was for whoever is of the organ is for those who review, and for no others."""
    step = DECIDE[event.level]
    due_on = max(row.due_on for row in rows.under(clocks, event.stream) if row.step == step)
    stop(rows, event, step)
    start(rows, event, step, due_on, *event.reviewers)


@deadlines.on(ToleranceReview.ReviewDecided, touching=OF_PEOPLE)
def decide_review(rows: Rows, event: ToleranceReview.ReviewDecided) -> None:
    stop(rows, event)
    if event.due_on:
        start(rows, event, REQUEST_SECOND_REVIEW, event.due_on, *_concerned(rows, event))


@deadlines.on(
    ToleranceReview.AcceptanceRefused, ToleranceReview.Filed, ToleranceReview.Withdrawn, touching=ITS
)
def end(rows: Rows, event: Event) -> None:
    stop(rows, event)
    for row in rows.under(clocks, event.stream):
        row.stands_still = False


@deadlines.on(ToleranceReview.SuspendedForCase, touching=ITS)
def suspend(rows: Rows, event: ToleranceReview.SuspendedForCase) -> None:
    for row in rows.under(clocks, event.stream):
        row.runs, row.stands_still = False, row.runs


@deadlines.on(ToleranceReview.Resumed, touching=ITS)
def resume(rows: Rows, event: ToleranceReview.Resumed) -> None:
    """Every clock that stood still goes on, with what was left of it."""
    for row in rows.under(clocks, event.stream):
        if row.stands_still:
            left = event.statement_due_on if row.step == STATE else event.due_on
            row.runs, row.stands_still, row.due_on = True, False, left or row.due_on


def _concerned(rows: Rows, event: Event) -> list[UUID]:
    return [row.person for row in rows.under(concerned, event.stream)]


def _stop_all_but_the_statement(rows: Rows, event: Event) -> None:
    stop(rows, event, *{row.step for row in rows.under(clocks, event.stream)} - {STATE}, ACCEPT)
