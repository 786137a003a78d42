"""Does a vague date lie in a window? The predicates of reference dates, section 7.3.

Possible: some reading of the date overlaps the window. Certain: every reading
does, even if the qualifiers (`?`, `~`, `%`) are off by their slack. With no
slack the two are exactly "in some reading" and "in all readings".
"""

from timeline.edtf import When
from timeline.model import Verdict
from timeline.phrases import Window

_FAR = 2**62  # beyond every day


def lies_in(when: When, window: Window) -> Verdict:
    """Return whether *when* overlaps *window*: yes, maybe or no.

    Of `[…]`, one member is meant: all of them must lie in the window for a yes.
    Of `{…}`, all are meant: one is enough.
    """
    if when.kind in ("one-of", "all-of"):
        verdicts = [_member(when, first, last, window) for first, last in when.members]
        if when.kind == "all-of":
            return max(verdicts)
        return verdicts[0] if len(set(verdicts)) == 1 else Verdict.MAYBE
    bounds = (when.earliest_start, when.latest_start, when.earliest_end, when.latest_end)
    return _overlap(*bounds, when.start_slack, when.end_slack, window)


def _member(when: When, first: int | None, last: int | None, window: Window) -> Verdict:
    return _overlap(first, last, first, last, when.start_slack, when.end_slack, window)


def _overlap(
    earliest_start: int | None,
    latest_start: int | None,
    earliest_end: int | None,
    latest_end: int | None,
    start_slack: int,
    end_slack: int,
    window: Window,
) -> Verdict:
    first = -_FAR if window.first is None else window.first
    last = _FAR if window.last is None else window.last
    if _or(earliest_start, -_FAR) > last or _or(latest_end, _FAR) < first:
        return Verdict.NO
    starts_in_time = _or(latest_start, _FAR) + start_slack <= last or window.last is None
    ends_late_enough = _or(earliest_end, -_FAR) - end_slack >= first or window.first is None
    return Verdict.YES if starts_in_time and ends_late_enough else Verdict.MAYBE


def _or(day: int | None, far: int) -> int:
    return far if day is None else day
