"""TimelineJS 3 JSON: what its slides say becomes events."""

import json
from functools import partial
from pathlib import Path

import pytest

from tests.exchange.files_read import counts, read
from timeline.errors import TimelineError
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses

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


_read = partial(read, name="t.json", format_="timelinejs")


def _slides(*events, **top):
    return json.dumps({**top, "events": list(events)})


def _slide(year, headline="A title", **rest):
    return {"start_date": {"year": year}, "text": {"headline": headline}, **rest}


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
    assert counts(losses) == {
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
    assert counts(losses) == {
        ("dropped", "media that is no address of the web"): 1,
        ("dropped", "caption or credit of such media"): 1,
        ("guessed", "the text of an HTML media is added to the text"): 1,
    }


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
