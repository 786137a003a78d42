"""All keys of the screen, in one table: help, palette, footer and the page of keys read it.

A key either makes another seat of a seat, `press`, or does something with the screen, `act`.
It counts in the panes that it names; where two rows have the same key, the panes differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from timeline.exploring import (
    acts,
    asides,
    changes,
    choices,
    guilt,
    line,
    moves,
    periods,
    takes,
)
from timeline.exploring.ground import Ground
from timeline.exploring.key import EVERY, NOTHING, PANES, READ, Key, Press
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY, Seat
from timeline.exploring.views.table import VIEWS

_ALL: Final = 1_000_000  # lines, which no event has


def _certain(seat: Seat, _: Ground) -> Seat:
    return replace(seat, certain=not seat.certain, possible=False)


def _to_view(name: str) -> Press:
    return lambda seat, _: replace(seat, view=name, pane=MAIN)


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
    Key(("left",), "back", "back to where one came from", (MAIN,), moves.back),
    Key(("left",), "out-of", "back to where one came from", (DETAIL,), moves.back, short="back"),
    Key(("escape",), "out", "one state up; it never ends the program", READ, moves.up),
    *(
        Key((str(at),), f"link-{at}", f"follow link {at}", (DETAIL,), moves.follow(at))
        for at in range(1, moves.MOST_LINKS + 1)
    ),
)
_QUESTIONS: Final = (
    Key(("slash",), "query", "edit the query", READ, line.opened, short="query"),
    Key(("enter",), "keep", "keep the query", (QUERY,), line.kept, short="keep"),
    Key(("escape",), "drop", "bring the old query back", (QUERY,), line.dropped, short="as before"),
    Key(("tab",), "complete", "complete the word", (QUERY,), line.completed, short="complete"),
    Key(("up",), "asked-before", "the query before", (QUERY,), line.earlier),
    Key(("down",), "asked-later", "the query after", (QUERY,), line.later),
    Key(("c",), "certain", "only what is certain", READ, _certain, short="certain"),
    Key(("space",), "mark", "mark the event", READ, moves.mark),
    Key(("M",), "marked", "only the marked", READ, moves.only_marked),
)
_BLAME: Final = tuple(
    Key(
        (str(at),),
        f"without-{at}",
        f"where nothing is found: ask without term {at}",
        (NOTHING,),
        guilt.leave_out(at),
    )
    for at in range(1, guilt.MOST + 1)
)
_FILTERS: Final = (
    Key(("f",), "facets", "what can be filtered by", READ, choices.opened, short="facets"),
    Key(("down",), "next-value", "the next value", (FACETS,), choices.by(1)),
    Key(("up",), "value-before", "the value before", (FACETS,), choices.by(-1)),
    Key(
        ("right", "tab"),
        "next-field",
        "the next field",
        (FACETS,),
        choices.to_field(1),
        short="field",
    ),
    Key(("left", "shift+tab"), "field-before", "the field before", (FACETS,), choices.to_field(-1)),
    Key(
        ("space",),
        "any-of",
        "events may have this value too; again: no longer",
        (FACETS,),
        choices.added,
        short="any of",
    ),
    Key(
        ("minus",),
        "exclude",
        "leave out events with this value; again: no longer",
        (FACETS,),
        choices.excluded,
        short="exclude",
    ),
    Key(
        ("enter",),
        "only-this",
        "this value and no other of its field",
        (FACETS,),
        choices.only,
        short="only this",
    ),
    Key(
        ("backspace",),
        "clear",
        "a letter back; without one, nothing chosen of the field",
        (FACETS,),
        choices.cleared,
        short="clear",
    ),
    Key(
        ("escape",),
        "close",
        "nothing typed; then back to the view",
        (FACETS,),
        choices.closed,
        short="back",
    ),
)
_TIMES: Final = (
    Key(
        ("less_than_sign", "shift+left"),
        "earlier",
        "the period before; the day before, as known on a day",
        READ,
        periods.earlier,
    ),
    Key(
        ("greater_than_sign", "shift+right"),
        "later",
        "the period after; the day after, as known on a day",
        READ,
        periods.later,
    ),
    Key(
        ("plus", "shift+down"),
        "narrower",
        "a shorter period: decade, year, quarter, month, week, day",
        READ,
        periods.narrower,
        short="narrower",
    ),
    Key(("minus", "shift+up"), "wider", "a longer period, in the end all", READ, periods.wider),
    Key(("full_stop",), "period", "the period of the event", READ, periods.of_focus),
    Key(("0",), "all", "all of the time", READ, periods.all_time),
    Key(
        ("K",),
        "as-known",
        "as known on the day on which the event was first told",
        READ,
        periods.as_known,
    ),
)
_TAKEN: Final = (
    Key(
        ("y",),
        "copy",
        "copy the event, or the marked: then i c b m j u $",
        READ,
        act=takes.copy,
        short="copy",
    ),
    Key(("o",), "open", "open its source", READ, act=takes.open_source, short="open"),
)
_CHANGES: Final = (
    Key(("e",), "edit", "edit the event", READ, act=changes.edit, short="edit"),
    Key(("a",), "add", "add an event", READ, act=changes.add),
    Key(("s",), "save", "save the query by a name", READ, act=changes.save),
    Key(("r",), "read-again", "read the file again", READ, act=changes.read_again),
)
_LOOKS: Final = (
    Key(("W",), "why", "why the event is found", READ, act=asides.why),
    Key(("exclamation_mark",), "findings", "what check finds about it", READ, act=asides.findings),
    Key(("colon",), "command", "run a command of timeline", READ, act=asides.command_line),
)
_VIEWS: Final = tuple(
    Key((key,), view.name, view.words, (MAIN,), _to_view(view.name)) for key, view in VIEWS.items()
)
_SCREEN: Final = (
    Key(("question_mark",), "help", "the keys of this pane", READ, act=acts.help_, short="help"),
    Key(("ctrl+p",), "palette", "all keys by name", EVERY, act=acts.palette),
    Key(("u",), "undo", "undo", READ, act=acts.undo, short="undo"),
    Key(("ctrl+r",), "redo", "do again what was undone", EVERY, act=acts.redo),
    Key(("q",), "end", "end", READ, act=acts.end, short="end"),
    Key(("ctrl+c", "ctrl+q"), "end-at-once", "end", PANES, act=acts.end),
)

_GROUPS: Final[Mapping[str, Sequence[Key]]] = {
    "Move": _MOVES,
    "Ask": (*_QUESTIONS, *_BLAME),
    "Filter": _FILTERS,
    "Time": _TIMES,
    "Take along": _TAKEN,
    "Change": _CHANGES,
    "Look": _LOOKS,
    "Views": _VIEWS,
    "Screen": _SCREEN,
}
KEYS: Final = tuple(row._replace(group=group) for group, rows in _GROUPS.items() for row in rows)
