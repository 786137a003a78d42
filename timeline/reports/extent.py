"""The stretch of time that is to be drawn: asked for, or what the events fill."""

from collections.abc import Iterable

from timeline import phrases
from timeline.errors import UsageError
from timeline.model.words import MOST_YEARS
from timeline.phrases import Window
from timeline.query.logic import AllOf, AnyOf, Term
from timeline.query.terms import During

VAGUEST = 366 * MOST_YEARS  # days; vaguer dates do not say how far an axis goes


def asked_window(query: AllOf) -> Window:
    """Return the days to which the terms of *query* about time confine it; None is no limit.

    Only terms that every event must match count; of alternatives, their hull.
    """
    window = Window(None, None, "")
    for term in query.terms:
        window = _within(window, _window(term))
    return window


def stretch(query: AllOf, start: str | None, end: str | None, today: int) -> Window:
    """Return the days to draw: those that *query* asks about, but from *start*, and to *end*.

    Both are as they were typed, if they were. Raises `PhraseError` for what is no date,
    `UsageError` where no day is left.
    """
    first = phrases.since(start, today) if start else None
    last = phrases.until(end, today) if end else None
    return zoomed(asked_window(query), first, last)


def zoomed(window: Window, start: Window | None, end: Window | None) -> Window:
    """Return *window* with the first day of *start* and the last of *end* instead, if given.

    Raises `UsageError` where no day is left.
    """
    first = start.first if start else window.first
    last = end.last if end else window.last
    if first is not None and last is not None and first > last:
        said = Window(last, first, "").describe()
        raise UsageError("the last day is before the first", f"the other way round it is {said}")
    return Window(first, last, "")


def extent(days: Iterable[tuple[int | None, int | None]], window: Window) -> tuple[int, int]:
    """Return the first and last day to draw; *days* is the first and last of each event.

    A window that is closed is drawn whole; an open one only cuts off. Events that
    may lie in more than 200 years do not stretch an axis that others fill.
    """
    if window.first is not None and window.last is not None:
        return window.first, window.last
    known = [(first, last) for first, last in days if first is not None and last is not None]
    clear = [each for each in known if each[1] - each[0] <= VAGUEST] or known
    ends = [day for day in (window.first, window.last) if day is not None]
    first = min((first for first, _ in clear), default=min(ends, default=1))
    last = max((last for _, last in clear), default=max(ends, default=first))
    first = first if window.first is None else max(first, window.first)
    last = last if window.last is None else min(last, window.last)
    return (first, last) if first <= last else (ends[0], ends[0])


def _window(term: Term) -> Window:
    if isinstance(term, During):
        return term.window
    if isinstance(term, AllOf):
        return asked_window(term)
    windows = [_window(part) for part in term.terms] if isinstance(term, AnyOf) else []
    firsts = [window.first for window in windows if window.first is not None]
    lasts = [window.last for window in windows if window.last is not None]
    first = min(firsts) if firsts and len(firsts) == len(windows) else None
    return Window(first, max(lasts) if lasts and len(lasts) == len(windows) else None, "")


def _within(one: Window, other: Window) -> Window:
    firsts = [day for day in (one.first, other.first) if day is not None]
    lasts = [day for day in (one.last, other.last) if day is not None]
    return Window(max(firsts, default=None), min(lasts, default=None), "")
