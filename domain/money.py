"""Money is a whole number of fen; a yuan is a hundred of them."""

from functools import lru_cache


class Fen(int):
    """An amount of money that is written in yuan: `Fen(144000)` reads 1,440.00."""

    def __str__(self) -> str:
        return yuan(self)


@lru_cache(4096)  # a standard is written for each of thousands of cases
def yuan(fen: int) -> str:
    """Write an amount of fen in yuan, with thousands commas and two decimals."""
    if fen < 0:
        return f"-{yuan(-fen)}"
    return f"{fen // 100:,}.{fen % 100:02}"
