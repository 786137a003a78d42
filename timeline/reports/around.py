"""What happened near an event or a date: the nearest on both sides, or all within a length."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from heapq import nsmallest
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline.edtf import FAR, When
from timeline.edtf.days import or_far
from timeline.model.answers import Match, Selection, Verdict
from timeline.phrases import Window
from timeline.phrases.lengths import Length, length
from timeline.query.dates import begins_in, lies_in
from timeline.reports.centre import Centre
from timeline.reports.distance import Near, near


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
            nears.insert(self.at, Near(Match(event, Verdict.YES), 0, 0, "same day"))
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
    others = (match for match in selection if match.event != middle.event)
    nears = [near(match, middle, starts=starts) for match in others]
    if within:
        lies = begins_in if starts else lies_in
        nears = _all_within(nears, middle, within, lies)
    elif number is None:
        number = NEAREST
    if only:
        nears = [each for each in nears if each.match.verdict is only]
    shown = _nearest(nears, number) if number else nears
    at = _standing(middle, shown, selection)
    return Surroundings(middle, Selection(each.match for each in nears), tuple(shown), at)


def _all_within(nears: Iterable[Near], middle: Centre, within: Length, lies: Lies) -> list[Near]:
    """Return those that may lie *within* so long of the middle: a maybe if they may not."""
    before, after = _days_of(within, middle)
    first, last = or_far(middle.start[0], -FAR), or_far(middle.end[1], FAR)
    widest = Window(first - before, last + after, "")
    first, last = or_far(middle.start[1], FAR), or_far(middle.end[0], -FAR)
    narrowest = Window(first - before, last + after, "")
    found = []
    for each in nears:
        when = each.match.event.date
        if not lies(when, widest):
            continue
        if lies(when, narrowest) is Verdict.YES:
            found.append(each)
        else:
            found.append(replace(each, match=Match(each.match.event, Verdict.MAYBE)))
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


def _nearest(nears: list[Near], number: int) -> list[Near]:
    """Return those that share a day with the middle, and *number* of each other kind."""
    # Of those that are equally near, the last before the middle stands next to it.
    before = [each for each in reversed(nears) if each.where == "before"]
    after = [each for each in nears if each.where == "after"]
    unsure = [each for each in nears if not each.sure]
    sides = (nsmallest(number, side, key=_farthest) for side in (before, after, unsure))
    kept = {id(each) for side in sides for each in side}
    return [each for each in nears if id(each) in kept or _is_there(each)]


def _farthest(each: Near) -> tuple[int, int]:
    return each.farthest


def _is_there(each: Near) -> bool:
    return each.sure and not each.is_apart


def _standing(middle: Centre, shown: list[Near], selection: Selection) -> int:
    """Return the number of what is *shown* before the middle: what the list has before it."""
    ids = [match.event.id for match in selection]
    if middle.event and middle.event.id in ids:
        before = set(ids[: ids.index(middle.event.id)])
        return sum(each.match.event.id in before for each in shown)
    return bisect_left([each.match.event.date.sort_key for each in shown], middle.sort_key)
