"""How an event is told by whom: its accounts side by side, and where they differ."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import msgspec

from timeline.edtf import When
from timeline.inference.origins import Side, side_of, uses
from timeline.model.answers import Match
from timeline.model.records import Account, Event
from timeline.model.timeline import Timeline


class Version(msgspec.Struct, frozen=True):
    """An account, since when it is known, and the origins of its sources.

    It is known since its earliest dated source was out; None where none has a date.
    """

    account: Account
    known: When | None
    side: Side


class Versions(msgspec.Struct, frozen=True):
    """An event, its versions as the file has them, and the names of what differs in them."""

    event: Event
    versions: tuple[Version, ...]
    differing: frozenset[str]


_COMPARED: Final[dict[str, Callable[[Version], Any]]] = {
    "known": lambda version: version.known and version.known.text,
    "date": lambda version: version.account.date and version.account.date.text,
    "stance": lambda version: version.account.side,
    "says": lambda version: version.account.says,
    "sources": lambda version: {citation.source for citation in version.account.sources},
    "origins": lambda version: {origin.name for origin in version.side.origins},
}


def versions(event: Event, timeline: Timeline) -> Versions:
    """Return the accounts of *event*, an event of *timeline*."""
    found = tuple(_version(event, account, timeline) for account in event.accounts)
    differing = (name for name, value in _COMPARED.items() if _differs(map(value, found)))
    return Versions(event, found, frozenset(differing))


def told(matches: Iterable[Match], timeline: Timeline) -> list[Versions]:
    """Return the accounts of those events that have some."""
    return [versions(match.event, timeline) for match in matches if match.event.accounts]


def _version(event: Event, account: Account, timeline: Timeline) -> Version:
    sources = timeline.sources
    dates = [date for each in account.sources if (date := sources[each.source].date)]
    known = min(dates, key=lambda date: (date.hull[1], date.sort_key), default=None)
    return Version(account, known, side_of(uses(event, account), sources))


def _differs(values: Iterable[Any]) -> bool:
    first, *others = [*values] or [None]
    return any(other != first for other in others)
