"""No count that everyone reads tells who somebody is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit_service.desks.answers.disclosure import SMALLEST, disclosed, is_small


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([5, 9], [5, 9]),
        ([0, 9], [0, 9]),
        ([4, 9, 7], [None, 9, None]),
        ([4, 3, 7], [None, None, 7]),
        ([4], [None]),
        ([4, 0], [None, 0]),
        ([], []),
    ],
)
def test_small_counts_are_hidden_and_never_a_single_one(counts: list[int], shown: list[int | None]) -> None:
    assert disclosed(counts) == shown


def test_what_is_to_be_hidden_is_hidden() -> None:
    assert disclosed([9, 8, 7], {0}) == [None, 8, None]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 12), max_size=6))
def test_whatever_is_counted_nothing_small_is_shown_or_can_be_told(counts: list[int]) -> None:
    shown = disclosed(counts)

    hidden = [count for count, each in zip(counts, shown, strict=True) if each is None]
    assert not any(is_small(each) for each in shown if each is not None)
    assert len(hidden) != 1 or sum(counts) == hidden[0] < SMALLEST
