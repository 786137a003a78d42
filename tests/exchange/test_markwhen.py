"""Markwhen: its sections, events and properties become ours, and ours become its again."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.edtf.strategies import edtf_texts
from tests.exchange.files_read import read
from tests.exchange.surviving import FIELDS, assert_survived, lost, refused
from tests.timelines import timelines
from timeline import edtf
from timeline.errors import TimelineError
from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import reader, writer
from timeline.exchange.losses import Losses
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.timeline import Timeline

_SAMPLE = Path(__file__).parents[3] / "shared/samples/markwhen-search-engines.mw"
_TODAY = edtf.day_number(2026, 11, 23)

# The shapes of a real file: a header without fences, the words `group` and `endGroup`,
# places and sources as links, text over several paragraphs, events without any.
_OLD_SHAPES = """\
title: Search
description: What was found.

#Unix: #ffe438

group Unix Tools: #Unix
1971-now: Unix find
Authored by Dick Haight
[Murray Hill](location)

A tool.

[Manual](https://manual.example/v1.pdf)
[Wikipedia](https://wiki.example/find_(Unix))

November 1973-now:grep
endGroup

1960-1969: SMART (Information Retrieval)
group "Internet": #Net

16 April 1971: FTP
March 21, 2007: Live Search
January 1994-December 31, 2014: Yahoo! Directory
endGroup
2020: Petal
"""

_NEW_SHAPES = """\
---
title: "Two #wars"
timezone: Europe/Paris
view: a@b.example
---
stray words
// a remark
# North #cold
id: the-north

How it went there.
## Within

2019-01-23: It begins #war #war_2 !first
location: "Old Town"
status: claimed
colour: red
Mood: grim

Some text: with a colon #aside and [a word](https://a.example/b).
- [x] a task
// nobody sees this
2019-01-24: [x] It goes on ![a map](maps.example/x.png)
# South
2019-02: It ends
"""


_read = partial(read, name="t.mw", format_="markwhen", today=_TODAY)


def _write(timeline, selection=None):
    losses = Losses()
    text = writer("markwhen")(Export(timeline, selection or timeline.select()), losses)
    assert losses.read == losses.written + losses.refused
    return text, losses


def _events(timeline):
    return [match.event for match in timeline.select()]


def _places(losses, kind, what):
    return [
        place.rpartition("t.mw:")[2]
        for loss in losses
        if (loss.kind, loss.what) == (kind, what)
        for place in loss.places
    ]


def test_groups_of_an_older_markwhen_are_arcs(tmp_path):
    """An event is in the group around it, one after `endGroup` in none; quotes are no part."""
    timeline, losses = _read(tmp_path, _OLD_SHAPES)
    assert (timeline.title, timeline.summary) == ("Search", "What was found.")
    assert [(event.date.text, event.title, event.arc) for event in _events(timeline)] == [
        ("1960/1969", "SMART (Information Retrieval)", ""),
        ("1971/..", "Unix find", "unix-tools"),
        ("1971-04-16", "FTP", "internet"),
        ("1973-11/..", "grep", "unix-tools"),
        ("1994-01/2014-12-31", "Yahoo! Directory", "internet"),
        ("2007-03-21", "Live Search", "internet"),
        ("2020", "Petal", ""),
    ]
    assert timeline.arcs["unix-tools"].title == "Unix Tools"
    assert timeline.arcs["internet"].title == "Internet"
    assert _places(losses, "dropped", "a tag of a group") == ["6:1", "20:1"]
    assert _places(losses, "dropped", "a tag's colour") == ["4:1"]


def test_links_are_places_and_sources(tmp_path):
    """`[x](location)` is a place; a link is a source with its words; neither is left as text."""
    event = _read(tmp_path, _OLD_SHAPES)[0].get("unix-find-1971")
    assert event.places == ("Murray Hill",)
    assert event.summary == "Authored by Dick Haight A tool."
    timeline = _read(tmp_path, _OLD_SHAPES)[0]
    cited = [timeline.sources[citation.source] for citation in event.sources]
    assert [(source.title, source.url) for source in cited] == [
        ("Manual", "https://manual.example/v1.pdf"),
        ("Wikipedia", "https://wiki.example/find_(Unix)"),
    ]


def test_sections_tags_and_properties(tmp_path):
    """A section within one is an arc of its own, after the one around it; what is ours is kept."""
    timeline, _ = _read(tmp_path, _NEW_SHAPES)
    first, second, third = _events(timeline)
    assert (timeline.title, first.id, first.title) == ("Two #wars", "first", "It begins")
    assert [timeline.arcs[event.arc].title for event in (first, third)] == [
        "North › Within",
        "South",
    ]
    assert timeline.arcs["the-north"].title == "North"
    assert timeline.arcs["the-north"].summary == "How it went there."
    assert (first.tags, first.places, first.status) == (
        ("war", "war_2", "aside"),
        ("Old Town",),
        "claimed",
    )
    assert first.summary == "Some text: with a colon and a word. - [x] a task"
    assert timeline.sources[first.sources[0].source].url == "https://a.example/b"
    assert second.title == "It goes on"
    assert timeline.sources[second.sources[0].source].url == "https://maps.example/x.png"


def test_what_has_no_place_is_reported_where_it_stands(tmp_path):
    """Each line that does not come through is in the report, with its line and column."""
    losses = _read(tmp_path, _NEW_SHAPES)[1]
    found = {loss.what: [place.rpartition("t.mw:")[2] for place in loss.places] for loss in losses}
    assert found == {
        "a line of the header": ["3:1", "4:1"],
        "text that belongs to no event": ["6:1"],
        "a comment": ["7:1", "22:1"],
        "a tag of a group": ["8:1"],
        "a property": ["17:1", "18:1"],
        "the checkbox of a title": ["23:1"],
    }


def test_a_line_meant_as_an_event_is_refused_and_the_others_are_read(tmp_path):
    """A date that does not exist stops no other event; its place and the reason are told."""
    text = "2019-01-01: one\n2019-13-45: two\n  1.2.2020: three\n5/6/19: four\n2019-02: five\n"
    timeline, losses = _read(tmp_path, text)
    assert [event.title for event in _events(timeline)] == ["one", "five"]
    assert (losses.read, losses.refused) == (5, 3)
    assert _places(losses, "refused", "there is no such date") == ["2:1"]
    assert _places(losses, "refused", "markwhen cannot read the date") == ["3:3"]
    assert _places(losses, "refused", "the year has two digits") == ["4:1"]


def test_a_recurring_event_is_refused_unless_repeats_are_allowed(tmp_path):
    """`every` makes so many events as its text says, and never more than a person allows."""
    text = "2019-01-31 every month for 4 times: rent\n2019-01-01 every day: endless\n"
    assert _read(tmp_path, text)[1].refused == 2
    timeline, losses = _read(tmp_path, text, repeats=5)
    dates = {"rent": [], "endless": []}
    for event in _events(timeline):
        dates[event.title].append(event.date.text)
    assert dates["rent"] == ["2019-01-31", "2019-03-31", "2019-05-31", "2019-07-31"]
    assert dates["endless"] == [f"2019-01-0{day}" for day in range(1, 6)]
    cut = "a recurrence: it goes on, and was cut off"
    assert _places(losses, "widened", cut) == ["2:1"]


@pytest.mark.parametrize(
    ("every", "times"),
    [("every day for 2 TIMES", 2), ("EVERY Day x3", 3), ("every other day for 3 Days", 2)],
)
def test_a_recurrence_may_be_in_capitals(every, times, tmp_path):
    """As markwhen has it."""
    assert len(_read(tmp_path, f"2019-01-01 {every}: it\n", repeats=9)[0]) == times


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind(end, tmp_path):
    """Lines end as in Unix, Windows or an old Mac: the same events at the same places."""
    timeline = _read(tmp_path, "2019: one\ntext\n2020: two\n".replace("\n", end))[0]
    assert [(e.title, e.summary, e.place.line) for e in _events(timeline)] == [
        ("one", "text", 1),
        ("two", "", 3),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Just a letter to a friend.\n", "no line in it is an event of markwhen"),
        (b"---\ntitle: x\n2019: y\n", "the header has no end"),
        (b"", "is empty"),
        (b"2019: \xff\xfe\n", "is not UTF-8"),
        (b"2019: a\0b\n", "is not a text file"),
        ("2019: ü".encode("utf-16"), "is UTF-16 text"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_one_sentence(data, message, tmp_path):
    """What markwhen would find nothing in is no timeline without events."""
    path = tmp_path / "t.mw"
    path.write_bytes(data)
    with pytest.raises(TimelineError, match=message):
        reader("markwhen")(str(path), Choices(), Losses())


def test_huge_and_twisted_lines_are_read_in_no_time(tmp_path):
    """A line of a million signs, a thousand amounts, brackets without end: text, or refused."""
    text = (
        f"2019: one\n{'a: ' * 300_000}\n{'1d ' * 5_000}: x\n{'[' * 90_000}(x)\n"
        f"{'-' * 80_000}:\n2020: {'t' * 100_001}\n2021: two\n{'!' * 9_000}\n"
    )
    _, losses = _read(tmp_path, text)
    assert losses.written >= 1
    assert any("more than 100,000 characters" in loss.what for loss in losses)


def test_writing_a_small_timeline(small, golden):
    """Arcs are sections; what markwhen cannot hold stands beside its nearest span, in words."""
    golden("export.mw", _write(small)[0])


def test_a_date_stands_exactly_beside_the_one_for_markwhen(tmp_path):
    """It comes back whole; where a person has changed the event's line, that is what counts."""
    text = '2018-04-01/2018-04-09: a\nedtf: "2018-04-0X"\n2018-05: b\nedtf: "2018-04-0X"\n'
    timeline, losses = _read(tmp_path, text)
    assert [event.date.text for event in _events(timeline)] == ["2018-04-0X", "2018-05"]
    assert _places(losses, "dropped", "an `edtf` that is not the date of its event") == ["4:1"]


def test_titles_that_look_like_markwhen_stay_titles(tmp_path, small):
    """A title with a date, a tag, an id, a comment or a link in it comes back as it was."""
    titles = [
        *("2019-01-01: not this date", "# heading", "#MeToo spreads", "// a remark", "- item"),
        *("[x] done", "look [here](https://x.example)", "!important .start", "key: value", "---"),
        *("every week for 3 times: rent", "group of people", "endGroup", "≈ perhaps", "50% off"),
        *("by: John", "12:30: lunch", "[Paris](location)", "a\u2060b"),
    ]
    event = small.get("some-year")
    events = [
        replace(event, id=f"e-{at}", title=title, summary=title, links=())
        for at, title in enumerate(titles)
    ]
    before = Timeline(events, actors=small.actors, arcs=small.arcs, sources=small.sources)
    text, losses = _write(before)
    after = _read(tmp_path, text)[0]
    assert_survived(before, after, losses)
    assert {f for id_, f in lost(losses)} == {"sources", "actors", "title", "summary"}
    assert {id_ for id_, field in lost(losses) if field == "title"} == {"e-18"}


def test_who_says_it_is_no_event(tmp_path, small):
    """`by: "Ann"` would be one to markwhen, which counts from other events so."""
    said = replace(small.get("war"), by=("Ann",), links=())
    text, losses = _write(Timeline([said], arcs=small.arcs, sources=small.sources))
    assert '\nsaid-by: "Ann"\n' in text
    after, told = _read(tmp_path, text)
    assert (len(after), told.refused) == (1, 0)
    assert (said.id, "by") in lost(losses)


def test_maybes_are_marked(small):
    """An event that only possibly answers begins with ≈; the others do not."""
    text, _ = _write(
        small,
        Selection(
            Match(event, Verdict.MAYBE if event.id == "war" else Verdict.YES)
            for event in _events(small)
        ),
    )
    marked = [line for line in text.splitlines() if "≈" in line]
    assert marked == ["2018-03/2019-01-05: ≈ War of the Union [sic] with the rebels [/b] #war"]


@given(timeline=timelines())
def test_what_is_written_comes_back_up_to_the_report(timeline, tmp_path_factory):
    """Every field of every event, but what a loss names; ids, arcs and dates always do."""
    text, losses = _write(timeline)
    after = _read(tmp_path_factory.mktemp("mw"), text)[0]
    assert_survived(timeline, after, losses)
    assert (after.title, after.summary) == (timeline.title, timeline.summary)
    assert {field for _, field in lost(losses)} <= {
        "sources",
        "actors",
        "by",
        "accounts",
        "date",
        "tags",
    }
    for event in _events(timeline):
        found = after.get(event.id)
        assert found.date.text == event.date.text
        assert sorted(found.tags) == sorted(event.tags)
        assert len(found.sources) <= len(event.sources)
        if event.arc:
            assert after.arcs[event.arc] == timeline.arcs[event.arc]


@given(timeline=timelines(dates=edtf_texts().map(edtf.parse)))
def test_any_date_comes_back_or_its_event_is_refused(timeline, tmp_path_factory):
    """Years of more than five digits alone are beyond markwhen."""
    text, losses = _write(timeline)
    for event in _events(timeline):
        far = abs(event.date.sort_key[0]) > 99_998 * 366
        assert event.id not in refused(losses) or far or "Y" in event.date.text
    if losses.written:
        assert_survived(timeline, _read(tmp_path_factory.mktemp("mw"), text)[0], losses)


def test_the_curated_timeline_comes_back(curated, tmp_path):
    """129 events with all fields but sources, which are links; ids of actors are named."""
    text, losses = _write(curated)
    after = _read(tmp_path, text)[0]
    assert_survived(curated, after, losses)
    kept = FIELDS - {field for _, field in lost(losses)}
    assert {"id", "title", "summary", "kind", "places", "arc", "status", "links", "note"} <= kept
    assert all(after.get(event.id).tags == event.tags for event in _events(curated))
    assert all(after.get(event.id).date.text == event.date.text for event in _events(curated))


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the samples are not here")
def test_a_real_file():
    """48 events, none refused; ten dates as they stand in the file, read by eye."""
    losses = Losses()
    timeline = reader("markwhen")(str(_SAMPLE), Choices(today=_TODAY), losses)
    assert (losses.read, losses.written, losses.refused) == (48, 48, 0)
    dates = {event.title: event.date.text for event in _events(timeline)}
    expected = {
        "Statistical Machine": "1927",
        "Memex": "1930/1967",
        "NCP (Network Control Protocol)": "1969/1983-01",
        "Unix grep command": "1973-11/..",
        "FTP (File Transfer Protocol)": "1971-04-16",
        "ALIWEB (Archie-Like Indexing of the Web)": "1993-10/1997-06",
        "Yahoo! Directory": "1994-01/2014-12-31",
        "Windows Live Search": "2009-05-08",
        "Bing": "2009-06-01/..",
        "Solr": "2006-01-17/..",
    }
    assert {title: dates[title] for title in expected} == expected
