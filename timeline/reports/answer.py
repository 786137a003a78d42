"""A question's answer: the query, all that it found, the part that is shown, and how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from timeline.model.answers import Match, Selection
from timeline.model.timeline import Timeline
from timeline.model.words import event_numbers
from timeline.query.logic import AllOf

_Item = TypeVar("_Item")


class Answer(msgspec.Struct, frozen=True):
    """What was asked of a timeline, everything it found, and the part that is shown."""

    timeline: Timeline
    query: AllOf
    found: Selection
    shown: Selection

    def asked(self, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
        """Return the question in words; "" where everything was asked for."""
        return self.query.describe(ascii=ascii)

    def narrowed(self, found: Selection, shown: Iterable[Match]) -> Answer:
        """Return the answer when only so much of it was *found*, of which some is *shown*."""
        return Answer(self.timeline, self.query, found, Selection(shown))

    def count(self) -> str:
        """Return how many: "24 events (+3 possibly)", "5 of 24 events (+3 possibly)"."""
        count = event_numbers(self.found.certain, self.found.possible)
        if len(self.shown) == len(self.found):
            return count
        if not self.found.certain:
            count = f"{self.found.possible:,} possible events"
        return f"{len(self.shown):,} of {count}"


def ordered(items: Sequence[_Item], *, reverse: bool, limit: int | None) -> Sequence[_Item]:
    """Return *items* in their order or turned, and as many as *limit* lets through."""
    if reverse:
        items = items[::-1]
    return items[:limit] if limit else items
