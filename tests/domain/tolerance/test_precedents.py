import pytest

from domain.tolerance.precedents import WIDTHS, band_of, deviates


@pytest.mark.parametrize(
    ("fen", "band"),
    [
        (0, "none"),
        (1, "small"),
        (100_000, "small"),
        (100_001, "medium"),
        (5_000_000, "large"),
        (5_000_001, "very_large"),
    ],
)
def test_amounts_are_in_bands(fen: int, band: str) -> None:
    assert band_of(fen) == band


def spreads(**some: dict[str, int]) -> dict[str, dict[str, int]]:
    return {width: some.get(width, {}) for width in WIDTHS}


@pytest.mark.parametrize(
    ("outcome", "given", "at"),
    [
        ("exempt", spreads(), ""),
        ("exempt", spreads(ratings={"lightened": 2}, band={"lightened": 2}), ""),
        ("exempt", spreads(ratings={"lightened": 3}), "ratings"),
        ("exempt", spreads(ratings={"lightened": 2}, cause={"lightened": 3}), "cause"),
        ("exempt", spreads(ratings={"exempt": 1, "lightened": 2}, cause={"lightened": 90}), ""),
        ("exempt", spreads(lists={"exempt": 1, "lightened": 4}), ""),
        ("exempt", spreads(lists={"exempt": 1, "lightened": 5}), "lists"),
    ],
)
def test_what_was_hardly_ever_determined_is_another_than_usual(
    outcome: str, given: dict[str, dict[str, int]], at: str
) -> None:
    assert deviates(outcome, given) == at
