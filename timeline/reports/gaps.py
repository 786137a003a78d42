"""Silences: the longest stretches of days without an event, between two events.

A silence is certain if no event lies in it in any reading, and possible if each event
lies elsewhere in some reading: those that may lie in it after all are counted. Every
event forbids the windows that begin by a day `low` and end from a day `high` on:
its earliest start and latest end, if no reading may lie there; its latest start and
earliest end, if only that every reading lies there. The longest windows that none
forbids are found in one sweep over the events, sorted by `high`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple

import msgspec

from timeline.edtf import FAR, Part, When, certainty
from timeline.edtf.days import or_far
from timeline.model.answers import Selection, Verdict
from timeline.model.records import Event

_YEAR = 365  # days


class Silence(msgspec.Struct, frozen=True):
    """The days from `first` to `last`, and the events on both sides of them.

    `filled` are the events that may lie there after all; a certain silence has none.
    """

    first: int
    last: int
    before: Event
    after: Event
    filled: tuple[Event, ...] = ()

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return self.last - self.first + 1


class _Block(NamedTuple):
    """A window is free of an event if it ends before `low` or begins after `high`.

    The event is the one at a *place* of the selection; it may have several dates (*all of* them).
    """

    low: int
    high: int
    place: int
    all_of: bool


class _Window(NamedTuple):
    """The days from `first` to `last`, and the places of the events on both sides."""

    first: int
    last: int
    before: int
    after: int


class _Dated(NamedTuple):
    """Events in a row that have the same date and answer alike: their places, and its parts."""

    places: range
    date: When
    certain: bool
    parts: tuple[Part, ...]

    @property
    def ends(self) -> Iterable[int]:
        """The places of the first and the last of them: between these no silence is longer."""
        return dict.fromkeys((self.places[0], self.places[-1]))

    def may_lie_in(self, first: int, last: int) -> bool:
        """Return whether some reading of it has a day from *first* to *last*."""
        return any(part.reaches(first, last) for part in self.parts)


def silences(
    selection: Selection, most: int | None = None, *, starts: bool = False
) -> tuple[list[Silence], list[Silence]]:
    """Return the certain silences and the possible ones, each the longest first, at most so many.

    A possible one is part of no certain one, and has the events that may fill it.
    With *starts*, an event is only where it begins: what goes on breaks no silence.
    """
    dated = list(_dated(selection, starts=starts))
    certain = sorted(_longest(_where_they_may_be(dated)), key=_longest_first)
    known = {(window.first, window.last) for window in certain}
    possible = sorted(_longest(_where_they_must_be(dated)), key=_longest_first)
    others = (each for each in possible if (each.first, each.last) not in known)
    # What nothing may fill is certain, or lies between the readings of one event.
    filled = ((each, filling) for each in others if (filling := _filling(each, dated)))
    return (
        [_silence(selection, window) for window in certain[:most]],
        [_silence(selection, *each) for each in islice(filled, most)],
    )


def _dated(selection: Selection, *, starts: bool) -> Iterator[_Dated]:
    """Yield when the events of *selection* were; with *starts*, when they began."""
    for places, (date, verdict, _) in selection.stretches():
        yield _Dated(places, date, verdict is Verdict.YES, _parts(date, starts=starts))


def _filling(window: _Window, dated: Sequence[_Dated]) -> Sequence[int]:
    """Return the places of the events that may lie in *window* after all."""
    found = (each.places for each in dated if each.may_lie_in(window.first, window.last))
    return [*chain.from_iterable(found)]


def _silence(selection: Selection, window: _Window, filling: Iterable[int] = ()) -> Silence:
    before, after, *filled = (
        selection.at(place).event for place in (window.before, window.after, *filling)
    )
    return Silence(window.first, window.last, before, after, tuple(filled))


def lasting(selection: Selection) -> list[Event]:
    """Return the events that go on for more than a year in every reading, in order."""
    found = (places for places, dated in selection.stretches() if _length(dated.date) > _YEAR)
    return [selection.at(place).event for place in chain.from_iterable(found)]


def _where_they_may_be(dated: Sequence[_Dated]) -> Iterator[_Block]:
    """Yield the days of every reading of every event."""
    for each in dated:
        spans = [span for part in each.parts for span in part.days]
        for place in each.ends:
            for first, last in spans:
                yield _block(or_far(first, -FAR), or_far(last, FAR), place, each)


def _where_they_must_be(dated: Sequence[_Dated]) -> Iterator[_Block]:
    """Yield the windows in which every reading of a certain event lies.

    `low` may come after `high`: what happened on one day of a year must lie only in
    windows that have the whole year. What is doubted must lie in none.
    """
    for each in dated:
        if not each.certain:
            continue
        certain = [certainty(each.parts)]
        if each.date.kind == "all-of":
            certain = [part.certain for part in each.parts]
        for place in each.ends:
            for begun, lasted in certain:
                yield _block(or_far(begun, FAR), or_far(lasted, -FAR), place, each)


def _block(low: int, high: int, place: int, dated: _Dated) -> _Block:
    return _Block(low, high, place, dated.date.kind == "all-of")


def _longest(blocks: Iterable[_Block]) -> Iterator[_Window]:
    """Yield the windows between two blocks that are free of all, and part of no longer one.

    A window begins after the `high` of a block; then it is free of that one, and of
    all before it in the order. The `low` of the others, the least of them, ends it.
    """
    ordered = sorted(blocks, key=lambda block: (block.high, -block.low))
    bounded = [block for block in ordered if block.low < FAR]
    if not bounded:
        return
    rightmost = max(bounded, key=_low)
    leftmost = list(accumulate(reversed(ordered), _leftmost))[::-1]
    following = [*leftmost[1:], rightmost]
    last = -FAR
    for at, before in enumerate(ordered):
        until = _leftmost(following[at], rightmost)  # the window lies between two blocks
        is_longest = until.low > last and _is_last_of_its_day(ordered, at)
        if is_longest and _is_between(before, until):
            last = until.low
            yield _Window(before.high + 1, until.low - 1, before.place, until.place)


def _is_last_of_its_day(ordered: Sequence[_Block], at: int) -> bool:
    return at + 1 == len(ordered) or ordered[at + 1].high > ordered[at].high


def _is_between(before: _Block, after: _Block) -> bool:
    """Return whether there are days between two blocks, of two things that happened."""
    return -FAR < before.high < after.low - 1 and _are_two(before, after)


def _are_two(before: _Block, after: _Block) -> bool:
    """Return whether these are two things that happened, not two readings of one."""
    two_dates = before is not after and before.all_of
    return before.place != after.place or two_dates


def _leftmost(one: _Block, other: _Block) -> _Block:
    return min(one, other, key=_low)


def _low(block: _Block) -> int:
    return block.low


def _parts(date: When, *, starts: bool) -> tuple[Part, ...]:
    """Return when something was, part by part; with *starts*, when each began."""
    parts = date.meant
    if starts:
        return tuple(part.beginning for part in parts)
    return parts


def _length(when: When) -> int:
    begun, lasted = when.certain
    if when.kind != "interval" or begun is None or lasted is None:
        return 0
    return lasted - begun + 1


def _longest_first(window: _Window) -> tuple[int, int]:
    return window.first - window.last, window.first
