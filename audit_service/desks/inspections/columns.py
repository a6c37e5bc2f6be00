"""What the lists of inspections and of their samples say."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.inspections.looking import InspectionRow
from audit_service.desks.inspections.sample import FindingAnswer, SampledCase
from audit_service.desks.inspections.words import COLOURS, focus_name, inspection_state, stratum_name
from audit_service.desks.names import area_name, areas_named, programme_name, state_name
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.wording import month

COLUMNS: tuple[ListColumn[InspectionRow], ...] = (
    ListColumn(
        title="Number", value=lambda row: row.number, href=lambda row: path_to("/inspections", row.number)
    ),
    ListColumn(title="Title", value=lambda row: row.title),
    ListColumn(title="Areas", value=lambda row: areas_named(row.areas)),
    ListColumn(
        title="Period inspected", value=lambda row: f"{month(row.from_month)} – {month(row.to_month)}"
    ),
    ListColumn(
        title="State",
        value=lambda row: inspection_state(row.state),
        colour=lambda row: COLOURS[row.state],
    ),
    ListColumn(title="Cases in the sample", value=lambda row: row.drawn, figure=True),
    ListColumn(title="Points examined", value=lambda row: row.examined, figure=True),
    ListColumn(title="Inspection findings", value=lambda row: row.findings, figure=True),
    ListColumn(title="Open queries", value=lambda row: row.open_queries, figure=True),
)
"""Of the page."""

MORE: tuple[ListColumn[InspectionRow], ...] = (
    ListColumn(title="Planned on", value=lambda row: row.planned_on),
    ListColumn(title="Points to examine", value=lambda row: row.points, figure=True),
    ListColumn(title="Points not in order", value=lambda row: row.not_satisfied, figure=True),
    ListColumn(title="Ended on", value=lambda row: row.ended_on),
)
"""Columns that there is room for in a file."""

INSPECTIONS = Handout("inspections", "Inspections", (*COLUMNS, *MORE))
"""The list as it is handed out."""

SAMPLED: tuple[ListColumn[SampledCase], ...] = (
    ListColumn(
        title="Case",
        value=lambda row: row.case_number,
        href=lambda row: path_to(f"{path_to('/inspections', row.inspection)}/cases", row.case_number),
    ),
    ListColumn(title="Place in the draw", value=lambda row: row.place, figure=True),
    ListColumn(title="Stratum", value=lambda row: stratum_name(row.stratum)),
    ListColumn(title="Programme", value=lambda row: programme_name(row.programme)),
    ListColumn(title="Area", value=lambda row: area_name(row.area)),
    ListColumn(title="State of the case", value=lambda row: state_name(row.state)),
    ListColumn(
        title="Points left", value=lambda row: row.points - row.satisfied - row.not_satisfied, figure=True
    ),
    ListColumn(title="Points not in order", value=lambda row: row.not_satisfied, figure=True),
    ListColumn(title="Inspection findings", value=lambda row: row.findings, figure=True),
)
"""Of the sample, on its page and in its files."""

SAMPLE = Handout("inspections-sample", "Sample of the inspection", SAMPLED)

FINDINGS: tuple[ListColumn[FindingAnswer], ...] = (
    ListColumn(
        title="Error",
        value=lambda row: row.error_number,
        href=lambda row: path_to("/errors", row.error_number),
    ),
    ListColumn(title="Case", value=lambda row: row.case_number),
    ListColumn(title="Focus area", value=lambda row: focus_name(row.focus)),
    ListColumn(title="What is wrong", value=lambda row: row.text),
    ListColumn(title="Recorded on", value=lambda row: row.recorded_on),
    ListColumn(title="Recorded by", value=lambda row: row.recorded_by),
)
"""Of the findings."""
