"""When the public could know of an event: the day on which a source first told it.

A dated source told it on one of its days, and one without a date on any day since the
event began. What has no source was never told.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

import msgspec

from timeline.edtf import FAR, Part, When
from timeline.edtf.days import or_far
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
    """The days on one of which a source told an event, with FAR for no bound; *doubted* by `?`."""

    parts: tuple[Part, ...]
    first: int
    last: int
    doubted: bool


def first_report(event: Event, sources: Sources) -> When | None:
    """Return the date of the earliest source of *event*, by its last possible day.

    None where no source has a date.
    """
    return min(_dates(event, sources), key=_by_last_day, default=None)


def has_undated(event: Event, sources: Sources) -> bool:
    """Return whether *event* has a source without a date, which may be the earliest."""
    return any(sources[citation.source].date is None for citation in event.citations)


def known_in(event: Event, sources: Sources, window: Window) -> Verdict:
    """Return whether *event* was first told on a day in *window*: yes, maybe or no."""
    told = [*_told(event, sources)]
    if not _may_be_told_in(told, window):
        return Verdict.NO
    if _is_told_by_its_end(told, window) and not _may_be_told_before(told, window):
        return Verdict.YES
    return Verdict.MAYBE


def by_report(
    selection: Selection, sources: Sources, most: int | None = None, *, reverse: bool = False
) -> list[Report]:
    """Return when each event was first told, earliest first; what has no date comes last.

    It is of the first *most* that it is told, all without a number; with *reverse* from the end.
    """
    matches = selection.by_report(partial(rank, sources=sources), most, reverse=reverse)
    return [_report(match, sources) for match in matches]


def rank(event: Event, sources: Sources) -> tuple[int, ...]:
    """Return where *event* stands among others by the date of its first report."""
    date = first_report(event, sources)
    return date.sort_key if date else (FAR, 0)


def _may_be_told_in(told: Sequence[_Told], window: Window) -> bool:
    """Return whether some source may have told it in *window*, and none must have before."""
    surely_told = min((each.last for each in told), default=FAR)
    first = or_far(window.first, -FAR)
    last = min(or_far(window.last, FAR), surely_told)
    parts = [part for each in told for part in each.parts]
    return first <= last and any(part.reaches(first, last) for part in parts)


def _is_told_by_its_end(told: Sequence[_Told], window: Window) -> bool:
    """Return whether some source surely told it by the last day of *window*."""
    if window.last is None:
        return True
    return any(not each.doubted and each.last <= window.last for each in told)


def _may_be_told_before(told: Sequence[_Told], window: Window) -> bool:
    """Return whether some source may have told it before the first day of *window*."""
    if window.first is None:
        return False
    return any(each.doubted or each.first < window.first for each in told)


def _report(match: Match, sources: Sources) -> Report:
    """Return the earliest report of an event, and how long after the event it may have been."""
    event, date = match.event, first_report(match.event, sources)
    undated = has_undated(event, sources)
    if date is None:
        return Report(match, sure=False, undated=undated)
    dates = _dates(event, sources)
    earliest = _first_day(dates)
    begun_first, begun_last = event.date.start
    is_earliest = earliest is not None and earliest == date.possible[0]
    return Report(
        match,
        date,
        _days(begun_last, earliest),
        _days(begun_first, date.possible[1]),
        sure=is_earliest and not undated and not _are_doubted(event, dates),
        undated=undated,
    )


def _first_day(dates: Sequence[When]) -> int | None:
    """Return the first day of all *dates*; None where one of them has no bound there."""
    first = min(date.hull[0] for date in dates)
    return None if first == -FAR else first


def _are_doubted(event: Event, dates: Sequence[When]) -> bool:
    return any(date.uncertain for date in (event.date, *dates))


def _told(event: Event, sources: Sources) -> Iterator[_Told]:
    """Yield the days on which each source may have told *event*."""
    for date in _dates(event, sources):
        yield _Told(date.meant, *date.hull, date.uncertain)
    if has_undated(event, sources):
        began = event.date.possible[0]
        since = Part((began, None), (began, None), (None, began))
        yield _Told((since,), event.date.hull[0], FAR, event.date.uncertain)


def _dates(event: Event, sources: Sources) -> list[When]:
    dates = [sources[citation.source].date for citation in event.citations]
    return [date for date in dates if date]


def _by_last_day(date: When) -> tuple[int, tuple[int, ...]]:
    return date.hull[1], date.sort_key


def _days(first: int | None, last: int | None) -> int | None:
    return None if first is None or last is None else last - first
