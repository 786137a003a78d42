"""Lanes → plain values for JSON, and lines for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from timeline.edtf import iso
from timeline.edtf.syntax import EndKind
from timeline.model.answers import Match
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.reports.groups import Lane
from timeline.reports.lanes import Fold, Lanes
from timeline.text import counted, visible
from timeline.views.parts import csv_table
from timeline.views.parts.json_data import Object, answer_data, sure, when_data
from timeline.views.view import View

_Event: TypeAlias = tuple[Lane, Match]


class LanesView(View):
    """The events of an answer in lanes."""

    def __init__(self, answer: Answer, lanes: Lanes, by: str) -> None:
        """Show the *lanes* that were made of *answer*, one for each value of *by*."""
        self.answer = answer
        self.shown = lanes
        self.by = by

    def lines(self) -> Iterator[str]:
        """Yield a line for each event of each lane."""
        return lane_lines(self.shown)

    def json(self) -> Object:
        """Return the whole answer."""
        return lanes_data(self.shown, self.answer.timeline, self.answer.asked())

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each event of each lane."""
        return lane_rows(self.shown)

    def csv(self) -> Iterator[str]:
        """Yield a table with a line for each event of each lane."""
        return csv_table.csv_lines(_columns(), _events(self.shown))

    def remark(self) -> str:
        """Return how many events there are, and what is not shown."""
        return ", ".join((self.answer.count(), *outside(self.shown)))


def lanes_data(lanes: Lanes, timeline: Timeline, query: str) -> Object:
    """Return the whole answer: the stretch of time, its folds, and the events of each lane."""
    return {
        **answer_data(timeline, query),
        "first": iso(lanes.first),
        "last": iso(lanes.last),
        "folds": [_fold_data(each) for each in lanes.folds],
        "outside": lanes.outside,
        "other_lanes": lanes.others,
        "unseen": lanes.unseen,
        "lanes": [_lane_data(each) for each in lanes.lanes],
    }


def _fold_data(fold: Fold) -> Object:
    first, last = fold
    return {"first": iso(first), "last": iso(last)}


def _lane_data(lane: Lane) -> Object:
    return {
        "key": lane.key or None,
        "name": lane.name,
        "events": [_event_data(match) for match in lane.matches],
    }


def lane_rows(lanes: Lanes) -> Iterator[Object]:
    """Yield the data of each event of each lane."""
    for lane, match in _events(lanes):
        yield {"key": lane.key or None, "name": lane.name, **_event_data(match)}


def lane_lines(lanes: Lanes) -> Iterator[str]:
    """Yield a line for each event of each lane.

    Lane, earliest start and latest end (ISO days; `..` is open, nothing is
    unknown), title, id, and `certain` or `possible`.
    """
    for lane, match in _events(lanes):
        event = match.event
        cells = (lane.name, _start(match), _end(match), event.title, event.id, sure(match))
        yield "\t".join(map(visible, cells))


def _events(lanes: Lanes) -> Iterator[_Event]:
    """Yield each event with its lane, as often as it is shown."""
    for lane in lanes.lanes:
        for match in lane.matches:
            yield lane, match


def _start(match: Match) -> str:
    return _side(match.event.date.earliest_start, match.event.date.start_kind)


def _end(match: Match) -> str:
    return _side(match.event.date.latest_end, match.event.date.end_kind)


def _side(day: int | None, kind: EndKind) -> str:
    """Return an ISO day, `..` for no limit, "" for what nobody knows."""
    if kind == "unknown":
        return ""
    return ".." if day is None else iso(day)


def outside(lanes: Lanes) -> Iterator[str]:
    """Yield how many events and lanes are not shown, and why."""
    if lanes.others and lanes.unseen:
        unseen = f"{counted(lanes.unseen, 'event')} in none of these"
        yield f"{counted(lanes.others, 'lane')} more, {unseen}"
    elif lanes.others:
        yield f"{counted(lanes.others, 'lane')} more"
    if lanes.outside:
        yield f"{counted(lanes.outside, 'event')} outside this stretch of time"


def _event_data(match: Match) -> Object:
    event = match.event
    return {
        "verdict": sure(match),
        "id": event.id,
        "date": when_data(event.date),
        "title": event.title,
        "status": event.status or None,
    }


def _columns() -> csv_table.Columns[_Event]:
    """Return the columns of an event in a lane."""
    return {
        "lane": lambda each: each[0].name,
        "start": lambda each: csv_table.Day(_start(each[1])),
        "end": lambda each: csv_table.Day(_end(each[1])),
        "date": lambda each: each[1].event.date,
        "title": lambda each: each[1].event.title,
        "id": lambda each: each[1].event.id,
        "verdict": lambda each: sure(each[1]),
    }
