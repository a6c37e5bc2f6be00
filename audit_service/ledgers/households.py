"""Which rows of a file are about the same household, in five bytes a row once the file was read."""

from array import array


class Households:
    """The rows without fault of each household, wherever in the file they stand."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._next = array("I")
        """Where the next row of the household stands; 0 where there is none, as row 0 is nobody's next."""
        self._is_later = bytearray()

    def add(self, number: str, place: int) -> None:
        """Note that a row, further on than all others so far, is about the household of this number."""
        gap = place + 1 - len(self._next)
        self._next.frombytes(bytes(gap * self._next.itemsize))
        self._is_later += bytes(gap)
        before = self._last.get(number)
        if before is not None:
            self._next[before] = place
            self._is_later[place] = True
        self._last[number] = place

    def settle(self) -> None:
        """Forget the numbers: all rows were added."""
        self._last.clear()

    def places(self, first: int) -> list[int]:
        """Return where the rows of a household stand by its first; none if this is a later one."""
        if self._is_later[first]:
            return []
        places = [first]
        while following := self._next[places[-1]]:
            places.append(following)
        return places
