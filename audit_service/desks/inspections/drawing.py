"""The sample of an inspection: its frame is committed to, then it is drawn."""

from secrets import token_bytes
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.inspections import frames
from audit_service.desks.inspections.about import the_inspection
from audit_service.desks.inspections.beacons import beacon_after
from audit_service.desks.inspections.words import INSPECTORS
from audit_service.desks.remarked import Remarked
from audit_service.office import Office
from domain.inspections.inspection import Inspection
from domain.inspections.sampling import (
    KIN,
    OTHER,
    SEED_BYTES,
    VISITED,
    Share,
    frame_of,
    hash_of,
    key_of,
    mark_of,
)
from projections import case_register, standing
from projections.inspection_frames import Scope, count_in_scope, members_of

PATIENCE = 30.0
"""Seconds that a frame waits for the views to hold everything recorded before it."""

Percent = Annotated[int, Field(ge=0, le=100)]


class CommitFrame(Remarked):
    """Commit to the cases that the sample is drawn from, and to a secret seed, for good."""

    kin: Annotated[Percent, Field(title="Percent of the cases of officials' relatives")] = 100
    visited: Annotated[Percent, Field(title="Percent of the cases with a home visit in the period")] = 30
    other: Annotated[Percent, Field(title="Percent of the other cases")] = 5


@carries_out(
    CommitFrame,
    title="Commit the frame",
    at="/inspections/{inspection_number}/commitment",
    roles=INSPECTORS,
)
def commit_frame(desk: Desk, inspection_number: str, command: CommitFrame) -> None:
    """Find the cases in scope, keep them and a new seed sealed, and record the hash of both."""
    inspection, act = the_inspection(desk, inspection_number), desk.act(command)
    inspection.check_member(act)
    inspection.check_not_committed()
    scope = Scope(
        areas=inspection.areas,
        programmes=inspection.programmes,
        from_month=inspection.from_month,
        to_month=inspection.to_month,
    )
    as_of, frame = desk.look_through(_frame_in, scope)
    kept = frames.keep(desk.documents, desk.vault, inspection.id, frame)
    shares = [
        Share(stratum=code, numerator=percent, denominator=100)
        for code, percent in ((KIN, command.kin), (VISITED, command.visited), (OTHER, command.other))
    ]
    inspection.commit(frame.lines, shares, act, seed_hash=hash_of(frame.seed), as_of=as_of, kept=kept)


class DrawSample(Remarked):
    """Draw the sample from what was committed. It is frozen then, and anyone can draw it again."""


@carries_out(
    DrawSample,
    title="Draw the sample",
    at="/inspections/{inspection_number}/draw",
    roles=INSPECTORS,
)
def draw_sample(desk: Desk, inspection_number: str, command: DrawSample) -> None:
    """Open the seed and the frame, and draw with the hash of the first event of somebody else since."""
    inspection, act = the_inspection(desk, inspection_number), desk.act(command)
    inspection.check_member(act)
    commitment = inspection.check_drawable()
    committed_at = next(
        event.position for event in desk.events_of(inspection) if isinstance(event, Inspection.FrameCommitted)
    )
    desk.look_through(Office.check_size, sum(stratum.size for stratum in commitment.strata))
    beacon = desk.look_through(beacon_after, committed_at, commitment.by)
    frame = frames.opened(desk.documents, desk.vault, inspection.id, commitment.kept)
    inspection.draw(frame.lines, frame.seed, beacon, act, committed_at=committed_at, key=frame.key)


def _frame_in(office: Office, scope: Scope) -> tuple[int, frames.Frame]:
    """Return the frame with a new seed, and the position up to which the views hold it. Raises TooMuchHere.

    The salt of its marks is kept nowhere: by its key alone it is known what they stand for.
    """
    office.follower.wait_for(office.record.last_position(), PATIENCE)
    with office.views.connect() as views:
        as_of = standing.reached(views, [case_register.case_register])
        office.check_size(count_in_scope(views, scope))
        members = list(members_of(views, scope))
    salt = token_bytes(SEED_BYTES)
    marks = [mark_of(number, salt) for _, number in members]
    lines = frame_of((stratum, mark) for (stratum, _), mark in zip(members, marks, strict=True))
    key = key_of((mark, number) for (_, number), mark in zip(members, marks, strict=True))
    return as_of, frames.Frame(seed=token_bytes(SEED_BYTES), lines=lines, key=key)
