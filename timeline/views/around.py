"""What is found by following time → lines for other programs, plain data, and CSV columns.

Each line of an event is that of `list`, after what is added to it here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from timeline.edtf import iso
from timeline.model.answers import Match, Selection
from timeline.model.timeline import Timeline
from timeline.reports.around import Centre, Near
from timeline.text import counted
from timeline.views.list import event_lines
from timeline.views.parts.csv_table import Cell, Columns, match_columns
from timeline.views.parts.json_data import match_data
from timeline.views.parts.look import Look

_CENTRE: Final = "centre"


def near_lines(nears: Iterable[Near], middle: Centre, timeline: Timeline) -> Iterator[str]:
    """Yield a line for each event: distance in words, least and most days, then as in `list`.

    A bound that is not known is empty. The centre itself is at 0 days, called "centre".
    """
    for near in nears:
        days = ("" if end is None else str(end) for end in (near.least, near.most))
        said = distance_words(near, Look())
        words = _CENTRE if near.match.event is middle.event else said
        yield "\t".join((words, *days, *event_lines(Selection([near.match]), timeline)))


def near_rows(
    nears: Iterable[Near], middle: Centre, timeline: Timeline
) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event, with its least and most days from the centre."""
    for near in nears:
        is_centre = near.match.event is middle.event
        yield {
            "where": _CENTRE if is_centre else near.where,
            "sure": near.sure,
            "days": [near.least, near.most],
            **match_data(near.match, timeline),
        }


def near_columns(timeline: Timeline, middle: Centre) -> Columns[Near]:
    """Return the columns of an event near a centre."""
    return {
        "where": lambda near: _CENTRE if near.match.event is middle.event else near.where,
        "sure": lambda near: "yes" if near.sure else "no",
        "least_days": lambda near: near.least,
        "most_days": lambda near: near.most,
        **{name: _of_near(value) for name, value in match_columns(timeline).items()},
    }


def centre_data(middle: Centre) -> Mapping[str, Any]:
    """Return a centre: the event it is, or the date, and its first and last possible day."""
    first, last = middle.start[0], middle.end[1]
    return {
        "event": middle.event.id if middle.event else None,
        "date": middle.text,
        "first": None if first is None else iso(first),
        "last": None if last is None else iso(last),
    }


def _of_near(value: Callable[[Match], Cell]) -> Callable[[Near], Cell]:
    return lambda near: value(near.match)


def distance_words(near: Near, look: Look) -> str:
    """Return the distance as a page says it: "12 days before", "≈3–33 days after", "same day"."""
    if near.where in ("before", "after"):
        vague = near.least != near.most or near.doubted
        return f"{look.maybe if vague else ''}{_days(near, look)} {near.where}"
    if near.sure or near.where == "before or after":
        return near.where
    return f"possibly {near.where}"


def _days(near: Near, look: Look) -> str:
    """Return how many days, or from how many to how many; the sign is left to a word."""
    ends = [abs(days) for days in (near.least, near.most) if days is not None]
    if len(ends) == 1:
        return f"at least {counted(ends[0], 'day')}"
    low, high = sorted(ends)
    return counted(low, "day") if low == high else f"{low:,}{look.dash}{high:,} days"
