"""Sources in every format that has a word for them, as vague as their dates are."""

import re

import pytest

from timeline import edtf
from timeline.exchange.contract import Export
from timeline.exchange.formats import writer
from timeline.exchange.losses import Losses
from timeline.model.records import Citation, Event, Place, Source
from timeline.model.timeline import Timeline
from timeline.reports.lanes import lanes

IN_WORDS = ["html", "md", "ics", "timelinejs", "markwhen"]
AS_DATA = ["json", "yaml"]
WITHOUT = ["jsonl", "csv", "mermaid", "svg"]
OPEN = ["../2019", "2019/..", "/2019", "2019/", "[..2019]", "[2019..]"]


def _written(name, date):
    """Return what a format writes of an event whose source is of *date*, on one line."""
    source = Source("s", "A paper", "A report", edtf.parse(date))
    cited = (Citation("s"),)
    event = Event(id="e", date=edtf.parse("2020"), title="t", sources=cited, place=Place("f", 1))
    timeline = Timeline([event], sources={"s": source})
    found = timeline.select()
    made = lanes(found, timeline, by="arc", window=None)
    text = writer(name)(Export(timeline, found, lanes=made), Losses())
    return re.sub(r"\r\n ", "", text).replace("\\[", "[").replace("\\,", ",")


@pytest.mark.parametrize("date", OPEN)
@pytest.mark.parametrize("name", IN_WORDS)
def test_a_date_without_a_limit_is_said_in_words(name, date):
    """A source may go on, or have been there for long."""
    assert edtf.parse(date).describe() in _written(name, date)


@pytest.mark.parametrize("date", OPEN)
@pytest.mark.parametrize("name", AS_DATA)
def test_a_date_without_a_limit_is_kept(name, date):
    """Our own files have it as it stands."""
    assert date in _written(name, date)


@pytest.mark.parametrize("date", OPEN)
@pytest.mark.parametrize("name", WITHOUT)
def test_a_format_without_dates_of_sources_is_written_all_the_same(name, date):
    """The event is there."""
    assert "2020" in _written(name, date)
