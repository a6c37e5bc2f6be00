"""What the page of an inspection shows of its sample, and what happened."""

from collections.abc import Container
from typing import NamedTuple
from uuid import UUID

from audit_service.desks.inspections.looking import Dossier
from audit_service.desks.inspections.queries import queries_in
from audit_service.desks.inspections.readings import READINGS
from audit_service.desks.inspections.sample import results_by_focus
from audit_service.desks.inspections.words import SEES_SAMPLE, beacon_rule, focus_name, stratum_name
from audit_service.desks.moments import moments_of
from audit_service.office import Office
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, number
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, SATISFIED
from domain.inspections.inspection import Inspection
from projections import case_lists

OF_CASES = (Inspection.Examined, Inspection.FindingRecorded)
"""Events about one case of the sample."""
ASKED = (Inspection.QuerySent, Inspection.QueryAnswered)
EXAMINED_AT_MOST = 100
"""So many examinations are told with the rest, the latest; all of them stand with their cases."""


class StratumRow(NamedTuple):
    """A stratum as it was committed."""

    name: str
    size: str
    share: str
    quota: str


class FocusRow(NamedTuple):
    """A focus area, and how many cases of the sample have which result in it."""

    name: str
    satisfied: str
    not_satisfied: str
    left: str


def commitment_of(found: Dossier) -> list[tuple[str, object]]:
    """Return what was committed before the draw, which everybody may know; nothing before it was."""
    committed = found.committed
    if committed is None:
        return []
    return [
        (_("Committed on"), day(committed.on)),
        (_("Cases in the frame"), number(committed.size)),
        (_("Hash of the frame"), committed.frame),
        (_("Hash of the seed"), committed.seed_hash),
        (_("What nobody could know"), beacon_rule(committed.beacon_after)),
        (_("Position of the commitment"), number(committed.position)),
    ]


def strata_of(found: Dossier) -> list[StratumRow]:
    """Return the strata with their sizes and shares; before the draw only for who will know the sample."""
    committed = found.committed
    if committed is None or not (found.draw or found.sees_sample):
        return []
    return [
        StratumRow(
            stratum_name(one.code),
            number(one.size),
            f"{100 * one.numerator // one.denominator} %",
            number(one.quota),
        )
        for one in committed.strata
    ]


def draw_of(found: Dossier) -> list[tuple[str, object]]:
    """Return how the sample was drawn; nothing before it was."""
    draw = found.draw
    if draw is None:
        return []
    return [
        (_("Drawn on"), day(draw.on)),
        (_("Cases drawn"), number(draw.drawn)),
        (_("Seed"), draw.seed),
        (_("Position of the event that nobody could know"), number(draw.beacon_position)),
        (_("Its hash"), draw.beacon),
        (_("Hash of the sample"), draw.sample),
    ]


def results_of(office: Office, found: Dossier) -> list[FocusRow]:
    """Return the results by focus area, as far as the sample is drawn and the reader may know."""
    if found.draw is None or not found.sees_sample:
        return []
    tally = results_by_focus(office, found.inspection)
    return [
        FocusRow(
            focus_name(focus),
            *(number(tally.get((focus, result), 0)) for result in (SATISFIED, NOT_SATISFIED, NOT_YET)),
        )
        for focus in found.inspection.focus
    ]


def moments(office: Office, found: Dossier) -> list[Moment]:
    """Return what happened, the latest first, as far as the reader may know of it."""
    cases, asked = _readable_cases(office, found), _readable_queries(office, found)
    examined = [event for event in found.events if isinstance(event, Inspection.Examined)]
    told_elsewhere = {event.position for event in examined[:-EXAMINED_AT_MOST]}
    shown = [
        event
        for event in found.events
        if event.position not in told_elsewhere
        and not isinstance(event, Inspection.SampleListed)
        # who may not know the sample is not told how it was drawn either
        and (found.draw is not None or not isinstance(event, Inspection.Drawn))
        and (not isinstance(event, OF_CASES) or event.case in cases)
        and (not isinstance(event, ASKED) or event.query in asked)
    ]
    return moments_of(office, shown, READINGS)


def _readable_cases(office: Office, found: Dossier) -> Container[UUID]:
    """Return those of the cases examined that the reader may read of."""
    if not found.sees_sample:
        return ()
    some = {event.case for event in found.events if isinstance(event, OF_CASES)}
    reader = found.reader
    with office.views.connect() as views:
        return case_lists.numbers_of(views, some, reader.areas_of(SEES_SAMPLE), apart_from=reader.relatives)


def _readable_queries(office: Office, found: Dossier) -> Container[int]:
    return {each.query for each in queries_in(office, found)}
