"""What is found by following time → lines for other programs, plain data, and CSV columns.

Each line of an event is that of `list`, after what is added to it here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from timeline.edtf import iso
from timeline.model.answers import Match, Selection
from timeline.model.timeline import Timeline
from timeline.rendering.following.distances import distance_words
from timeline.rendering.forms.csv_rows import Cell, Columns, Day, match_columns
from timeline.rendering.forms.data import event_data, match_data
from timeline.rendering.forms.lines import SURE, event_lines
from timeline.rendering.look import Look
from timeline.reports.around import Centre, Near
from timeline.reports.gaps import Silence
from timeline.reports.on import Anniversary
from timeline.text import visible

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


def anniversary_lines(found: Iterable[Anniversary], timeline: Timeline) -> Iterator[str]:
    """Yield a line for each: the year (empty if not known), what it does, then as in `list`."""
    for each in found:
        year = "" if each.year is None else str(each.year)
        yield "\t".join((year, each.role, *event_lines(Selection([each.match]), timeline)))


def anniversary_rows(
    found: Iterable[Anniversary], timeline: Timeline
) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each event, with the year and what it does on the day."""
    for each in found:
        yield {"year": each.year, "role": each.role, **match_data(each.match, timeline)}


def anniversary_columns(timeline: Timeline) -> Columns[Anniversary]:
    """Return the columns of an anniversary."""
    return {
        "year": lambda each: None if each.year is None else Day(str(each.year)),
        "role": lambda each: each.role,
        **{name: _of_anniversary(value) for name, value in match_columns(timeline).items()},
    }


def silence_lines(silences: Iterable[Silence]) -> Iterator[str]:
    """Yield a line for each: first and last day, days, `certain` or `possible`, and ids.

    The ids are of the event before, of the one after, and of those that may fill it.
    """
    for each in silences:
        ids = (each.before.id, each.after.id, "; ".join(event.id for event in each.filled))
        row = (iso(each.first), iso(each.last), str(each.days), SURE[not each.filled], *ids)
        yield "\t".join(map(visible, row))


def silence_rows(silences: Iterable[Silence], timeline: Timeline) -> Iterator[Mapping[str, Any]]:
    """Yield the data of each silence, with the events on both sides whole."""
    for each in silences:
        yield {
            "verdict": SURE[not each.filled],
            "first": iso(each.first),
            "last": iso(each.last),
            "days": each.days,
            "before": event_data(each.before, timeline),
            "after": event_data(each.after, timeline),
            "filled_by": [event.id for event in each.filled],
        }


SILENCE_COLUMNS: Final[Columns[Silence]] = {
    "verdict": lambda each: SURE[not each.filled],
    "first": lambda each: Day(iso(each.first)),
    "last": lambda each: Day(iso(each.last)),
    "days": lambda each: each.days,
    "before": lambda each: each.before.id,
    "after": lambda each: each.after.id,
    "filled_by": lambda each: (event.id for event in each.filled),
}


def _of_near(value: Callable[[Match], Cell]) -> Callable[[Near], Cell]:
    return lambda near: value(near.match)


def _of_anniversary(value: Callable[[Match], Cell]) -> Callable[[Anniversary], Cell]:
    return lambda each: value(each.match)
