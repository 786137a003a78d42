"""The table of keys, and the seats that keys make."""

from collections import Counter

import pytest
from msgspec.structs import replace

from timeline.exploring import keys, line
from timeline.exploring.history import History, said
from timeline.exploring.key_rows import KEYS
from timeline.exploring.seat import DETAIL, FACETS, MAIN, QUERY, CannotAct, Period, Seat

PANES = (MAIN, DETAIL, QUERY, FACETS, keys.NOTHING)


def pressed(ground, *names, seat=None):
    """Return the seat that keys lead to."""
    seat = seat or Seat()
    for name in names:
        seat = keys.press(seat, name, ground)
    return seat


def test_a_key_means_one_thing_in_a_pane():
    """And every row does one thing: it makes a seat, or does something with the screen."""
    counted = Counter((key, pane) for row in KEYS for key in row.keys for pane in row.panes)
    assert [each for each, number in counted.items() if number > 1] == []
    assert all((row.press is None) != (row.act is None) for row in KEYS)
    assert all(set(row.panes) <= set(PANES) and row.words and row.name for row in KEYS)


@pytest.mark.parametrize(
    ("names", "focus"),
    [
        ((), "old-quarrel"),
        (("j",), "war"),
        (("down", "down"), "landing"),
        (("j", "k"), "old-quarrel"),
        (("G",), "occupation"),
        (("G", "g"), "old-quarrel"),
        (("right_curly_bracket",), "war"),
        (("right_curly_bracket", "right_curly_bracket"), "some-year"),
        (("G", "left_curly_bracket"), "some-year"),
        (("G", "left_curly_bracket", "left_curly_bracket"), "war"),
        (("pagedown",), "general-speaks"),
        (("pagedown", "pageup"), "old-quarrel"),
        (("ctrl+d",), "landing"),
        (("G", "ctrl+u"), "rebels-deny"),
    ],
)
def test_moves(ground, names, focus):
    """A page is all rows but one, so that a row of the page before is still seen."""
    assert ground.focus(pressed(ground, *names, seat=Seat(rows=4))).id == focus


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("k",), "this is the first event"),
        (("G", "j"), "this is the last event"),
        (("left",), "this is where you began"),
        (("escape",), "all is shown; q ends it"),
        (("minus",), "all of the time is shown"),
        (("0",), "all of the time is shown"),
        (("M",), "nothing is marked yet: Space marks an event"),
        (("enter", "1"), "this event has no links"),
        (("slash", "f5"), "f5 does nothing here"),
        (("x",), "x does nothing here"),
        (("plus",) * 6 + ("plus",), "no period is shorter than a day"),
    ],
)
def test_a_key_that_cannot_act_says_why(ground, names, why):
    """It is refused, and the seat stays as it is."""
    *before, last = names
    seat = pressed(ground, *before)
    with pytest.raises(CannotAct) as refused:
        keys.press(seat, last, ground)
    assert refused.value.message == why


def test_where_nothing_is_found_no_key_moves(ground):
    """It says so instead."""
    with pytest.raises(CannotAct, match="there is no event"):
        keys.press(Seat(query="arc:north status:denied"), "j", ground)


@pytest.mark.parametrize(
    ("names", "period"),
    [
        (("full_stop",), Period("year", 2018)),
        (("full_stop", "greater_than_sign"), Period("year", 2019)),
        (("full_stop", "less_than_sign", "less_than_sign"), Period("year", 2016)),
        (("less_than_sign",), Period("year", 2018)),
        (("plus",), Period("decade", 201)),
        (("plus", "plus"), Period("year", 2018)),
        (("plus",) * 3, Period("quarter", 2018 * 4)),
        (("plus",) * 4, Period("month", 2018 * 12 + 2)),
        (("plus",) * 4 + ("minus",), Period("quarter", 2018 * 4)),
        (("plus", "minus"), None),
        (("full_stop", "0"), None),
        (("shift+down", "shift+down", "shift+right", "shift+up"), Period("decade", 201)),
    ],
)
def test_periods(ground, names, period):
    """They are those of the event in focus: `war` is of March 2018."""
    assert pressed(ground, *names, seat=Seat(focus="war")).period == period


def test_as_known_moves_by_days(ground):
    """From the day on which a source first told it: 2 March 2018."""
    seat = pressed(ground, "K", seat=Seat(focus="war"))
    assert (seat.known, [*ground.shown(seat).places][-1]) == (736_755, "occupation")
    assert pressed(ground, "greater_than_sign", "greater_than_sign", seat=seat).known == 736_757
    assert pressed(ground, "K", seat=seat).known is None


