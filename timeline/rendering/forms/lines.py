"""Events and counts → lines for other programs: tab-separated, whole, without colour.

No Rich here: a pipe is answered sooner without it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.reports.counts import Count
from timeline.reports.sources import Reference
from timeline.text import visible

SURE: Final[Mapping[bool, str]] = {True: "certain", False: "possible"}


def event_lines(selection: Selection, timeline: Timeline) -> Iterator[str]:
    """Yield a line for each event.

    Date (EDTF), status, title, arc, actors (joined by "; "), id, and `certain`
    or `possible`.
    """
    for match in selection:
        event = match.event
        actors = "; ".join(timeline.actor_name(actor) for actor in event.actors)
        sure = SURE[match.certain]
        cells = (event.date.text, event.status, event.title, event.arc, actors, event.id, sure)
        yield "\t".join(map(visible, cells))


def count_lines(counts: Sequence[Count]) -> Iterator[str]:
    """Yield a line for each count: key, name, certain, possible, first and last (EDTF)."""
    for count in counts:
        numbers = (str(count.certain), str(count.possible))
        row = (count.key, count.name, *numbers, count.first.text, count.last.text)
        yield "\t".join(map(visible, row))


def reference_lines(references: Sequence[Reference]) -> Iterator[str]:
    """Yield a line for each source.

    Id, publisher, title, date (EDTF), reliability, certain, possible, how many
    rest on it alone, address.
    """
    for each in references:
        source = each.source
        date = source.date.text if source.date else ""
        numbers = (str(each.certain), str(each.possible), str(each.alone))
        row = (source.id, source.publisher, source.title, date, source.reliability, *numbers)
        yield "\t".join(map(visible, (*row, source.url)))
