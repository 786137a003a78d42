"""Files of other programs that were spoiled: read as far as they can be, and every loss counted."""

import pytest
from hypothesis import assume, given

from tests.fuzz.mutants import spoiled
from timeline.errors import TimelineError
from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import WRITERS, reader, writer
from timeline.exchange.losses import Losses
from timeline.loading.load import load
from timeline.reports.lanes import lanes

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
X-WR-TIMEZONE:America/Chicago
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Paris:20240101T090000
RRULE:FREQ=DAILY;COUNT=5
EXDATE:20240102T080000Z
SUMMARY:A long walk\\, with friends
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;RANGE=THISANDFUTURE:20240103T080000Z
DTSTART:20240104T110000Z
SUMMARY:B
DESCRIPTION:<p>Words <b>and</b> more</p>
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
SLIDES = (
    '{"events": [{"start_date": {"year": "1908", "month": "2"}, "end_date": {"year": "1910"}, '
    '"text": {"headline": "A", "text": "<p>b</p>"}, "media": {"url": "https://a.example/x.jpg", '
    '"caption": "C", "credit": "D"}}]}'
)
SHEET = "Year,Month,Day,Headline,Text,Media\n1908,2,3,A,<p>b</p>,https://a.example/x\n1910,,,B,,\n"
MARKWHEN = """\
title: T
#tag: red

section A
2019-03: B #tag
[Press](https://a.example)
2020 / 2021-05: C
"""
GEDCOM = """\
0 HEAD
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Ann /Lee/
1 BIRT
2 DATE ABT 12 MAR 1637/38
2 PLAC York
1 DEAT
2 DATE BET 1 AND 5 MAR 1850
0 @F1@ FAM
1 HUSB @I1@
1 MARR
2 DATE 1700
0 TRLR
"""
TABLE = 'date,title,place,source,url\n3 May 2019,"A, b",Rome,Reuters,https://a.example\n2020,C,,,\n'
OBJECTS = (
    '[{"date": "2019", "what": "A", "places": ["b"], "sources": ["c"]}, {"date": "x", "what": 1}]'
)
OBJECT_LINES = (
    '{"datetime": "2019-01-01T00:00:00Z", "message": "A"}\n{"datetime": "", "message": "B"}\n'
)
SEEDS = {
    "timelinejs": SLIDES,
    "timelinejs-csv": SHEET,
    "markwhen": MARKWHEN,
    "ics": CALENDAR,
    "gedcom": GEDCOM,
    "csv": TABLE,
    "tsv": TABLE.replace(",", "\t"),
    "json": OBJECTS,
    "jsonl": OBJECT_LINES,
}


@pytest.fixture(name="path", scope="module")
def _path(tmp_path_factory):
    return tmp_path_factory.mktemp("spoiled") / "file"


@pytest.mark.parametrize("name", SEEDS)
def test_a_spoiled_file_is_read_or_refused(path, name):
    """What was read is what was written and what was refused, whatever stands in the file."""
    read = reader(name)

    @given(spoiled(SEEDS[name]))
    def whatever(data):
        path.write_bytes(data)
        losses = Losses()
        try:
            timeline = read(str(path), Choices(repeats=3), losses)
        except TimelineError:
            return
        assert losses.read == len(timeline) + losses.refused

    whatever()


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_sound_is_read(path, name):
    """The seeds are what they are meant to be: each gives an event."""
    path.write_text(SEEDS[name], encoding="utf-8", newline="")
    assert len(reader(name)(str(path), Choices(repeats=3), Losses())) > 0


@pytest.mark.parametrize("name", WRITERS)
def test_a_spoiled_event_file_that_loads_is_written(path, name):
    """In every format, with every event written or refused."""
    source = path.with_name("events.yaml")
    line = "- {{date: '{date}', title: '{title}', tags: [a b], sources: [c], places: [d]}}\n"
    seeds = [
        line.format(date=date, title=f"T{date}") for date in ("2019-03", "2014~/..", "[2019,2021]")
    ]

    @given(spoiled("".join(seeds)))
    def whatever(data):
        source.write_bytes(data)
        try:
            timeline = load(str(source))
        except TimelineError:
            return
        assume(len(timeline) > 0)
        losses = Losses()
        found = timeline.select()
        drawn = lanes(found, timeline)
        text = writer(name)(Export(timeline, found, lanes=drawn), losses)
        assert text.strip()
        assert losses.read == losses.written + losses.refused

    whatever()
