"""What can be taken along: each form says what its command says, of the marked or of the focus."""

import json

import pytest

from timeline.exploring.copies import COPIES, addresses
from timeline.exploring.ground import Ground
from timeline.exploring.seat import CannotAct, Seat
from timeline.exploring.takes import takes_copies
from timeline.loading import load

TEXT = """
timeline: {title: Two}
sources:
  gazette: {publisher: The Gazette, title: No way across, date: 2019-03-29, url: "https://gazette.example/1"}
  letter: {publisher: A reader}
events:
- {id: closed, date: 2019-03-28, title: "The bridge [/b] is closed", sources: [gazette, letter]}
- {id: opened, date: 2021-05~, title: It is open}
"""


@pytest.fixture(name="two")
def _two(tmp_path):
    path = tmp_path / "two.yaml"
    path.write_text(TEXT)
    return Ground(load.load(str(path)), 737_000, origin=("-f", "two.yaml"))


def copied(key, seat, ground):
    """Return what the letter *key* takes along."""
    return next(each for each in COPIES if each.key == key).text(seat, ground)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("i", "closed"),
        ("u", "https://gazette.example/1"),
        ("$", "timeline -f two.yaml list"),
        (
            "c",
            (
                "28 Mar 2019: The bridge [/b] is closed (The Gazette, No way across, 29 Mar 2019, "
                "https://gazette.example/1; A reader)"
            ),
        ),
    ],
)
def test_what_is_taken_of_the_event_in_focus(two, key, text):
    """Its id, its addresses in the web, the command of the screen, a line that cites it."""
    assert copied(key, Seat(focus="closed"), two) == text


def test_what_is_marked_is_taken_instead(two):
    """In the order of time, wherever the focus is."""
    seat = Seat(focus="closed", marks=frozenset({"opened", "closed"}))
    assert copied("i", seat, two) == "closed\nopened"
    assert copied("i", Seat(focus="closed", marks=frozenset({"opened"})), two) == "opened"


def test_markdown_has_footnotes_and_json_is_json(two):
    """Text of the file is text in both."""
    seat = Seat(focus="closed")
    page = copied("m", seat, two)
    assert "[^" in page
    assert "The bridge \\[/b\\] is closed" in page
    assert json.loads(copied("j", seat, two))["events"][0]["id"] == "closed"


def test_a_bibliography_has_each_source_once(two):
    """Numbered."""
    page = copied("b", Seat(marks=frozenset({"opened", "closed"})), two)
    assert page.count("The Gazette") == 1
    assert "\n1. " in page


@pytest.mark.parametrize("key", ["b", "u"])
def test_what_there_is_nothing_of_says_so(two, key):
    """An event without a source."""
    with pytest.raises(CannotAct):
        copied(key, Seat(focus="opened"), two)


def test_addresses_are_those_of_sources_and_their_copies(two):
    """Each once, and none where there is none."""
    both = frozenset({"opened", "closed"})
    assert addresses(Seat(marks=both), two) == ["https://gazette.example/1"]
    assert addresses(Seat(focus="opened"), two) == []


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "linux"}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_terminals_without_a_clipboard_are_known(environment, takes):
    """There the text is kept in a file."""
    assert takes_copies(environment) is takes
