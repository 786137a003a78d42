"""Lanes → plain values for JSON, and lines for other programs."""

from collections.abc import Iterator
from typing import TypeAlias

from timeline.edtf import iso
from timeline.model.answers import Match
from timeline.model.timeline import Timeline
from timeline.reports.groups import Lane
from timeline.reports.lanes import Lanes
from timeline.text import counted, visible
from timeline.views.parts.csv_table import Cell, Columns, Day, csv_lines
from timeline.views.parts.json_data import SURE, Object, answer_data, when_data

_Event: TypeAlias = tuple[Lane, Match]


def lanes_data(lanes: Lanes, timeline: Timeline, query: str) -> Object:
    """Return the whole answer: the stretch of time, its folds, and the events of each lane."""
    return {
        **answer_data(timeline, query),
        "first": iso(lanes.first),
        "last": iso(lanes.last),
        "folds": [{"first": iso(first), "last": iso(last)} for first, last in lanes.folds],
        "outside": lanes.outside,
        "other_lanes": lanes.others,
        "unseen": lanes.unseen,
        "lanes": [
            {
                "key": lane.key or None,
                "name": lane.name,
                "events": [_event_data(match) for match in lane.matches],
            }
            for lane in lanes.lanes
        ],
    }


def lane_rows(lanes: Lanes) -> Iterator[Object]:
    """Yield the data of each event of each lane."""
    for lane in lanes.lanes:
        for match in lane.matches:
            yield {"key": lane.key or None, "name": lane.name, **_event_data(match)}


def lane_lines(lanes: Lanes) -> Iterator[str]:
    """Yield a line for each event of each lane.

    Lane, earliest start and latest end (ISO days; `..` is open, nothing is
    unknown), title, id, and `certain` or `possible`.
    """
    for lane in lanes.lanes:
        for match in lane.matches:
            start, end = ends(match)
            event = match.event
            row = (lane.name, start, end, event.title, event.id, SURE[match.certain])
            yield "\t".join(map(visible, row))


def ends(match: Match) -> tuple[str, str]:
    """Return the earliest start and latest end of an event as ISO days, `..` or ""."""
    date = match.event.date
    sides = (date.earliest_start, date.start_kind), (date.latest_end, date.end_kind)
    start, end = (
        "" if kind == "unknown" else ".." if day is None else iso(day) for day, kind in sides
    )
    return start, end


def outside(lanes: Lanes) -> Iterator[str]:
    """Yield how many events and lanes are not shown, and why."""
    if lanes.others:
        unseen = f", {counted(lanes.unseen, 'event')} in none of these" if lanes.unseen else ""
        yield f"{counted(lanes.others, 'lane')} more{unseen}"
    if lanes.outside:
        yield f"{counted(lanes.outside, 'event')} outside this stretch of time"


def _event_data(match: Match) -> Object:
    event = match.event
    return {
        "verdict": SURE[match.certain],
        "id": event.id,
        "date": when_data(event.date),
        "title": event.title,
        "status": event.status or None,
    }


def lanes_csv(lanes: Lanes) -> Iterator[str]:
    """Yield a line of CSV for each event of each lane."""
    columns: Columns[_Event] = {
        "lane": lambda each: each[0].name,
        "start": lambda each: Day(ends(each[1])[0]),
        "end": lambda each: Day(ends(each[1])[1]),
        "date": lambda each: each[1].event.date,
        "title": _title,
        "id": lambda each: each[1].event.id,
        "verdict": lambda each: SURE[each[1].certain],
    }
    return csv_lines(columns, ((lane, match) for lane in lanes.lanes for match in lane.matches))


def _title(each: _Event) -> Cell:
    return each[1].event.title
