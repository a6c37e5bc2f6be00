"""What the page of an inspection shows of its sample, and what happened."""

from typing import NamedTuple

from audit_service.desks.inspections.looking import Dossier
from audit_service.desks.inspections.readings import READINGS
from audit_service.desks.inspections.sample import results_by_focus
from audit_service.desks.inspections.words import beacon_rule, focus_name, stratum_name
from audit_service.desks.moments import moments_of
from audit_service.desks.office import Office
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, number
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, SATISFIED
from domain.inspections.inspection import Inspection

WITH_CASES = (
    Inspection.SampleListed,
    Inspection.Examined,
    Inspection.FindingRecorded,
    Inspection.QuerySent,
    Inspection.QueryAnswered,
)
"""Events that name cases or units: they are shown where who may see these finds them."""


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
    """Return what happened, the latest first, but for what is told of single cases elsewhere."""
    shown = [event for event in found.events if not isinstance(event, WITH_CASES)]
    return moments_of(office, shown, READINGS)
