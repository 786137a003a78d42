"""What markwhen's dates mean: the text before a colon → EDTF, or a refusal.

The expectations follow the documentation and the source of @markwhen/parser 1.2.0;
`test_peers.py` asks that parser itself.
"""

import pytest
from hypothesis import given

from tests.edtf.strategies import edtf_texts
from timeline import edtf
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses
from timeline.exchange.markwhen.spans import nearest, read_back

TODAY = edtf.day_number(2026, 11, 23)

EXACT = [
    ("2019", "2019"),
    ("2019-05", "2019-05"),
    ("2019-05-06", "2019-05-06"),
    ("2019-05-06 14:30", "2019-05-06T14:30"),
    ("2019-05-06 2:30pm", "2019-05-06T14:30"),
    ("2019-05-06T12:30:00Z", "2019-05-06T12:30:00Z"),
    ("2019-01/2021", "2019-01/2021"),
    ("2019-05-06/2019-05-08", "2019-05-06/2019-05-08"),
    ("1930 - 1967", "1930/1967"),
    ("1960-1969", "1960/1969"),
    ("2019 to 2020", "2019/2020"),
    ("600", "0600"),
    ("12345", "Y12345"),
    ("5/2019", "2019-05"),
    ("5/13/2019", "2019-05-13"),
    ("5/13/2019 - 6/14/2019", "2019-05-13/2019-06-14"),
    ("5/5/2019", "2019-05-05"),
    ("May 2019", "2019-05"),
    ("May 5 2019", "2019-05-05"),
    ("December 31, 2014", "2014-12-31"),
    ("1 june 2009", "2009-06-01"),
    ("1969-January 1983", "1969/1983-01"),
    ("November 1973 - Feb 3, 1974", "1973-11/1974-02-03"),
    ("44 BCE", "-0043"),
    ("1 BC", "0000"),
    ("300-200 BCE", "-0299/-0199"),
    ("50 BC - 50 AD", "-0049/0050"),
    ("79 AD", "0079"),
    ("2019-W05", "2019-01-28/2019-02-03"),
    ("2019-W05-3", "2019-01-30"),
    ("2020W53", "2020-12-28/2021-01-03"),
    ("2019-05-06 / 2 weeks", "2019-05-06/2019-05-19"),
    ("2019-05-06 / 1 day", "2019-05-06"),
    ("2019-01-31 - 1 month", "2019-01-31/2019-02-27"),
    ("2019-05-03 / 2 weekdays", "2019-05-03/2019-05-06"),
    ("2019-05-03 / 2 business d", "2019-05-03/2019-05-06"),
    ("2019-05-03 / 86400 second", "2019-05-03"),
]
GUESSED = [
    ("1971-now", "1971/.."),
    ("now", "2026-11-23"),
    ("12 Jan 1750/1751", "1751-01-12"),
    ("Jan 1699/00", "1700-01"),
    ("May 5", "2026-05-05"),
    ("May", "2026-05"),
    ("5/6/2019", "2019-05-06"),
    ("79", "0079"),
    ("44 bce", "-0043"),
    ("2019~", "2019~"),
    ("201X", "201X"),
    ("[2018,2019]", "[2018,2019]"),
    ("../1985", "../1985"),
]
REFUSED = [
    *("2019-13", "2019-02-29", "31 June 2019", "13/13/2019", "2019-W54", "2019-05-06 25:00"),
    *("1.2.2020", "5/6/19", "2020-01-01/2019-01-01", "5 - 7 May 2019", "0 BCE", "0/5/2019"),
    *("9:30am", "2 weeks", "after !nobody 2 weeks", "2019/!nobody", "2019-1", "2019-05-"),
]
TEXT = [
    *("Note", "In 2019", "the 1990s", "c. 1850", "1000 people", "https", "s", "after", "19xx"),
    *("2,500", "3.14", "(1)", "5 apples", "summer 2019", "twice every week"),
]


def _read(folder, text, **choices):
    path = folder / "t.mw"
    path.write_text(text, encoding="utf-8")
    losses = Losses()
    timeline = reader("markwhen")(str(path), Choices(today=TODAY, **choices), losses)
    assert losses.read == losses.written + losses.refused
    return [match.event for match in timeline.select()], losses


def _one(folder, head):
    events, losses = _read(folder, f"{head}: it\n")
    assert [event.title for event in events] == ["it"]
    return events[0].date.text, losses


@pytest.mark.parametrize(("head", "expected"), EXACT)
def test_a_date_that_says_everything(head, expected, tmp_path):
    """It is read as it stands, and nothing is guessed."""
    found, losses = _one(tmp_path, head)
    assert found == expected
    assert not losses


