"""Bounds that are narrower than a date says → a date with these bounds, and its EDTF."""

from collections.abc import Iterator

from msgspec.structs import replace

from timeline.edtf import EdtfError, Part, Span, When, iso, parse
from timeline.edtf.days import earlier, later
from timeline.inference.chains import Narrowing


def narrowed(found: Narrowing) -> When:
    """Return the date of an event with its narrower bounds, as questions are asked of it.

    Its text is that of `edtf`, or the one that is written where nothing says just these days.
    """
    when = found.event.date
    if text := edtf(found):
        return _as_followed(parse(text), when)
    (first, begun), (lasted, last) = found.start, found.end
    parts = tuple(_kept(when.parts, found))
    return replace(
        when,
        earliest_start=first,
        latest_start=begun,
        earliest_end=lasted,
        latest_end=last,
        parts=parts,
    )


def edtf(found: Narrowing) -> str:
    """Return the EDTF that means just the narrower bounds; "" where there is none."""
    when = found.event.date
    if when.has_gaps or when.kind == "all-of":
        return ""
    texts = _spans(found) if when.kind == "interval" else day_texts(found.start)
    return next((text for text in texts if _means(text, found)), "")


def day_texts(span: Span) -> Iterator[str]:
    """Yield what may say that something is of one day of *span*, the shortest first."""
    yield from _units(span)
    first, last = (None if day is None else iso(day) for day in span)
    yield f"[{first or ''}..{last or ''}]"


def _spans(found: Narrowing) -> Iterator[str]:
    """Yield what may say that something went on from a day of one span to one of another."""
    when = found.event.date
    start, _, end = str(when).partition("/")
    starts = [start] if found.start == when.start else _units(found.start)
    ends = [end] if found.end == when.end else list(_units(found.end))
    return (f"{one}/{other}" for one in starts for other in ends)


def _units(span: Span) -> Iterator[str]:
    """Yield a day, a month and a year that begin and end as *span* may."""
    first, last = span
    if first is None or last is None:
        return
    day = iso(first)
    if first == last:
        yield day
    yield day[:-3]
    yield day[:-6]


def _means(text: str, found: Narrowing) -> bool:
    try:
        when = _as_followed(parse(text), found.event.date)
    except EdtfError:
        return False
    return (when.start, when.end) == (found.start, found.end)


def _as_followed(new: When, when: When) -> When:
    """Return a *new* date as it is known on the day up to which *when* was followed."""
    day = when.end[0]
    if when.kind != "interval" or when.end_kind != "open" or day is None:
        return new
    return new.as_of(day)


def _kept(parts: tuple[Part, ...], found: Narrowing) -> Iterator[Part]:
    """Yield *parts* with the narrower bounds, without those that have no day left."""
    for part in parts:
        start, end = _both(part.start, found.start), _both(part.end, found.end)
        if not (_is_empty(start) or _is_empty(end)):
            yield replace(part, start=start, end=end, certain=(start[1], end[0]))


def _both(one: Span, other: Span) -> Span:
    """Return the days that lie in both."""
    return later(one[0], other[0]), earlier(one[1], other[1])


def _is_empty(span: Span) -> bool:
    return span[0] is not None and span[1] is not None and span[0] > span[1]
