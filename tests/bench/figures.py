"""What was measured several times: its median and its spread."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass
class Figure:
    """Samples of one figure, taken in rounds."""

    samples: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, *samples: float) -> "Figure":
        """Return a figure of these samples."""
        return cls(list(samples))

    def add(self, sample: float) -> None:
        """Add the sample of one round."""
        self.samples.append(sample)

    @property
    def median(self) -> float:
        """The sample in the middle."""
        return statistics.median(self.samples)

    def __str__(self) -> str:
        """Return the median, and the least and the most where there were several rounds."""
        if len(self.samples) == 1:
            return number(self.median)
        return f"{number(self.median)} ({number(min(self.samples))}–{number(max(self.samples))})"


def number(value: float) -> str:
    """Write a number with three figures, and with commas when it is large."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    what: str
    ours: Figure
    stock: Figure | None = None
    floor: Figure | None = None
    more_is_better: bool = True

    @classmethod
    def of(cls, what: str, sides: Mapping[str, Figure], *, more_is_better: bool = True) -> "Line":
        """Return the line of what was measured on the sides `ours`, `stock` and `floor`."""
        ours, stock, floor = (sides.get(name) for name in ("ours", "stock", "floor"))
        if ours is None:
            raise ValueError(f"{what} was not measured on our side")
        return cls(what, ours, stock, floor, more_is_better)

    @property
    def ratio(self) -> float | None:
        """How many times better than stock; None where there is no stock."""
        if self.stock is None:
            return None
        ours, stock = self.ours.median, self.stock.median
        return ours / stock if self.more_is_better else stock / ours

    def cells(self) -> Sequence[str]:
        """What, ours, stock, floor, ratio."""
        ratio = "" if self.ratio is None else f"{self.ratio:.1f}×"
        return (self.what, str(self.ours), *(str(side or "") for side in (self.stock, self.floor)), ratio)
