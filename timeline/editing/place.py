"""Where an event stands that has no date: behind what it comes after."""

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.model.scales import PURE_ORDER


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
