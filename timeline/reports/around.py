"""What happened near an event or a date, and how many days away.

A distance is counted in every reading of both dates: from the last day of what is
over to the first day of what follows, and 0 where both share a day. The least and
the most of them follow from the four bounds, as the distance only grows with each
bound of the one date and shrinks with each of the other.
"""

from bisect import bisect_left
from collections.abc import Callable
from heapq import nsmallest
from itertools import product
from typing import Final, Literal, TypeAlias

import msgspec
from msgspec.structs import replace

from timeline import phrases
from timeline.edtf import FAR, Part, Span, When
from timeline.errors import UsageError
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event
from timeline.model.timeline import NotOneEvent, Timeline
from timeline.phrases import PhraseError, Window
from timeline.phrases.lengths import Length
from timeline.query.dates import begins_in, lies_in
from timeline.text import fold, quoted

Where: TypeAlias = Literal[
    "before", "after", "before or after", "same day", "during", "going on", "overlapping"
]
"""How an event lies to a centre: inside it is "during", all around it "going on"."""


class Centre(msgspec.Struct, frozen=True):
    """What others lie around: an event, or all days of a date, and its four bounds."""

    text: str
    start: tuple[int | None, int | None]
    end: tuple[int | None, int | None]
    event: Event | None = None


class Near(msgspec.Struct, frozen=True):
    """An event and its distance from a centre, from `least` to `most` days; before is below 0.

    Without `sure` the place in time holds in some readings only: `least` and `most` lie on
    both sides of 0, or one of the dates is `doubted` (`?`), and the days from it too.
    """

    match: Match
    least: int | None
    most: int | None
    where: Where
    sure: bool = True
    doubted: bool = False


class Surroundings(msgspec.Struct, frozen=True):
    """A centre, all events that were found around it, and those of them that are shown.

    `shown` is in order of time, and the centre stands before its item number `at`.
    """

    centre: Centre
    found: Selection
    shown: tuple[Near, ...]
    at: int


NEAREST: Final = 5  # events on each side, where nothing else is asked

Lies: TypeAlias = Callable[[When, Window], Verdict]


def centre(text: str, timeline: Timeline, today: int) -> Centre:
    """Return the centre that *text* names: a whole id, else a date, else a part of an id.

    A vague event keeps its readings; of a date that is typed, all days are meant, as
    in a query. Raises `UsageError` if it is nothing of these.
    """
    try:
        event = timeline.get(text)
    except NotOneEvent as error:
        event, no_event = None, error
    if event and fold(event.id) == fold(text):
        return _of_event(event)
    try:
        return _of_date(text, today)
    except PhraseError as error:
        if event:
            return _of_event(event)
        raise _neither(text, no_event, error) from error


def around(
    selection: Selection,
    middle: Centre,
    within: Length | None = None,
    number: int | None = None,
    *,
    certain: bool = False,
    starts: bool = False,
) -> Surroundings:
    """Return what of *selection* lies around *middle*, each with its distance.

    *within* leaves out what in no reading is so near, counted from the first and the
    last day of the middle. *number* is how many are shown before it, after it, and of
    those that only may share a day with it: the nearest even in their farthest
    reading. What shares a day with it is always shown. Without both, *number* is 5.
    *certain* leaves out what only possibly matches, or only possibly lies within. With
    *starts* an event is only where it begins.
    """
    others = (match for match in selection if match.event != middle.event)
    nears = [_near(match, middle, starts=starts) for match in others]
    if within:
        lies = begins_in if starts else lies_in
        nears = [found for near in nears if (found := _limited(near, middle, within, lies))]
    elif number is None:
        number = NEAREST
    nears = [near for near in nears if near.match.certain or not certain]
    shown = _nearest(nears, number) if number else nears
    at = _standing(middle, shown, selection)
    return Surroundings(middle, Selection(near.match for near in nears), tuple(shown), at)


