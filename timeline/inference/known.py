"""When the public could know of an event: the day on which a source first told it.

A dated source told it on one of its days, and one without a date on any day since the
event began. What has no source was never told.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from timeline.edtf import FAR, Part, Span, When
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Source
from timeline.phrases import Window


class Report(msgspec.Struct, frozen=True):
    """An event, the date on which a source first told it, and the days from one to the other.

    The lag is counted from the event's beginning, from `least` to `most` days in every
    reading of all dates; below 0 it was told before. `date` is None where no source has
    a date. Without `sure` a source other than that of `date` may be the earlier one, or a
    date is doubted; `undated` says that one has no date, so that `most` is all it says.
    """

    match: Match
    date: When | None = None
    least: int | None = None
    most: int | None = None
    sure: bool = True
    undated: bool = False


Sources: TypeAlias = Mapping[str, Source]


class _Told(NamedTuple):
    """The days on one of which a source told an event; *doubted* by `?`."""

    parts: tuple[Part, ...]
    days: Span
    doubted: bool


def first_report(event: Event, sources: Sources) -> When | None:
    """Return the date of the earliest source of *event*, by its last possible day.

    None where no source has a date.
    """
    return min(_dates(event, sources), key=_by_last_day, default=None)


def has_undated(event: Event, sources: Sources) -> bool:
    """Return whether *event* has a source without a date, which may be the earliest."""
    return any(sources[citation.source].date is None for citation in event.sources)


def known_in(event: Event, sources: Sources, window: Window) -> Verdict:
    """Return whether *event* was first told on a day in *window*: yes, maybe or no."""
    told = [*_told(event, sources)]
    if not _may_be_told_in(told, window):
        return Verdict.NO
    sure = [each.days for each in told if not each.doubted]
    in_time = window.last is None or any(_or(days[1], FAR) <= window.last for days in sure)
    if window.first is None:
        return Verdict.YES if in_time else Verdict.MAYBE
    none_before = len(sure) == len(told) and all(
        _or(days[0], -FAR) >= window.first for days in sure
    )
    return Verdict.YES if in_time and none_before else Verdict.MAYBE


def by_report(selection: Selection, sources: Sources) -> list[Report]:
    """Return when each event was first told, earliest first; what has no date comes last."""
    reports = [_report(match, sources) for match in selection]
    return sorted(reports, key=lambda each: each.date.sort_key if each.date else (FAR, 0))


def _may_be_told_in(told: Sequence[_Told], window: Window) -> bool:
    """Return whether some source may have told it in *window*, and none must have before."""
    surely_told = min((_or(each.days[1], FAR) for each in told), default=FAR)
    first, last = _or(window.first, -FAR), min(_or(window.last, FAR), surely_told)
    parts = [part for each in told for part in each.parts]
    return first <= last and any(part.reaches(first, last) for part in parts)


def _report(match: Match, sources: Sources) -> Report:
    """Return the earliest report of an event, and how long after the event it may have been."""
    event, date = match.event, first_report(match.event, sources)
    undated = has_undated(event, sources)
    if date is None:
        return Report(match, sure=False, undated=undated)
    dates = _dates(event, sources)
    earliest = min(_or(each.possible[0], -FAR) for each in dates)
    begun = event.date.start
    return Report(
        match,
        date,
        _days(begun[1], None if earliest == -FAR else earliest),
        _days(begun[0], date.possible[1]),
        sure=not undated and earliest == date.possible[0] and not _are_doubted(event, dates),
        undated=undated,
    )


def _are_doubted(event: Event, dates: Sequence[When]) -> bool:
    return any(date.uncertain for date in (event.date, *dates))


def _told(event: Event, sources: Sources) -> Iterator[_Told]:
    """Yield the days on which each source may have told *event*."""
    for date in _dates(event, sources):
        yield _Told(date.meant, date.possible, date.uncertain)
    if has_undated(event, sources):
        began = event.date.possible[0]
        days = began, None
        yield _Told((Part(days, days, (None, began)),), days, event.date.uncertain)


def _dates(event: Event, sources: Sources) -> list[When]:
    dates = [sources[citation.source].date for citation in event.sources]
    return [date for date in dates if date]


def _by_last_day(date: When) -> tuple[int, tuple[int, ...]]:
    return _or(date.possible[1], FAR), date.sort_key


def _days(first: int | None, last: int | None) -> int | None:
    return None if first is None or last is None else last - first


def _or(day: int | None, far: int) -> int:
    return far if day is None else day
