"""The views of the screen: each shows what its command shows, of the same question and focus."""

import pytest

from timeline.errors import UsageError
from timeline.exploring.seat import Seat
from timeline.exploring.views.table import VIEWS

AT = {name: key for key, view in VIEWS.items() for name in (view.name,)}


@pytest.mark.parametrize(
    ("name", "command", "shows"),
    [
        ("chart", " $ timeline chart rebels", "by the"),
        ("lanes", " $ timeline lanes rebels", "by arc"),
        ("known", " $ timeline list --by known rebels", "▸"),
    ],
)
def test_a_view_shows_what_is_asked_and_says_its_command(play, name, command, shows):
    """The query goes with whoever changes the view."""
    played = play(AT[name], seat=Seat(query="rebels"), size=(80, 20))
    assert played.lines[-2] == command
    assert shows in played.text
    assert played.lines[0].endswith(" 4 events")


def test_the_thread_is_that_of_the_event_in_focus(play):
    """And another one when the focus moves."""
    first, second = play(AT["thread"]), play(AT["thread"], "j")
    assert first.lines[-2] == f" $ timeline thread {first.app.ground.focus(first.seat).id}"
    assert second.lines[-2] != first.lines[-2]
    assert "no links" in first.text


def test_the_evidence_is_that_of_the_event_in_focus(play):
    """Its origins, whatever is asked; so the command names it alone."""
    played = play("j", AT["evidence"], seat=Seat(query="rebels"))
    assert played.lines[-2] == " $ timeline evidence war"
    assert "origin" in played.text


def test_views_share_the_focus(press):
    """What was looked at is looked at in every view."""
    there = press("j", "j", AT["chart"], AT["lanes"], AT["thread"], AT["list"])
    assert there.seat.focus == press("j", "j").seat.focus


def test_a_page_of_a_view_is_redrawn_for_another_question(play):
    """The chart of fewer events."""
    played = play(AT["chart"], "slash", *"rebels", "enter")
    assert "4 events" in "\n".join(played.lines[2:])


def test_what_cannot_be_drawn_says_why(play, ground, monkeypatch):
    """In the place where it would stand."""

    def refuse(*_):
        raise UsageError("too many periods")

    monkeypatch.setattr(VIEWS[AT["chart"]].__class__, "page", refuse)
    assert "too many periods" in play(AT["chart"], on=ground).text
