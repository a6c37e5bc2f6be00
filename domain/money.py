"""Money is a whole number of fen; a yuan is a hundred of them."""


class Fen(int):
    """An amount of money that is written in yuan: `Fen(144000)` reads 1,440.00."""

    def __str__(self) -> str:
        return yuan(self)


def yuan(fen: int) -> str:
    """Write an amount of fen in yuan, with thousands commas and two decimals."""
    if fen < 0:
        return f"-{yuan(-fen)}"
    return f"{fen // 100:,}.{fen % 100:02}"
