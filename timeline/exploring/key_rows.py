"""The keys that move, ask, filter and choose a time: rows of the table of `keys`."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from timeline.exploring import acts, choices, guilt, line, moves, periods
from timeline.exploring.ground import Ground
from timeline.exploring.key import NOTHING, READ, Key
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY, Seat

_ALL: Final = 1_000_000  # lines, which no event has


def _certain(seat: Seat, _: Ground) -> Seat:
    return replace(seat, certain=not seat.certain, possible=False)


MOVES: Final = (
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
QUESTIONS: Final = (
    Key(("slash",), "query", "edit the query", READ, line.opened, short="query", group="Ask"),
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
    Key(("c",), "certain", "only what is certain", READ, _certain, short="certain", group="Ask"),
    Key(("space",), "mark", "mark the event", READ, moves.mark, group="Ask"),
    Key(("M",), "marked", "only the marked", READ, moves.only_marked, group="Ask"),
)
BLAME: Final = tuple(
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
FILTERS: Final = (
    Key(
        ("f",),
        "facets",
        "what can be filtered by",
        READ,
        choices.opened,
        short="facets",
        group="Filter",
    ),
    Key(("down",), "next-value", "the next value", (FACETS,), choices.by(1), group="Filter"),
    Key(("up",), "value-before", "the value before", (FACETS,), choices.by(-1), group="Filter"),
    Key(
        ("right", "tab"),
        "next-field",
        "the next field",
        (FACETS,),
        choices.to_field(1),
        short="field",
        group="Filter",
    ),
    Key(
        ("left", "shift+tab"),
        "field-before",
        "the field before",
        (FACETS,),
        choices.to_field(-1),
        group="Filter",
    ),
    Key(
        ("space",),
        "any-of",
        "events may have this value too; again: no longer",
        (FACETS,),
        choices.added,
        short="any of",
        group="Filter",
    ),
    Key(
        ("minus",),
        "exclude",
        "leave out events with this value; again: no longer",
        (FACETS,),
        choices.excluded,
        short="exclude",
        group="Filter",
    ),
    Key(
        ("enter",),
        "only-this",
        "this value and no other of its field",
        (FACETS,),
        choices.only,
        short="only this",
        group="Filter",
    ),
    Key(
        ("backspace",),
        "clear",
        "a letter back; without one, nothing chosen of the field",
        (FACETS,),
        choices.cleared,
        short="clear",
        group="Filter",
    ),
    Key(
        ("escape",),
        "close",
        "nothing typed; then back to the view",
        (FACETS,),
        choices.closed,
        short="back",
        group="Filter",
    ),
)
TIMES: Final = (
    Key(
        ("less_than_sign", "shift+left"),
        "earlier",
        "the period before; the day before, as known on a day",
        READ,
        periods.earlier,
        group="Time",
    ),
    Key(
        ("greater_than_sign", "shift+right"),
        "later",
        "the period after; the day after, as known on a day",
        READ,
        periods.later,
        group="Time",
    ),
    Key(
        ("plus", "shift+down"),
        "narrower",
        "a shorter period: decade, year, quarter, month, week, day",
        READ,
        periods.narrower,
        short="narrower",
        group="Time",
    ),
    Key(
        ("minus", "shift+up"),
        "wider",
        "a longer period, in the end all",
        READ,
        periods.wider,
        group="Time",
    ),
    Key(("full_stop",), "period", "the period of the event", READ, periods.of_focus, group="Time"),
    Key(("0",), "all", "all of the time", READ, periods.all_time, group="Time"),
    Key(
        ("K",),
        "as-known",
        "as known on the day on which the event was first told",
        READ,
        periods.as_known,
        group="Time",
    ),
)
