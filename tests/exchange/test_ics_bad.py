"""Broken calendars: an entry that cannot be read is refused with its line, and harms no other."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.files_read import read
from timeline.errors import TimelineError
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses

_GOOD = ("BEGIN:VEVENT", "SUMMARY:Good", "DTSTART;VALUE=DATE:20250101", "END:VEVENT")


_read = partial(read, name="t.ics")


def _with_good(*lines):
    """Return a calendar of a good entry, the *lines* (from line 6 on), and a good entry."""
    return "\n".join(["BEGIN:VCALENDAR", *_GOOD, *lines, *_GOOD, "END:VCALENDAR"])


def _entry(*lines):
    return ("BEGIN:VEVENT", "SUMMARY:Bad", *lines, "END:VEVENT")


_START = "DTSTART:20250101T090000Z"

_REFUSED = {
    "END:VEVENT is missing": ("BEGIN:VEVENT", "SUMMARY:Bad", _START),
    "END:VALARM is missing": ("BEGIN:VEVENT", _START, "BEGIN:VALARM", "END:VEVENT"),
    "END:VJOURNAL ends what has not begun": ("BEGIN:VEVENT", _START, "END:VJOURNAL"),
    "no DTSTART": _entry("DTEND:20250101T090000Z"),
    "no SUMMARY, which would be the title": ("BEGIN:VEVENT", _START, "END:VEVENT"),
    "DTSTART cannot be read": _entry("DTSTART:2025"),
    "DTEND cannot be read": _entry(_START, "DTEND:soon"),
    "DURATION cannot be read": _entry(_START, "DURATION:an hour"),
    "it ends before it begins": _entry(_START, "DTEND:20241231T090000Z"),
    "DTSTART and DTEND are not of the same kind": _entry(_START, "DTEND;VALUE=DATE:20250102"),
    "it repeats, and how often is not said": _entry(_START, "RRULE:FREQ=DAILY"),
    "a value has more than 100,000 characters": _entry(_START, "DESCRIPTION:" + "x" * 100_001),
    "a VFREEBUSY is no event": ("BEGIN:VFREEBUSY", _START, "END:VFREEBUSY"),
    "a VTODO is no event": ("BEGIN:VTODO", "SUMMARY:Do", "END:VTODO"),
    "a X-THING is no event": ("BEGIN:X-THING", "SUMMARY:Do", "END:X-THING"),
}


@pytest.mark.parametrize(("why", "lines"), _REFUSED.items())
def test_a_broken_entry_is_refused_with_its_line(why, lines, tmp_path):
    """The two entries around it are read."""
    timeline, losses = _read(tmp_path, _with_good(*lines))
    assert [match.event.title for match in timeline.select()] == ["Good", "Good"]
    assert (losses.read, losses.written, losses.refused) == (3, 2, 1)
    found = next(loss for loss in losses if loss.kind == "refused")
    assert (found.what, [place[-5:] for place in found.places]) == (why, ["s:6:1"])


_RULES = {
    "FREQ=SECONDLY": "it repeats within a day, or its rule names no frequency",
    "FREQ=DAILY;BYSECOND=1,2,3": "it repeats within a day, or its rule names no frequency",
    "COUNT=3": "it repeats within a day, or its rule names no frequency",
    "FREQ=DAILY;COUNT=x": "RRULE cannot be read",
    "FREQ=DAILY;INTERVAL=0": "a rule of repetition that cannot be read",
    "FREQ=DAILY;UNTIL=20250230": "RRULE cannot be read",
    "FREQ=WEEKLY;BYDAY=XX": "RRULE cannot be read",
    "FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 1_000): "a rule of repetition of more than 1,000 "
    "characters",
}


@pytest.mark.parametrize(("rule", "why"), _RULES.items())
def test_a_broken_rule_is_refused(rule, why, tmp_path):
    """Also one that would go on for ever without a day."""
    text = _with_good(*_entry(_START, f"RRULE:{rule}"))
    timeline, losses = _read(tmp_path, text, repeats=5)
    assert len(timeline) == 2
    assert [loss.what for loss in losses if loss.kind == "refused"] == [why]


def test_a_rule_that_looks_for_a_day_that_never_comes_ends(tmp_path):
    """The first day counts, as the standard has it, and nothing else is found."""
    rule = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    timeline, losses = _read(tmp_path, _with_good(*_entry(_START, rule)), repeats=5)
    assert (len(timeline), losses.refused) == (3, 0)


def test_a_zone_with_a_rule_of_seconds_is_not_worked_out(tmp_path):
    """It is left out with a note, and the time is kept without it."""
    zone = (
        *("BEGIN:VTIMEZONE", "TZID:Evil", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100"),
        *("END:STANDARD", "END:VTIMEZONE"),
    )
    timeline, losses = _read(
        tmp_path, _with_good(*zone, *_entry("DTSTART;TZID=Evil:20250101T090000"))
    )
    assert timeline.get("bad-2025").date.text == "2025-01-01T09:00:00"
    assert {loss.what for loss in losses} == {
        "a time zone that cannot be understood",
        "a time zone that is not known here: the time is kept as it is written",
    }


def test_lines_that_are_none_are_dropped_with_their_place(tmp_path):
    """Garbage inside an entry, and a property that stands twice."""
    lines = _entry(_START, "garbage", "=?!:x", "DTSTART:20260101T090000Z", "LOCATION:Here")
    timeline, losses = _read(tmp_path, _with_good(*lines))
    bad = timeline.get("bad-2025")
    assert (bad.places, bad.date.text) == (("Here",), "2025-01-01T09:00:00Z")
    assert {loss.what: [place[-6:] for place in loss.places] for loss in losses} == {
        "a line that is no property": ["cs:9:1", "s:10:1"],
        "DTSTART a second time": ["s:11:1"],
    }


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_kind_of_line_end_will_do(end, tmp_path):
    """Also where the folds have it; places count the lines as an editor does."""
    text = _with_good(*_entry(_START, "LOCATION:He", " re")).replace("\n", end)
    timeline, _ = _read(tmp_path, text)
    assert timeline.get("bad-2025").places == ("Here",)
    assert timeline.get("bad-2025").place.line == 6


def test_a_file_that_is_cut_short_says_so(tmp_path):
    """In the midst of an entry, or between two of them."""
    whole = _with_good()
    timeline, losses = _read(tmp_path, whole[: whole.rindex("DTSTART")])
    assert (len(timeline), losses.refused) == (1, 1)
    timeline, losses = _read(tmp_path, whole.removesuffix("END:VCALENDAR"))
    assert (len(timeline), losses.refused) == (2, 0)
    assert [(loss.kind, loss.what) for loss in losses] == [
        ("guessed", "the file ends without END:VCALENDAR: it may be cut short")
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "t.ics is empty"),
        (b"BEGIN:VEVENT\nEND:VEVENT\n", "t.ics:1:1: this is not iCalendar"),
        (b"\n\nhello", "t.ics:3:1: this is not iCalendar"),
        (b"BEGIN:VCALENDAR\nSUMMARY:Caf\xe9\n", "t.ics is not UTF-8: byte 0xe9 at offset 27"),
        ("BEGIN:VCALENDAR".encode("utf-16"), "t.ics is UTF-16 text"),
        (b"BEGIN:VCALENDAR\n\0", "t.ics is not a text file"),
    ],
)
def test_what_is_no_calendar_is_a_clear_error(data, message, tmp_path, monkeypatch):
    """What is wrong, and where; never a traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.ics").write_bytes(data)
    with pytest.raises(TimelineError) as error:
        reader("ics")("t.ics", Choices(), Losses())
    assert message in error.value.message


