"""When the public could know of an event: the day on which a source first told it."""

from collections.abc import Mapping

from timeline.edtf import When
from timeline.model import Event, Source


def first_report(event: Event, sources: Mapping[str, Source]) -> When | None:
    """Return the date of the earliest source of *event*, by its last possible day.

    None where no source has a date that ends.
    """
    dates = [sources[citation.source].date for citation in event.sources]
    ended = [(date.latest_end, date) for date in dates if date and date.latest_end is not None]
    return min(ended, key=lambda pair: pair[0], default=(0, None))[1]


def known_days(event: Event, sources: Mapping[str, Source]) -> tuple[int | None, int | None]:
    """Return the first and last day on which *event* may have been reported first.

    The last is that of its earliest dated source; without one there is none. The
    first is the earliest day of any source, where one without a date may have
    told the event on any day since it began. None is unbounded.
    """
    dates = [sources[citation.source].date for citation in event.sources]
    starts = [(date or event.date).earliest_start for date in dates]
    known = [day for day in starts if day is not None]
    first = min(known) if known and len(known) == len(starts) else None
    report = first_report(event, sources)
    return first, report.latest_end if report else None
