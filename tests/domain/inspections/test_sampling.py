"""A sample is what its published values say, whatever the frame; nobody's choice has a part in it."""

from hashlib import sha256
from math import ceil
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.inspections import sampling
from domain.inspections.sampling import (
    AT_ONCE,
    KIN,
    OTHER,
    STRATA,
    VISITED,
    Share,
    Stratum,
    draw,
    frame_of,
    in_parts,
    key_of,
    listing_of,
    mark_of,
    marks_in,
    named_by,
    strata_of,
)
from tests.inspection_builders import BEACON, SEED, a_frame, numbers

members = st.sets(st.tuples(st.sampled_from(tuple(STRATA)), st.text("ABZ09-", min_size=1)), max_size=60)
seeds = st.binary(min_size=32, max_size=32)
percentages = st.tuples(*(st.integers(0, 100) for _ in STRATA))


def shares_of(percent: tuple[int, ...]) -> tuple[Share, ...]:
    return tuple(
        Share(stratum=code, numerator=share, denominator=100)
        for code, share in zip(STRATA, percent, strict=True)
    )


def by_hand(frame: bytes, strata: tuple[Stratum, ...], seed: bytes, beacon: bytes) -> dict[str, list[bytes]]:
    """The sample as the rule says it, with everything sorted."""
    keyed = sorted((sha256(seed + beacon + line).digest(), line) for line in frame.splitlines(keepends=True))
    return {
        stratum.code: [line for _, line in keyed if line.startswith(stratum.code.encode() + b"\t")][
            : ceil(stratum.size * stratum.numerator / stratum.denominator)
        ]
        for stratum in strata
    }


@given(members, percentages, seeds, seeds)
def test_the_lowest_keys_of_each_stratum_are_drawn(
    some: set[tuple[str, str]], percent: tuple[int, ...], seed: bytes, beacon: bytes
) -> None:
    frame = frame_of(some)
    strata = strata_of(frame, shares_of(percent))

    sample = draw(frame, strata, seed, beacon)

    assert sample == by_hand(frame, strata, seed, beacon)
    assert [len(lines) for lines in sample.values()] == [stratum.quota for stratum in strata]


@given(members, st.randoms())
def test_the_order_in_which_cases_are_found_has_no_part_in_it(
    some: set[tuple[str, str]], chance: Random
) -> None:
    shuffled = sorted(some, key=lambda _: chance.random())

    assert frame_of(shuffled) == frame_of(some)


@given(members, percentages)
def test_the_strata_count_every_case_once(some: set[tuple[str, str]], percent: tuple[int, ...]) -> None:
    strata = strata_of(frame_of(some), shares_of(percent))

    assert {one.code: one.size for one in strata} == {
        code: len([member for member in some if member[0] == code]) for code, _ in some
    }


def test_another_seed_or_beacon_draws_another_sample() -> None:
    frame = frame_of([(OTHER, number) for number in numbers(200)])
    strata = strata_of(frame, [Share(stratum=OTHER, numerator=1, denominator=10)])

    samples = [
        draw(frame, strata, seed, beacon)
        for seed, beacon in ((SEED, BEACON), (SEED, b"c" * 32), (b"t" * 32, BEACON))
    ]

    assert len({listing_of(sample) for sample in samples}) == 3


def test_a_large_stratum_is_drawn_with_few_keys_in_memory() -> None:
    frame = frame_of([(OTHER, number) for number in numbers(9000)] + [(VISITED, "DB-X")])
    strata = strata_of(frame, [Share(stratum=OTHER, numerator=1, denominator=100)])

    sample = draw(frame, strata, SEED, BEACON)

    assert sample == by_hand(frame, strata, SEED, BEACON)
    assert sample[VISITED] == []


def test_too_few_kept_keys_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = frame_of([(OTHER, number) for number in numbers(500)])
    strata = strata_of(frame, [Share(stratum=OTHER, numerator=1, denominator=10)])

    monkeypatch.setattr(sampling, "_bound", lambda _stratum: b"\0")

    assert draw(frame, strata, SEED, BEACON) == by_hand(frame, strata, SEED, BEACON)


def test_each_case_is_as_likely_as_any_other() -> None:
    frame = frame_of([(OTHER, number) for number in numbers(20)])
    strata = strata_of(frame, [Share(stratum=OTHER, numerator=1, denominator=4)])
    drawn = dict.fromkeys(numbers(20), 0)

    for seed in range(2000):
        for number in marks_in(draw(frame, strata, seed.to_bytes(32, "big"), BEACON)[OTHER]):
            drawn[number] += 1

    expected = 2000 / 4
    chi_squared = sum((count - expected) ** 2 / expected for count in drawn.values())
    assert sum(drawn.values()) == 2000 * 5
    assert chi_squared < 43.8  # 19 degrees of freedom, one in a thousand; the seeds are fixed


def test_a_share_is_never_cut_short() -> None:
    assert [Stratum(KIN, size, 30, 100).quota for size in (0, 1, 3, 4, 10, 11)] == [0, 1, 1, 2, 3, 4]


def test_what_is_listed_names_the_cases_in_parts() -> None:
    lines = a_frame().splitlines(keepends=True)
    named = marks_in(lines)

    assert set(named) == set(numbers(8))
    assert [len(part) for part in in_parts(["x"] * (AT_ONCE + 1))] == [AT_ONCE, 1]


def test_marks_stand_for_cases_in_the_frame_and_the_key_alone_says_for_which() -> None:
    marks = {number: mark_of(number, SEED) for number in numbers(8)}

    key = key_of((mark, number) for number, mark in marks.items())

    assert len(set(marks.values())) == 8
    assert {len(mark) for mark in marks.values()} == {32}
    assert marks != {number: mark_of(number, BEACON) for number in marks}
    assert named_by(key, [marks["DB-0003"], "unknown"]) == {marks["DB-0003"]: "DB-0003"}