def _standing(middle: Centre, shown: list[Near], selection: Selection) -> int:
    """Return the number of what is *shown* before the middle: what the list has before it."""
    ids = [match.event.id for match in selection]
    if middle.event and middle.event.id in ids:
        before = set(ids[: ids.index(middle.event.id)])
        return sum(near.match.event.id in before for near in shown)
    return bisect_left([near.match.event.date.sort_key for near in shown], _sort_key(middle))


def distance(one: When | Part, middle: Centre | Part) -> tuple[int | None, int | None]:
    """Return the least and the most days from *middle* to *one*; before is below 0."""
    start, end = one.start, one.end
    least = _days((start[0], end[0]), (middle.start[1], middle.end[1]))
    most = _days((start[1], end[1]), (middle.start[0], middle.end[0]), last=True)
    return least, most


def _days(one: Span, other: Span, *, last: bool = False) -> int | None:
    """Return the days from a reading of the *other* to *one*; None bounds lie far out.

    The bounds of *one* are the earliest unless they are the *last*; the other's are
    from the other side.
    """
    far = FAR if last else -FAR
    start, end = (_or(day, far) for day in one)
    other_start, other_end = (_or(day, -far) for day in other)
    days = max(0, start - other_end) + min(0, end - other_start)
    return days if abs(days) < FAR // 2 else None


def _near(match: Match, middle: Centre, *, starts: bool) -> Near:
    """Return how far an event is from *middle*: of several dates, the nearest ones."""
    when, others = match.event.date, _parts_of(middle)
    parts, meant = _parts(when), when.meant
    if starts:
        parts, meant = _beginnings(parts), _beginnings(meant)
    pairs = product(parts, others)
    near = min((_near_part(match, *pair) for pair in pairs), key=_farthest)
    if near.where in ("before", "after") or near.sure:
        return near
    days = [(_or(other.start[0], -FAR), _or(other.end[1], FAR)) for other in others]
    if any(part.reaches(*span) for part in meant for span in days):
        return near
    return replace(near, where="before or after")


def _beginnings(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part.beginning for part in parts)


def _near_part(match: Match, part: Part, middle: Part) -> Near:
    """Return how far a date is from another, and where it lies."""
    least, most = distance(part, middle)
    doubted = match.event.date.uncertain or middle.doubted
    if most is not None and most < 0:
        return Near(match, least, most, "before", doubted=doubted)
    if least is not None and least > 0:
        return Near(match, least, most, "after", doubted=doubted)
    sure = _share_a_day(part.certain, middle.certain)
    return Near(match, least, most, _shared(part, middle), sure, doubted)


def _share_a_day(one: Span, other: Span) -> bool:
    """Return whether each has begun before the other is over, in every reading."""
    pairs = ((one[0], other[1]), (other[0], one[1]))
    return all(_or(begun, FAR) <= _or(lasted, -FAR) for begun, lasted in pairs)


def _parts(when: When) -> tuple[Part, ...]:
    """Return each date of several that are all meant; of any other, all of it as one."""
    if when.kind == "all-of":
        return when.parts
    is_span = when.kind == "interval"
    return (Part(when.start, when.end, when.certain, when.uncertain, is_span=is_span),)


def _parts_of(middle: Centre) -> tuple[Part, ...]:
    """Return what others lie around, in parts; all days of a date that was typed are meant."""
    if middle.event:
        return _parts(middle.event.date)
    certain = middle.start[1], middle.end[0]
    return (Part(middle.start, middle.end, certain, is_span=True),)


def _shared(part: Part, middle: Part) -> Where:
    """Return what an event that shares, or may share, a day with the middle is to it."""
    first, last = _or(part.start[0], -FAR), _or(part.end[1], FAR)
    begins, ends = _or(part.start[1], FAR), _or(part.end[0], -FAR)
    one_day = not part.is_span or first == last
    middle_is_a_day = middle.end == middle.start
    if one_day and middle_is_a_day:
        return "same day"
    if not one_day and begins <= _or(middle.start[0], -FAR) and ends >= _or(middle.end[1], FAR):
        return "going on"
    if not middle_is_a_day and (one_day or _inside(first, last, middle)):
        return "during"
    return "going on" if middle_is_a_day else "overlapping"