@pytest.mark.parametrize(("head", "expected"), GUESSED)
def test_a_date_that_leaves_something_to_be_understood(head, expected, tmp_path):
    """It is read as markwhen does, or as EDTF says, and the report tells it."""
    found, losses = _one(tmp_path, head)
    assert found == expected
    assert losses.count("guessed") == 1


@pytest.mark.parametrize("head", REFUSED)
def test_a_date_that_cannot_be_meant(head, tmp_path):
    """It is refused with a reason and its place, never made today as markwhen would."""
    events, losses = _read(tmp_path, f"{head}: it\n2020: other\n")
    assert [event.title for event in events] == ["other"]
    (loss,) = losses
    assert (loss.kind, loss.example) == ("refused", head)
    assert loss.places[0].endswith("t.mw:1:1")


@pytest.mark.parametrize("head", TEXT)
def test_what_only_looks_a_little_like_a_date_is_text(head, tmp_path):
    """A line of a description with a colon in it stays one."""
    (event,), losses = _read(tmp_path, f"2020: it\n\n{head}: more\n")
    assert event.summary == f"{head}: more"
    assert not losses


RELATIVE = [
    ("2019-05-06: a !a", "2 weeks: b", "2019-05-07/2019-05-20"),
    ("2019-05-06: a !a", "after !a 1 day: b", "2019-05-07"),
    ("2019-05-06: a !a", "after !a.start 1 day: b", "2019-05-06"),
    ("2019-05-06: a !a", "!a + 3 days - 2 days: b", "2019-05-10/2019-05-11"),
    ("2019-05-06: a !a", "before !a 2 weeks: b", "2019-04-22/2019-05-05"),
    ("2019-05-06: a !a", "by !a 1 week - 2 days: b", "2019-04-27/2019-04-28"),
    ("2019-05-06: a !a", "2019-05-01 / !a.end: b", "2019-05-01/2019-05-06"),
    ("2019-05-06/2019-05-08: a\nid: x-1", "after .start 2 days: b", "2019-05-06/2019-05-07"),
    ("2019-01-30: a", "1 month: b", "2019-01-31/2019-02-27"),
    ("2019-05-03: a", "5 week days: b", "2019-05-04/2019-05-10"),
    ("2019-05-05: a", "6 work days: b", "2019-05-06/2019-05-13"),
    ("2019-05-06: a !a", "before !a 6 weekdays: b", "2019-04-26/2019-05-05"),
    ("2019-05-06: a", "9:30am: b", "2019-05-07T09:30"),
    ("2019-05-06 12:30: a", "12:45: b", "2019-05-06T12:45"),
    ("2019-05-06 12:30: a", "9:00: b", "2019-05-07T09:00"),
    ("2019-05-06 12:30: a", "2 hours: b", "2019-05-06"),
]


@pytest.mark.parametrize(("first", "second", "expected"), RELATIVE)
def test_a_date_that_counts_from_another(first, second, expected, tmp_path):
    """Counted as markwhen does: from the end of what came before, and exact if that is."""
    events, losses = _read(tmp_path, f"{first}\n{second}\n")
    assert {event.title: event.date.text for event in events}["b"] == expected
    assert losses.count("guessed") == 0


def test_what_counts_from_a_vague_date_is_a_guess(tmp_path):
    """`2 weeks` after a year begin on its last day's morrow: markwhen's choice, and told."""
    events, losses = _read(tmp_path, "2019: a\n2 weeks: b\n")
    assert events[1].date.text == "2020-01-01/2020-01-14"
    assert [loss.kind for loss in losses] == ["guessed"]


@pytest.mark.parametrize(
    ("text", "choices"),
    [("---\ndateFormat: d/M/y\n---\n3/4/2020: it\n", {}), ("3/4/2020: it\n", {"order": "dmy"})],
)
def test_the_day_comes_first_where_the_file_or_a_person_says_so(text, choices, tmp_path):
    """Then 3/4/2020 is the 3rd of April, and no guess."""
    (event,), losses = _read(tmp_path, text, **choices)
    assert event.date.text == "2020-04-03"
    assert not losses


@given(edtf_texts())
def test_the_nearest_span_covers_every_day_of_a_date(text):
    """It holds all days on which the date may lie, where it has limits; markwhen reads it."""
    when = edtf.parse(text)
    head = nearest(when)
    if head is None:
        return
    written = edtf.parse(read_back(head))
    if when.earliest_start is not None:
        assert written.earliest_start <= when.earliest_start
    if when.earliest_start is not None and when.latest_end is not None:
        assert written.latest_end >= when.latest_end
