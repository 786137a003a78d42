"""Time zones of calendars: their names are no paths, and a day is that of who keeps it."""

import pytest

from tests.exchange.files_read import read, told
from timeline.exchange.ics.reader import AT_HOME, NO_HOME

UNKNOWN = "a time zone that is not known here: the time is kept as it is written"


def _read(folder, *lines, **choices):
    text = "\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])
    found, losses = read(folder, text, "x.ics", **choices)
    return {match.event.title: match.event.date.text for match in found.select()}, losses


def _entry(title, *lines):
    return ("BEGIN:VEVENT", f"SUMMARY:{title}", *lines, "END:VEVENT")


def _zone(name, interval=";INTERVAL=1"):
    """Return a zone as Exchange writes it, of two hours in summer."""
    return (
        *("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T030000"),
        *("TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"),
        *(f"RRULE:FREQ=YEARLY{interval};BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT"),
        *("DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"),
        *(f"RRULE:FREQ=YEARLY{interval};BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"),
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Europe", "America/Argentina", "x" * 300, "../../etc/passwd", "/etc/localtime", "."),
        *(
            "",
            "..",
            "zone.tab",
            "tzdata.zi",
            "__init__.py",
            "Europe/",
            "/",
            "\u00e9",
            "posix",
            "localtime",
        ),
    ],
)
def test_the_name_of_a_zone_is_never_a_path(tmp_path, name):
    """What is none is told, and its entry and all others are read."""
    found, losses = _read(
        tmp_path,
        *_entry("good", "DTSTART;VALUE=DATE:20200101"),
        *_entry("odd", f"DTSTART;TZID={name}:20200101T100000"),
        *_entry("paris", "DTSTART;TZID=Europe/Paris:20200101T100000"),
    )
    assert found == {
        "good": "2020-01-01",
        "odd": "2020-01-01T10:00:00",
        "paris": "2020-01-01T10:00:00+01:00",
    }
    (loss,) = [loss for loss in losses if loss.what == UNKNOWN]
    assert loss.places[0].endswith("x.ics:6:1")


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("Europe/Paris", "+02:00"),
        ("W. Europe Standard Time", "+02:00"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "+02:00"),
        ("US/Eastern", "-04:00"),
        ("UTC", "Z"),
    ],
)
def test_zones_go_by_the_names_that_programs_give_them(tmp_path, name, end):
    """Olson's, Windows', and those with a maker in front."""
    found, _ = _read(tmp_path, *_entry("x", f"DTSTART;TZID={name}:20200701T100000"))
    assert found == {"x": f"2020-07-01T10:00:00{end}"}


@pytest.mark.parametrize("interval", [";INTERVAL=1", ";INTERVAL=01", ""])
@pytest.mark.parametrize("name", ["Customized Time Zone", "Europe", "Somewhere/Else"])
def test_a_zone_of_the_file_gives_its_distance(tmp_path, name, interval):
    """As Exchange writes each of its own: every year, every one of them."""
    found, losses = _read(
        tmp_path,
        *_zone(name, interval),
        *_entry("summer", f"DTSTART;TZID={name}:20230710T090000"),
        *_entry("winter", f'DTSTART;TZID="{name}":20230110T090000'),
    )
    assert found == {
        "winter": "2023-01-10T09:00:00+01:00",
        "summer": "2023-07-10T09:00:00+02:00",
    }
    assert "a time zone that cannot be understood" not in told(losses, "dropped")


@pytest.mark.parametrize("interval", [";INTERVAL=2", ";INTERVAL=10", ";INTERVAL=0"])
def test_a_zone_of_another_rhythm_is_not_worked_out(tmp_path, interval):
    """It is told, and its times are kept as they are written."""
    found, losses = _read(
        tmp_path, *_zone("Odd", interval), *_entry("x", "DTSTART;TZID=Odd:20230710T090000")
    )
    assert found == {"x": "2023-07-10T09:00:00"}
    assert set(told(losses, "dropped")) == {"a time zone that cannot be understood", UNKNOWN}


