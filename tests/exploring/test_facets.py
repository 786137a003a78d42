"""What can be filtered by: its counts, and what keys make of the query."""

import pytest

from timeline.exploring import facets, keys
from timeline.exploring.seat import DETAIL, FACETS, MAIN, CannotAct, Facets, Period, Seat


def counted(ground, field, **seat):
    """Return the values of a field with their numbers."""
    found = facets.values(Seat(**seat), ground, field)
    return {each.key: (each.certain, each.possible) for each in found}


def test_values_are_counted_as_a_query_would_find_them(ground):
    """An actor has the events of its members: the general is of the army, that of the union."""
    assert counted(ground, "actor") == {
        "union": (6, 0),
        "army": (4, 0),
        "rebels": (4, 0),
        "general": (1, 0),
    }
    assert counted(ground, "source") == {"The Gazette": (5, 0), "Rumours": (3, 0)}
    for field in facets.FIELDS:
        for key, (certain, _) in counted(ground, field).items():
            query = facets.said(facets.Choice(((key,),), (), (), 0), Seat(), ground, field)
            assert len(ground.shown(Seat(query=query))) == certain


def test_a_count_is_taken_without_its_own_field(ground):
    """It says what would be found if this value alone were chosen."""
    query = "actor:rebels status:confirmed"
    assert counted(ground, "actor", query=query) == {
        "union": (3, 0),
        "army": (2, 0),
        "rebels": (2, 0),
    }
    assert counted(ground, "status", query=query) == {
        "confirmed": (2, 0),
        "reported": (1, 0),
        "denied": (1, 0),
    }


def test_what_is_only_possible_is_counted_apart(ground):
    """A quarrel of about 1998 may be one of 1998."""
    assert counted(ground, "arc", period=Period("year", 1998)) == {"north": (0, 1)}
    assert counted(ground, "arc", period=Period("year", 1998), certain=True) == {}


@pytest.mark.parametrize(
    ("query", "field", "row", "key", "becomes"),
    [
        ("", "actor", 2, "space", "actor:rebels"),
        ("actor:rebels", "actor", 1, "space", "(actor:rebels or actor:army)"),
        ("war actor:rebels", "actor", 0, "space", "war (actor:rebels or actor:army)"),
        ("actor:rebels or actor:army", "actor", 1, "space", "actor:rebels"),
        ("actor:rebels", "actor", 2, "space", ""),
        ("", "actor", 0, "minus", "not actor:union"),
        ("actor:union war", "actor", 1, "minus", "not actor:union war"),
        ("not actor:union", "actor", 0, "minus", ""),
        ("not actor:union", "actor", 0, "space", ""),
        ("(actor:army or actor:union) war", "actor", 2, "enter", "actor:rebels war"),
        ("(actor:army or actor:union) not actor:general", "actor", 0, "backspace", ""),
        ("war", "place", 0, "space", "war place:Harbour"),
        ("", "source", 0, "space", 'source:"The Gazette"'),
        ("status:denied", "arc", 0, "space", "status:denied arc:south"),
        # A part of a name, and a name in full, are the value that they mean.
        ("actor:rebel", "actor", 2, "space", ""),
        ("actor:Capital", "actor", 0, "space", ""),
        # Terms that hold each other stay as they are.
        ("actor:army or war", "actor", 1, "space", "(actor:army or war) actor:union"),
    ],
)
def test_keys_make_queries(ground, query, field, row, key, becomes):
    """Space adds to any of, - excludes, Enter leaves only this, Backspace clears."""
    seat = Seat(query=query, pane=FACETS, facets=Facets(field, row))
    assert keys.press(seat, key, ground).query == becomes


def test_two_groups_that_must_both_hold_stay_two(ground):
    """`actor:a actor:b` are events with both: a value more is one or the other of the last."""
    seat = Seat(query="actor:union actor:rebels", pane=FACETS, facets=Facets("actor", 1))
    assert keys.press(seat, "space", ground).query == ("actor:union (actor:rebels or actor:army)")


def test_typing_finds_a_value(ground):
    """Every letter does, those that are keys elsewhere too."""
    seat = keys.press(Seat(), "f", ground)
    for letter in "arm":
        seat = keys.press(seat, letter, ground)
    assert [each.key for each in facets.open_values(seat, ground)] == ["army"]
    assert keys.press(seat, "space", ground).query == "actor:army"
    assert keys.press(seat, "backspace", ground).facets.typed == "ar"
    closed = keys.press(seat, "escape", ground)
    assert (closed.pane, closed.facets.typed) == (FACETS, "")
    assert keys.press(closed, "escape", ground).pane == MAIN


def test_what_fits_nothing_can_do_nothing(ground):
    """And says so."""
    seat = Seat(pane=FACETS, facets=Facets("actor", 0, "xyz"))
    with pytest.raises(CannotAct, match="no actor fits"):
        keys.press(seat, "space", ground)
    with pytest.raises(CannotAct, match="no arc is chosen"):
        keys.press(Seat(pane=FACETS, facets=Facets("arc")), "backspace", ground)


def test_fields_follow_each_other(ground):
    """With left and right, and behind the last value."""
    seat = Seat(pane=FACETS)
    assert keys.press(seat, "right", ground).facets == Facets("arc")
    assert keys.press(seat, "left", ground).facets == Facets("source")
    last = Seat(pane=FACETS, facets=Facets("actor", 3))
    assert keys.press(last, "down", ground).facets == Facets("arc")
    assert keys.press(Seat(pane=FACETS, facets=Facets("arc")), "up", ground).facets.row == 3


@pytest.mark.parametrize(
    ("size", "pressed", "seen"),
    [
        ((140, 40), "", (True, True, True)),
        pytest.param((100, 30), "", (False, True, True), marks=pytest.mark.thorough),
        ((100, 30), "f", (True, True, False)),
        ((60, 20), "f", (True, False, False)),
    ],
)
def test_facets_stand_where_there_is_room(play, size, pressed, seen):
    """From 130 cells on always, else when they are asked for: instead of the event, or of all."""
    text = play(*pressed, size=size).text
    assert ("arc" in text, "The army lands" in text, "EDTF" in text) == seen


def test_the_screen_shows_what_is_chosen(play):
    """By a sign, not by a colour; the list and the command follow."""
    played = play("f", "space", "right", "minus", size=(140, 40), until="✓ The Union")
    assert played.seat.query == "actor:union not arc:north"
    assert any("✓ The Union" in row for row in played.lines)
    assert any("− The north" in row for row in played.lines)
    assert "$ timeline list 'actor:union not arc:north'" in played.lines[-2]


def test_a_click_chooses(play):
    """As Space does."""
    assert play(size=(140, 40), click=("#facets", (6, 3))).seat.query == "actor:rebels"


def test_in_a_large_file_they_are_counted_beside_the_keys(play, monkeypatch):
    """And shown when they are."""
    monkeypatch.setattr("timeline.exploring.ground._MOST_AT_ONCE", 0)
    played = play("f", size=(140, 40), until="Rumours")
    assert "The Gazette" in played.text


def test_facets_are_left_for_the_event(ground):
    """Esc goes back to the view, wherever one came from."""
    seat = keys.press(keys.press(Seat(pane=DETAIL), "f", ground), "escape", ground)
    assert seat.pane == MAIN
