"""Does a vague date lie in a window? See docs/dates.md#yes-maybe-no.

Possible: some reading of the date overlaps the window. Certain: every reading does.
What `~` adds is a reading like any other; what `?` doubts is never certain. A list
of which one is meant is certain where all its members are, a list of which all are
meant where one of them is.
"""

from collections.abc import Iterator

from timeline.edtf import FAR, Part, Span, When
from timeline.edtf.days import or_far
from timeline.model.answers import Verdict
from timeline.phrases import Window

_NO = Verdict.NO  # looked up for every event: worth a name of its own


def lies_in(when: When, window: Window) -> Verdict:
    """Return whether *when* overlaps *window*: yes, maybe or no."""
    if when.parts:
        verdicts = [_part_lies_in(part, window) for part in when.parts]
        if when.kind == "all-of":
            return max(verdicts)
        return _agreed(verdicts)
    # Most events lie outside the window altogether: they are told apart first.
    first, last = window.first, window.last
    start, end = when.earliest_start, when.latest_end
    if (last is not None and start is not None and start > last) or (
        first is not None and end is not None and end < first
    ):
        return _NO
    return _sure((when.latest_start, when.earliest_end), window)


def begins_in(when: When, window: Window) -> Verdict:
    """Return whether *when* began in *window*: what went on from before did not.

    Of a list of which all are meant, the first is its beginning.
    """
    first, last = or_far(window.first, -FAR), or_far(window.last, FAR)
    days = [(or_far(begun, -FAR), or_far(at_last, FAR)) for begun, at_last in when.first_days]
    if all(begun >= first and at_last <= last for begun, at_last in days):
        return Verdict.MAYBE if when.is_start_doubted else Verdict.YES
    reached = any(begun <= last and at_last >= first for begun, at_last in days)
    return Verdict.MAYBE if reached else _NO


def _part_lies_in(part: Part, window: Window) -> Verdict:
    if not part.reaches(or_far(window.first, -FAR), or_far(window.last, FAR)):
        return _NO
    return _sure(part.certain, window)


def _agreed(verdicts: list[Verdict]) -> Verdict:
    """Return what all readings say, or maybe."""
    if len(set(verdicts)) > 1:
        return Verdict.MAYBE
    return verdicts[0]


def _sure(certain: Span, window: Window) -> Verdict:
    """Return yes for what has begun by the end of *window*, and is not over before, else maybe."""
    begun, lasted = certain
    in_time = window.last is None or (begun is not None and begun <= window.last)
    if in_time and (window.first is None or (lasted is not None and lasted >= window.first)):
        return Verdict.YES
    return Verdict.MAYBE


def why_it_lies(when: When, window: Window) -> str:
    """Return in words which bound of *when* decided whether it lies in *window*."""
    return f"{when.describe(long=True)}{_reach(when)}: {_because(when, window)}"


def why_it_begins(when: When, window: Window) -> str:
    """Return in words whether the beginning of *when* lies in *window*."""
    fits = {Verdict.YES: "fits", Verdict.MAYBE: "may fit", _NO: "does not fit"}
    start = Window(*when.start, "").describe()
    return f"{when.describe(long=True)}: its beginning ({start}) {fits[begins_in(when, window)]}"


def _because(when: When, window: Window) -> str:
    verdict = lies_in(when, window)
    if verdict is Verdict.YES:
        # What holds although a part is doubted says no more than that some days are shared.
        return _in(window, inside=not when.uncertain and _is_inside(when, window))
    if verdict is _NO:
        return _out_of(when, window)
    doubts = " or ".join(_doubts(when, window))
    if doubts:
        return f"may {doubts}"
    if when.uncertain:
        return f"may be wrong; as it is written it {_in(window, inside=_is_inside(when, window))}"
    return "in some readings only"


def _reach(when: When) -> str:
    """Return what `~` makes of a date: " (2012–2014)", " (start 1999–2001)"; "" for any other."""
    if not when.approximate:
        return ""
    if when.kind != "interval":
        return f" ({Window(*when.possible, '').describe()})"
    sides = {"start": (when.start, when.start_kind), "end": (when.end, when.end_kind)}
    said = [
        f"{side} {Window(*days, '').describe()}"
        for side, (days, kind) in sides.items()
        if kind == "closed"
    ]
    return f" ({', '.join(said)})"


def _is_inside(when: When, window: Window) -> bool:
    """Return whether all days of all readings lie in *window*."""
    first, last = when.hull
    return first >= or_far(window.first, -FAR) and last <= or_far(window.last, FAR)


def _in(window: Window, *, inside: bool) -> str:
    """Return how every reading lies in *window*: all of it *inside*, or some of its days."""
    if window.first is None and window.last is None:
        return "at any time"
    if window.last is None:
        day = _day(window.first)
        return f"begins on {day} or later" if inside else f"is not over before {day}"
    if window.first is None:
        day = _day(window.last)
        return f"is over by {day}" if inside else f"begins by {day}"
    lies = "lies in" if inside else "reaches into"
    return f"{lies} {window.describe()}"


def _out_of(when: When, window: Window) -> str:
    first, last = when.hull
    if window.last is not None and first > window.last:
        return f"does not begin by {_day(window.last)}"
    if window.first is not None and last < window.first:
        return f"is over before {_day(window.first)}"
    return "between its days"


def _doubts(when: When, window: Window) -> Iterator[str]:
    """Yield what some reading does that keeps it out of *window*."""
    begun, lasted = or_far(when.start[1], FAR), or_far(when.end[0], -FAR)
    if window.last is not None and begun > window.last:
        yield f"begin after {_day(window.last)}"
    if window.first is not None and lasted < window.first:
        yield f"be over before {_day(window.first)}"


def _day(day: int | None) -> str:
    if day is None:
        return ""
    return Window(day, day, "").describe()
