"""Events by what they have in common: the lanes of a chart."""

from collections.abc import Callable, Mapping, Sequence

from timeline.model.answers import Match, Selection
from timeline.model.lanes import Lane
from timeline.model.records import STATUSES
from timeline.model.timeline import Timeline
from timeline.querying.counting import GROUPINGS, Grouping
from timeline.text import fold


def _statuses(_: Timeline) -> Grouping:
    return Grouping(lambda event: [event.status] if event.status else [], str, STATUSES)


VALUES: Mapping[str, Callable[[Timeline], Grouping]] = {
    "arc": GROUPINGS["arcs"],
    "actor": GROUPINGS["actors"],
    "place": GROUPINGS["places"],
    "tag": GROUPINGS["tags"],
    "status": _statuses,
}
"""What events can be sorted by."""


def by_value(selection: Selection, timeline: Timeline, by: str) -> list[Lane]:
    """Return the events of each value of *by*, one of `VALUES`.

    Arcs stand in the order of the file and statuses in their own; of actors,
    places and tags the fullest comes first. An event stands with each of its
    values; an actor has the events of its members too. Events without a value
    come last, as "no arc".
    """
    grouping = VALUES[by](timeline)
    found: dict[str, list[Match]] = {}
    for match in selection:
        for key in grouping.keys(match.event) or ("",):
            found.setdefault(key, []).append(match)
    lanes = [
        Lane(key, grouping.name(key) if key else f"no {by}", tuple(matches))
        for key, matches in found.items()
    ]
    return sorted(lanes, key=lambda lane: (not lane.key, *_place(lane, grouping.order)))


def fullest(lanes: Sequence[Lane], most: int | None) -> list[Lane]:
    """Return the *most* lanes that have most events, in their order; all without a number."""
    if most is None or len(lanes) <= most:
        return list(lanes)
    ranked = sorted(lanes, key=lambda lane: -len(lane.matches))[:most]
    kept = {lane.key for lane in ranked}
    return [lane for lane in lanes if lane.key in kept]


def _place(lane: Lane, order: tuple[str, ...]) -> tuple[int, str]:
    if order:
        return (order.index(lane.key) if lane.key else 0), ""
    return -len(lane.matches), fold(lane.name)
