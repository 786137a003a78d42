"""Does a vague date lie in a window? The predicates of reference dates, section 7.3.

Possible: some reading of the date overlaps the window. Certain: every reading
does, even if the qualifiers (`?`, `~`, `%`) are off by their slack. With no
slack the two are exactly "in some reading" and "in all readings".
"""

from timeline.edtf import FAR, When
from timeline.model import Verdict
from timeline.phrases import Window

_NO = Verdict.NO  # looked up for every event: worth a name of its own


def lies_in(when: When, window: Window) -> Verdict:
    """Return whether *when* overlaps *window*: yes, maybe or no.

    Of `[…]`, one member is meant: all of them must lie in the window for a yes.
    Of `{…}`, all are meant: one is enough.
    """
    # Most events lie outside the window altogether: they are told apart first.
    first, last = window.first, window.last
    start, end = when.earliest_start, when.latest_end
    if (last is not None and start is not None and start > last) or (
        first is not None and end is not None and end < first
    ):
        return _NO
    slacks = (when.start_slack, when.end_slack)
    if when.kind not in ("one-of", "all-of"):
        return overlap((start, when.latest_start), (when.earliest_end, end), window, slacks)
    verdicts = {overlap(member, member, window, slacks) for member in when.members}
    if when.kind == "all-of":
        return max(verdicts)
    return verdicts.pop() if len(verdicts) == 1 else Verdict.MAYBE


def overlap(
    start: tuple[int | None, int | None],
    end: tuple[int | None, int | None],
    window: Window,
    slacks: tuple[int, int] = (0, 0),
) -> Verdict:
    """Return whether what began and ended on these days overlaps *window*.

    *start* and *end* are (earliest, latest); None is unbounded. *slacks* are the
    days by which start and end may be off.
    """
    first = -FAR if window.first is None else window.first
    last = FAR if window.last is None else window.last
    if _or(start[0], -FAR) > last or _or(end[1], FAR) < first:
        return Verdict.NO
    starts_in_time = window.last is None or _or(start[1], FAR) + slacks[0] <= last
    ends_late_enough = window.first is None or _or(end[0], -FAR) - slacks[1] >= first
    return Verdict.YES if starts_in_time and ends_late_enough else Verdict.MAYBE


def why_it_lies(when: When, window: Window) -> str:
    """Return in words which bound of *when* decided whether it lies in *window*."""
    verdict = lies_in(when, window)
    said = when.describe(long=True)
    if verdict is Verdict.YES:
        return f"{said}: {_in(when, window)}"
    if verdict is Verdict.NO:
        return f"{said}: {_out_of(when, window)}"
    doubts = " or ".join(_doubts(when, window))
    inexact = "is not exact, and " if _is_inexact(when, window) else ""
    return f"{said}: {inexact}may {doubts}" if doubts else f"{said}: in some readings only"


def _in(when: When, window: Window) -> str:
    """Return how every reading lies in *window*: all of it, or some of its days."""
    if window.first is None and window.last is None:
        return "at any time"
    inside = _or(when.earliest_start, -FAR) >= _or(window.first, -FAR)
    inside = inside and _or(when.latest_end, FAR) <= _or(window.last, FAR)
    if window.last is None:
        first = _day(window.first)
        return f"begins on {first} or later" if inside else f"is not over before {first}"
    if window.first is None:
        last = _day(window.last)
        return f"is over by {last}" if inside else f"begins by {last}"
    return f"{'lies in' if inside else 'reaches into'} {window.describe()}"


def _out_of(when: When, window: Window) -> str:
    late = window.last is not None and _or(when.earliest_start, -FAR) > window.last
    early = window.first is not None and _or(when.latest_end, FAR) < window.first
    if late:
        return f"does not begin by {_day(window.last)}"
    return f"is over before {_day(window.first)}" if early else "between its days"


def _doubts(when: When, window: Window) -> list[str]:
    """Return what some reading does, the slack of qualifiers included."""
    doubts = []
    start, end = _or(when.latest_start, FAR), _or(when.earliest_end, -FAR)
    if window.last is not None and start + when.start_slack > window.last:
        doubts.append(f"begin after {_day(window.last)}")
    if window.first is not None and end - when.end_slack < window.first:
        doubts.append(f"be over before {_day(window.first)}")
    return doubts


def _is_inexact(when: When, window: Window) -> bool:
    """Return whether nothing but the slack of a qualifier makes a maybe."""
    bounds = (when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end)
    return overlap(*bounds, window) is Verdict.YES


def _day(day: int | None) -> str:
    return "" if day is None else Window(day, day, "").describe()


def _or(day: int | None, far: int) -> int:
    return far if day is None else day
