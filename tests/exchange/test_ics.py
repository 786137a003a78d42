"""iCalendar: the entries of a calendar become events, and events become entries."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.edtf.strategies import edtf_texts
from tests.exchange.surviving import assert_survived, loose, lost, refused
from tests.timelines import timelines
from timeline import edtf
from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import reader, writer
from timeline.exchange.ics.description import Parts, composed, parted
from timeline.exchange.losses import Losses
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

_SAMPLE = Path(__file__).parents[3] / "shared/samples/pycon-us-2025.ics"

# The shapes of real calendars: UTC, zones, floating and whole days, folds, escapes, HTML.
_SHAPES = r"""BEGIN:VCALENDAR
CALSCALE:GREGORIAN
X-WR-CALNAME:All\, events
X-WR-CALDESC:Talks\; and more
VERSION:2.0
PRODID:somebody
BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
DESCRIPTION:Section: talks\n<p>How to "see" sound\, <a href="https://x.exampl
 e/103">really</a> &amp\; well.</p>
DTEND:20250517T181500Z
LOCATION:Ballroom A; First floor
DTSTART:20250517T173000Z
STATUS:CONFIRMED
SUMMARY:[talk] Looking
  At Audio
TRANSP:OPAQUE
UID:bffa3522@x
URL:https://x.example/103
END:VEVENT
BEGIN:VEVENT
SUMMARY:A day
DTSTART;VALUE=DATE:20250601
DTEND;VALUE=DATE:20250602
DTSTAMP:20250101T000000Z
CATEGORIES:fun,work\, hard
CATEGORIES:more
ORGANIZER;CN=Ada Lovelace:mailto:ada@x.example
ATTENDEE;CN="Babbage, Charles":mailto:c@x.example
ATTENDEE;CN=Room 5;CUTYPE=ROOM:mailto:r@x.example
ATTENDEE;CN=d@x.example:mailto:d@x.example
ATTENDEE;CN=Busy;PARTSTAT=DECLINED:mailto:b@x.example
END:VEVENT
BEGIN:VEVENT
SUMMARY:Three days
DTSTART;VALUE=DATE:20250630
DTEND;VALUE=DATE:20250703
END:VEVENT
BEGIN:VEVENT
SUMMARY:No end at all
DTSTART;VALUE=DATE:20250704
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
SUMMARY:Lasts two days
DTSTART;VALUE=DATE:20250705
DURATION:P2D
END:VEVENT
BEGIN:VEVENT
SUMMARY:In New York
DTSTART;TZID=America/New_York:20250706T093000
DURATION:PT1H
END:VEVENT
BEGIN:VEVENT
SUMMARY:Floating
DTSTART:20250707T093000
END:VEVENT
BEGIN:VEVENT
SUMMARY:Overnight
DTSTART:20250708T220000Z
DTEND:20250709T020000Z
END:VEVENT
BEGIN:VEVENT
SUMMARY:Until midnight
DTSTART:20250710T220000Z
DTEND:20250711T000000Z
END:VEVENT
BEGIN:VEVENT
SUMMARY:In a zone of the file
DTSTART;TZID=Office:20250712T100000
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
SUMMARY:In a zone of nobody
DTSTART;TZID=Mars/Base:20250713T100000
END:VEVENT
BEGIN:VJOURNAL
SUMMARY:Noted
DTSTART;VALUE=DATE:20250714
END:VJOURNAL
BEGIN:VTODO
SUMMARY:To be done
DUE;VALUE=DATE:20250714
END:VTODO
END:VCALENDAR
"""


def _read(folder, text, **choices):
    """Return the timeline in a calendar, and what was lost."""
    path = folder / "t.ics"
    path.write_text(text, encoding="utf-8", newline="")
    losses = Losses()
    return reader("ics")(str(path), Choices(**choices), losses), losses


def _calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])


def _entry(*lines):
    return _calendar("BEGIN:VEVENT", "SUMMARY:A title", *lines, "END:VEVENT")


def _written(timeline, selection=None):
    losses = Losses()
    export = Export(timeline, timeline.select() if selection is None else selection)
    return writer("ics")(export, losses), losses


def _dates(timeline):
    return {match.event.title: match.event.date.text for match in timeline.select()}


def _told(losses):
    return {(loss.kind, loss.what): loss.count for loss in losses}


def _entries(text):
    return {str(each["UID"]): each for each in Calendar.from_ical(text).walk("VEVENT")}


def test_dates_say_what_their_entries_say(tmp_path):
    """A whole day is a day, its end excluded; a moment keeps its distance from UTC."""
    timeline, losses = _read(tmp_path, _SHAPES)
    assert _dates(timeline) == {
        "[talk] Looking At Audio": "2025-05-17T17:30:00Z",
        "A day": "2025-06-01",
        "Three days": "2025-06-30/2025-07-02",
        "No end at all": "2025-07-04",
        "Lasts two days": "2025-07-05/2025-07-06",
        "In New York": "2025-07-06T09:30:00-04:00",
        "Floating": "2025-07-07T09:30:00",
        "Overnight": "2025-07-08/2025-07-09",
        "Until midnight": "2025-07-10T22:00:00Z",
        "In a zone of the file": "2025-07-12T10:00:00+05:30",
        "In a zone of nobody": "2025-07-13T10:00:00",
        "Noted": "2025-07-14",
    }
    assert (losses.read, losses.written, losses.refused) == (13, 12, 1)


def test_the_rest_of_an_entry_has_its_place_or_is_told(tmp_path):
    """Text without HTML, places, tags, names without addresses, the source; the losses."""
    timeline, losses = _read(tmp_path, _SHAPES)
    assert (timeline.title, timeline.summary) == ("All, events", "Talks; and more")
    talk = timeline.get("talk-looking-at-audio-2025")
    assert talk.summary == 'Section: talks How to "see" sound, really & well.'
    assert talk.places == ("Ballroom A", "First floor")
    assert timeline.sources[talk.sources[0].source].url == "https://x.example/103"
    assert talk.place.line == 15
    day = timeline.get("a-day-2025")
    assert day.tags == ("fun", "work, hard", "more")
    assert [timeline.actors[actor].name for actor in day.actors] == [
        "Ada Lovelace",
        "Babbage, Charles",
    ]
    assert timeline.get("no-end-at-all-2025").tags == ("cancelled",)
    assert not any("@" in match.event.note for match in timeline.select())
    assert _told(losses) == {
        ("refused", "a VTODO is no event"): 1,
        ("dropped", "TRANSP"): 1,
        ("dropped", "a VALARM inside an entry"): 1,
        ("dropped", "UID: an id is made from the title"): 1,
        ("dropped", "STATUS:CONFIRMED"): 1,
        ("dropped", "the address of a person"): 5,
        ("dropped", "somebody without a name, or who declined"): 3,
        ("dropped", "the address of a link in a description"): 1,
        ("dropped", "the name of a time zone: its distance from UTC is kept"): 2,
        (
            "dropped",
            "a time zone that is not known here: the time is kept as it is written",
        ): 1,
        ("widened", "a date has no time at which it ends: the time of its start is kept"): 3,
        ("widened", "a span of days has no times of day: they are dropped"): 1,
        ("guessed", "STATUS:CANCELLED becomes a tag"): 1,
    }


_WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"
_LOCAL = "DTSTART;TZID=America/New_York:20250302T093000"


def test_what_repeats_is_refused_unless_somebody_says_how_often(tmp_path):
    """The refusal says how; then each time is an event, on the same clock all year."""
    text = _entry(_LOCAL, "DURATION:PT1H", _WEEKLY)
    timeline, losses = _read(tmp_path, text)
    assert (len(timeline), losses.read, losses.refused) == (0, 1, 1)
    assert "--repeats N" in next(iter(losses)).hint
    timeline, losses = _read(tmp_path, text, repeats=10)
    assert [match.event.date.text for match in timeline.select()] == [
        "2025-03-02T09:30:00-05:00",
        "2025-03-09T09:30:00-04:00",
        "2025-03-16T09:30:00-04:00",
        "2025-03-23T09:30:00-04:00",
    ]
    assert (losses.read, losses.written, losses.refused) == (4, 4, 0)
    assert [match.event.id for match in timeline.select()][:2] == ["a-title-2025", "a-title-2025-2"]


def test_a_conference_day_comes_out_in_order(tmp_path):
    """By the instant, whatever the order of the entries and their zones; the whole day first."""
    times = {
        "second": "DTSTART:20240105T090000Z",
        "fourth": "DTSTART:20240105T090001Z",
        "first": "DTSTART;VALUE=DATE:20240105",
        "third": "DTSTART;TZID=Europe/Moscow:20240105T120000",
    }
    entries = [
        f"BEGIN:VEVENT\r\n{time}\r\nSUMMARY:{name}\r\nEND:VEVENT" for name, time in times.items()
    ]
    found, _ = _read(tmp_path, _calendar(*entries))
    titles = [match.event.title for match in found.select()]
    assert titles == ["first", "second", "third", "fourth"]


def test_an_endless_rule_gives_as_many_as_are_asked_for(tmp_path):
    """The rest is told, with what to do."""
    timeline, losses = _read(
        tmp_path, _entry("DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=DAILY"), repeats=3
    )
    assert [match.event.date.text for match in timeline.select()] == [
        "2025-01-01",
        "2025-01-02",
        "2025-01-03",
    ]
    told = [(loss.kind, loss.what) for loss in losses]
    assert told == [("dropped", "repetitions beyond those that are asked for")]


def test_days_are_added_left_out_and_changed(tmp_path):
    """RDATE adds, EXDATE leaves out, and an entry with RECURRENCE-ID stands for itself."""
    text = _calendar(
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY:A title",
        "DTSTART:20250101T090000Z",
        "RRULE:FREQ=DAILY;UNTIL=20250105T090000Z",
        "RDATE:20250110T090000Z",
        "EXDATE:20250102T090000Z,20250103T090000Z",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY:Moved",
        "RECURRENCE-ID:20250104T090000Z",
        "DTSTART:20250120T090000Z",
        "END:VEVENT",
    )
    timeline, _ = _read(tmp_path, text, repeats=9)
    assert [(match.event.title, match.event.date.text[:10]) for match in timeline.select()] == [
        ("A title", "2025-01-01"),
        ("A title", "2025-01-05"),
        ("A title", "2025-01-10"),
        ("Moved", "2025-01-20"),
    ]


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
def test_entries_come_back_as_events_up_to_what_was_told(timeline, as_of, tmp_path_factory):
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


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the samples are not here")
def test_the_sample_is_read_whole():
    """224 entries; ten of them looked up by eye."""
    losses = Losses()
    timeline = reader("ics")(str(_SAMPLE), Choices(), losses)
    assert (losses.read, losses.written, losses.refused) == (224, 224, 0)
    assert timeline.title == "PyCon 2025 All Events"
    found = {match.event.place.line: match.event for match in timeline.select()}
    assert {line: (found[line].date.text, found[line].places) for line in _BY_EYE} == _BY_EYE


_BY_EYE = {
    6: ("2025-05-17T17:30:00Z", ("Ballroom A",)),
    17: ("2025-05-15T13:00:00Z", ("Room 319",)),
    316: ("2025-05-18T14:00:00Z", ("Hall A",)),
    637: ("2025-05-14T21:00:00Z", ("Concourse A",)),
    975: ("2025-05-17/2025-05-18", ("Ballroom A",)),
    1276: ("2025-05-18T16:00:00Z", ("Room 403/404",)),
    1599: ("2025-05-17T14:30:00Z", ("Room 301-305",)),
    1918: ("2025-05-18T17:00:00Z", ("Ballroom A",)),
    2237: ("2025-05-17T20:30:00Z", ("Hall A",)),
    2385: ("2025-05-15T20:30:00Z", ("Hall B",)),
}
