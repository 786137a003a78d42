"""What stands beside an event: its title, and as much of it as there is room for."""

from collections.abc import Callable

from timeline.model.answers import Match
from timeline.text import visible


def titled(match: Match, maybe: str = "≈", by_order: str = "⊢") -> str:
    """Return the title of an event, after the sign *maybe* if it is only possible.

    What matches *by_order* alone, or has its date by it, has that sign.
    """
    signs = [] if match.certain else [maybe]
    if match.deduced or match.event.undated:
        signs.append(by_order)
    return " ".join((*signs, visible(match.event.title)))


def beginning(text: str, room: float, width: Callable[[str], float]) -> str:
    """Return as many letters of *text* as have *room*, each of a *width* of its own."""
    for number, char in enumerate(text):
        room -= width(char)
        if room < 0:
            return text[:number]
    return text
