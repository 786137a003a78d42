"""The stretch of time that is to be drawn: asked for, or what the events fill."""

from collections.abc import Iterable, Sequence

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
    if window.first is not None:
        first = max(first, window.first)
    if window.last is not None:
        last = min(last, window.last)
    if first > last:
        return ends[0], ends[0]
    return first, last


def _window(term: Term) -> Window:
    if isinstance(term, During):
        return term.window
    if isinstance(term, AllOf):
        return asked_window(term)
    if isinstance(term, AnyOf):
        return _around([_window(part) for part in term.terms])
    return Window(None, None, "")


def _around(windows: Sequence[Window]) -> Window:
    """Return the hull of alternatives: without a limit where one of them has none."""
    firsts = [window.first for window in windows if window.first is not None]
    lasts = [window.last for window in windows if window.last is not None]
    first = min(firsts) if len(firsts) == len(windows) else None
    last = max(lasts) if len(lasts) == len(windows) else None
    return Window(first, last, "")


def _within(one: Window, other: Window) -> Window:
    """Return the days that both windows have; their hull if there are none.

    An event may go on, or be vague, from one to the other.
    """
    firsts = [day for day in (one.first, other.first) if day is not None]
    lasts = [day for day in (one.last, other.last) if day is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is not None and last is not None and first > last:
        return _around([one, other])
    return Window(first, last, "")
