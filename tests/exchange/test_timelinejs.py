"""TimelineJS 3 JSON: what its slides say becomes events, and events become slides."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.edtf.strategies import edtf_texts
from tests.exchange.surviving import assert_survived, loose, lost, refused
from tests.timelines import timelines
from timeline import edtf
from timeline.errors import TimelineError
from timeline.exchange.contract import Choices, Export
from timeline.exchange.formats import reader, writer
from timeline.exchange.losses import Losses
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event, Place
from timeline.model.timeline import Timeline

_SAMPLE = Path(__file__).parents[3] / "shared/samples/timelinejs-marktwain.json"

# The shapes of a real file: strings and numbers, blanks and nulls, no headline, HTML, a map.
_SHAPES = r"""{
  "title": {"text": {"text": "An <i>author</i> &amp; humorist.", "headline": ""},
            "media": {"url": "https://wiki.example/Twain", "thumbnail": "https://x.example/t.png"}},
  "scale": "human",
  "events": [
    {"start_date": {"year": "1908", "month": "05", "day": "13"},
     "media": {"caption": "Drawn by Spy", "credit": "Vanity <b>Fair</b>",
               "url": "http://pictures.example/spy.jpeg"},
     "text": {"text": "A picture of him."}, "type": "overview"},
    {"start_date": {"year": "2000", "month": "01", "day": "05", "hour": "6", "minute": "45",
                    "second": "56", "millisecond": "", "format": ""},
     "location": {"name": "Florida, Missouri", "lat": 39.49, "line": true},
     "text": {"headline": "Born", "text": "<p>Halley\u2019s <a href=\"https://comet.example/h\">comet</a>.</p><p>Seen.</p>"},
     "unique_id": ""},
    {"start_date": {"year": "1920", "month": "01", "day": "05", "hour": "6"},
     "end_date": {"year": "1923", "month": "01", "day": "05", "hour": "7"},
     "text": {"headline": "Hannibal"}},
    {"start_date": {"year": 2014, "month": "", "day": null}, "text": {"headline": "Get started!"},
     "background": {"color": "#fff"}, "group": "Tools &amp; <b>more</b>", "unique_id": "start"},
    {"start_date": {"year": "1,943", "month": 7}, "end_date": {"year": "1946"},
     "text": {"headline": "ENIAC"}},
    {"start_date": {"year": "1900", "month": "01", "day": "06"},
     "text": {"headline": "", "text": ""}, "media": {"caption": "a tweet",
     "credit": null, "url": "https://short.example/1"}},
    {"start_date": {"year": "-44", "month": "3", "day": "15"}, "text": {"headline": "Ides"}},
    {"start_date": {"year": "-170000000"}, "text": {"headline": "Jurassic"}},
    {"start_date": {"year": "1969", "day": "7"}, "text": {"headline": "A day of no month"}},
    {"start_date": {"year": "1999"}, "end_date": {"year": "1999"}, "text": {"headline": "Once"}}
  ],
  "eras": [{"start_date": {"year": 1900}, "end_date": {"year": 1910}, "text": {"headline": "Old"}}]
}
"""


def _read(folder, text, **choices):
    """Return the timeline in the JSON *text*, and what was lost."""
    path = folder / "t.json"
    path.write_text(text, encoding="utf-8")
    losses = Losses()
    return reader("timelinejs")(str(path), Choices(**choices), losses), losses


def _slides(*events, **top):
    return json.dumps({**top, "events": list(events)})


def _slide(year, headline="A title", **rest):
    return {"start_date": {"year": year}, "text": {"headline": headline}, **rest}


def _written(timeline, selection=None):
    losses = Losses()
    export = Export(timeline, timeline.select() if selection is None else selection)
    return writer("timelinejs")(export, losses), losses


def _told(losses):
    return {(loss.kind, loss.what): loss.count for loss in losses}


def test_ten_dates_say_what_their_slides_say(tmp_path):
    """A year stays a year, a month a month, and -44 is the year that is shown as 44 BCE."""
    timeline, losses = _read(tmp_path, _SHAPES)
    assert {match.event.title: match.event.date.text for match in timeline.select()} == {
        "A picture of him.": "1908-05-13",
        "Born": "2000-01-05T06:45:56",
        "Hannibal": "1920-01-05/1923-01-05",
        "Get started!": "2014",
        "ENIAC": "1943-07/1946",
        "a tweet": "1900-01-06",
        "Ides": "-0043-03-15",
        "Jurassic": "Y-170000000",
        "A day of no month": "1969",
        "Once": "1999",
    }
    assert (losses.read, losses.written, losses.refused) == (10, 10, 0)


def test_the_rest_of_a_slide_has_its_place_or_is_told(tmp_path):
    """Text of HTML, sources, arc, place and id; and what an event cannot hold."""
    timeline, losses = _read(tmp_path, _SHAPES)
    assert (timeline.title, timeline.summary) == ("", "An author & humorist.")
    born, started = timeline.get("born-2000"), timeline.get("start")
    assert (born.summary, born.places) == ("Halley’s comet. Seen.", ("Florida, Missouri",))
    comet = timeline.sources[born.sources[0].source]
    assert (comet.url, comet.title) == ("https://comet.example/h", "comet")
    assert (started.arc, timeline.arcs["tools-more"].title) == ("tools-more", "Tools & more")
    drawn = timeline.get("a-picture-of-him-1908")
    picture = timeline.sources[drawn.sources[0].source]
    assert (picture.publisher, picture.title) == ("Vanity Fair", "Drawn by Spy")
    assert drawn.summary == ""
    assert _told(losses) == {
        ("dropped", "media.thumbnail of the title slide"): 1,
        ("dropped", "media of the title slide"): 1,
        ("dropped", "an era"): 1,
        ("dropped", "type"): 1,
        ("dropped", "location.lat"): 1,
        ("dropped", "location.line"): 1,
        ("dropped", "background"): 1,
        ("widened", "a span of days has no times of day: they are dropped"): 1,
        ("widened", "a day without a month, or a time without a day, is none"): 1,
        ("guessed", "no headline: the title is the beginning of the text, or the caption"): 2,
        ("guessed", "a link in the text becomes a source"): 1,
        ("guessed", "a year below 1 is the BCE year that TimelineJS shows"): 2,
    }


def test_each_thing_has_the_line_of_its_slide(tmp_path):
    """Slides and eras stand where their object begins."""
    timeline, losses = _read(tmp_path, _SHAPES)
    assert timeline.get("born-2000").place.line == 10
    assert timeline.get("start").place.column == 5
    eras = next(loss for loss in losses if loss.what == "an era")
    assert eras.places[0].endswith("t.json:30:12")


@pytest.mark.parametrize(
    ("start", "end", "words", "date", "note"),
    [
        ("2014", "", "c. 2014", "2014~", ""),
        ("2010", "2019", "2010s", "201X", ""),
        ("2025-10-21", "2025-10-31", "late Oct 2025", "[2025-10-21..2025-10-31]", ""),
        ("2025-08", "2025-11-30", "Aug 2025 →", "2025-08/..", ""),
        ("1985", "", "1985 – ?", "1985/", ""),
        ("2001-03", "2001-05", "spring 2001", "2001-21", ""),
        ("2025-10-26", "", "October 26, 2025", "2025-10-26", ""),
        ("1969", "", "1969", "1969", ""),
        ("2025-10-20", "2025-10-31", "late Oct 2025", "2025-10-20/2025-10-31", "late Oct 2025"),
        ("1950", "1985", "until 1985", "1950/1985", "until 1985"),
        ("1969-01-01", "", "1969", "1969-01-01", "1969"),
        ("1939-09-01", "1945-09-02", "The war", "1939-09-01/1945-09-02", "The war"),
    ],
)
def test_display_date_is_believed_where_the_numbers_agree(start, end, words, date, note, tmp_path):
    """Words that span the very days of the numbers say how vague a date is; others are a note."""
    slide = {
        "start_date": dict(zip(("year", "month", "day"), start.split("-"), strict=False)),
        "display_date": words,
        "text": {"headline": "T"},
    }
    if end:
        slide["end_date"] = dict(zip(("year", "month", "day"), end.split("-"), strict=False))
    event = next(iter(_read(tmp_path, _slides(slide))[0].select())).event
    assert (event.date.text, event.note) == (date, f"Date: {note}" if note else "")


@pytest.mark.parametrize(
    ("slide", "why"),
    [
        ({"text": {"headline": "T"}}, "no year"),
        (_slide(""), "no year"),
        (_slide("about 1900"), "the year is no whole number"),
        (_slide("1900.5"), "the year is no whole number"),
        (
            {"start_date": {"year": 2019, "month": 13}, "text": {"headline": "T"}},
            "there is no such date",
        ),
        (_slide("2020", end_date={"year": "2019"}), "there is no such date"),
        (_slide("2020", ""), "no title"),
        ("text", "a slide is an object"),
        (None, "a slide is an object"),
    ],
)
def test_a_bad_slide_is_refused_and_stops_no_other(slide, why, tmp_path):
    """Read is written and refused together, and the reason is said."""
    timeline, losses = _read(tmp_path, _slides(_slide(1), slide, _slide(2)))
    assert [match.event.date.text for match in timeline.select()] == ["0001", "0002"]
    assert (losses.read, losses.written, losses.refused) == (3, 2, 1)
    assert next(loss.what for loss in losses if loss.kind == "refused") == why


def test_a_slide_with_a_repeated_key_is_refused(tmp_path):
    """Which of the two was meant, nobody knows."""
    text = '{"events": [{"start_date": {"year": 1, "year": 2}, "text": {"headline": "T"}}]}'
    timeline, losses = _read(tmp_path, text)
    assert (len(timeline), losses.refused) == (0, 1)
    assert next(iter(losses)).what == "a key stands twice in a slide"
    assert next(iter(losses)).example == "year"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, 2]", "t.json:1:1: there are no slides"),
        ('{"timeline": {"date": []}}', "t.json:1:1: there are no slides"),
        ('{"events": [\n{"a": 1,}\n]}', "t.json:2:"),
        ('{"events": [{"start_date"', "not JSON: "),
        ('{"events": [], "events": []}', "t.json:1:16: the key 'events' stands twice"),
        ('{"events": ' + "[" * 100_000, "nested too deep"),
        ("", "t.json is empty"),
    ],
)
def test_what_is_no_timelinejs_is_a_clear_error(text, message, tmp_path, monkeypatch):
    """What is wrong, and where; never a traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.json").write_text(text, encoding="utf-8")
    with pytest.raises(TimelineError) as error:
        reader("timelinejs")("t.json", Choices(), Losses())
    assert message in error.value.message


