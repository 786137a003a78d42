"""Real files written by others, where they lie beside the checkout: nothing is silently missing."""

from pathlib import Path

import pytest

from timeline.editing import whole
from timeline.exchange.contract import Choices
from timeline.exchange.formats import READERS, beginning, format_of, reader
from timeline.exchange.losses import Losses
from timeline.loading import load
from timeline.model.file_fields import file_fields

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples"
FILES = {
    "iqt-supply-chain-compromises.csv": ("csv", 183),
    "markwhen-search-engines.mw": ("markwhen", None),
    "pycon-us-2025.ics": ("ics", 224),
    "timelinejs-marktwain.json": ("timelinejs", 17),
    "timelinejs-women-in-computing.csv": ("timelinejs-csv", 10),
    "timesketch-sigma-events.csv": ("csv", 4),
    "timesketch-sigma-events.jsonl": ("jsonl", 4),
}
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the samples are not beside this checkout (../shared/samples)"
)

# Read by eye in the file: line → the day on which it was reported, and what it was.
REPORTED = {
    2: ("2003-12-03", "Gentoo"),
    3: ("2008-08-22", "Fedora"),
    4: ("2010-01-11", "Android Marketplace"),
    5: ("2010-01-12", "Perforce"),
    6: ("2010-12-03", "ProFTPD"),
    8: ("2010-12-29", "Android Apps"),
    9: ("2011-01-25", "Fedora"),
    10: ("2011-03-01", "Android Marketplace"),
    11: ("2011-05-30", "Android Marketplace"),
    12: ("2011-07-08", "Android Marketplace"),
}


def _read(name: str):
    path, losses = str(SAMPLES / name), Losses()
    format_ = format_of(path, beginning(path))
    return format_, reader(format_)(path, Choices(order="mdy"), losses), losses


@pytest.mark.parametrize("name", FILES)
def test_read_is_written_and_refused(name):
    """Each item of a sample is one or the other; what was written is a file that loads."""
    format_, found, losses = _read(name)
    expected, count = FILES[name]
    assert format_ == expected
    assert format_ in READERS
    assert losses.read == losses.written + losses.refused > 0
    assert losses.written == len(found)
    assert count in (None, losses.read)
    text = "".join(whole.pieces(file_fields(found, [match.event for match in found.select()])))
    again = load.load("again.yaml", instead={"again.yaml": text})
    assert [match.event.id for match in again.select()] == [
        match.event.id for match in found.select()
    ]


def test_ten_dates_of_the_incidents():
    """Month, day and year, as they stand in the file."""
    _, found, losses = _read("iqt-supply-chain-compromises.csv")
    lines = {match.event.place.line: match.event for match in found.select()}
    read = {line: (lines[line].date.text, lines[line].title) for line in REPORTED}
    assert (read, losses.refused) == (REPORTED, 0)


def test_the_instants_of_timesketch():
    """Three seconds in July 2015; the table and the lines of JSON say the same."""
    for name in ("timesketch-sigma-events.csv", "timesketch-sigma-events.jsonl"):
        _, found, _ = _read(name)
        events = [match.event for match in found.select()]
        assert [event.date.text for event in events] == [
            f"2015-07-24T19:01:0{second}+00:00" for second in (1, 2, 3, 3)
        ]
        assert [event.tags for event in events] == [("Write time",)] * 3 + [("foo",)]
