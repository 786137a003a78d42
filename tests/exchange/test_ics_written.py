"""iCalendar: events become entries, and come back."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.edtf.strategies import edtf_texts
from tests.exchange.files_read import read, written
from tests.exchange.surviving import assert_survived, loose, lost, refused
from tests.timelines import timelines
from timeline import edtf
from timeline.exchange.ics.description import Parts, composed, parted
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

_read = partial(read, name="t.ics")


_written = partial(written, format_="ics")


def _entries(text):
    return {str(each["UID"]): each for each in Calendar.from_ical(text).walk("VEVENT")}


def test_entries_say_what_events_say(small):
    """Whole days, the end excluded; vague dates in words, first; places, tags, uid."""
    text, losses = _written(small)
    entries = _entries(text)
    war = entries["war@timeline"]
    assert (war["DTSTART"].dt, war["DTEND"].dt) == (date(2018, 3, 1), date(2019, 1, 6))
    assert str(war["SUMMARY"]) == "War of the Union [sic] with the rebels [/b]"
    assert str(war["DESCRIPTION"]) == (
        "Date: Mar 2018 – 5 Jan 2019\n\nIt is said to have begun in March.\n\n· · ·\n"
        "Status: confirmed\nActors: The Union, Army of the Union, Rebels\nPart of: The north\n"
        "[1] The Gazette, “War begins”, 2 Mar 2018 (B usually reliable) "
        "https://gazette.example/war?a=1\n"
        "[2] Rumours (F reliability cannot be judged; 4 doubtful; in Latin; says April)"
    )
    assert (str(war["LOCATION"]), war["CATEGORIES"].to_ical()) == ("Old Town; Harbour", b"war")
    deny = entries["rebels-deny@timeline"]
    assert deny["DTSTART"].dt == date(2018, 6, 1)
    assert "DTEND" not in deny
    assert str(deny["DESCRIPTION"]).startswith("· · ·\nStatus: denied")
    held = entries["occupation@timeline"]
    assert (held["DTSTART"].dt, held["DTEND"].dt) == (date(2019, 2, 1), date(2020, 7, 1))
    assert str(held["DESCRIPTION"]).startswith("Date: Feb 2019 →\n\n")
    assert {loss.what: loss.places for loss in losses if loss.kind == "widened"} == {
        "date: its span of days is written, and its words first in DESCRIPTION": [
            *("old-quarrel", "war", "general-speaks", "some-year", "occupation")
        ],
        "date, note: the nearest days are written; its words come back as a note": ["landing"],
    }


@pytest.mark.parametrize(
    ("name", "written_on"),
    [
        ("small", "2020-06-30"),
        pytest.param("curated", "2026-03-31", marks=pytest.mark.thorough),
    ],
)
def test_a_calendar_is_as_the_standard_wants_it(request, name, written_on):
    """CRLF, no line of more than 75 octets, what must be there, the same text every time."""
    timeline = request.getfixturevalue(name)
    text, _ = _written(timeline)
    lines = text.removesuffix("\r\n").split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    calendar = Calendar.from_ical(text)
    assert str(calendar["VERSION"]) == "2.0"
    assert str(calendar["PRODID"])
    for entry in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(entry)
        assert entry["DTSTAMP"].dt.isoformat() == f"{written_on}T00:00:00+00:00"
        assert not entry.errors
    assert text == _written(timeline)[0]


def test_a_maybe_is_marked(small, tmp_path):
    """By a sign in the title and a tentative status, which come back as nothing else."""
    event = small.get("some-year")
    text, losses = _written(small, Selection([Match(event, Verdict.MAYBE)]))
    entry = _entries(text)["some-year@timeline"]
    assert (str(entry["SUMMARY"]), str(entry["STATUS"])) == ("≈ A treaty is drafted", "TENTATIVE")
    assert not any("possibly" in loss.what for loss in losses)
    back = _read(tmp_path, text)[0].get("some-year")
    assert (back.title, back.tags) == ("A treaty is drafted", ())


@pytest.mark.parametrize("text", ["0000", "-0043-03-15", "Y12345", "9999-12-31", "9990/.."])
def test_years_that_a_calendar_does_not_have_are_refused(text, small):
    """Years before 1 and after 9999, and the last day of all that has no day after it."""
    event = _with(small.get("some-year"), date=edtf.parse(text))
    losses = _written(Timeline([event]))[1]
    fits = text in {"9999-12-31", "9990/.."}
    assert (losses.read, losses.written, losses.refused) == (1, int(fits), int(not fits))


def _with(event, **fields):
    values = {name: getattr(event, name) for name in event.__struct_fields__}
    return type(event)(**{**values, **fields})


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("1985-04-12T23:20:30Z", "19850412T232030Z"),
        ("1985-04-12T23:20:30-04:00", "19850413T032030Z"),
        ("1985-04-12T23:20", "19850412T232000"),
        ("1985-04-12T23-04", "19850413T030000Z"),
    ],
)
def test_a_time_of_day_is_a_moment(text, start, small):
    """With an offset it is written in UTC, and the words keep the clock of the place."""
    event = _with(small.get("some-year"), date=edtf.parse(text))
    entry = _entries(_written(Timeline([event]))[0])["some-year@timeline"]
    assert entry["DTSTART"].to_ical().decode() == start
    assert "DTEND" not in entry


_edited = st.text(st.sampled_from("aD: ·\n")).map(lambda text: text.strip("\n"))


# A timeline of many parts takes long to draw where others use the machine.
@given(timeline=timelines(most=3), as_of=st.none() | st.integers(1, 3_000_000))
def test_entries_come_back_as_events_up_to_what_wascounts(timeline, as_of, tmp_path_factory):
    """Ids, titles, summaries and tags always; the rest unless a loss names it."""
    timeline.as_of = as_of
    text, losses = _written(timeline)
    assert len(_entries(text)) == losses.written
    assert losses.read == len(timeline) == losses.written + losses.refused
    back, _ = _read(tmp_path_factory.getbasetemp(), text)
    assert (back.title, back.summary) == (timeline.title, timeline.summary)
    assert not {field for _, field in lost(losses)} & {"id", "title", "summary", "tags"}
    assert_survived(timeline, back, losses)
    gone = refused(losses)
    for match in timeline.select():
        first = match.event.date.earliest_start
        assert match.event.id not in gone or first is None or not 2 <= first < 3_000_000


def test_a_backslash_before_a_letter_is_no_line_end(tmp_path):
    """As in the path of a file, in a title, a summary, a place and a tag."""
    words = r"C:\New, \nothing; \\N"
    event = Event(
        id="e",
        date=edtf.parse("2019-03-05"),
        title=words,
        summary=words,
        places=("C:\\New",),
        tags=("C:\\New",),
        place=Place("f", 1),
    )
    back = _read(tmp_path, _written(Timeline([event]))[0])[0].get("e")
    assert (back.title, back.summary, back.places, back.tags) == (
        words,
        words,
        ("C:\\New",),
        ("C:\\New",),
    )


@given(text=edtf_texts(), as_of=st.none() | st.integers(1, 3_000_000))
def test_every_date_comes_back_or_is_told(text, as_of, tmp_path_factory):
    """Whatever EDTF can say: the same date, or a loss that names it, or a refusal."""
    event = Event(id="e", date=edtf.parse(text), title="T", place=Place("f", 1))
    timeline = Timeline([event], as_of=as_of)
    written, losses = _written(timeline)
    back, _ = _read(tmp_path_factory.getbasetemp(), written)
    assert losses.written == len(back)
    assert_survived(timeline, back, losses)


@given(
    words=_edited.filter(lambda text: "\n" not in text), summary=_edited, facts=st.lists(_edited)
)
def test_a_description_comes_apart_as_it_was_put_together(words, summary, facts):
    """Whatever a summary says, also what looks like our own words."""
    facts = [f"Note: {line}".replace("\n", " ") for line in facts]
    found = parted(composed(words, summary, facts))
    assert (found.words, found.summary) == (words, summary.strip("\n"))


def test_a_description_of_nothing_is_nothing():
    """No words, no summary, no facts."""
    assert composed("", "", []) == ""
    assert parted("") == Parts("", "", "")


def test_the_curated_timeline_comes_back(curated, how_many, tmp_path):
    """All events; the words of a vague date are understood again, or are told to be a note."""
    text, losses = _written(curated)
    back, seen = _read(tmp_path, text)
    assert seen.read == seen.written == losses.written == len(curated) == how_many
    assert_survived(curated, back, losses)
    for match in curated.select():
        found = back.get(match.event.id)
        assert str(found.date) == str(match.event.date) or match.event.id in loose(losses)
        assert (found.places, found.tags) == (match.event.places, match.event.tags)
