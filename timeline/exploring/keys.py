"""All keys of the screen, in one table: help, palette, footer and the page of keys read it here.

A key either makes another seat of a seat, `press`, or does something with the screen, `act`.
It counts in the panes that it names; where two rows have the same key, the panes differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exploring import acts, guilt, line, moves, periods
from timeline.exploring.deeds import DEEDS
from timeline.exploring.ground import Ground
from timeline.exploring.key import Key, Press, sign
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY, CannotAct, Seat
from timeline.exploring.views.table import VIEWS

NOTHING: Final = "nothing"
"""What the main pane is where nothing is found: what counts there comes first."""

_READ: Final = (MAIN, DETAIL)
_ALL: Final = 1_000_000  # lines, which no event has
_EVERY: Final = (MAIN, DETAIL, FACETS)


def _to_view(name: str) -> Press:
    return lambda seat, _: replace(seat, view=name, pane=MAIN)


def _certain(seat: Seat, _: Ground) -> Seat:
    return replace(seat, certain=not seat.certain, possible=False)


_MOVES: Final = (
    Key(("j", "down"), "down", "the next event", (MAIN,), moves.by(1)),
    Key(("k", "up"), "up", "the event before", (MAIN,), moves.by(-1)),
    Key(("g", "home"), "first", "the first event", (MAIN,), moves.to_first),
    Key(("G", "end"), "last", "the last event", (MAIN,), moves.to_last),
    Key(
        ("right_curly_bracket",), "next-year", "the next year with events", (MAIN,), moves.next_year
    ),
    Key(
        ("left_curly_bracket",),
        "year-before",
        "the beginning of the year, then the year before",
        (MAIN,),
        moves.previous_year,
    ),
    Key(("pagedown",), "page-down", "a page down", (MAIN,), moves.by_pages(1)),
    Key(("pageup",), "page-up", "a page up", (MAIN,), moves.by_pages(-1)),
    Key(("ctrl+d",), "half-down", "half a page down", (MAIN,), moves.by_pages(0.5)),
    Key(("ctrl+u",), "half-up", "half a page up", (MAIN,), moves.by_pages(-0.5)),
    Key(("j", "down"), "line-down", "a line down", (DETAIL,), act=acts.scroll(1)),
    Key(("k", "up"), "line-up", "a line up", (DETAIL,), act=acts.scroll(-1)),
    Key(("pagedown",), "more", "more of the event", (DETAIL,), act=acts.scroll(0, 1)),
    Key(("pageup",), "less", "what stood before", (DETAIL,), act=acts.scroll(0, -1)),
    Key(("ctrl+d",), "half-more", "half a page more", (DETAIL,), act=acts.scroll(0, 0.5)),
    Key(("ctrl+u",), "half-less", "half a page back", (DETAIL,), act=acts.scroll(0, -0.5)),
    Key(("g", "home"), "top", "the beginning of the event", (DETAIL,), act=acts.scroll(-_ALL)),
    Key(("G", "end"), "bottom", "its end", (DETAIL,), act=acts.scroll(_ALL)),
    Key(("enter", "right"), "into", "into the event", (MAIN,), moves.enter, short="event"),
    Key(("left",), "back", "back to where one came from", _READ, moves.back, short="back"),
    Key(("escape",), "out", "one state up; it never ends the program", _EVERY, moves.up),
    *(
        Key((str(at),), f"link-{at}", f"follow link {at}", (DETAIL,), moves.follow(at))
        for at in range(1, moves.MOST_LINKS + 1)
    ),
)
_QUESTIONS: Final = (
    Key(("slash",), "query", "edit the query", _READ, line.opened, short="query", group="Ask"),
    Key(("enter",), "keep", "keep the query", (QUERY,), line.kept, short="keep", group="Ask"),
    Key(
        ("escape",),
        "drop",
        "bring the old query back",
        (QUERY,),
        line.dropped,
        short="as before",
        group="Ask",
    ),
    Key(
        ("tab",),
        "complete",
        "complete the word",
        (QUERY,),
        line.completed,
        short="complete",
        group="Ask",
    ),
    Key(("up",), "asked-before", "the query before", (QUERY,), line.earlier, group="Ask"),
    Key(("down",), "asked-later", "the query after", (QUERY,), line.later, group="Ask"),
    Key(("c",), "certain", "only what is certain", _READ, _certain, short="certain", group="Ask"),
    Key(("space",), "mark", "mark the event", _READ, moves.mark, short="mark", group="Ask"),
    Key(("M",), "marked", "only the marked", _READ, moves.only_marked, group="Ask"),
)
_BLAME: Final = tuple(
    Key(
        (str(at),),
        f"without-{at}",
        f"where nothing is found: ask without term {at}",
        (NOTHING,),
        guilt.leave_out(at),
        group="Ask",
    )
    for at in range(1, guilt.MOST + 1)
)
_TIMES: Final = (
    Key(
        ("less_than_sign", "shift+left"),
        "earlier",
        "the period before; the day before, as known on a day",
        _READ,
        periods.earlier,
        group="Time",
    ),
    Key(
        ("greater_than_sign", "shift+right"),
        "later",
        "the period after; the day after, as known on a day",
        _READ,
        periods.later,
        group="Time",
    ),
    Key(
        ("plus", "shift+down"),
        "narrower",
        "a shorter period: decade, year, quarter, month, week, day",
        _READ,
        periods.narrower,
        short="narrower",
        group="Time",
    ),
    Key(
        ("minus", "shift+up"),
        "wider",
        "a longer period, in the end all",
        _READ,
        periods.wider,
        group="Time",
    ),
    Key(("full_stop",), "period", "the period of the event", _READ, periods.of_focus, group="Time"),
    Key(("0",), "all", "all of the time", _READ, periods.all_time, group="Time"),
    Key(
        ("K",),
        "as-known",
        "as known on the day on which the event was first told",
        _READ,
        periods.as_known,
        group="Time",
    ),
)
_SCREEN: Final = (
    *(
        Key((key,), view.name, view.words, (MAIN,), _to_view(view.name), group="Views")
        for key, view in VIEWS.items()
    ),
    Key(
        ("question_mark",),
        "help",
        "the keys of this pane",
        _EVERY,
        act=acts.help_,
        short="help",
        group="Screen",
    ),
    Key(("ctrl+p",), "palette", "all keys by name", _EVERY, act=acts.palette, group="Screen"),
    Key(("u",), "undo", "undo", _EVERY, act=acts.undo, short="undo", group="Screen"),
    Key(("ctrl+r",), "redo", "do again what was undone", _EVERY, act=acts.redo, group="Screen"),
    Key(("q", "ctrl+c", "ctrl+q"), "end", "end", _EVERY, act=acts.end, short="end", group="Screen"),
)

KEYS: Final[Sequence[Key]] = (*_MOVES, *_QUESTIONS, *_BLAME, *_TIMES, *DEEDS, *_SCREEN)


def row(key: str, pane: str) -> Key | None:
    """Return the row of *key* that counts in *pane*; None where the key means nothing there."""
    return next((each for each in KEYS if key in each.keys and pane in each.panes), None)


def row_at(key: str, seat: Seat, ground: Ground) -> Key | None:
    """Return the row of *key* that counts at *seat*."""
    is_empty = seat.pane == MAIN and not ground.shown(seat).matches
    return (row(key, NOTHING) if is_empty else None) or row(key, seat.pane)


def of_pane(pane: str) -> Iterator[Key]:
    """Yield the rows that count in *pane*."""
    return (each for each in KEYS if pane in each.panes)


def press(seat: Seat, key: str, ground: Ground) -> Seat:
    """Return the seat that *key* makes of *seat*; raises `CannotAct` for a key that makes none."""
    found = row_at(key, seat, ground)
    if found is None or found.press is None:
        raise CannotAct(f"{sign(key)} does nothing here")
    return found.press(seat, ground)