def test_a_time_in_utc_is_of_the_day_where_the_calendar_is_kept(tmp_path):
    """Seven in the evening in Chicago is one in the morning in UTC, a day later."""
    found, losses = _read(
        tmp_path,
        "X-WR-TIMEZONE:America/Chicago",
        *_entry("dinner", "DTSTART:20190217T010000Z", "DTEND:20190217T040000Z"),
        *_entry("night", "DTSTART:20190301T050000Z", "DTEND:20190303T060000Z"),
        *_entry("day", "DTSTART;VALUE=DATE:20190401"),
        *_entry("floating", "DTSTART:20190501T010000"),
        *_entry("elsewhere", "DTSTART;TZID=Europe/Paris:20190601T010000"),
        *_entry("summer", "DTSTART;TZID=UTC:20190701T010000"),
    )
    assert found == {
        "dinner": "2019-02-16T19:00:00-06:00",
        "night": "2019-02-28/2019-03-02",
        "day": "2019-04-01",
        "floating": "2019-05-01T01:00:00",
        "elsewhere": "2019-06-01T01:00:00+02:00",
        "summer": "2019-06-30T20:00:00-05:00",
    }
    (loss,) = [loss for loss in losses if loss.what == AT_HOME]
    assert (loss.kind, loss.count, loss.example) == ("guessed", 3, "America/Chicago")


def test_repetitions_in_utc_are_told_by_the_same_clock(tmp_path):
    """They come again at the same time in UTC, as the standard has it."""
    found, _ = _read(
        tmp_path,
        "X-WR-TIMEZONE:America/Chicago",
        *_entry("a", "DTSTART:20240309T010000Z", "RRULE:FREQ=DAILY;COUNT=1"),
        *_entry("b", "DTSTART:20240310T010000Z", "RDATE:20240312T010000Z"),
        repeats=9,
    )
    assert found["a"] == "2024-03-08T19:00:00-06:00"
    assert found["b"] == "2024-03-11T20:00:00-05:00"


def test_where_no_clock_differs_nothing_is_guessed(tmp_path):
    """London is at UTC in winter; and a zone of UTC changes nothing."""
    entry = _entry("x", "DTSTART:20190117T010000Z")
    for name in ("Europe/London", "UTC"):
        found, losses = _read(tmp_path, f"X-WR-TIMEZONE:{name}", *entry)
        assert found == {"x": "2019-01-17T01:00:00Z"}
        assert not losses


def test_a_home_that_the_file_describes_itself_is_known(tmp_path):
    """And one that nobody knows is told: then the days are those of UTC."""
    entry = _entry("x", "DTSTART:20190716T230000Z")
    found, _ = _read(tmp_path, "X-WR-TIMEZONE:Office", *_zone("Office"), *entry)
    assert found == {"x": "2019-07-17T01:00:00+02:00"}
    found, losses = _read(tmp_path, "X-WR-TIMEZONE:../Office", *entry)
    assert found == {"x": "2019-07-16T23:00:00Z"}
    assert told(losses, "dropped") == [NO_HOME]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
@pytest.mark.parametrize("blank", [b" ", b"\t"])
@pytest.mark.parametrize("sign", ["é", "€", "😀"])
def test_a_line_may_be_folded_within_a_character(tmp_path, end, blank, sign):
    """After 75 bytes, whatever they are; lines keep their numbers, and other faults are told."""
    title = sign * 60
    for at in range(70, 80):
        line = f"SUMMARY:{title}".encode()
        folded = line[:at] + end + blank + line[at:]
        lines = [b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", b"DTSTART:20240106", folded, b"END:VEVENT"]
        found, losses = read(tmp_path, end.join([*lines, b"END:VCALENDAR", b""]), "x.ics")
        (match,) = found.select()
        assert match.event.title == title
        assert not losses
