"""What an event rests on: its origins, the other side, reasons to doubt and to trust it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

import msgspec

from timeline.inference.origins import Origins
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports import reasons
from timeline.reports.grounds import Grounds
from timeline.reports.reasons import Reason

How: TypeAlias = Literal["cite", "read", "record", "second", "document"]

_ENOUGH: Final = 2  # origins


class Step(msgspec.Struct, frozen=True):
    """What would make it known better, and of what: cite something, read or record origins."""

    how: How
    names: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """What an event rests on, what is against it, why to doubt and why to trust it.

    *deniers* and *confirmers* are events that do so. *steps* would change it.
    """

    event: Event
    origins: Origins
    deniers: tuple[Event, ...] = ()
    confirmers: tuple[Event, ...] = ()
    doubts: tuple[Reason, ...] = ()
    trusts: tuple[Reason, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def unread(self) -> tuple[str, ...]:
        """The origins of both sides that were not read."""
        sides = (self.origins.support, self.origins.against)
        return tuple(each.name for side in sides for each in side.origins if not each.read)


class Tally(msgspec.Struct, frozen=True):
    """How many events rest on two origins or more, for certain and perhaps, on one, on none."""

    two: int
    perhaps: int
    one: int
    none: int


def evidence(event: Event, timeline: Timeline) -> Evidence:
    """Return what *event* of *timeline* rests on."""
    grounds = Grounds(event, timeline)
    return Evidence(
        event,
        grounds.origins,
        tuple(grounds.deniers),
        tuple(grounds.confirmers),
        reasons.doubts(grounds),
        reasons.trusts(grounds),
        tuple(_steps(grounds.origins)),
    )


def weighed(matches: Iterable[Match], timeline: Timeline, sort: str = "") -> list[Evidence]:
    """Return what each event rests on, in their order; by `origins`, those of the fewest first."""
    found = [evidence(match.event, timeline) for match in matches]
    return sorted(found, key=_fewest) if sort == "origins" else found


def tally(found: Sequence[Evidence]) -> Tally:
    """Return how many of the events *found* rest on how many origins."""
    sides = [each.origins.support for each in found]
    two = sum(side.least >= _ENOUGH for side in sides)
    none = sum(not side.origins for side in sides)
    one = sum(side.most == 1 for side in sides)
    return Tally(two, len(sides) - two - one - none, one, none)


def _fewest(each: Evidence) -> tuple[int, int]:
    side = each.origins.support
    return side.least, side.most


def _steps(found: Origins) -> Iterator[Step]:
    """Yield what would change it: what to read, what to record, what to look for."""
    support = found.support
    if not support.origins:
        yield Step("cite")
    unread = tuple(origin.name for origin in support.origins if not origin.read)
    silent = tuple(origin.name for origin in support.origins if reasons.is_silent(origin))
    if unread:
        yield Step("read", unread)
    if silent:
        yield Step("record", silent)
    if support.origins and support.least < _ENOUGH:
        yield Step("second")
    if not any(map(reasons.is_document, support.origins)):
        yield Step("document")
