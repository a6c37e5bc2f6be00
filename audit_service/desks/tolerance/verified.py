"""What a verification report says, factor by factor and hit by hit, as the history of a review reads it."""

from typing import cast

from audit_service.desks.reading import ERASED
from audit_service.desks.tolerance.names import factor_name, lines_of, rating_name
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from domain.kernel import Event
from domain.tolerance.review import ToleranceReview


def verified(event: Event) -> tuple[Changed, ...]:
    """Return how each factor is rated and what was found of it, and what each hit rests on."""
    report = cast("ToleranceReview.VerificationReported", event)
    findings, grounds = iter(lines_of(report.findings)), iter(lines_of(report.grounds))
    return (
        *(
            Changed(
                factor_name(each.factor), None, f"{rating_name(each.rating)}\n{next(findings, _(ERASED))}"
            )
            for each in report.ratings
        ),
        *(Changed(each.code, None, next(grounds, _(ERASED))) for each in report.negatives if each.hit),
    )
