"""Money is a whole number of fen; a yuan is a hundred of them."""


class Fen(int):
    """An amount of money that is written in yuan: `Fen(144000)` reads 1,440.00."""

    def __str__(self) -> str:
        return yuan(self)


def yuan(fen: int) -> str:
    """Write an amount of fen in yuan, with thousands commas and two decimals."""
    whole, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{whole:,}.{rest:02}"
