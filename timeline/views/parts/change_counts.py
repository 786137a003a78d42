"""How much differs between two timelines: in numbers, and in words."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from timeline.reports.diff.changes import LESS_CERTAIN, MORE_CERTAIN, Changes, Difference
from timeline.text import counted, enumerated, together
from timeline.views.parts.change_words import REGISTRIES, key_words

_BECAME: Final = {"more_certain": MORE_CERTAIN, "less_certain": LESS_CERTAIN}


def summary(changes: Changes) -> str:
    """Return how much differs: "3 events added, 1 removed, 5 changed: 2 became more certain"."""
    return together("; ", *_parts(changes))


def tally(changes: Changes) -> dict[str, int]:
    """Return how many events came, went and differ, and how many are more or less certain."""
    revised = changes.events.revised
    became = {name: sum(means in each.means for each in revised) for name, means in _BECAME.items()}
    return _numbers(changes.events) | became


def _parts(changes: Changes) -> Iterator[str]:
    yield _events(changes)
    for name, noun in REGISTRIES.items():
        yield _words(noun, _numbers(getattr(changes, name)))
    if changes.header:
        keys = [key_words(change.key) for change in changes.header]
        yield f"{enumerated(keys)} of the timeline changed"


def _events(changes: Changes) -> str:
    numbers = tally(changes)
    more_or_less = {means: numbers.pop(name) for name, means in _BECAME.items()}
    became = [f"{number} became {means}" for means, number in more_or_less.items() if number]
    found = _words("event", numbers)
    return f"{found}: {enumerated(became)}" if became else found


def _numbers(part: Difference[Any]) -> dict[str, int]:
    return {
        "added": len(part.added),
        "removed": len(part.removed),
        "changed": sum(bool(each.changes) for each in part.revised),
        "renamed": sum(each.renamed for each in part.revised),
    }


def _words(noun: str, numbers: dict[str, int]) -> str:
    """Return "3 sources added, 1 removed"; the noun stands once."""
    some = [(number, what) for what, number in numbers.items() if number]
    return ", ".join(_said(some, noun))


def _said(some: Sequence[tuple[int, str]], noun: str) -> Iterator[str]:
    for at, (number, what) in enumerate(some):
        yield f"{number:,} {what}" if at else f"{counted(number, noun)} {what}"
