import pytest

from domain.tolerance.substitution import NOT_SYSTEM, SYSTEM, TOO_FEW, UNDECIDED, Share, says


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (15, 148, 0.0624, 0.1605)],
)
def test_an_interval_is_that_of_wilson(hits: int, of: int, low: float, high: float) -> None:
    assert Share(hits, of).interval == pytest.approx((low, high), abs=0.0001)


@pytest.mark.parametrize(
    ("same", "wrong", "others", "said"),
    [
        (Share(19, 19), Share(19, 19), Share(0, 500), TOO_FEW),
        (Share(40, 50), Share(12, 40), Share(5, 500), SYSTEM),
        (Share(40, 50), Share(1, 40), Share(5, 500), UNDECIDED),
        (Share(40, 50), Share(12, 40), Share(0, 0), UNDECIDED),
        (Share(20, 30), Share(15, 20), Share(5, 500), UNDECIDED),
        (Share(18, 24), Share(15, 18), Share(5, 500), UNDECIDED),
        (Share(5, 50), Share(5, 5), Share(5, 500), NOT_SYSTEM),
    ],
)
def test_numbers_point_to_the_system_or_do_not(same: Share, wrong: Share, others: Share, said: str) -> None:
    assert says(same, wrong, others) == said
