"""How the events of the office's standards are read."""

from audit_service.desks.names import areas_named
from audit_service.desks.reading import (
    APPROVED_ON,
    AREA,
    IN_FORCE_FROM,
    KIND,
    PROGRAMME,
    REFERENCE,
    Reading,
    Shown,
)
from audit_service.web.wording import day, money, number
from domain.kernel import Event
from domain.standards.living_standard import Standards

READINGS: dict[type[Event], Reading] = {
    Standards.Published: Reading(
        title="Standard published",
        shows=(
            REFERENCE,
            PROGRAMME,
            KIND,
            Shown(label="Areas", after="areas", write=areas_named),
            Shown(label="Monthly amount a head", after="monthly_amount", write=money),
            APPROVED_ON,
            Shown(label="Published on", after="published_on", write=day),
            IN_FORCE_FROM,
        ),
    ),
    Standards.ReviewPeriodPublished: Reading(
        title="Period of review published",
        shows=(
            PROGRAMME,
            REFERENCE,
            APPROVED_ON,
            IN_FORCE_FROM,
            Shown(label="Days until the next review", after="days", write=number),
        ),
    ),
    Standards.AdjustmentCarriedOut: Reading(
        title="Cases adjusted to a standard",
        shows=(
            REFERENCE,
            AREA,
            Shown(label="Cases", after="cases", write=number),
            Shown(label="Exceptions", after="exceptions", write=number),
            Shown(label="Monthly total", before="total_before", after="total_after", write=money),
        ),
    ),
}
"""By kind of event."""
