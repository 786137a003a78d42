"""Dates that follow from order: through tables of ours and back, and beside other formats."""

import pytest

from timeline.exchange import own_csv
from timeline.exchange.contract import Choices, Export
from timeline.exchange.event_file import yaml
from timeline.exchange.losses import Losses
from timeline.exchange.tables.reader import read_delimited
from timeline.loading import load
from timeline.model.answers import Selection

FILE = """\
events:
  - {id: found, date: 2019-05-02, title: Cracks are found}
  - {id: warned, title: The mayor is warned, links: [{after: found}, {before: closed}]}
  - {id: closed, date: 2019-06-01, title: The bridge is closed}
  - {id: mended, title: It is mended, links: [{after: closed}]}
"""
STATED = "a date that is said to follow from order, which leaves other days: it is stated"


@pytest.fixture
def bridge(tmp_path):
    """Return the timeline of the file."""
    path = tmp_path / "bridge.yaml"
    path.write_text(FILE, "utf-8")
    return load.load(str(path))


@pytest.fixture
def again(tmp_path):
    """Return a timeline after a CSV, as it was changed there, and what its reading cost."""

    def read(timeline, change=str, chosen=None):
        text = own_csv.write(Export(timeline, chosen or timeline.select()), Losses())
        path = tmp_path / "bridge.csv"
        path.write_text(change(text), "utf-8")
        losses = Losses()
        return read_delimited(str(path), Choices(), losses), [loss.what for loss in losses]

    return read


def without(timeline, id_):
    """Return all events but one."""
    return Selection(match for match in timeline.select() if match.event.id != id_)


def undated(timeline):
    """Return the undated events and their dates."""
    return {event.id: event.date.text for event in timeline if event.undated}


IMPLIED = {"warned": "[2019-05-02..2019-06-01]", "mended": "[2019-06-01..]"}


def test_a_table_says_which_dates_follow_from_order(bridge, again):
    """They come back as such, and an event file leaves them out again."""
    found, told = again(bridge)
    assert undated(bridge) == undated(found) == IMPLIED
    assert STATED not in told
    written = yaml(Export(found, found.select()), Losses())
    assert written.count("date:") == 2


def test_a_date_that_was_changed_in_the_table_is_stated_and_that_is_told(bridge, again):
    """What stands there is what somebody has written."""
    found, told = again(bridge, lambda text: text.replace("2019-05-02..", "2019-05-03.."))
    assert undated(found) == {"mended": IMPLIED["mended"]}
    assert found.get("warned").date.text == "[2019-05-03..2019-06-01]"
    assert STATED in told


def test_a_date_without_all_that_gives_it_is_stated_and_that_is_told(bridge, again):
    """Of a part of the events only those that still have all their order stay undated."""
    found, told = again(bridge, chosen=without(bridge, "found"))
    assert undated(found) == {"mended": IMPLIED["mended"]}
    assert found.get("warned").date.text == IMPLIED["warned"]
    assert STATED in told


def test_a_table_of_before_has_no_such_column(bridge, again):
    """All its dates are stated, as they always were."""
    found, told = again(bridge, lambda text: text.replace(",undated", ",else", 1))
    assert undated(found) == {}
    assert STATED not in told
