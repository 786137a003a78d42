"""TimelineJS 3 JSON: events become slides, and come back."""

import json
import re
from functools import partial
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import edtf_texts
from tests.exchange.files_read import counts, read, written
from tests.exchange.surviving import assert_survived, loose, lost, refused
from tests.timelines import timelines
from timeline import edtf
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

_read = partial(read, name="t.json", format_="timelinejs")


def _slides(*events, **top):
    return json.dumps({**top, "events": list(events)})


def _slide(year, headline="A title", **rest):
    return {"start_date": {"year": year}, "text": {"headline": headline}, **rest}


_written = partial(written, format_="timelinejs")


def test_slides_say_what_events_say(small):
    """Dates as exact as they are, words where they are vague, the arc as a group."""
    text, losses = _written(small)
    data = json.loads(text)
    slides = {slide["unique_id"]: slide for slide in data["events"]}
    said = {"headline": "A small timeline", "text": "Enough to see everything once."}
    assert data["title"] == {"text": said}
    assert "scale" not in data
    war = slides["war"]
    assert (war["start_date"], war["end_date"]) == (
        {"year": 2018, "month": 3},
        {"year": 2019, "month": 1, "day": 5},
    )
    assert "display_date" not in war
    assert (war["group"], war["text"]["headline"]) == (
        "The north",
        "War of the Union [sic] with the rebels [/b]",
    )
    assert slides["old-quarrel"]["display_date"] == "c. 1998"
    assert slides["old-quarrel"]["start_date"] == {"year": 1998}
    assert slides["some-year"] == {
        "unique_id": "some-year",
        "start_date": {"year": 2019},
        "text": slides["some-year"]["text"],
        "group": "The north",
    }
    held = slides["occupation"]
    assert (held["start_date"], held["end_date"]) == (
        {"year": 2019, "month": 2},
        {"year": 2020, "month": 6},
    )
    assert held["display_date"] == "Feb 2019 →"
    assert {loss.what: loss.places for loss in losses if loss.kind == "widened"} == {
        "date: its nearest days are written, and its words": [
            *("old-quarrel", "general-speaks", "occupation")
        ],
        "date, note: the nearest days are written; its words come back as a note": ["landing"],
        "arc: an id is made of its title, which is the group": [
            *("old-quarrel", "war", "landing", "general-speaks", "rebels-deny"),
            *("some-year", "occupation"),
        ],
    }


def test_what_has_no_place_stands_below_the_text_in_words(small):
    """Status, actors, places, tags; sources as footnotes, linked only to the web."""
    slide = next(
        each for each in json.loads(_written(small)[0])["events"] if each["unique_id"] == "war"
    )
    assert slide["text"]["text"] == (
        "<p>It is said to have begun in March.</p>"
        '<div class="timeline-facts"><p>Status: confirmed</p>'
        "<p>Actors: The Union, Army of the Union, Rebels</p><p>Places: Old Town; Harbour</p>"
        '<p>Tags: war</p><ol><li><a href="https://gazette.example/war?a=1">The Gazette, '
        "“War begins”, 2 Mar 2018 (B usually reliable)</a></li>"
        "<li>Rumours (F reliability cannot be judged; 4 doubtful; in Latin; says April)</li></ol>"
        "</div>"
    )


def test_a_maybe_is_marked_andcounts(small):
    """A slide has no sign for it but words, and the report says so."""
    export = Selection([Match(small.get("some-year"), Verdict.MAYBE)])
    text, losses = _written(small, export)
    assert (
        "<p>≈ only possibly: its date is vague</p>" in json.loads(text)["events"][0]["text"]["text"]
    )
    assert counts(losses)[("dropped", "that it only possibly answers the query")] == 1


def test_what_events_say_stays_text_in_html(tmp_path):
    """No mark-up and no script of a title becomes part of a page, and no other address a link."""
    evil = '<script>alert("1")</script> & <b onclick=x>'
    timeline, _ = _read(tmp_path, _slides(_slide(2019)))
    event = next(iter(timeline.select())).event
    event = _with(event, title=evil, summary=evil, note='</div><img src="x">', tags=("</p>",))
    text, _ = _written(timeline, Selection([Match(event, Verdict.YES)]))
    slide = json.loads(text)["events"][0]
    assert slide["text"]["headline"].startswith("&lt;script&gt;alert(&quot;1&quot;)")
    assert _elements(slide["text"]["text"]) <= {"p", "div", "ol", "li", "a"}


def _with(event, **fields):
    values = {name: getattr(event, name) for name in event.__struct_fields__}
    return type(event)(**{**values, **fields})


def _elements(markup):
    found = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: found.add(tag)
    parser.feed(markup)
    return found


