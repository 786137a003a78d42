"""Help: the keys of a pane by what they are for, or to be sought, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final

from rich.text import Text

from timeline.exploring import keys
from timeline.exploring.desk import Desk
from timeline.exploring.ground import Ground
from timeline.exploring.key import Key
from timeline.exploring.key_rows import KEYS
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY
from timeline.exploring.widgets.chooser import Choice, Chooser
from timeline.exploring.widgets.sheet import Sheet
from timeline.pages.parts import status_legend, trimmed
from timeline.text import cells
from timeline.views.parts.look import Look


def help_(desk: Desk) -> None:
    """Show the keys of the pane one is in, and what the signs mean."""
    pane, ground = desk.seat.pane, desk.ground
    title = f"Keys in {PANES[pane]}"
    desk.push(Sheet(title, partial(page, pane, ground), desk.look))


def palette(desk: Desk) -> None:
    """Offer all that can be done here, to be sought by its words."""
    rows = list(keys.of_pane(desk.seat.pane))
    choices = [Choice(each.signs[0], each.words) for each in rows]

    def chosen(place: int | None) -> None:
        if place is not None:
            desk.press(rows[place].keys[0])

    desk.push(Chooser("What is to be done?", choices, desk.look, types=True), chosen)


PANES: Final = {
    MAIN: "the events",
    DETAIL: "the event",
    QUERY: "the query",
    FACETS: "what can be filtered by",
}
"""What each pane is called."""

_SIGNS: Final = (
    ("▸", ">", "the event in focus"),
    ("•", "*", "marked"),
    ("¹", "'", "rests on one origin at most"),
    ("⊢", "|", "before a date: it follows from order"),
    ("≈", "~", "possibly: only some readings of its date fit"),
)


def page(pane: str, ground: Ground, look: Look) -> Sequence[Text]:
    """Return the keys of *pane* by what they are for, then the signs."""
    groups = list(grouped(keys.of_pane(pane)))
    wide = max(cells(_named(each)) for _, rows in groups for each in rows)
    lines: list[Text] = []
    for group, rows in groups:
        lines += [Text(), Text(f" {group}", "bold")]
        lines += [_line(_named(each), each.words, wide) for each in rows]
    return [*lines, Text(), *_signs(ground, look)]


def grouped(rows: Iterable[Key]) -> Iterator[tuple[str, Sequence[Key]]]:
    """Yield what *rows* are for, in the order of the table, each with its rows."""
    found = sorted(rows, key=lambda each: _GROUPS.index(each.group))
    for group, some in groupby(found, attrgetter("group")):
        yield group, list(_merged(some))


_GROUPS: Final = tuple(dict.fromkeys(each.group for each in KEYS))


def _merged(rows: Iterable[Key]) -> Iterator[Key]:
    """Yield *rows*, of those whose names differ in a number alone the first."""
    seen = set()
    for each in rows:
        stem, _, number = each.name.rpartition("-")
        if not number.isdecimal():
            yield each
        elif stem not in seen:
            seen.add(stem)
            yield each._replace(keys=("1-9",), words=f"{each.words.removesuffix(number)}1 to 9")


def _named(key: Key) -> str:
    """Return the keys of a row: "j ↓"."""
    return " ".join(key.signs)


def _line(sign: str, words: str, wide: int) -> Text:
    return trimmed(Text(f"   {sign:<{wide}}", "bold").append(f"  {words}", "not bold"))


def _signs(ground: Ground, look: Look) -> Iterator[Text]:
    yield Text(" Signs", "bold")
    for sign, plain, words in _SIGNS:
        yield _line(plain if look.ascii else sign, words, 1)
    for each in status_legend(ground.events, look):
        yield Text(f"   {each}")
