"""Memory that was needed for a while, given back to the machine."""

import ctypes

_ARENAS = -8
"""Number of the setting, as the C library knows it: among how many places threads are spread."""


def share() -> None:
    """Have all threads take memory from few places: what each of many keeps for itself is idle mostly."""
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # not every C library has it
    if set_option is not None:
        set_option(_ARENAS, 2)


def give_back() -> None:
    """Give back what was freed: the C library would keep 100 MB and more after a large workbook."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not every C library has it
    if trim is not None:
        trim(0)
