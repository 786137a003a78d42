"""Entries that repeat, and entries that change what they repeat."""

import pytest

from tests.exchange.files_read import read, told

FUTURE = "that an entry changes those that follow it too (RANGE=THISANDFUTURE)"


def _entry(*lines: str, title: str = "A", uid: str = "1") -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *lines, "END:VEVENT"]


def _read(folder, *entries, head=(), **choices):
    lines = [line for entry in entries for line in entry]
    text = "\r\n".join(["BEGIN:VCALENDAR", *head, *lines, "END:VCALENDAR", ""])
    found, losses = read(folder, text, "x.ics", **choices)
    return [(match.event.title, match.event.date.text) for match in found.select()], losses


_FIVE = _entry("DTSTART:20240101T090000", "DTEND:20240101T100000", "RRULE:FREQ=DAILY;COUNT=5")


def _change(*lines: str, title="B", **kwargs) -> list[str]:
    return _entry(*lines, title=title, **kwargs)


_LASTING = _change(
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20240103T090000",
    "DTSTART:20240104T110000",
    "DTEND:20240104T113000",
)
_MOVED = [
    ("A", "2024-01-01T09:00:00"),
    ("A", "2024-01-02T09:00:00"),
    ("B", "2024-01-04T11:00:00"),
    ("B", "2024-01-05T11:00:00"),
    ("B", "2024-01-06T11:00:00"),
]


@pytest.mark.parametrize("entries", [(_FIVE, _LASTING), (_LASTING, _FIVE)])
def test_a_change_of_this_and_all_that_follow(tmp_path, entries):
    """They are as far away from where they were as the first of them, with its title."""
    found, losses = _read(tmp_path, *entries, repeats=10)
    assert found == _MOVED
    assert (losses.read, losses.refused) == (5, 0)
    assert FUTURE not in told(losses, "dropped")


def test_single_changes_and_days_left_out_stay_what_they_are(tmp_path):
    """Within what has changed for good, too; a later lasting change goes before an earlier."""
    series = [*_FIVE[:-1], "EXDATE:20240105T090000", "END:VEVENT"]
    single = _change("RECURRENCE-ID:20240104T090000", "DTSTART:20240110T150000", title="C")
    found, _ = _read(tmp_path, series, _LASTING, single, repeats=10)
    assert found == [*_MOVED[:3], ("C", "2024-01-10T15:00:00")]
    later = _change(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20240104T090000", "DTSTART:20240104T180000", title="C"
    )
    found, _ = _read(tmp_path, _FIVE, later, _LASTING, repeats=10)
    assert found == [
        *_MOVED[:3],
        ("C", "2024-01-04T18:00:00"),
        ("C", "2024-01-05T18:00:00"),
    ]


def test_the_first_of_a_series_may_change_with_all_the_others(tmp_path):
    """Then nothing is left of the series as it was, and that is no fault."""
    change = _change("RECURRENCE-ID;RANGE=THISANDFUTURE:20240101T090000", "DTSTART:20240101T100000")
    found, losses = _read(tmp_path, _FIVE, change, repeats=10)
    assert found == [("B", f"2024-01-0{day}T10:00:00") for day in range(1, 6)]
    assert losses.refused == 0


def test_no_more_repetitions_than_are_asked_for(tmp_path):
    """Counted in the whole series, of which the change is a part."""
    found, losses = _read(tmp_path, _FIVE, _LASTING, repeats=4)
    assert found == _MOVED[:4]
    assert "repetitions beyond those that are asked for" in told(losses, "dropped")


def test_where_nobody_says_how_often_the_change_alone_is_read(tmp_path):
    """And that there is more is told, with the way to have it."""
    found, losses = _read(tmp_path, _FIVE, _LASTING)
    assert found == [_MOVED[2]]
    assert told(losses, "refused") == ["it repeats, and how often is not said"]
    (loss,) = [loss for loss in losses if loss.what == FUTURE]
    assert loss.hint.startswith("import it with --repeats N")


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["RECURRENCE-ID;RANGE=THISANDFUTURE:20240103T090000"], FUTURE),
        (
            ["RECURRENCE-ID;RANGE=THISANDPRIOR:20240103T090000"],
            "that an entry changes other repetitions too (RANGE)",
        ),
    ],
)
def test_what_a_change_cannot_change_is_told(tmp_path, lines, what):
    """There is no series in the file, or it goes backwards, which no program does any more."""
    change = _change(*lines, "DTSTART:20240104T110000", uid="2")
    found, losses = _read(tmp_path, _FIVE, change, repeats=9)
    assert ("B", "2024-01-04T11:00:00") in found
    assert len(found) == 6
    assert what in told(losses, "dropped")


