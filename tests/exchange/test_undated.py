"""Dates that follow from order: through tables of ours and back, and beside other formats."""

import json

import pytest
from msgspec.structs import replace

from tests import databases
from timeline.exchange import formats, own_csv
from timeline.exchange.contract import Choices, Export
from timeline.exchange.event_file import yaml
from timeline.exchange.losses import Losses
from timeline.exchange.tables.reader import read_delimited
from timeline.exchange.undated import DEDUCED
from timeline.loading import load
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.timeline import Timeline
from timeline.query.logic import AllOf
from timeline.reports import lanes
from timeline.reports.answer import Answer
from timeline.views import list as list_view
from timeline.views import show

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


@pytest.mark.parametrize("change", ["denies closed", "after nobody", ""])
def test_a_date_that_no_order_gives_is_stated_and_that_is_told(bridge, again, change):
    """Its links say something else, or lead to what is not there: others keep their order."""
    found, told = again(bridge, lambda text: text.replace(",after closed,", f",{change},"))
    assert undated(found) == {"warned": IMPLIED["warned"]}
    assert found.get("mended").date.text == IMPLIED["mended"]
    assert STATED in told


def test_a_table_of_before_has_no_such_column(bridge, again):
    """All its dates are stated, as they always were."""
    found, told = again(bridge, lambda text: text.replace(",undated", ",else", 1))
    assert undated(found) == {}
    assert STATED not in told


def exported(timeline, format_):
    """Return the text of an export, and what its loss report says."""
    selection, losses = timeline.select(), Losses()
    drawn = lanes.lanes(selection, timeline, by="arc")
    made = formats.writer(format_)(Export(timeline, selection, lanes=drawn), losses)
    told = [loss for loss in losses if loss.what.startswith("undated:")]
    return made if isinstance(made, str) else databases.text(made), told


def stated(timeline):
    """Return the same timeline, with dates that somebody has written."""
    return Timeline(replace(event, undated=False) for event in timeline)


@pytest.mark.parametrize("format_", formats.WRITERS)
def test_every_format_says_which_dates_follow_from_order_or_that_it_does_not(bridge, format_):
    """It is either another text than that of stated dates, or told: of both events, once each."""
    text, told = exported(bridge, format_)
    other, nothing = exported(stated(bridge), format_)
    assert nothing == []
    if text == other:
        (loss,) = told
        assert sorted(loss.places) == sorted(IMPLIED)
    else:
        assert told == []


@pytest.mark.parametrize("format_", formats.WRITERS)
def test_every_format_says_what_answers_by_order_alone_or_that_it_does_not(bridge, format_):
    """It is either another text than that of what is certain anyway, or told of each."""
    texts, told = [], []
    for deduced in (True, False):
        found = Selection(Match(event, Verdict.YES, deduced=deduced) for event in bridge)
        drawn, losses = lanes.lanes(found, bridge, by="arc"), Losses()
        made = formats.writer(format_)(Export(bridge, found, lanes=drawn), losses)
        texts.append(made if isinstance(made, str) else databases.text(made))
        told.append([loss.count for loss in losses if loss.what == DEDUCED])
    assert told == ([[len(bridge)], []] if texts[0] == texts[1] else [[], []])


@pytest.mark.parametrize("format_", ["yaml", "json", "jsonl"])
def test_a_date_that_a_part_of_a_file_states_is_told(bridge, format_):
    """Without what gives it, it is written: that is another thing than its order."""
    losses = Losses()
    formats.writer(format_)(Export(bridge, without(bridge, "found")), losses)
    (told,) = (loss for loss in losses if loss.what.startswith("undated:"))
    assert told.places == ["warned"]


def test_plain_forms_mark_what_follows_from_order(bridge):
    """`true` in data, a sign before the date where people read it, and what it means below."""
    answer = Answer(bridge, AllOf(()), bridge.select(), bridge.select())
    view = list_view.ListView(answer)
    assert [each["undated"] for each in view.json()["events"]].count(True) == 2
    assert [json.loads(json.dumps(each))["undated"] for each in view.jsonl()].count(None) == 2
    page = "\n".join(view.md())
    assert "**⊢ 2 May – 1 Jun 2019, day?**" in page
    assert "⊢ before a date: it follows from order" in page
    said = "\n".join(show.DetailView(bridge, [bridge.get("warned")]).md())
    assert "- ⊢ by order: 2 May – 1 Jun 2019: 'Cracks are found' is of 2 May 2019 (after)" in said
    assert "narrower" not in said


def test_a_web_page_tells_what_is_so_by_order_alone(bridge):
    """The sign stands beside what is certain so, and the page says what it means."""
    first, *rest = bridge
    matches = [
        Match(first, Verdict.YES, deduced=True),
        *(Match(each, Verdict.YES) for each in rest),
    ]
    losses = Losses()
    text = formats.writer("html")(Export(bridge, Selection(matches)), losses)
    assert text.count('class="deduced"') == 1
    assert "An event marked ⊢ belongs to it for certain because of its order." in text
    assert text.count('class="ordered"') == 2
