"""How large the terminal is, whatever the environment and the terminal itself say."""

import os
import shutil
from contextlib import suppress

NARROWEST, WIDEST = 20, 1_000  # cells of a line; no page is narrower, none needs more
_USUAL = os.terminal_size((80, 24))


def columns() -> int:
    """Return the cells of a line: as COLUMNS or a terminal says, and within bounds."""
    return min(max(_size().columns, NARROWEST), WIDEST)


def lines() -> int:
    """Return how many lines are seen at once, as LINES or a terminal says."""
    return _size().lines


def _size() -> os.terminal_size:
    """Return what the environment says where it says more than zero, else what a terminal does."""
    return shutil.get_terminal_size(_beside() or _USUAL)


def _beside() -> os.terminal_size | None:
    """Return the size of a terminal that is not standard output, if there is one."""
    for descriptor in (0, 2):
        with suppress(OSError):
            if all(size := os.get_terminal_size(descriptor)):
                return size
    return None
