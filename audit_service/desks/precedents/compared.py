"""What stands beside a review: similar matters, how others decided, and where a lesson is drawn from it."""

from typing import Any

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.precedents.beside import asks_for_reason, precedents_beside
from audit_service.desks.precedents.columns import COLUMNS
from audit_service.desks.precedents.facts import substitution_shown
from audit_service.desks.precedents.substitution import substitution_of
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from domain.errors.error_record import ErrorRecord
from domain.tolerance.lesson import WHO_PUBLISHES
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import AFTER_FINAL


def compared(office: Office, reader: Identity, review: ToleranceReview) -> dict[str, Any]:
    """Return what the page of a review shows beside it, by the names that its templates have for it."""
    error = office.record.find(ErrorRecord, review.error) if review.error else None
    teaches = review.outcome and review.state in AFTER_FINAL and reader.holds_any(WHO_PUBLISHES)
    lesson_at = COMMANDS["publish_lesson"].form_at
    return {
        "precedents": precedents_beside(office, review.id),
        "precedent_columns": COLUMNS,
        "asks_for_reason": asks_for_reason(),
        "substitution": substitution_shown(substitution_of(office, error) if error else None),
        "lesson_at": address(lesson_at, {"review": review.number}) if teaches else "",
    }