def test_a_series_of_whole_days_moves_by_days(tmp_path):
    """And may get a time of day, or another length."""
    series = _entry("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=WEEKLY;COUNT=3")
    days = _change(
        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20240108",
        "DTSTART;VALUE=DATE:20240109",
        "DTEND;VALUE=DATE:20240111",
    )
    found, _ = _read(tmp_path, series, days, repeats=9)
    assert found == [
        ("A", "2024-01-01"),
        ("B", "2024-01-09/2024-01-10"),
        ("B", "2024-01-16/2024-01-17"),
    ]
    timed = _change(
        "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20240108", "DTSTART:20240108T190000"
    )
    found, _ = _read(tmp_path, series, timed, repeats=9)
    assert found[1:] == [("B", "2024-01-08T19:00:00"), ("B", "2024-01-15T19:00:00")]


def test_the_clock_on_the_wall_counts(tmp_path):
    """Nine o'clock in Paris stays nine o'clock when summer time begins, on 31 March 2024."""
    series = _entry("DTSTART;TZID=Europe/Paris:20240328T080000", "RRULE:FREQ=DAILY;COUNT=6")
    for recurrence in (
        "RANGE=THISANDFUTURE;TZID=Europe/Paris:20240329T080000",
        "RANGE=THISANDFUTURE:20240329T070000Z",
    ):
        for start in ("TZID=Europe/Paris:20240329T090000", "X-A=b:20240329T080000Z"):
            change = _change(f"RECURRENCE-ID;{recurrence}", f"DTSTART;{start}")
            found, _ = _read(tmp_path, series, change, repeats=9)
            utc = start.endswith("Z")
            winter = "T08:00:00Z" if utc else "T09:00:00+01:00"
            summer = "T07:00:00Z" if utc else "T09:00:00+02:00"
            assert found[1:] == [
                ("B", f"2024-03-29{winter}"),
                ("B", f"2024-03-30{winter}"),
                ("B", f"2024-03-31{summer}"),
                ("B", f"2024-04-01{summer}"),
                ("B", f"2024-04-02{summer}"),
            ]


def test_entries_without_a_uid_change_nothing_of_each_other(tmp_path):
    """Nobody can know of which series they are."""
    one = ["BEGIN:VEVENT", "SUMMARY:A", "DTSTART:20240101T090000", "RRULE:FREQ=DAILY;COUNT=2"]
    other = [
        "BEGIN:VEVENT",
        "SUMMARY:B",
        "RECURRENCE-ID:20240102T090000",
        "DTSTART:20240103T090000",
    ]
    found, _ = _read(tmp_path, [*one, "END:VEVENT"], [*other, "END:VEVENT"], repeats=9)
    assert [title for title, _ in found] == ["A", "A", "B"]


def test_an_added_period_has_its_own_length(tmp_path):
    """An end or a duration; what is longer than a day is a span of days."""
    added = "20240106T100000Z/20240109T100000Z,20240120T230000Z/PT2H,20240201T100000Z/PT1H"
    entry = _entry("DTSTART:20240101T090000Z", "DURATION:PT1H", f"RDATE;VALUE=PERIOD:{added}")
    found, losses = _read(tmp_path, entry, repeats=9)
    assert [date for _, date in found] == [
        *("2024-01-01T09:00:00Z", "2024-01-06/2024-01-09", "2024-01-20/2024-01-21"),
        "2024-02-01T10:00:00Z",
    ]
    assert "a span of days has no times of day: they are dropped" in told(losses, "widened")
    back = _entry(
        "DTSTART:20240101T090000Z", "RDATE;VALUE=PERIOD:20240109T100000Z/20240106T100000Z"
    )
    found, losses = _read(tmp_path, back, repeats=9)
    assert found == []
    assert told(losses, "refused") == ["it ends before it begins"]


@pytest.mark.parametrize(
    ("start", "added", "expected"),
    [
        ("20200101T100000", "20200102T100000,20200103T100000Z", ["", "Z"]),
        ("20200101T100000Z", "20200102T100000,20200103T100000Z", ["Z", "Z"]),
        ("20200101T100000", "20200103T100000Z,20200102T100000", ["", "Z"]),
    ],
)
def test_times_with_and_without_a_zone_may_be_mixed(tmp_path, start, added, expected):
    """A clock is compared with a clock; each keeps what it says of its zone."""
    entry = _entry(f"DTSTART:{start}", f"RDATE:{added}")
    found, losses = _read(tmp_path, entry, repeats=9)
    assert [date for _, date in found[1:]] == [
        f"2020-01-0{day}T10:00:00{zone}" for day, zone in zip((2, 3), expected, strict=True)
    ]
    assert losses.refused == 0
    left_out = [*entry[:-1], "EXDATE:20200102T100000Z", "END:VEVENT"]
    found, _ = _read(tmp_path, left_out, repeats=9)
    assert [date[:10] for _, date in found] == ["2020-01-01", "2020-01-03"]
