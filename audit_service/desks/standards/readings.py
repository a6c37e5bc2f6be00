"""How the events of the office's standards are read."""

from audit_service.desks.names import area_name, kind_name, programme_name
from audit_service.desks.reading import Reading, Shown, plain
from audit_service.web.wording import day, money, number, written
from domain.kernel import Event
from domain.standards.living_standard import Standards


def _areas(areas: tuple[str, ...]) -> str:
    return written([area_name(area) for area in areas])


REFERENCE = Shown(label="Reference of the decision", after="reference", write=plain)

READINGS: dict[type[Event], Reading] = {
    Standards.Published: Reading(
        title="Standard published",
        shows=(
            REFERENCE,
            Shown(label="Programme", after="programme", write=programme_name),
            Shown(label="Kind of standard", after="kind", write=kind_name),
            Shown(label="Areas", after="areas", write=_areas),
            Shown(label="Monthly amount a head", after="monthly_amount", write=money),
            Shown(label="Approved on", after="approved_on", write=day),
            Shown(label="Published on", after="published_on", write=day),
            Shown(label="In force from", after="effective_from", write=day),
        ),
    ),
    Standards.AdjustmentCarriedOut: Reading(
        title="Cases adjusted to a standard",
        shows=(
            REFERENCE,
            Shown(label="Area", after="area", write=area_name),
            Shown(label="Cases", after="cases", write=number),
            Shown(label="Exceptions", after="exceptions", write=number),
            Shown(label="Monthly total", before="total_before", after="total_after", write=money),
        ),
    ),
}
"""By kind of event."""
