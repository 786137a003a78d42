"""Which format a file is: by its ending, or by what its text shows."""

import io
import sys

import pytest

from timeline.exchange import formats
from timeline.exchange.formats import EVENT_FILE, READERS, WRITERS, beginning, format_of

SLIDES = '{"title": {}, "events": [{"start_date": {"year": "1908"}, "text": {"headline": "x"}}]}'
OURS = '{"timeline": {"title": "x"}, "events": [{"date": "2019", "title": "x"}]}'


@pytest.mark.parametrize(
    ("name", "text", "format_"),
    [
        ("a.yaml", "date,title", EVENT_FILE),
        ("a.YML", "", EVENT_FILE),
        ("a.mw", "", "markwhen"),
        ("a.ics", "", "ics"),
        ("a.ged", "", "gedcom"),
        ("a.tsv", "", "tsv"),
        ("a.csv", "date,title\n", "csv"),
        ("a.csv", "", "csv"),
        ("a.csv", "Year,Month,Day,Headline,Text\n", "timelinejs-csv"),
        ("a.csv", "Start Date,End Date,Headline,Text,Tag\n", "timelinejs-csv"),
        ("a.json", SLIDES, "timelinejs"),
        ("a.json", SLIDES[:-9], "timelinejs"),
        ("a.json", OURS, EVENT_FILE),
        ("a.json", OURS[:-9], EVENT_FILE),
        ("a.json", '[{"date": "2019", "title": "x", "tags": ["a"]}]', EVENT_FILE),
        ("a.json", '[{"date": "2019", "title": "x", "sumary": "y"}]', EVENT_FILE),
        ("a.json", '[{"date": "2019", "title": "x", "actor": "y"}]', "json"),
        ("a.json", '[{"when": "2019", "what": "x"}]', "json"),
        ("a.json", "[{", EVENT_FILE),
        ("a.json", "", EVENT_FILE),
        ("a.jsonl", '{"date": "2019", "title": "x"}\n', EVENT_FILE),
        ("a.jsonl", '{"datetime": "2019", "message": "x"}\n', "jsonl"),
        ("a.ndjson", '{"datetime": "2019", "message": "x"}\n', "jsonl"),
    ],
)
def test_a_file_is_known_by_its_ending_and_its_text(name, text, format_):
    """JSON and CSV hold many things; what cannot be told is for loading to refuse."""
    assert format_of(name, text) == format_


@pytest.mark.parametrize(
    ("text", "format_"),
    [
        ("- date: 2019\n  title: x, y\n", EVENT_FILE),
        ("- {date: 2019, title: x}\n", EVENT_FILE),
        ("timeline: {title: x}\nevents:\n", EVENT_FILE),
        ("", EVENT_FILE),
        ("Just some words, with a comma", EVENT_FILE),
        ("\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "ics"),
        ("0 HEAD\n1 SOUR x\n", "gedcom"),
        ("---\ntitle: x\n---\n\n2019-03: War\n", "markwhen"),
        ("title: x\n#War: #fff\n\n1930 - 1967: War\n", "markwhen"),
        ("date;title\n2019;x\n", "csv"),
        ("date,title\n2020-01-01,Notice: the bridge closes\n2020-02-01,B\n", "csv"),
        ("title,date\nA: b,2020-01-01\n2019: the year that was,2019\n", "csv"),
        ("title;date\n2019: x;2019\n", "csv"),
        ("title\tdate\n2019: x\t2019\n", "csv"),
        ("title|date\n2019: x|2019\n", "csv"),
        ('"title","date",\n"2019: x","2019",\n', "csv"),
        ("\ufefftitle,date\r\n2019: x,2019\r\n", "csv"),
        ("Year,Month,Headline,Text\n2019,3,War,2019: the war\n", "timelinejs-csv"),
        ("Start Date,End Date,Headline,Text,Tag\n2019: x,,a,b,c\n", "timelinejs-csv"),
        ("# Who, what, when\n\n2019: War\n", "markwhen"),
        ("// title, date\n2019: War\n", "markwhen"),
        ("title: Dates, places, who\n\n2019: War\n", "markwhen"),
        ("2019: who, what, when\n", "markwhen"),
        ("2019-13: who, when\n", "markwhen"),
        ("# date, title\n- date: 2019\n  title: x\n", EVENT_FILE),
        ("# date, title\nevents:\n- date: 2019\n  title: x\n", EVENT_FILE),
        ("#date,title\n2019,x\n", "csv"),
        ("2019 was a year: we all know, really\n", EVENT_FILE),
        (SLIDES, "timelinejs"),
        (OURS, EVENT_FILE),
        ('{"when": "2019", "what": "x"}\n{"when": "2020", "what": "y"}\n', "jsonl"),
    ],
)
def test_a_text_without_a_name_is_known_by_itself(text, format_):
    """As standard input is."""
    assert format_of("-", text) == format_
    assert format_of("somewhere/data", text) == format_


class _Pipe(io.BytesIO):
    """Bytes that can be looked at, and be read once."""

    def peek(self, _: int) -> bytes:
        return self.getvalue()[self.tell() :]


@pytest.mark.parametrize("kind", [io.BytesIO, _Pipe])
def test_looking_takes_nothing_away(kind, monkeypatch, tmp_path):
    """Standard input can still be read whole; so can a file."""
    source = kind(b"date,title\n2019,x\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    assert beginning("-").startswith("date,title")
    assert source.read() == b"date,title\n2019,x\n"
    path = tmp_path / "x"
    path.write_bytes(b"caf\xe9")
    assert beginning(str(path)) == "caf"
    assert beginning(str(tmp_path)) == beginning(str(tmp_path / "none")) == ""


def test_every_format_has_its_reader_and_writer():
    """The table names functions that are there."""
    for name in READERS:
        assert callable(formats.reader(name)), name
    for name in WRITERS:
        assert callable(formats.writer(name)), name