def test_far_years_set_the_scale_and_farther_ones_are_refused(tmp_path):
    """Beyond the dates of JavaScript only years are told; beyond its numbers nothing is."""
    timeline, _ = _read(tmp_path, _slides(_slide("-170000000"), _slide("100000000000000000")))
    text, losses = _written(timeline)
    data = json.loads(text)
    assert data["scale"] == "cosmological"
    assert [slide["start_date"] for slide in data["events"]] == [{"year": -170_000_000}]
    assert len(refused(losses)) == 1


# The documentation of the format: each object, its fields and the kinds of their values.
_NUMBER = (int,)


_DATE = dict.fromkeys(("year", "month", "day", "hour", "minute", "second", "millisecond"), _NUMBER)


_TEXT = {"headline": (str,), "text": (str,)}


_SLIDE = {
    "start_date": _DATE | {"display_date": (str,)},
    "end_date": _DATE | {"display_date": (str,)},
    "text": _TEXT,
    "group": (str,),
    "display_date": (str,),
    "unique_id": (str,),
}


_HUMAN = (-271_820, 275_759)


def _check_fields(value, fields):
    assert isinstance(value, dict)
    for key, said in value.items():
        assert key in fields, key
        if isinstance(fields[key], dict):
            _check_fields(said, fields[key])
        else:
            assert type(said) in fields[key]


def _check_date(date, scale):
    names = [*_DATE][: len(date)]
    assert [*date] == names
    if scale == "human":
        assert _HUMAN[0] <= date["year"] <= _HUMAN[1]
    assert 1 <= date.get("month", 1) <= 12
    assert 1 <= date.get("day", 1) <= 31


def _check_document(text):
    """Hold that *text* is what the documentation of TimelineJS asks for."""
    data = json.loads(text)
    assert set(data) <= {"title", "events", "eras", "scale"}
    scale = data.get("scale", "human")
    assert scale in {"human", "cosmological"}
    assert set(data.get("title", {})) <= {"text"}
    ids = [slide["unique_id"] for slide in data["events"]]
    assert len(ids) == len(set(ids))
    for slide in data["events"]:
        _check_fields(slide, _SLIDE)
        assert {"start_date", "text"} <= set(slide)
        assert slide.get("end_date") != slide["start_date"]
        for key in {"start_date", "end_date"} & set(slide):
            _check_date(slide[key], scale)
        for plain in (slide.get("group", ""), slide.get("display_date", "")):
            assert not re.search(r"[<>]", plain)
    return data


# A timeline of many parts takes long to draw where others use the machine.
@given(timeline=timelines(most=3), as_of=st.none() | st.integers(1, 3_000_000))
def test_slides_come_back_as_events_up_to_what_wascounts(timeline, as_of, tmp_path_factory):
    """Ids, titles, summaries and the timeline's own always; the rest unless a loss names it."""
    timeline.as_of = as_of
    text, losses = _written(timeline)
    assert len(_check_document(text)["events"]) == losses.written
    assert losses.read == len(timeline) == losses.written + losses.refused
    back, _ = _read(tmp_path_factory.getbasetemp(), text)
    assert (back.title, back.summary) == (timeline.title, timeline.summary)
    assert not {field for _, field in lost(losses)} & {"id", "title", "summary"}
    assert_survived(timeline, back, losses)


@given(text=edtf_texts(), as_of=st.none() | st.integers(1, 3_000_000))
def test_every_date_comes_back_or_is_told(text, as_of, tmp_path_factory):
    """Whatever EDTF can say: the same date, or a loss that names it, or a refusal."""
    event = Event(id="e", date=edtf.parse(text), title="T", place=Place("f", 1))
    timeline = Timeline([event], as_of=as_of)
    written, losses = _written(timeline)
    back, _ = _read(tmp_path_factory.getbasetemp(), written)
    assert losses.written == len(back)
    assert_survived(timeline, back, losses)


@pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-15", "2018/2019-02-03", "-0043"])
def test_exact_dates_are_never_told_as_lost(text):
    """A year, a month, a day and spans of them are written as they are, without words."""
    event = Event(id="e", date=edtf.parse(text), title="T", place=Place("f", 1))
    written, losses = _written(Timeline([event]))
    assert not losses
    assert "display_date" not in written


def test_the_curated_timeline_comes_back(curated, how_many, tmp_path):
    """All events; the words of a vague date are understood again, or are told to be a note."""
    text, losses = _written(curated)
    _check_document(text)
    back, seen = _read(tmp_path, text)
    assert seen.read == seen.written == losses.written == len(curated) == how_many
    assert_survived(curated, back, losses)
    for match in curated.select():
        found = back.get(match.event.id)
        assert str(found.date) == str(match.event.date) or match.event.id in loose(losses)
    assert text == _written(curated)[0]
