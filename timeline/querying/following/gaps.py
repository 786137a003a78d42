"""Silences: the longest stretches of days without an event, between two events.

A silence is certain if no event lies in it in any reading, and possible if each event
lies elsewhere in some reading: those that may lie in it after all are counted. Every
event forbids the windows that begin by a day `low` and end from a day `high` on:
its earliest start and latest end, if no reading may lie there; its latest start and
earliest end, if only that every reading lies there. The longest windows that none
forbids are found in one sweep over the events, sorted by `high`.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from msgspec.structs import replace

from timeline.edtf import FAR, Span, When
from timeline.model import Event, Match, Selection, Silence
from timeline.phrases import Window
from timeline.querying.language.dates import lies_in


class _Block(NamedTuple):
    """A window is free of an event if it ends before `low` or begins after `high`."""

    low: int
    high: int
    event: Event


def silences(
    selection: Selection, most: int | None = None, *, starts: bool = False
) -> tuple[list[Silence], list[Silence]]:
    """Return the certain silences and the possible ones, each the longest first, at most so many.

    A possible one is part of no certain one, and has the events that may fill it.
    With *starts*, an event is only where it begins: what goes on breaks no silence.
    """
    certain = sorted(_longest(_where_they_may_be(selection, starts=starts)), key=_longest_first)
    known = {(silence.first, silence.last) for silence in certain}
    others = (
        _filled(silence, selection, starts=starts)
        for silence in sorted(
            _longest(_where_they_must_be(selection, starts=starts)), key=_longest_first
        )
        if (silence.first, silence.last) not in known
    )
    # Where a qualifier alone moves an event, there is nothing between its readings.
    return certain[:most], list(islice((each for each in others if each.filled), most))


def _filled(silence: Silence, selection: Selection, *, starts: bool) -> Silence:
    """Return *silence* with the events of *selection* that may lie in it after all."""
    window = Window(silence.first, silence.last, "")
    dates = ((match.event, _date(match, starts=starts)) for match in selection)
    events = tuple(event for event, when in dates if _may_lie_in(when, window))
    return replace(silence, filled=events)


def lasting(selection: Selection, days: int = 365) -> list[Event]:
    """Return the events that go on for more than so many *days* in every reading."""
    return [match.event for match in selection if _length(match.event.date) > days]


def _where_they_may_be(selection: Selection, *, starts: bool) -> Iterator[_Block]:
    """Yield the days of every reading of every event."""
    for match in selection:
        when = _date(match, starts=starts)
        for first, last in when.members or ((when.earliest_start, when.latest_end),):
            yield _Block(_or(first, -FAR), _or(last, FAR), match.event)


def _where_they_must_be(selection: Selection, *, starts: bool) -> Iterator[_Block]:
    """Yield the windows in which every reading of a certain event lies.

    `low` may come after `high`: what happened on one day of a year must lie only in
    windows that have the whole year.
    """
    for match in selection.only_certain():
        when = _date(match, starts=starts)
        ends: Iterable[Span] = ((when.latest_start, when.earliest_end),)
        if when.kind == "all-of":
            ends = ((last, first) for first, last in when.members)
        for start, end in ends:
            low, high = _or(start, FAR) + when.start_slack, _or(end, -FAR) - when.end_slack
            yield _Block(min(low, FAR), max(high, -FAR), match.event)


def _longest(blocks: Iterable[_Block]) -> Iterator[Silence]:
    """Yield the windows between two blocks that are free of all, and part of no longer one.

    A window begins after the `high` of a block; then it is free of that one, and of
    all before it in the order. The `low` of the others, the least of them, ends it.
    """
    ordered = sorted(blocks, key=lambda block: (block.high, -block.low))
    bounded = [block for block in ordered if block.low < FAR]
    if not bounded:
        return
    rightmost = max(bounded, key=_low)
    following = [*list(accumulate(reversed(ordered), _leftmost))[-2::-1], rightmost]
    last = -FAR
    for at, before in enumerate(ordered):
        until = _leftmost(following[at], rightmost)  # the window lies between two blocks
        alone = at + 1 == len(ordered) or ordered[at + 1].high > before.high
        bounds_it = alone and until.low > last and -FAR < before.high < until.low - 1
        if bounds_it and _are_two(before, until):
            last = until.low
            yield Silence(before.high + 1, until.low - 1, before.event, until.event)


def _are_two(before: _Block, after: _Block) -> bool:
    """Return whether these are two things that happened, not two readings of one."""
    two_dates = before is not after and before.event.date.kind == "all-of"
    return before.event is not after.event or two_dates


def _leftmost(one: _Block, other: _Block) -> _Block:
    return min(one, other, key=_low)


def _low(block: _Block) -> int:
    return block.low


def _may_lie_in(when: When, window: Window) -> bool:
    """Return whether a date lies in a window in some reading."""
    first, last = _or(when.earliest_start, -FAR), _or(when.latest_end, FAR)
    if first > _or(window.last, FAR) or last < _or(window.first, -FAR):
        return False  # most dates: there is no need to look closer
    return bool(lies_in(when, window))


def _date(match: Match, *, starts: bool) -> When:
    """Return when an event was; with *starts*, when it began."""
    when = match.event.date
    if when.kind != "interval" or not starts:
        return when
    first, last = when.earliest_start, when.latest_start
    return replace(when, earliest_end=first, latest_end=last, end_slack=when.start_slack)


def _length(when: When) -> int:
    if when.kind != "interval" or when.latest_start is None or when.earliest_end is None:
        return 0
    return when.earliest_end - when.latest_start + 1


def _longest_first(silence: Silence) -> tuple[int, int]:
    return -silence.days, silence.first


def _or(day: int | None, far: int) -> int:
    return far if day is None else day
