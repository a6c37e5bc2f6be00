import pytest

from domain.money import Fen, yuan


@pytest.mark.parametrize(
    ("fen", "written"),
    [(0, "0.00"), (1, "0.01"), (99, "0.99"), (144000, "1,440.00"), (-312000, "-3,120.00"), (-5, "-0.05")],
)
def test_fen_are_written_in_yuan(fen: int, written: str) -> None:
    assert yuan(fen) == written
    assert str(Fen(fen)) == written