def test_links_are_followed_and_come_back_from(ground):
    """The crumbs are the way; an event that the query leaves out can be reached all the same."""
    seat = pressed(ground, "enter", "1", seat=Seat(focus="rebels-deny", query="actor:rebels"))
    assert seat.walked == ("rebels-deny", "general-speaks")
    assert ground.focus(seat).id == "general-speaks"
    further = pressed(ground, "1", seat=seat)
    assert further.walked[-1] == "landing"
    assert pressed(ground, "left", "left", seat=further).walked == ()
    assert ground.focus(pressed(ground, "left", "left", seat=further)).id == "rebels-deny"
    assert pressed(ground, "left", "left", "left", seat=further).pane == MAIN


def test_links_that_lead_here_are_numbered_after_those_that_lead_away(ground):
    """As the page numbers them: `landing` is part of `war`, and `general-speaks` follows it."""
    seat = Seat(focus="landing", pane=DETAIL)
    assert pressed(ground, "1", seat=seat).focus == "war"
    assert pressed(ground, "2", seat=seat).focus == "general-speaks"


def test_marks(ground):
    """Space marks and goes on; M shows the marked alone, as the command does."""
    seat = pressed(ground, "space", "j", "space", "M")
    assert seat.marks == {"old-quarrel", "landing"}
    assert [*ground.shown(seat).places] == ["old-quarrel", "landing"]
    assert ground.words(seat) == ("list", "(id:=landing or id:=old-quarrel)")
    assert [*ground.shown(pressed(ground, "M", seat=seat)).places] == [*ground.places]


def test_escape_goes_up_state_by_state(ground):
    """And never ends anything."""
    seat = Seat(focus="war", query="union", certain=True, period=Period("year", 2018))
    states = []
    for _ in range(3):
        seat = keys.press(seat, "escape", ground)
        states.append((seat.period, seat.certain, seat.query))
    assert states == [(None, True, "union"), (None, False, "union"), (None, False, "")]


def test_a_query_asks_while_it_is_typed(ground):
    """What cannot be read leaves the last that could; Esc brings the old one back, Enter keeps."""
    seat = pressed(ground, "slash", seat=Seat(query="war"))
    asked = []
    for text in ("actor:", "actor:reb", "actor:rebels status:"):
        seat = line.typed(seat, ground, text)
        asked.append((seat.draft, seat.query))
    assert asked == [
        ("actor:", "war"),
        ("actor:reb", "actor:reb"),
        ("actor:rebels status:", "actor:reb"),
    ]
    assert pressed(ground, "escape", seat=seat) == Seat(query="war")
    with pytest.raises(CannotAct, match="expected a value after 'status:'"):
        keys.press(seat, "enter", ground)
    kept = pressed(ground, "enter", seat=line.typed(seat, ground, "actor:rebels"))
    assert (kept.query, kept.draft, kept.pane, kept.asked) == (
        "actor:rebels",
        None,
        MAIN,
        ("actor:rebels",),
    )


def test_tab_completes_and_arrows_bring_back_what_was_asked(ground):
    """As far as all candidates agree; else the first of them."""
    seat = line.typed(pressed(ground, "slash"), ground, "arc:n")
    assert pressed(ground, "tab", seat=seat).draft == "arc:north"
    asked = pressed(ground, "slash", seat=Seat(asked=("war", "arc:south")))
    assert pressed(ground, "up", seat=asked).draft == "arc:south"
    assert pressed(ground, "up", "up", seat=asked).draft == "war"
    assert pressed(ground, "up", "up", "down", "down", seat=asked).draft == ""


def test_undo_comes_back_to_what_was_seen(ground):
    """Moves of the eye are no steps; a query is one, however many letters it has."""
    history, seat = History(), Seat()

    def go(to):
        nonlocal history, seat
        history, seat = history.left(seat, to), to

    go(pressed(ground, "j", "slash", seat=seat))
    for text in ("w", "wa", "war"):
        go(line.typed(seat, ground, text))
    go(pressed(ground, "enter", seat=seat))
    go(pressed(ground, "c", seat=seat))
    assert len(history.past) == 2
    history, back = history.undone(seat)
    assert (back.query, back.certain) == ("war", False)
    history, first = history.undone(back)
    assert (first.query, first.draft, first.focus) == ("", None, "war")
    assert said(back, first) == "query: all events"
    with pytest.raises(CannotAct, match="there is nothing to undo"):
        history.undone(first)
    history, again = history.redone(first)
    assert again.query == "war"


def test_history_is_a_hundred_deep():
    """What lies further back is gone."""
    history = History()
    for number in range(150):
        history = history.left(Seat(known=number), Seat(known=number + 1))
    assert [history.past[0].known, history.past[-1].known] == [50, 149]
    assert replace(history.past[0], known=None) == Seat()
