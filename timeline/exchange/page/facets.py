"""What the page can be filtered by, worked out beforehand so that it needs no registry."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from timeline.edtf import Part, When, day_number, year_name
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import years_of
from timeline.reports.groups import VALUES, Grouping
from timeline.text import LETTERS, fold

_MORE_ODD: Final = (*"ẞς", *map(chr, LETTERS))  # letters that may be typed though no event has them


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
        events = [match.event for match in matches]
        self._actor, self._tag = VALUES["actor"](timeline), VALUES["tag"](timeline)
        self._place = VALUES["place"](timeline)
        self.actors = _options(events, self._actor)
        self.places = _options(events, self._place)
        self.arcs = _options(events, VALUES["arc"](timeline))
        self.statuses = _options(events, VALUES["status"](timeline))
        self.tags = _options(events, self._tag)
        self.years = tuple(_years(event.date for event in events))
        self._actor_numbers = _numbered(self.actors)
        self._place_numbers = _numbered(self.places)
        self._tag_numbers = _numbered(self.tags)

    def data(self, match: Match) -> Mapping[str, str | None]:
        """Return the attributes by which an event is found: numbers of options, and bounds."""
        event = match.event
        return {
            "data_verdict": None if match.certain else "1",
            "data_actor": _numbers(self._actor.keys(event), self._actor_numbers),
            "data_place": _numbers(self._place.keys(event), self._place_numbers),
            "data_arc": event.arc or None,
            "data_status": event.status or None,
            "data_tag": _numbers(self._tag.keys(event), self._tag_numbers),
            "data_when": dated(event.date),
        }

    def odd_letters(self, texts: Iterable[str]) -> str:
        """Return, as JSON, the letters of *texts* that a browser alone would fold otherwise."""
        letters = set(_MORE_ODD).union(*(text for text in texts if not text.isascii()))
        odd = [char for char in sorted(letters) if fold(char) != _browser(char)]
        return json.dumps({char: fold(char) for char in odd})


def _options(events: Iterable[Event], grouping: Grouping) -> list[Option]:
    """Return the values of *events*: in the order that they have, or else by name."""
    counts = Counter(value for event in events for value in grouping.keys(event))
    found = [Option(value, grouping.name(value), counts[value]) for value in counts]
    if grouping.order:
        return sorted(found, key=lambda option: grouping.order.index(option.value))
    return sorted(found, key=lambda option: (fold(option.name), option.value))


def _numbered(options: Iterable[Option]) -> Mapping[str, int]:
    return {option.value: at for at, option in enumerate(options)}


def _numbers(values: Iterable[str], numbers: Mapping[str, int]) -> str | None:
    """Return the numbers of *values* as they stand in an attribute; None for no value."""
    return " ".join(map(str, sorted(numbers[value] for value in values))) or None


def _years(dates: Iterable[When]) -> Iterator[Year]:
    """Yield the years in which something may lie, in order."""
    found = sorted({year for date in dates for year in years_of(date)})
    for year in found:
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        yield Year(year_name(year), first, last)


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
        sure = (None, None) if part.doubted else (last, first)
        yield first, last, *sure


def _browser(char: str) -> str:
    """Return what the script of the page makes of a letter by itself."""
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(each for each in parts if unicodedata.category(each) != "Mn").lower()
    return plain.translate(_DASHES)


_DASHES: Final = {**dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-"), 0x2018: "'", 0x2019: "'"}
