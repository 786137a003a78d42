"""A seat, and what is asked at it."""

import shlex
from datetime import date

import pytest
from msgspec.structs import replace

from timeline.exploring import seat as seats
from timeline.exploring.seat import Period, Seat
from timeline.phrases.units import UNITS

DAY = date(2018, 3, 29).toordinal()


@pytest.mark.parametrize(
    ("seat", "text"),
    [
        (Seat(), ""),
        (Seat(query="actor:union"), "actor:union"),
        (Seat(query=" war "), "war"),
        (Seat(period=Period("year", 2018)), "date:2018"),
        (Seat(period=Period("decade", 201)), "date:2010/2019"),
        (Seat(period=Period("quarter", UNITS["quarter"].index(DAY))), "date:2018-01/2018-03"),
        (Seat(known=DAY), "known:..2018-03-29"),
        (Seat(query="a or b"), "a or b"),
        (Seat(query="a or b", known=DAY), "(a or b) known:..2018-03-29"),
        (Seat(query="(a or b) c"), "(a or b) c"),
        (Seat(query='"a or b"', known=DAY), '"a or b" known:..2018-03-29'),
        (Seat(marks=frozenset({"war"}), only_marked=True), "id:=war"),
        (Seat(marks=frozenset({"war", "landing"}), only_marked=True), "(id:=landing or id:=war)"),
        (Seat(marks=frozenset({"war"})), ""),
    ],
)
def test_what_is_asked_is_the_text_of_one_query(seat, text):
    """The query, the period, what is known and what is marked, each a term."""
    assert seats.text(seat) == text


@pytest.mark.parametrize(
    ("seat", "line"),
    [
        (Seat(), "timeline -f a.yaml list"),
        (Seat(query="actor:union year:2018"), "timeline -f a.yaml list 'actor:union year:2018'"),
        (Seat(certain=True, query="war"), "timeline -f a.yaml list --certain war"),
        (Seat(query="-war"), "timeline -f a.yaml list -- -war"),
        (Seat(view="known"), "timeline -f a.yaml list --by known"),
    ],
)
def test_the_command_shows_the_same(ground, seat, line):
    """Every word is quoted where a shell would split it."""
    ground.origin = ("-f", "a.yaml")
    assert ground.command(seat) == line
    assert shlex.split(line) == ["timeline", *ground.origin, *ground.words(seat)]


def test_the_focus_is_the_nearest_where_its_event_is_not_found(ground):
    """It comes back to the event when that is found again: nothing forgets it."""
    seat = Seat(focus="rebels-deny")
    assert ground.focus(seat).id == "rebels-deny"
    narrowed = replace(seat, query="actor:army")
    assert ground.focus(narrowed).id == "occupation"  # what follows it
    assert ground.focus(replace(narrowed, query="")).id == "rebels-deny"


def test_behind_all_that_is_found_the_focus_is_the_last(ground):
    """There is always an event to look at, if there is any."""
    assert ground.focus(Seat(focus="occupation", query="tag:war")).id == "landing"
    assert ground.focus(Seat(query="arc:north status:denied")) is None


def test_as_they_became_known_is_another_order(ground):
    """What no dated source tells comes last."""
    shown = ground.shown(Seat(view="known"))
    assert [match.event.id for match in shown.matches][-2:] == ["old-quarrel", "general-speaks"]