def test_a_line_of_ten_megabytes_costs_no_more_than_reading_it(tmp_path):
    """Whether it is a picture, which no event has, or a text, which is refused."""
    huge = "x" * 10_000_000
    text = _with_good(*_entry(_START, f"ATTACH:{huge}"), *_entry(_START, f"SUMMARY2:{huge}"))
    timeline, losses = _read(tmp_path, text)
    assert (len(timeline), losses.refused) == (4, 0)
    timeline, losses = _read(tmp_path, _with_good(*_entry(_START, f"LOCATION:{huge}")))
    assert (len(timeline), losses.refused) == (2, 1)


def test_calendars_one_after_another_are_all_read(tmp_path):
    """As some programs write them: the first name is the timeline's."""
    one = "\n".join(["BEGIN:VCALENDAR", "X-WR-CALNAME:One", *_GOOD, "END:VCALENDAR", ""])
    timeline, losses = _read(tmp_path, one + one.replace("One", "Two"))
    assert (len(timeline), timeline.title, losses.read) == (2, "One", 2)


_PIECES = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VALARM"),
        *("END:VALARM", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:A", "SUMMARY:s", "SUMMARY;X"),
        *("DTSTART:20250101T000000", "DTSTART;VALUE=DATE:20250101", "DTSTART;TZID=A:x", ":", ""),
        *("DTEND;VALUE=DATE:20250101", "DTEND:20250101T000000Z", "DURATION:P1D", "DURATION:-P1D"),
        *("RRULE:FREQ=DAILY", "RRULE:x", "RDATE:20250102T000000", "EXDATE;VALUE=DATE:20250101"),
        *("RDATE;VALUE=PERIOD:20250101T000000Z/PT1H", "RECURRENCE-ID:x", "UID:1", "ATTENDEE:x"),
        *("RDATE:20250103T000000,20250104T000000Z", "DTSTART;TZID=Europe:20250101T000000"),
        *("RECURRENCE-ID;RANGE=THISANDFUTURE:20250102T000000", "X-WR-TIMEZONE:America/Chicago"),
        *("RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20250102", "DTSTART:20250101T000000Z"),
        *("CATEGORIES:a,b", "CATEGORIES:", " folded", "URL:x", "DTSTART:99991231T235959"),
        *("DURATION:P9999999D", "STATUS:CANCELLED", 'ORGANIZER;CN="x:y', "LOCATION:;;"),
        *("DTSTART;TZID=America/New_York:00010101T000000", "DTEND:00010101T000000Z"),
    ]
)


