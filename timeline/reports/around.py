"""What happened near an event or a date: the nearest on both sides, or all within a length."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from operator import itemgetter
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import asdict, replace

from timeline.edtf import FAR, When
from timeline.edtf.days import or_far
from timeline.model.answers import Match, Selection, Verdict
from timeline.phrases import Window
from timeline.phrases.lengths import Length, length
from timeline.query.dates import begins_in, lies_in
from timeline.reports.centre import Centre
from timeline.reports.distance import Distance, Near, away


class Surroundings(msgspec.Struct, frozen=True):
    """A centre, all events that were found around it, and those of them that are shown.

    `shown` is in order of time, and the centre stands before its item number `at`.
    """

    centre: Centre
    found: Selection
    shown: tuple[Near, ...]
    at: int

    def with_centre(self) -> list[Near]:
        """Return what is shown, and in its place the centre itself if it is an event."""
        nears = list(self.shown)
        if event := self.centre.event:
            nears.insert(self.at, Near(0, 0, "same day", match=Match(event, Verdict.YES)))
        return nears


NEAREST: Final = 5  # events on each side, where nothing else is asked

Lies: TypeAlias = Callable[[When, Window], Verdict]


def reach(typed: str | None) -> Length | None:
    """Return how far around is asked for; raises `PhraseError` for what is no length."""
    return length(typed) if typed else None


def around(
    selection: Selection,
    middle: Centre,
    within: Length | None = None,
    number: int | None = None,
    *,
    only: Verdict | None = None,
    starts: bool = False,
) -> Surroundings:
    """Return what of *selection* lies around *middle*, each with its distance.

    *within* leaves out what in no reading is so near, counted from the first and the
    last day of the middle. *number* is how many are shown before it, after it, and of
    those that only may share a day with it: the nearest even in their farthest
    reading. What shares a day with it is always shown. Without both, *number* is 5.
    With *only* an answer is that of all: whether it matches, and lies within. With
    *starts* an event is only where it begins.
    """
    without = selection.place(middle.event) if middle.event else None
    stretches = list(_stretches(selection, middle, without, starts=starts))
    if within:
        lies = begins_in if starts else lies_in
        stretches = _all_within(stretches, middle, within, lies)
    elif number is None:
        number = NEAREST
    if only:
        stretches = [each for each in stretches if each.verdict is only]
    placed = _nearest(stretches, number) if number else list(_placed(stretches))
    shown = tuple(_near(selection, *each) for each in placed)
    keys = [date.sort_key for date in (near.match.event.date for near in shown)]
    at = bisect_left(keys, middle.sort_key)
    if without is not None:
        at = bisect_left([place for place, _ in placed], without)
    return Surroundings(middle, _Found(selection, stretches), shown, at)


class _Stretch(msgspec.Struct, frozen=True):
    """Events of a selection that follow each other, at `places`, with one date."""

    places: range
    date: When
    verdict: Verdict
    distance: Distance


_Placed: TypeAlias = tuple[int, _Stretch]


class _Found(Selection):
    """The events of some stretches of a selection."""

    def __init__(self, selection: Selection, stretches: Sequence[_Stretch]) -> None:
        self._selection = selection
        self._stretches = stretches

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        return tuple(_match(self._selection, *each) for each in _placed(self._stretches))

    def __len__(self) -> int:
        return sum(len(each.places) for each in self._stretches)

    @cached_property
    def certain(self) -> int:
        certain = (each for each in self._stretches if each.verdict is Verdict.YES)
        return sum(len(each.places) for each in certain)


def _near(selection: Selection, place: int, stretch: _Stretch) -> Near:
    return Near(**asdict(stretch.distance), match=_match(selection, place, stretch))


def _match(selection: Selection, place: int, stretch: _Stretch) -> Match:
    """Return the match at a *place*; a maybe where its *stretch* is one."""
    match = selection.at(place)
    if match.verdict is stretch.verdict:
        return match
    return Match(match.event, stretch.verdict)


def _stretches(
    selection: Selection, middle: Centre, without: int | None, *, starts: bool
) -> Iterator[_Stretch]:
    """Yield *selection* with its distance from *middle*, *without* what is at that place."""
    for places, (date, verdict, _) in selection.stretches():
        distance = away(date, middle, starts=starts)
        for rest in _but(places, without):
            yield _Stretch(rest, date, verdict, distance)


def _but(places: range, without: int | None) -> Iterator[range]:
    """Yield *places* as one stretch, or *without* one of them as those before and behind it."""
    if without is None or without not in places:
        yield places
        return
    yield from filter(None, (range(places.start, without), range(without + 1, places.stop)))


def _all_within(
    stretches: Iterable[_Stretch], middle: Centre, within: Length, lies: Lies
) -> list[_Stretch]:
    """Return those that may lie *within* so long of the middle: a maybe if they may not."""
    before, after = _days_of(within, middle)
    first, last = or_far(middle.start[0], -FAR), or_far(middle.end[1], FAR)
    widest = Window(first - before, last + after, "")
    first, last = or_far(middle.start[1], FAR), or_far(middle.end[0], -FAR)
    narrowest = Window(first - before, last + after, "")
    found = []
    for each in stretches:
        if not lies(each.date, widest):
            continue
        if lies(each.date, narrowest) is Verdict.YES:
            found.append(each)
        else:
            found.append(replace(each, verdict=Verdict.MAYBE))
    return found


def _days_of(within: Length, middle: Centre) -> tuple[int, int]:
    """Return how many days *within* is before the middle, and after it."""
    first = _known(middle.start[0], middle.end[0])
    last = _known(middle.end[1], middle.start[1])
    before = 0 if first is None else first - within.earlier(first)
    after = 0 if last is None else within.later(last) - last
    return before, after


def _known(day: int | None, otherwise: int | None) -> int | None:
    return otherwise if day is None else day


def _nearest(stretches: Sequence[_Stretch], number: int) -> list[_Placed]:
    """Return what shares a day with the middle, and *number* of each other kind, in order."""
    there = [each for each in stretches if _is_there(each.distance)]
    # Of those that are equally near, the last before the middle stands next to it.
    before = [each for each in reversed(stretches) if each.distance.where == "before"]
    after = [each for each in stretches if each.distance.where == "after"]
    unsure = [each for each in stretches if not each.distance.sure]
    kept = dict(_placed(there))
    for side, step in ((before, -1), (after, 1), (unsure, 1)):
        nearest = nsmallest(number, side, key=_farthest)
        kept.update(islice(_placed(nearest, step), number))
    return sorted(kept.items(), key=itemgetter(0))


def _placed(stretches: Iterable[_Stretch], step: int = 1) -> Iterator[_Placed]:
    """Yield the place of each event and its stretch; a *step* of -1 turns each stretch round."""
    for each in stretches:
        for place in each.places[::step]:
            yield place, each


def _farthest(each: _Stretch) -> tuple[int, int]:
    return each.distance.farthest


def _is_there(each: Distance) -> bool:
    return each.sure and not each.is_apart
