"""What the record tells of each factor, beside what people say; and where the documents of a review are."""

from collections.abc import Iterable

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.desk import Desk
from audit_service.desks.precedents.beside import is_unlike_precedents
from audit_service.desks.tolerance.dossier import ReviewDossier
from audit_service.desks.tolerance.facts.filled_in import facts_of
from audit_service.desks.tolerance.facts.found import FILINGS, Found
from audit_service.desks.tolerance.facts.sentences import SENTENCES, by_factor, told
from audit_service.desks.tolerance.names import rating_name
from audit_service.desks.tolerance.said import said
from audit_service.office import Office
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
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


def with_answers(found: ReviewDossier, told: Beside) -> Beside:
    """Return what the record tells after what who applied answered."""
    answered = {
        factor.code: [
            Step(
                _(
                    "Who applied: %(rating)s. %(text)s",
                    rating=rating_name(answer.rating),
                    text=said(answer.text),
                )
            )
        ]
        for factor, answer, _rating, _finding in found.by_factor()
        if answer
    }
    return {code: [*answered.get(code, []), *told.get(code, [])] for code in {**answered, **told}}


def told_of_error(office: Office, error: ErrorRecord, cited: Iterable[str] = ()) -> Beside:
    """Return what the record tells of an error as it stands. `cited`: numbers of prior filings."""
    return _sentences(office, error, facts_of(office, error, tuple(cited)))


def facts_to_submit(desk: Desk, review: ToleranceReview, error: ErrorRecord) -> tuple[Fact, ...]:
    """Return what is added to an application that is submitted: facts, never ratings."""
    events = (*desk.events_of(review), *review.pending_events)
    cited = [each.number for each in events if isinstance(each, ToleranceReview.FilingCited)]
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


def filings_in(found: ReviewDossier) -> list[str]:
    """Return the numbers of the prior filings that the application carries: cited, or told by the record."""
    submitted = found.last(ToleranceReview.Submitted)
    carried = [each.value for each in submitted.facts if each.code in FILINGS] if submitted else []
    return list(dict.fromkeys((*cited_in(found), *carried)))


def cited_in(found: ReviewDossier) -> list[str]:
    """Return the numbers of the prior filings that are cited."""
    return [event.number for event in found.every(ToleranceReview.FilingCited)]


def _sentences(office: Office, error: ErrorRecord, facts: Iterable[Found]) -> Beside:
    found = by_factor(told(office, error, facts))
    return {factor: [Step(each.sentence, each.href) for each in facts] for factor, facts in found.items()}
