"""When the public could know of an event: the day on which a source first told it."""

from collections.abc import Mapping

from timeline.edtf import FAR, When
from timeline.model import Event, Match, Report, Selection, Source


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


def by_report(selection: Selection, sources: Mapping[str, Source]) -> list[Report]:
    """Return when each event was first told, earliest first; what has no date comes last."""
    reports = [_report(match, sources) for match in selection]
    return sorted(reports, key=lambda each: each.date.sort_key if each.date else (FAR, 0))


def _report(match: Match, sources: Mapping[str, Source]) -> Report:
    date = first_report(match.event, sources)
    undated = any(sources[citation.source].date is None for citation in match.event.sources)
    if date is None:
        return Report(match, sure=False)
    began = match.event.date
    least = _days(began.latest_start, date.earliest_start)
    return Report(match, date, least, _days(began.earliest_start, date.latest_end), not undated)


def _days(first: int | None, last: int | None) -> int | None:
    return None if first is None or last is None else last - first
