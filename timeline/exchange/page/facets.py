"""What the page can be filtered by, worked out beforehand so that it needs no registry."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from timeline.edtf import Part, When, day_number, year_name
from timeline.model.answers import Match
from timeline.model.records import STATUSES, Event
from timeline.model.timeline import Timeline
from timeline.model.words import years_of
from timeline.text import fold

_MORE_ODD: Final = "ßẞςı"  # letters that may be typed though no event has them


class Option(msgspec.Struct, frozen=True):
    """A value that can be chosen: as it is typed, what it is called, how many events have it."""

    value: str
    name: str
    events: int


class Year(msgspec.Struct, frozen=True):
    """A year that can be chosen: as it is typed, and its first and last day."""

    typed: str
    first: int
    last: int


class Facets:
    """The values of the events of a page, in the order in which they are offered."""

    def __init__(self, matches: Sequence[Match], timeline: Timeline) -> None:
        """Look at all *matches* of *timeline*."""
        self._groups = _groups(timeline)
        events = [match.event for match in matches]
        names = {id_: arc.title for id_, arc in timeline.arcs.items()}
        actors = _options((self._actors_of(event) for event in events), timeline.actor_name)
        arcs = _options(([event.arc] for event in events), lambda arc: names.get(arc, arc))
        statuses = _options(([event.status] for event in events), str)
        tags = _options((dict.fromkeys(event.tags) for event in events), str)
        self.actors = sorted(actors, key=lambda option: (fold(option.name), option.value))
        self.tags = sorted(tags, key=lambda option: (fold(option.name), option.value))
        self.arcs = _in_order(arcs, [*timeline.arcs])
        self.statuses = _in_order(statuses, STATUSES)
        self.years = tuple(_years(event.date for event in events))
        self._places = {
            name: {option.value: at for at, option in enumerate(options)}
            for name, options in (("actors", self.actors), ("tags", self.tags))
        }

    def data(self, match: Match) -> Mapping[str, str | None]:
        """Return the attributes by which an event is found: numbers of options, and bounds."""
        event = match.event
        return {
            "data_verdict": None if match.certain else "1",
            "data_actor": self._numbers("actors", self._actors_of(event)),
            "data_arc": event.arc or None,
            "data_status": event.status or None,
            "data_tag": self._numbers("tags", event.tags),
            "data_when": dated(event.date),
        }

    def odd_letters(self, texts: Iterable[str]) -> str:
        """Return, as JSON, the letters of *texts* that a browser alone would fold otherwise."""
        letters = {char for text in texts if not text.isascii() for char in text}
        odd = {char: fold(char) for char in sorted(letters | set(_MORE_ODD))}
        return json.dumps({char: plain for char, plain in odd.items() if plain != _browser(char)})

    def _numbers(self, name: str, values: Iterable[str]) -> str | None:
        numbers = sorted({self._places[name][value] for value in values})
        return " ".join(map(str, numbers)) or None

    def _actors_of(self, event: Event) -> set[str]:
        """Return the actors of *event* and everything they are `of`."""
        return {group for actor in event.actors for group in self._groups.get(actor, {actor})}


def _options(values: Iterable[Iterable[str]], name: Mapping[str, str] | object) -> list[Option]:
    numbers: dict[str, int] = {}
    for each in values:
        for value in each:
            if value:
                numbers[value] = numbers.get(value, 0) + 1
    called = name if callable(name) else str
    return [Option(value, str(called(value)), number) for value, number in numbers.items()]


def _in_order(options: Iterable[Option], order: Sequence[str]) -> list[Option]:
    return sorted(options, key=lambda option: order.index(option.value))


def _groups(timeline: Timeline) -> dict[str, set[str]]:
    """Return actor → itself and everything it is `of`, transitively."""
    groups: dict[str, set[str]] = {}
    for actor in timeline.actors:
        for member in timeline.members(actor):
            groups.setdefault(member, set()).add(actor)
    return groups


def _years(dates: Iterable[When]) -> Iterator[Year]:
    """Yield the years in which something may lie, in order."""
    found = sorted({year for date in dates for year in years_of(date)})
    for year in found:
        yield Year(year_name(year), day_number(year, 1, 1), day_number(year, 12, 31))


def dated(date: When) -> str:
    """Return what questions ask of a date, as JSON: whether all parts are meant, and each part.

    Of a part that is its first and last possible day, by which day it has surely begun
    and which one it surely outlasts.
    """
    every = date.kind == "all-of"
    parts = (bounds for part in date.meant for bounds in _part_bounds(part, whole=every))
    return json.dumps([every, *parts], separators=(",", ":"))


def _part_bounds(part: Part, *, whole: bool) -> Iterator[Sequence[int | None]]:
    """Yield the bounds of a part; without gaps between its days, unless it must stay *whole*."""
    if whole or len(part.days) == 1:
        yield *part.possible, *part.certain
        return
    for first, last in part.days:
        yield (first, last, None, None) if part.doubted else (first, last, last, first)


def _browser(char: str) -> str:
    """Return what the script of the page makes of a letter by itself."""
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(each for each in parts if unicodedata.category(each) != "Mn").lower()
    return plain.translate(_DASHES)


_DASHES: Final = {**dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"), 0x2018: "'", 0x2019: "'"}
