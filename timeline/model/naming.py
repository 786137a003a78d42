"""Ids for events that were written, or imported, without one."""

from collections.abc import Iterable
from itertools import count

from timeline.edtf import When
from timeline.text import slug


def made_id(title: str, date: When | None) -> str:
    """Return an id made from a title and, where the date begins with one, its year."""
    year = date.text[:4] if date and date.text[:4].isdigit() else ""
    return "-".join(part for part in (slug(title), year) if part) or "event"


class Ids:
    """The ids that are taken, and a free one for whoever asks."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Know the ids that are *taken*."""
        self._taken = set(taken)
        self._numbers: dict[str, count[int]] = {}

    def free(self, made: str) -> str:
        """Return *made*, or *made* with the next number behind it, and take it."""
        id_ = made
        while id_ in self._taken:
            id_ = f"{made}-{next(self._numbers.setdefault(made, count(2)))}"
        self._taken.add(id_)
        return id_