@given(lines=st.lists(_PIECES, max_size=25), repeats=st.integers(0, 3))
def test_whatever_the_lines_every_entry_is_read_or_refused(lines, repeats, tmp_path_factory):
    """Never a traceback; read is written and refused together."""
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines])
    timeline, losses = _read(tmp_path_factory.getbasetemp(), text, repeats=repeats)
    assert losses.read == losses.written + losses.refused
    assert len(timeline) == losses.written


def test_many_broken_entries_take_no_longer_than_good_ones(tmp_path):
    """Ten thousand entries without an end are ten thousand refusals."""
    text = "\n".join(["BEGIN:VCALENDAR", *["BEGIN:VEVENT", "SUMMARY:x"] * 10_000])
    _, losses = _read(tmp_path, text)
    assert (losses.read, losses.refused) == (10_000, 10_000)


def test_many_rules_that_find_no_day_are_not_all_followed_to_the_end(tmp_path):
    """A thousand of them would take minutes; what cannot be one of them is read all the same."""
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    rules = [never] * 1_000 + ["RRULE:FREQ=YEARLY;INTERVAL=5", "RRULE:FREQ=WEEKLY"]
    entries = "".join(
        f"BEGIN:VEVENT\r\nUID:{at}\r\nDTSTART;VALUE=DATE:20200101\r\nSUMMARY:s\r\n{rule}\r\n"
        "END:VEVENT\r\n"
        for at, rule in enumerate(rules)
    )
    path = tmp_path / "never.ics"
    path.write_text(f"BEGIN:VCALENDAR\r\n{entries}END:VCALENDAR\r\n", encoding="utf-8")
    losses = Losses()
    found = reader("ics")(str(path), Choices(repeats=4), losses)
    refused = [each for each in losses if each.what.startswith("its rule may find no day")]
    assert 900 < sum(each.count for each in refused) < 1_000
    assert len(found) == 1_000 - losses.refused + 4 + 4
