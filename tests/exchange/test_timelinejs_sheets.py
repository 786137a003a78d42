"""The spreadsheet of TimelineJS, the present and the older one, as CSV."""

from pathlib import Path

import pytest

from timeline.errors import TimelineError
from timeline.exchange.contract import Choices
from timeline.exchange.formats import reader
from timeline.exchange.losses import Losses

_SAMPLE = Path(__file__).parents[3] / "shared/samples/timelinejs-women-in-computing.csv"

# The shapes of a real sheet: the title as a row, cells of several lines, blank months, HTML.
_SHEET = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,\
Media Credit,Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,Women &amp; machines,"<p class=""lead"">A sample.</p>",,,,,title,,https://x.example/e.gif
1815,12,10,,1852,11,27,,,Ada Lovelace,"<p>Take <a href=""https://w.example/Ada"">Ada</a>:
a countess.</p><span>A note.</span>",https://w.example/a.jpg,Wiki,"<a href=""https://w.example/p"">Portrait</a>",,,,
1948,3,14,,,,,,,Edith Clarke,,"<blockquote>No demand.</blockquote>",,,,,,
1943,7,,,1946,,,,,...And who made it work,"<p>Kay
and Betty.</p>",https://v.example/1,,,,,,#fff
1943,6,5,,,,,,,The First Computer,ENIAC,"https://m.example/@39.9,-75.1",,,,,War,
1951,,,,,,,,,Rózsa Péter,,,,,,,,
1956,,,,1962,,,,,Space,,,,,,,,
2001,9,11,8:46,,,,,,Morning,,,,,,,,
2001,9,11,8:46 PM,2001,9,11,9:00 PM,,Evening,,,,,,,,
2010,,,,2019,,,,2010s,A decade,,,,,,,,
"1,969",,20,,,,,,,No month,,,,,,,,
1900,,,,1910,,,,,The old days,,,,,,era,,
1998,,,,,,,,,A second title,,,,,,title,,
"""

_OLDER = """\
Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag
,,Old sheets,How they were.,,,,,title,
1963,,Just a year,,,,,,,Years
8/9/1963,28/10/1964,Days and months,,,,,,,
13/12/1968,,Unclear only in its order,,,,,,,
12/25/85,,Two digits,,,,,,,
1969-07-20,1969-07-24,A flight,,,,,,,Space
"""


def _read(folder, text, **choices):
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    losses = Losses()
    return reader("timelinejs-csv")(str(path), Choices(**choices), losses), losses


def _dates(timeline):
    return {match.event.title: match.event.date.text for match in timeline.select()}


def _told(losses):
    return {(loss.kind, loss.what): loss.count for loss in losses}


def test_dates_say_what_their_rows_say(tmp_path):
    """A year stays a year; times are of 12 or 24 hours; words that agree tell the vagueness."""
    timeline, losses = _read(tmp_path, _SHEET)
    assert _dates(timeline) == {
        "Ada Lovelace": "1815-12-10/1852-11-27",
        "Edith Clarke": "1948-03-14",
        "...And who made it work": "1943-07/1946",
        "The First Computer": "1943-06-05",
        "Rózsa Péter": "1951",
        "Space": "1956/1962",
        "Morning": "2001-09-11T08:46",
        "Evening": "2001-09-11T20:46",
        "A decade": "201X",
        "No month": "1969",
        "A second title": "1998",
    }
    assert (losses.read, losses.written, losses.refused) == (11, 11, 0)


def test_the_rest_of_a_row_has_its_place_or_is_told(tmp_path):
    """The title row is the timeline's; links and media are sources; eras are dropped."""
    timeline, losses = _read(tmp_path, _SHEET)
    assert (timeline.title, timeline.summary) == ("Women & machines", "A sample.")
    ada = timeline.get("ada-lovelace-1815")
    assert (ada.summary, ada.place.line) == ("Take Ada : a countess. A note.".replace(" :", ":"), 3)
    sources = [timeline.sources[citation.source] for citation in ada.sources]
    assert [(each.url, each.publisher, each.title) for each in sources] == [
        ("https://w.example/Ada", "w.example", "Ada"),
        ("https://w.example/a.jpg", "Wiki", "Portrait"),
    ]
    assert timeline.get("edith").summary == "No demand."
    assert timeline.arcs[timeline.get("the-first-computer").arc].title == "War"
    assert _told(losses) == {
        ("dropped", "background of the title slide"): 1,
        ("dropped", "background"): 1,
        ("dropped", "an era"): 1,
        ("widened", "a date has no time at which it ends: the time of its start is kept"): 1,
        ("widened", "a day without a month, or a time without a day, is none"): 1,
        ("guessed", "a link in the text becomes a source"): 1,
        ("guessed", "the text of an HTML media is added to the text"): 1,
        ("guessed", "display_date tells how vague the date is"): 1,
    }