def _inside(first: int, last: int, middle: Part) -> bool:
    return first >= _or(middle.start[1], FAR) and last <= _or(middle.end[0], -FAR)


def _limited(near: Near, middle: Centre, within: Length, lies: Lies) -> Near | None:
    """Return *near* if it may lie *within* so long of the middle: a maybe if it may not."""
    before, after = _reach(middle, within)
    when = near.match.event.date
    first, last = _or(middle.start[0], -FAR), _or(middle.end[1], FAR)
    if not lies(when, Window(first - before, last + after, "")):
        return None
    first, last = _or(middle.start[1], FAR), _or(middle.end[0], -FAR)
    if lies(when, Window(first - before, last + after, "")) is Verdict.YES:
        return near
    return replace(near, match=Match(near.match.event, Verdict.MAYBE))


def _reach(middle: Centre, within: Length) -> tuple[int, int]:
    """Return how many days *within* is before the middle, and after it."""
    first, last = middle.start[0], middle.end[1]
    first = middle.end[0] if first is None else first
    last = middle.start[1] if last is None else last
    before = 0 if first is None else first - within.earlier(first)
    return before, 0 if last is None else within.later(last) - last


def _nearest(nears: list[Near], number: int) -> list[Near]:
    """Return those that share a day with the middle, and *number* of each other kind."""
    # Of those that are equally near, the last before the middle stands next to it.
    before = [near for near in reversed(nears) if near.where == "before"]
    after = [near for near in nears if near.where == "after"]
    unsure = [near for near in nears if not near.sure]
    sides = (nsmallest(number, side, key=_farthest) for side in (before, after, unsure))
    kept = {id(near) for side in sides for near in side}
    return [near for near in nears if id(near) in kept or _is_there(near)]


def _is_there(near: Near) -> bool:
    return near.sure and near.where not in ("before", "after")


def _farthest(near: Near) -> tuple[int, int]:
    """Return how far away it is in its farthest reading, and in its nearest."""
    ends = sorted(FAR if days is None else abs(days) for days in (near.least, near.most))
    return ends[1], ends[0]


def _of_event(event: Event) -> Centre:
    when = event.date
    if when.kind == "all-of":
        return Centre(when.text, when.possible, when.possible, event)
    return Centre(when.text, when.start, when.end, event)


def _of_date(text: str, today: int) -> Centre:
    window = phrases.span(text, today)
    if window.first is None or window.last is None:
        message = f"{quoted(text)} has no {'first' if window.first is None else 'last'} day"
        raise UsageError(message, "write a day, a month, or a span such as 2025-08..2025-10")
    return Centre(window.text, (window.first, window.first), (window.last, window.last))


def _neither(text: str, no_event: NotOneEvent, no_date: PhraseError) -> UsageError:
    """Return the refusal of *text*: as part of several ids, as a wrong date, or as neither."""
    if no_event.message.startswith(f"{quoted(text)} is part of"):
        return no_event
    if any(char.isdigit() for char in text) and not no_date.message.startswith("cannot read"):
        return no_date
    hint = no_event.hint or "write an id, or a part of one, or a date such as 2019-03-23"
    return UsageError(f"{quoted(text)} is no event, and cannot be read as a date", hint)


def _sort_key(middle: Centre) -> tuple[int, ...]:
    if middle.event:
        return middle.event.date.sort_key
    first, last = _or(middle.start[0], -FAR), _or(middle.end[1], FAR)
    return first, first - last


def _or(day: int | None, far: int) -> int:
    return far if day is None else day
