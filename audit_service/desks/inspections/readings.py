"""How the events of inspections are read."""

from typing import cast

from audit_service.desks.inspections.words import (
    beacon_rule,
    focus_name,
    focus_names,
    result_name,
    stratum_name,
)
from audit_service.desks.names import areas_named, programme_name
from audit_service.desks.reading import CASE, Reading, Shown, how_many, plain
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, month, written
from domain.inspections.inspection import Inspection
from domain.kernel import Event


def _programmes(codes: tuple[str, ...]) -> str:
    return written([programme_name(code) for code in codes]) if codes else _("All programmes")


def _strata(event: Event) -> tuple[Changed, ...]:
    return tuple(
        Changed(
            stratum_name(one.code),
            None,
            _("%(drawn)s of %(size)s", drawn=written(one.quota), size=written(one.size)),
        )
        for one in cast("Inspection.FrameCommitted", event).strata
    )


TITLE = Shown(label="Title", after="title", write=plain)
FOCUS_AREA = Shown(label="Focus area", after="focus", write=focus_name)
FRAME_HASH = Shown(label="Hash of the frame", after="frame", write=plain)

READINGS: dict[type[Event], Reading] = {
    Inspection.Planned: Reading(
        title="Inspection planned",
        shows=(
            Shown(label="Number", after="number", write=plain),
            TITLE,
            Shown(label="Areas", after="areas", write=areas_named),
            Shown(label="Programmes", after="programmes", write=_programmes),
            Shown(label="First month", after="from_month", write=month),
            Shown(label="Last month", after="to_month", write=month),
            Shown(label="Focus areas", after="focus", write=focus_names),
            Shown(label="Members of the inspection", after="members", holds="officials"),
        ),
    ),
    Inspection.FrameCommitted: Reading(
        title="Frame of the sample committed",
        tag="Committed",
        colour="purple",
        shows=(
            Shown(label="Cases in the frame", after="size"),
            FRAME_HASH,
            Shown(label="Hash of the seed", after="seed_hash", write=plain),
            Shown(label="What nobody could know", after="beacon_after", write=beacon_rule),
            Shown(label="Read up to position", after="as_of"),
        ),
        more=_strata,
    ),
    Inspection.Drawn: Reading(
        title="Sample drawn",
        tag="Drawn",
        colour="yellow",
        shows=(
            Shown(label="Cases drawn", after="drawn"),
            Shown(label="Seed", after="seed", write=plain),
            Shown(label="Position of the event that nobody could know", after="beacon_position"),
            Shown(label="Its hash", after="beacon", write=plain),
            Shown(label="Hash of the sample", after="sample", write=plain),
        ),
    ),
    Inspection.SampleListed: Reading(
        title="Cases of the sample listed",
        shows=(
            Shown(label="Stratum", after="stratum", write=stratum_name),
            Shown(label="Cases", after="case_numbers", write=how_many),
        ),
    ),
    Inspection.ExaminersAssigned: Reading(
        title="Examiners assigned",
        shows=(Shown(label="Examiners", after="examiners", holds="officials"),),
    ),
    Inspection.Examined: Reading(
        title="Case examined",
        shows=(
            CASE,
            FOCUS_AREA,
            Shown(label="Result", before="before", after="result", write=result_name),
            Shown(label="What was seen", after="text", write=plain, unless_empty=True),
        ),
    ),
    Inspection.FindingRecorded: Reading(
        title="Finding recorded",
        tag="Finding",
        colour="red",
        shows=(
            CASE,
            FOCUS_AREA,
            Shown(label="Error", after="error_number", write=plain),
            Shown(label="What is wrong", after="text", write=plain),
        ),
    ),
    Inspection.QuerySent: Reading(
        title="Query sent to a unit",
        shows=(
            Shown(label="Query", after="query"),
            Shown(label="Unit", after="asked_unit", write=plain),
            CASE,
            Shown(label="What is asked", after="text", write=plain),
            Shown(label="To be answered by", after="due_on", write=day),
        ),
    ),
    Inspection.QueryAnswered: Reading(
        title="Query answered",
        tag="Answered",
        colour="green",
        shows=(
            Shown(label="Query", after="query"),
            Shown(label="Answer", after="text", write=plain),
            Shown(label="What the answer rests on", after="evidence", write=plain, unless_empty=True),
        ),
    ),
    Inspection.Concluded: Reading(
        title="Inspection concluded",
        tag="Concluded",
        colour="green",
        shows=(
            Shown(label="Conclusion", after="text", write=plain),
            Shown(label="What the units are asked to do", after="advice", write=plain, unless_empty=True),
            Shown(label="Cases examined", after="cases"),
            Shown(label="Points in order", after="satisfied"),
            Shown(label="Points not in order", after="not_satisfied"),
            Shown(label="Inspection findings", after="findings"),
        ),
    ),
    Inspection.Withdrawn: Reading(title="Inspection withdrawn", tag="Withdrawn", colour="grey"),
}
"""By kind of event."""
