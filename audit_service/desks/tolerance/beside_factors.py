"""What the record tells of each factor, beside what people say; and where the documents of a review are."""

from collections.abc import Iterable

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.desk import Desk
from audit_service.desks.office import Office
from audit_service.desks.precedents.beside import is_unlike_precedents
from audit_service.desks.tolerance.dossier import ReviewDossier
from audit_service.desks.tolerance.facts.filled_in import facts_of
from audit_service.desks.tolerance.facts.found import Found
from audit_service.desks.tolerance.facts.sentences import SENTENCES, by_factor, told
from audit_service.web.parts import Step
from domain.errors.error_record import ErrorRecord
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import Fact

Beside = dict[str, list[Step]]
"""By factor: sentences, with the address where each is shown."""


def told_of(found: ReviewDossier) -> Beside:
    """Return what the record tells: as it was added to the application, before that as it stands."""
    error = found.office.record.get(ErrorRecord, found.drafted.error)
    submitted = found.last(ToleranceReview.Submitted)
    if submitted is None:
        return told_of_error(found.office, error, cited_in(found))
    facts = [
        Found(each.code, each.value, each.position) for each in submitted.facts if each.code in SENTENCES
    ]
    return _sentences(found.office, error, facts)


def told_of_error(office: Office, error: ErrorRecord, cited: Iterable[str] = ()) -> Beside:
    """Return what the record tells of an error as it stands. `cited`: numbers of prior filings."""
    return _sentences(office, error, facts_of(office, error, tuple(cited)))


def facts_to_submit(desk: Desk, review: ToleranceReview, error: ErrorRecord) -> tuple[Fact, ...]:
    """Return what is added to an application that is submitted: facts, never ratings."""
    cited = [each.number for each in desk.events_of(review) if isinstance(each, ToleranceReview.FilingCited)]
    return tuple(
        Fact(each.code, each.value, each.position) for each in desk.look_through(facts_of, error, cited)
    )


def deviates(desk: Desk, review: ToleranceReview, outcome: str) -> bool:
    """Say whether similar errors were determined otherwise, so that a reason is asked for."""
    return desk.ask(is_unlike_precedents, review.id, outcome)


def documents_at(found: ReviewDossier) -> str:
    """Return the address that documents of the error, or of its case, are opened under."""
    review = found.review
    if review.case:
        return f"/cases/{review.case_number}/documents"
    return COMMANDS["attach_evidence"].form_at.format(error_number=review.error_number)


def cited_in(found: ReviewDossier) -> list[str]:
    """Return the numbers of the prior filings that are cited."""
    return [event.number for event in found.every(ToleranceReview.FilingCited)]


def _sentences(office: Office, error: ErrorRecord, facts: Iterable[Found]) -> Beside:
    found = by_factor(told(office, error, facts))
    return {factor: [Step(each.sentence, each.href) for each in facts] for factor, facts in found.items()}
