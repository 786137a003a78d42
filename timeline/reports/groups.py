"""Events by what they have in common: the lanes of a chart."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain
from typing import Final, TypeVar

import msgspec

from timeline.model.answers import Begun, Match, Selection
from timeline.model.records import Event
from timeline.model.scales import STATUSES
from timeline.model.tallies import Above, Tally, values
from timeline.model.timeline import Timeline
from timeline.text import fold

MOST_ROWS: Final = 8  # lanes or rows of a chart on a page; data and lines are whole


class Grouping(msgspec.Struct, frozen=True):
    """What events are counted by: their values under a *key*, and what a value is called.

    An event counts under each value to which *above* leads from one of its own. *order* is
    that of the values, where they have one of their own.
    """

    key: str
    above: Above
    name: Callable[[str], str] = str
    order: tuple[str, ...] = ()

    def keys(self, event: Event) -> Collection[str]:
        """Return the values under which *event* counts, each once."""
        return dict.fromkeys(chain.from_iterable(map(self.above, values(event, self.key))))

    def tallies(self, selection: Selection) -> Mapping[str, Tally]:
        """Return a tally of the events of *selection* for each value, as they come."""
        return selection.tallies(self.key, self.above)


class Lane(msgspec.Struct, frozen=True):
    """The events that have a value, in order."""

    key: str
    name: str
    matches: tuple[Match, ...]

    @property
    def number(self) -> int:
        """How many events there are."""
        return len(self.matches)


class Row(msgspec.Struct, frozen=True):
    """When the events began that have a value."""

    key: str
    name: str
    begun: tuple[Begun, ...]

    @property
    def number(self) -> int:
        """How many events there are."""
        return sum(each.number for each in self.begun)


_Group = TypeVar("_Group", Lane, Row)


def by_value(selection: Selection, timeline: Timeline, by: str) -> list[Lane]:
    """Return the events of each value of *by*, one of `VALUES`.

    Arcs stand in the order of the file and statuses in their own; of actors,
    places and tags the fullest comes first. An event stands with each of its
    values; an actor has the events of its members too, a place those of all that
    lies in it. Events without a value come last, as "no arc".
    """
    grouping = VALUES[by](timeline)
    found: dict[str, list[Match]] = {}
    for match in selection:
        for key in grouping.keys(match.event) or ("",):
            found.setdefault(key, []).append(match)
    lanes = [Lane(key, _name(key, grouping, by), tuple(matches)) for key, matches in found.items()]
    return _ordered(lanes, grouping)


def beginnings_by(selection: Selection, timeline: Timeline, by: str) -> list[Row]:
    """Return when the events of each value of *by* began; the values are those of `by_value`."""
    grouping = VALUES[by](timeline)
    found = selection.beginnings_by(grouping.key, grouping.above)
    rows = [Row(key, _name(key, grouping, by), tuple(begun)) for key, begun in found.items()]
    return _ordered(rows, grouping)


def fullest(lanes: Sequence[_Group], most: int | None) -> list[_Group]:
    """Return the *most* lanes that have most events, in their order; all without a number."""
    if most is None or len(lanes) <= most:
        return list(lanes)
    ranked = sorted(lanes, key=lambda lane: -lane.number)[:most]
    kept = {lane.key for lane in ranked}
    return [lane for lane in lanes if lane.key in kept]


def _name(key: str, grouping: Grouping, by: str) -> str:
    return grouping.name(key) if key else f"no {by}"


def _ordered(lanes: Sequence[_Group], grouping: Grouping) -> list[_Group]:
    return sorted(lanes, key=lambda lane: _place(lane, grouping.order))


def _place(lane: Lane | Row, order: tuple[str, ...]) -> tuple[bool, int, str]:
    """Return the place of a lane: by its value in *order*, else the fullest first."""
    if not lane.key:
        return True, 0, ""  # the one of events without a value comes last
    if order:
        return False, order.index(lane.key), ""
    return False, -lane.number, fold(lane.name)


def actor_grouping(timeline: Timeline) -> Grouping:
    """Return how events are counted by actor, and by what each of them is `of`."""
    return Grouping("actors", timeline.above("actors"), timeline.actor_name)


def arc_grouping(timeline: Timeline) -> Grouping:
    """Return how events are counted by arc, in the order of the file."""
    above, arcs = timeline.above("arc"), timeline.arcs
    return Grouping("arc", above, lambda arc: arcs[arc].title, tuple(arcs))


def _places(timeline: Timeline) -> Grouping:
    """Return how events are counted by place, and by those in which each lies."""
    return Grouping("places", timeline.above("places"))


def _tags(timeline: Timeline) -> Grouping:
    return Grouping("tags", timeline.above("tags"))


def _statuses(timeline: Timeline) -> Grouping:
    return Grouping("status", timeline.above("status"), str, STATUSES)


GROUPINGS: Mapping[str, Callable[[Timeline], Grouping]] = {
    "actors": actor_grouping,
    "places": _places,
    "tags": _tags,
    "arcs": arc_grouping,
}
VALUES: Mapping[str, Callable[[Timeline], Grouping]] = {
    "arc": GROUPINGS["arcs"],
    "actor": GROUPINGS["actors"],
    "place": GROUPINGS["places"],
    "tag": GROUPINGS["tags"],
    "status": _statuses,
}
"""What events can be sorted by."""