def test_an_older_sheet_whose_dates_contradict_needs_to_be_told_their_order(tmp_path):
    """28/10 is no month and a day, 12/25 is nothing else: nobody can know the order of 8/9."""
    timeline, losses = _read(tmp_path, _OLDER)
    assert _dates(timeline) == {"Just a year": "1963", "A flight": "1969-07-20/1969-07-24"}
    assert (losses.read, losses.written, losses.refused) == (5, 2, 3)
    order = next(loss for loss in losses if "first" in loss.what)
    assert order.count == 2
    assert order.hint == (
        "no order fits all: mdy is ruled out by 2 such as 28/10/1964 in 'End Date', "
        "dmy by 1 such as 12/25/85 in 'Start Date'"
    )
    assert timeline.title == "Old sheets"


def test_an_older_sheet_shows_the_order_of_its_dates(tmp_path):
    """Where all that can be told is told alike, no person has to say it."""
    rows = (line for line in _OLDER.splitlines(keepends=True) if "/85" not in line)
    timeline, losses = _read(tmp_path, "".join(rows))
    assert losses.refused == 0
    assert _dates(timeline)["Days and months"] == "1963-09-08/1964-10-28"
    (said,) = losses.settled
    assert "day first (dmy): '28/10/1964' in line 4" in said


def test_an_older_sheet_is_read_in_the_order_that_is_said(tmp_path):
    """Day first here; a year of two digits is refused all the same. A tag is the group."""
    timeline, losses = _read(tmp_path, _OLDER, order="dmy")
    assert _dates(timeline) == {
        "Just a year": "1963",
        "Days and months": "1963-09-08/1964-10-28",
        "Unclear only in its order": "1968-12-13",
        "A flight": "1969-07-20/1969-07-24",
    }
    assert (losses.read, losses.written, losses.refused) == (5, 4, 1)
    assert timeline.get("a-flight-1969").arc == "space"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,,,,,,,,No date,,,,,,,,", "no date"),
        ("2019,,,,,,,,,,,,,,,,,", "no title"),
        ("2019,13,,,,,,,,Bad month,,,,,,,,", "there is no such date"),
        ("2019,2,30,,,,,,,Bad day,,,,,,,,", "there is no such date"),
        ("2019,x,,,,,,,,Bad number,,,,,,,,", "the month is no whole number"),
        ("2019,1,1,soon,,,,,,Bad time,,,,,,,,", "the date cannot be read"),
        ("2019,,,,2018,,,,,Backwards,,,,,,,,", "there is no such date"),
        ("2019,,,,,,,,,x,,,,,,,,,,,y", "a row has more cells than the header"),
    ],
)
def test_a_bad_row_is_refused_and_stops_no_other(row, why, tmp_path):
    """Read is written and refused together."""
    head, _, rest = _SHEET.partition("\n")
    timeline, losses = _read(tmp_path, f"{head}\n{row}\n{rest}")
    assert (losses.read, losses.written, losses.refused) == (12, 11, 1)
    assert [(loss.what, loss.places[0][-8:]) for loss in losses if loss.kind == "refused"] == [
        (why, "csv:2:1".rjust(8, "."))
    ]
    assert len(timeline) == 11


def test_another_table_is_no_sheet(tmp_path):
    """A clear error, that says which columns it would have."""
    with pytest.raises(TimelineError, match="this is no sheet of TimelineJS"):
        _read(tmp_path, "date,title\n2019,A\n")


@pytest.mark.skipif(not _SAMPLE.exists(), reason="the samples are not here")
def test_the_sample_is_read_whole():
    """10 slides and the title; all ten dates looked up by eye."""
    losses = Losses()
    timeline = reader("timelinejs-csv")(str(_SAMPLE), Choices(), losses)
    assert (losses.read, losses.written, losses.refused) == (10, 10, 0)
    assert timeline.title == "Women in Computing"
    assert _dates(timeline) == {
        "Ada Lovelace": "1815-12-10/1852-11-27",
        "Edith Clarke: Bucking the Trend": "1948-03-14",
        "...And the women who made it work": "1943-07/1946",
        "The First Computer": "1943-06-05",
        "Rózsa Péter writes recursion": "1951",
        "Grace Hopper invents the compiler": "1952",
        "Contributions to space exploration": "1956/1962",
        "The First PhD in Computer Science": "1958",
        "Karen Spärck Jones makes search possible": "1972",
        '"The Mother of the Internet"': "1985",
    }
