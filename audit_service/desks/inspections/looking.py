"""Inspections as they are read: which an official may see, how one stands, and what was committed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.inspections.words import (
    INSPECTORS,
    SEES_SAMPLE,
    InspectionState,
    focus_names,
    inspection_state,
)
from audit_service.desks.names import areas_named, programme_name
from audit_service.desks.offers import AreaCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea, NotYourRole
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, month, number, written
from domain.areas import AREAS
from domain.identities import inspection_id
from domain.inspections.inspection import Inspection
from domain.kernel import Event, replay
from projections import standing
from projections.inspection_desk import inspection_desk
from projections.inspection_lists import SoughtInspections, listed_inspections


class Filter(BaseModel):
    """Which inspections are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    state: Annotated[InspectionState | None, Field(title="State")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    number: Annotated[str, Field(title="Number", max_length=60)] = ""


class InspectionRow(BaseModel):
    """An inspection in a list."""

    number: str
    title: str
    state: str
    areas: tuple[str, ...]
    from_month: date
    to_month: date
    planned_on: date
    drawn: int
    """Cases in the sample; 0 before the draw."""
    points: int
    """What is looked at in the sample: each focus area of each case."""
    examined: int
    not_satisfied: int
    findings: int
    open_queries: int
    ended_on: date | None


class InspectionsAnswer(BaseModel):
    """A page of the list of inspections."""

    inspections: list[InspectionRow]
    next: int | None
    """The next page begins before this position; null on the last."""


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """An inspection as known at a position of the record."""

    inspection: Inspection
    events: Sequence[Event]
    """The first first, what is personal in them still sealed."""
    position: int
    reader: Identity

    @property
    def committed(self) -> Inspection.FrameCommitted | None:
        """What was committed; None before it."""
        return next((event for event in self.events if isinstance(event, Inspection.FrameCommitted)), None)

    @property
    def draw(self) -> Inspection.Drawn | None:
        """The draw, which names no case; None before it."""
        return next((event for event in self.events if isinstance(event, Inspection.Drawn)), None)

    @property
    def sees_sample(self) -> bool:
        """Whether the reader may know which cases are in it."""
        return any(self.reader.role_for(SEES_SAMPLE, [area]) for area in self.inspection.areas)

    @property
    def inspects(self) -> bool:
        """Whether the reader is an inspector of everything that is inspected."""
        return self.reader.role_for(INSPECTORS, self.inspection.areas) is not None


def listed(
    office: Office, reader: Identity, wanted: Filter, *, before: int | None, limit: int
) -> InspectionsAnswer:
    """Return the inspections asked for, the latest planned first, where the reader may see them."""
    sought = SoughtInspections(
        areas=reader.areas_to_read(wanted.area), state=wanted.state or "", number=wanted.number
    )
    with office.views.connect() as views:
        found = listed_inspections(views, sought, before=before, limit=limit + 1)
    following = found[limit - 1].position if len(found) > limit else None
    return InspectionsAnswer(inspections=[_row(row) for row in found[:limit]], next=following)


def readable_inspection(office: Office, reader: Identity, number: str) -> Dossier:
    """Return the inspection for an official who may read it. Raises NotOnRecord, NotYourArea."""
    found = published_inspection(office, reader, number)
    if not any(reader.sees(area) for area in found.inspection.areas):
        raise NotYourArea(area=tuple(AREAS[area] for area in found.inspection.areas))
    return found


def published_inspection(office: Office, reader: Identity, number: str) -> Dossier:
    """Return the inspection for who wants to draw its sample again, whoever it is. Raises NotOnRecord."""
    identity = inspection_id(number)
    with office.views.connect() as views:
        position = standing.reached(views, [inspection_desk])
    events = office.record.events(identity, upto=position)
    inspection = cast("Inspection | None", replay(cast("Inspection | None", None), events))
    if inspection is None:
        raise NotOnRecord(identity)
    return Dossier(inspection=inspection, events=events, position=position, reader=reader)


def with_sample(found: Dossier) -> Inspection.Drawn:
    """Return the draw for who may know which cases were drawn. Raises NotYourRole, NotDrawn."""
    if not found.sees_sample:
        raise NotYourRole.but(SEES_SAMPLE)
    return drawn_in(found)


def drawn_in(found: Dossier) -> Inspection.Drawn:
    """Return the draw. Raises NotDrawn."""
    found.inspection.check_has_sample()
    return cast("Inspection.Drawn", found.draw)


def facts_of(office: Office, found: Dossier) -> list[tuple[str, object]]:
    """Return what is inspected and by whom, in the reader's language."""
    inspection = found.inspection
    names = Names.of(office, officials=(*inspection.members, *inspection.examiners))
    programmes = [programme_name(code) for code in inspection.programmes]
    return [
        (_("Title"), inspection.title),
        (_("Areas"), areas_named(inspection.areas)),
        (_("Programmes"), written(programmes) if programmes else _("All programmes")),
        (_("Period inspected"), f"{month(inspection.from_month)} – {month(inspection.to_month)}"),
        (_("Focus areas"), focus_names(inspection.focus)),
        (_("Members of the inspection"), written([names.official(one) for one in inspection.members])),
        (_("Examiners"), written([names.official(one) for one in inspection.examiners]) or NOTHING),
        (_("State"), inspection_state(inspection.state)),
        *([(_("Ended on"), day(inspection.ended_on))] if inspection.ended_on else []),
    ]


def published_values(found: Dossier) -> dict[str, Any]:
    """Return what anyone needs beside the frame to draw the sample again. Raises NotDrawn."""
    draw, committed = drawn_in(found), cast("Inspection.FrameCommitted", found.committed)
    return {
        "inspection": found.inspection.number,
        "committed_at": committed.position,
        "frame_sha256": committed.frame,
        "seed_sha256": committed.seed_hash,
        "strata": [vars(stratum) for stratum in committed.strata],
        "beacon_position": draw.beacon_position,
        "beacon": draw.beacon,
        "seed": draw.seed,
        "drawn": draw.drawn,
        "sample_sha256": draw.sample,
    }


@stands_beside("/inspections/{inspection_number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the inspection that a command is about."""
    found = readable_inspection(office, identity, parameters["inspection_number"])
    inspection = found.inspection
    left = [(_("Points left"), number(inspection.left))] if inspection.drawn else []
    return Beside(
        title=inspection.number,
        href=f"/inspections/{inspection.number}",
        facts=[*facts_of(office, found), *left],
    )


def _row(row: Row[Any]) -> InspectionRow:
    own = ("number", "title", "state", "from_month", "to_month", "planned_on", "drawn", "not_satisfied")
    return InspectionRow(
        areas=tuple(row.areas.split()),
        points=row.points * row.drawn,
        examined=row.satisfied + row.not_satisfied,
        **{name: getattr(row, name) for name in (*own, "findings", "open_queries", "ended_on")},
    )
