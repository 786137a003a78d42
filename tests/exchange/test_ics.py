"""iCalendar: the entries of a calendar become events."""

from functools import partial
from pathlib import Path

import pytest

from tests.exchange.files_read import counts, read
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses

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


_read = partial(read, name="t.ics")


def _calendar(*lines):
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])


def _entry(*lines):
    return _calendar("BEGIN:VEVENT", "SUMMARY:A title", *lines, "END:VEVENT")


def _dates(timeline):
    return {match.event.title: match.event.date.text for match in timeline.select()}


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
    assert counts(losses) == {
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
