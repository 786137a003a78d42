"""The sources that a selection rests on, and those on which nothing rests."""

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from timeline.edtf import When
from timeline.model.answers import Selection
from timeline.model.records import Source
from timeline.model.tallies import Tally
from timeline.model.timeline import Timeline
from timeline.text import fold


class Reference(msgspec.Struct, frozen=True):
    """A source, and how many events of a selection rest on it.

    *alone* is how many of them cite nothing else; *first* and *last* are dates of
    the events, None where there is none.
    """

    source: Source
    certain: int = 0
    possible: int = 0
    alone: int = 0
    first: When | None = None
    last: When | None = None

    @property
    def total(self) -> int:
        """Certain and possible events together."""
        return self.certain + self.possible


_Place: TypeAlias = tuple[bool, tuple[int, ...], str, str]


def references(selection: Selection, timeline: Timeline) -> list[Reference]:
    """Return the sources that events of *selection* cite, each once, in order.

    Earliest first and undated ones last; those of one date by publisher.
    """
    tallies = selection.tallies("sources", timeline.above("sources"))
    found = (_reference(timeline.sources[id_], tally) for id_, tally in tallies.items())
    return sorted(found, key=lambda each: _place(each.source))


def unused(selection: Selection, timeline: Timeline) -> list[Reference]:
    """Return the sources of the registry that no event of *selection* cites, in that order."""
    cited = selection.tallies("sources", timeline.above("sources"))
    rest = (source for id_, source in timeline.sources.items() if id_ not in cited)
    return [Reference(source) for source in sorted(rest, key=_place)]


def ranked_references(found: Sequence[Reference], sort: str | None) -> list[Reference]:
    """Return *found* by `count`, most first, or by `name`, that of the publisher.

    Ties, and all without a *sort*, stay as they are.
    """
    if sort == "count":
        return sorted(found, key=lambda each: -each.total)
    if sort == "name":
        return sorted(found, key=lambda each: fold(each.source.publisher or each.source.id))
    return list(found)


def _reference(source: Source, tally: Tally) -> Reference:
    numbers = (tally.certain, tally.possible, tally.alone)
    return Reference(source, *numbers, tally.first, tally.last)


def _place(source: Source) -> _Place:
    key = source.date.sort_key if source.date else (0, 0)
    return source.date is None, key, fold(source.publisher or source.id), source.id
