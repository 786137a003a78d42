"""What the signs of a picture mean: only those that are there, each drawn and in words."""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from timeline.exchange.markup import Attribute, Markup, joined, tag
from timeline.exchange.picture.palette import GROUND
from timeline.exchange.picture.signs import extent, sign
from timeline.layout.pixels.panels import Panel
from timeline.layout.pixels.spots import Spot
from timeline.model.words import ONLY_POSSIBLY, PLACED, status_words
from timeline.reports.lanes import Lanes
from timeline.text import counted

WIDTH = 40.0  # pixels of a sign in a legend
MIDDLE = 8.0  # its height is twice that


class Entry(msgspec.Struct, frozen=True):
    """A sign, drawn around the height 0 from 0 to `WIDTH`, and what it means."""

    sign: Markup
    words: str


def legend(panels: Sequence[Panel], lanes: Lanes) -> tuple[Entry, ...]:
    """Return what the signs in *panels* mean, and what of *lanes* is in none of them."""
    placed = chain.from_iterable(panel.placed for panel in panels)
    spots = [spot for each in placed for spot in each.spots]
    found = (
        _statuses(panels),
        _extents(spots),
        _marks(spots),
        _folds(panels),
        _counts(panels),
        _outside(lanes),
    )
    return tuple(entry for entries in found for entry in entries)


def _statuses(panels: Sequence[Panel]) -> Iterator[Entry]:
    events = (placed.spot.match.event for panel in panels for placed in panel.single)
    for status, words in status_words(events).items():
        yield Entry(sign(status, WIDTH / 2, 0), words or "no status given")


def _extents(spots: Sequence[Spot]) -> Iterator[Entry]:
    match = spots[0].match if spots else None
    long = [spot for spot in spots if not spot.is_point]
    if match is None:
        return
    if any(spot.solid for spot in long):
        yield _drawn(Spot(match, 4, 36, 4, (4, 36)), "going on")
    if any(spot.solid != (spot.left, spot.right) for spot in long):
        yield _drawn(Spot(match, 0, 40, 20), "perhaps: a vague date")
    if any("on" in (spot.before, spot.after) for spot in long):
        yield _drawn(Spot(match, 4, 20, 4, (4, 20), after="on"), "goes on")
    if any("unknown" in (spot.before, spot.after) for spot in long):
        yield _drawn(Spot(match, 4, 20, 4, (4, 20), after="unknown"), "not known when")


def _drawn(spot: Spot, words: str) -> Entry:
    return Entry(extent(spot, 0, "arc-x"), words)


def _marks(spots: Sequence[Spot]) -> Iterator[Entry]:
    if any(not spot.match.certain for spot in spots):
        yield Entry(_said("≈"), ONLY_POSSIBLY)
    if any(spot.match.deduced for spot in spots):
        yield Entry(_said("⊢"), "certain by its order")
    if any(spot.match.event.undated for spot in spots):
        yield Entry(_said("⊢"), PLACED)


def _folds(panels: Sequence[Panel]) -> Iterator[Entry]:
    if folds := panels[0].axis.folds:
        slashes = tag("path", d="M14 6l5 -12M20 6l5 -12", stroke="currentColor", fill="none")
        yield Entry(slashes, f"{counted(len(folds), 'silence')} left out")


def _counts(panels: Sequence[Panel]) -> Iterator[Entry]:
    numbers = [len(placed.spots) for panel in panels for placed in panel.counted]
    if numbers:
        box: dict[str, Attribute] = {
            "x": 8,
            "y": -7,
            "width": 24,
            "height": 14,
            "rx": 7,
            "fill": GROUND[0],
        }
        pill = tag("rect", class_="hole", stroke="currentColor", **box)
        yield Entry(joined(pill, _said(str(max(numbers)), 11)), "so many events close together")


def _outside(lanes: Lanes) -> Iterator[Entry]:
    if lanes.others:
        unseen = f", {counted(lanes.unseen, 'event')} in none of these" if lanes.unseen else ""
        yield Entry(Markup(), f"{counted(lanes.others, 'lane')} more{unseen}")
    if lanes.outside:
        yield Entry(Markup(), f"{counted(lanes.outside, 'event')} outside this stretch of time")


def _said(words: str, size: int = 13) -> Markup:
    return tag(
        "text", words, x=WIDTH / 2, y=4, text_anchor="middle", font_size=size, fill="currentColor"
    )
