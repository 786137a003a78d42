"""Where a new event stands: behind the last that is not later, or by what it comes after."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from timeline.edtf import When
from timeline.model.scales import PURE_ORDER


class Told(NamedTuple):
    """What a file calls an event, and its date; None where it has none of its own."""

    id: str
    date: When | None


def number_behind(told: Sequence[Told], date: When) -> int:
    """Return how many of the events *told* stand before one of this *date*.

    It is behind the last that is not later, in a file out of order too. An event without a
    date goes with the one above it.
    """
    found = 0
    for number, (_, when) in enumerate(told):
        follows = when is None and found and found == number
        if follows or (when and when.sort_key <= date.sort_key):
            found = number + 1
    return found


def number_before(ids: Sequence[str], fields: Mapping[str, Any]) -> int:
    """Return how many of the events *ids* stand before that of *fields*, by its links of order.

    It is behind the last that it is after or during, else right before the first that it is
    before, else behind all.
    """
    found: dict[str, list[int]] = {type_: [] for type_ in PURE_ORDER}
    for link in fields.get("links", ()):
        for type_, target in link.items():
            if type_ in found and target in ids:
                found[type_].append(ids.index(target))
    if behind := found["after"] + found["during"]:
        return max(behind) + 1
    return min(found["before"], default=len(ids))
