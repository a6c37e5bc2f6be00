"""A sample is committed to, then drawn, once; whatever else is tried is refused."""

from typing import Any

import pytest

from domain.inspections.inspection import Inspection
from domain.inspections.planning import DRAWN
from domain.inspections.refusals import (
    CommittedAlready,
    DrawnAlready,
    EmptyFrame,
    FrameChanged,
    NoShare,
    NotCommitted,
    NothingSince,
    NothingToDraw,
    NotOfThisInspection,
    Over,
    SampleDrawn,
    UnknownStratum,
    WrongBeacon,
    WrongSeed,
)
from domain.inspections.sampling import KIN, OTHER, VISITED, Share, frame_of, hash_of, key_of, mark_of
from domain.refusal import Refused
from tests.builders import CASEWORKER, day
from tests.history import given, last, recorded, refused
from tests.inspection_builders import (
    BEACON,
    COMMITTED_AT,
    INSPECTOR,
    SEED,
    SHARES,
    a_beacon,
    a_committed_inspection,
    a_drawn_inspection,
    a_frame,
    an_inspection,
    an_inspectors_act,
    commit,
    draw,
    numbers,
    sampled,
)

BY_SOMEBODY_ELSE = an_inspectors_act("2021-09-03", by=CASEWORKER)


def test_the_frame_and_the_hash_of_the_seed_are_committed() -> None:
    inspection = given(an_inspection())

    commit(inspection, a_frame())

    committed = last(inspection, Inspection.FrameCommitted)
    assert (committed.frame, committed.size) == (hash_of(a_frame()), 8)
    assert committed.seed_hash == hash_of(SEED)
    assert [(one.code, one.size, one.quota) for one in committed.strata] == [
        (KIN, 1, 1),
        (OTHER, 3, 0),
        (VISITED, 4, 2),
    ]


@pytest.mark.parametrize(
    ("frame", "shares", "refusal"),
    [
        (b"", SHARES, EmptyFrame),
        (a_frame(), (Share(stratum="rich", numerator=1, denominator=2),), UnknownStratum),
        (a_frame(), (Share(stratum=KIN, numerator=2, denominator=1),), NoShare),
        (a_frame(), (Share(stratum=KIN, numerator=-1, denominator=1),), NoShare),
        (a_frame(), (Share(stratum=KIN, numerator=0, denominator=0),), NoShare),
        (a_frame(), (Share(stratum=KIN, numerator=0, denominator=1),), NothingToDraw),
        (a_frame(kin=0), SHARES[:1], NothingToDraw),
    ],
)
def test_nothing_is_committed_that_cannot_be_drawn(
    frame: bytes, shares: tuple[Share, ...], refusal: type[Refused]
) -> None:
    inspection = given(an_inspection())

    with refused(inspection, refusal):
        commit(inspection, frame, shares)


@pytest.mark.parametrize("frame", [a_frame(), a_frame(other=4)])
def test_a_commitment_is_not_changed(frame: bytes) -> None:
    inspection = given(a_committed_inspection())

    with refused(inspection, CommittedAlready, "committed on 2021-09-02"):
        commit(inspection, frame)


def test_a_commitment_is_made_by_a_member() -> None:
    inspection = given(an_inspection())

    with refused(inspection, NotOfThisInspection):
        commit(inspection, a_frame(), act=BY_SOMEBODY_ELSE)


def test_the_sample_is_drawn_and_frozen() -> None:
    inspection = given(a_committed_inspection())

    draw(inspection)

    drawn = last(inspection, Inspection.Drawn)
    assert (drawn.seed, drawn.beacon, drawn.beacon_position) == (SEED.hex(), BEACON.hex(), COMMITTED_AT + 1)
    assert drawn.drawn == len(sampled(inspection)) == 3
    assert inspection.state == DRAWN
    assert recorded(inspection) == [Inspection.Drawn, *[Inspection.SampleListed] * 2]
    assert "DB-0001" in sampled(inspection)


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"seed": b"t" * 32}, WrongSeed),
        ({"frame": a_frame(other=4)}, FrameChanged),
        ({"beacon": None}, NothingSince),
        ({"beacon": a_beacon(position=COMMITTED_AT)}, WrongBeacon),
        ({"beacon": a_beacon(by=INSPECTOR)}, WrongBeacon),
        ({"act": BY_SOMEBODY_ELSE}, NotOfThisInspection),
    ],
)
def test_nothing_else_is_drawn_than_what_was_committed(what: dict[str, Any], refusal: type[Refused]) -> None:
    inspection = given(a_committed_inspection())

    with refused(inspection, refusal):
        draw(inspection, **what)


def test_nothing_is_drawn_before_it_is_committed() -> None:
    inspection = given(an_inspection())

    with refused(inspection, NotCommitted, "is not committed yet"):
        draw(inspection)


def test_a_sample_is_drawn_once() -> None:
    inspection = given(a_drawn_inspection())

    with refused(inspection, DrawnAlready, "2021-09-03"):
        draw(inspection)
    with refused(inspection, CommittedAlready):
        commit(inspection, a_frame())


def test_a_sample_that_was_drawn_is_not_thrown_away() -> None:
    inspection = given(a_drawn_inspection())

    with refused(inspection, SampleDrawn, "2021-09-03"):
        inspection.withdraw(an_inspectors_act("2021-09-04"))
    with refused(inspection, NotOfThisInspection):
        inspection.withdraw(BY_SOMEBODY_ELSE)
    assert inspection.ended_on is None


def test_nothing_is_drawn_for_an_inspection_that_was_withdrawn() -> None:
    inspection = a_committed_inspection()
    inspection.withdraw(an_inspectors_act("2021-09-03"))
    withdrawn = given(inspection)

    with refused(withdrawn, Over):
        draw(withdrawn)
    with refused(withdrawn, Over):
        withdrawn.withdraw(an_inspectors_act())
    assert withdrawn.ended_on == day("2021-09-03")


def test_who_is_drawn_by_marks_is_listed_by_their_numbers() -> None:
    frame, key = a_frame_of_marks()
    inspection = a_committed_inspection(frame)

    draw(inspection, frame, key=key)

    assert set(sampled(inspection)) < set(numbers(8))
    assert numbers(1)[0] in sampled(inspection)
    assert len(sampled(inspection)) == 3


def test_nothing_is_drawn_with_the_key_of_another_frame() -> None:
    frame, _ = a_frame_of_marks()
    inspection = given(a_committed_inspection(frame))

    with refused(inspection, FrameChanged):
        draw(inspection, frame, key=key_of([("mark", "DB-0001")]))


def a_frame_of_marks() -> tuple[bytes, bytes]:
    """The usual frame, with a mark for each case, and its key."""
    known = [line.split("\t") for line in a_frame().decode().splitlines()]
    frame = frame_of((stratum, mark_of(number, SEED)) for stratum, number in known)
    return frame, key_of((mark_of(number, SEED), number) for _, number in known)
