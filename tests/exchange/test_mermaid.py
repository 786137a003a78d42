"""Mermaid: a timeline diagram in the order of time, in which nothing but text is text."""

import re

from hypothesis import given

from tests.exchange.surviving import lost
from tests.timelines import timelines
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.model.answers import Match, Selection, Verdict

_LINES = re.compile(r"    title .+|    section [^:]+|      (?:[^:]+| {8}) : .+")


def _write(timeline, selection=None, query=""):
    losses = Losses()
    text = writer("mermaid")(Export(timeline, selection or timeline.select(), query), losses)
    assert (losses.read, losses.written) == (len(selection or timeline), len(selection or timeline))
    return text, losses


def _plain(text):
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text)


def test_a_small_timeline(small, golden):
    """A section for each year, the date of each period in words, claims as claims."""
    golden("export.mmd", _write(small)[0])


def test_what_is_left_out_is_named(small):
    """Date, title and status are shown; all other fields of the events are in the report."""
    left_out = {field for id_, field in lost(_write(small)[1]) if id_ == "war"}
    assert left_out == {"summary", "actors", "places", "arc", "tags", "sources"}


def test_the_title_says_what_was_asked_for(small):
    """The query stands behind the title of the timeline."""
    text = _write(small, query="actor:army")[0]
    assert text.splitlines()[1] == "    title A small timeline · actor#58;army"


def test_maybes_are_marked(small):
    """An event that only possibly answers begins with ≈."""
    events = [match.event for match in small.select()]
    selection = Selection(Match(event, Verdict.MAYBE) for event in events[:1])
    assert _write(small, selection)[0].splitlines()[-1] == (
        "      c. 1998 : ≈ An old quarrel begins (reported)"
    )


def test_signs_that_mermaid_or_html_would_act_on_are_numbers(small):
    """No colon, hash, semicolon, bracket, percent or quotation mark of a title is left."""
    text = _write(small)[0]
    assert "The army lands #58;boom#58;" in text
    assert "War of the Union #91;sic#93; with the rebels #91;/b#93;" in text


@given(timelines())
def test_whatever_a_title_says_it_stays_one(timeline):
    """Each event has one line, and its title can be read from it again."""
    lines = _write(timeline)[0].splitlines()
    assert lines[0] == "timeline"
    assert all(_LINES.fullmatch(line) for line in lines[1:])
    told = [_plain(line.partition(" : ")[2]) for line in lines if line.startswith("      ")]
    expected = [match.event for match in timeline.select()]
    for each, event in zip(told, expected, strict=True):
        status = "" if event.status in {"", "confirmed"} else f" ({event.status})"
        assert each == event.title + status