def test_media_that_is_html_gives_its_words(tmp_path):
    """A quotation in place of a picture is text; a frame without words is dropped."""
    quote = {"url": "<blockquote>No demand. <cite>E. Clarke</cite></blockquote>"}
    frame = {"url": "<iframe src='https://x.example'></iframe>", "credit": "X"}
    timeline, losses = _read(
        tmp_path, _slides(_slide(1948, "Quote", media=quote), _slide(1949, "Frame", media=frame))
    )
    assert timeline.get("quote-1948").summary == "No demand. E. Clarke"
    assert not timeline.sources
    assert _told(losses) == {
        ("dropped", "media that is no address of the web"): 1,
        ("dropped", "caption or credit of such media"): 1,
        ("guessed", "the text of an HTML media is added to the text"): 1,
    }


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


def test_a_maybe_is_marked_and_told(small):
    """A slide has no sign for it but words, and the report says so."""
    export = Selection([Match(small.get("some-year"), Verdict.MAYBE)])
    text, losses = _written(small, export)
    assert (
        "<p>≈ only possibly: its date is vague</p>" in json.loads(text)["events"][0]["text"]["text"]
    )
    assert _told(losses)[("dropped", "that it only possibly answers the query")] == 1


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
def test_slides_come_back_as_events_up_to_what_was_told(timeline, as_of, tmp_path_factory):
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


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the samples are not here")
def test_the_sample_is_read_whole():
    """17 slides; the dates that they show, ten of them looked up by eye."""
    losses = Losses()
    timeline = reader("timelinejs")(str(_SAMPLE), Choices(), losses)
    assert (losses.read, losses.written, losses.refused) == (17, 17, 0)
    found = {match.event.title: match.event.date.text for match in timeline.select()}
    assert {
        "Florida, Missouri": "2000-01-05T06:45:56",
        "Hannibal, Missouri": "1920-01-05/1923-01-05",
        "a tweet": "1900-01-06T06:45:56",
        "Itinerant Printer": "1915-01-05T06:45:56",
        "Virginia City Territorial Enterprise": "1900-01-20T06:45:56",
        "San Francisco": "1960-01-05T06:45:56",
        "Hawaii": "1963-01-05T06:45:56",
        "Livy": "1935-01-05T06:45:56",
        "Roughing It": "1990-01-05T06:45:56",
        "Get started!": "2014",
    }.items() <= found.items()
