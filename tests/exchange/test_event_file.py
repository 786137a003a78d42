"""A selection as our own file in JSON: it loads again as it was, up to what is reported."""

import json
from pathlib import Path

from hypothesis import given

from tests.timelines import said, timelines, told
from timeline.exchange import event_file
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.loading import load
from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Actor


def _loaded(text, folder, name="t.json"):
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return load.load(str(path))


def _needed(timeline):
    """Return what is told of a timeline without the entries that no event needs."""
    header, (arcs, actors, sources), events = told(timeline)
    said_of = [dict(fields) for _, fields in events]
    used = {
        "arc": {event["arc"] for event in said_of},
        "actors": {actor for event in said_of for actor in event["actors"]},
        "sources": {each.source for event in said_of for each in event["sources"]},
    }
    return (
        header,
        {id_: arc for id_, arc in arcs.items() if id_ in used["arc"]},
        {id_: actor for id_, actor in actors.items() if id_ in used["actors"]},
        {id_: source for id_, source in sources.items() if id_ in used["sources"]},
        events,
    )


@given(timeline=timelines())
def test_json_loads_again_as_it_was(timeline, tmp_path_factory):
    """Nothing is lost of what the events need."""
    losses = Losses()
    text = event_file.json(Export(timeline, timeline.select()), losses)
    assert not losses
    assert (losses.read, losses.written) == (len(timeline), len(timeline))
    assert _needed(_loaded(text, tmp_path_factory.getbasetemp())) == _needed(timeline)


@given(timeline=timelines())
def test_json_lines_keep_the_events_and_report_the_registries(timeline, tmp_path_factory):
    """What an actor, arc or source says beyond its name is in the report, and only that."""
    losses = Losses()
    text = event_file.jsonl(Export(timeline, timeline.select()), losses)
    found = _loaded(text, tmp_path_factory.getbasetemp(), "t.jsonl")
    events = [match.event for match in timeline.select()]
    assert [said(match.event) for match in found.select()] == [said(event) for event in events]
    reported = {loss.what for loss in losses}
    for actor in {actor for event in events for actor in event.actors}:
        if timeline.actors[actor] != Actor(actor, actor):
            assert any(what.startswith("actor ") for what in reported)
    if not any((timeline.title, timeline.summary)):
        assert not any(what.startswith("timeline ") for what in reported)


def test_the_curated_timeline_survives_json(curated, tmp_path):
    """129 events with all their registries, and nothing to report."""
    losses = Losses()
    text = event_file.json(Export(curated, curated.select()), losses)
    assert not losses
    assert _needed(_loaded(text, tmp_path)) == _needed(curated)


def test_what_a_part_of_a_timeline_cannot_hold_is_told(small):
    """A link to what is not exported, that an answer is only possible, entries without use."""
    war, landing = small.get("war"), small.get("landing")
    export = Export(small, Selection([Match(landing, Verdict.MAYBE), Match(war, Verdict.YES)]))
    losses = Losses()
    found = json.loads(event_file.json(export, losses))
    assert found["events"][0]["links"] == [{"part-of": "war"}]
    assert [(loss.what, loss.places) for loss in losses] == [
        ("that it only possibly answers the query", ["landing"]),
        ("actor that no exported event needs", ["general"]),
    ]
    losses = Losses()
    alone = json.loads(
        event_file.json(Export(small, Selection([export.selection.matches[0]])), losses)
    )
    assert "links" not in alone["events"][0]
    assert [loss.what for loss in losses] == [
        "that it only possibly answers the query",
        "a link to an event that is not exported",
        "arc that no exported event needs",
        "actor that no exported event needs",
        "source that no exported event needs",
    ]
    assert [loss.places for loss in losses][2:] == [["north"], ["general", "rebels"], ["rumour"]]


def test_what_json_lines_leave_out_is_told_once_for_each_entry(small):
    """Kind, aliases and groups of actors; publisher and date of sources; the header."""
    losses = Losses()
    event_file.jsonl(Export(small, Selection([Match(small.get("war"), Verdict.YES)])), losses)
    assert {loss.what: loss.count for loss in losses} == {
        "timeline title: JSON Lines has no place for it": 1,
        "timeline summary: JSON Lines has no place for it": 1,
        "timeline as_of: JSON Lines has no place for it": 1,
        "arc title: JSON Lines has no place for it": 1,
        "actor name: JSON Lines has no place for it": 3,
        "actor kind: JSON Lines has no place for it": 3,
        "actor aliases: JSON Lines has no place for it": 1,
        "actor of: JSON Lines has no place for it": 1,
        "source publisher: JSON Lines has no place for it": 2,
        "source title: JSON Lines has no place for it": 1,
        "source date: JSON Lines has no place for it": 1,
        "source url: JSON Lines has no place for it": 1,
        "source reliability: JSON Lines has no place for it": 2,
        "source note: JSON Lines has no place for it": 1,
    }


def test_ends_that_close_on_several_days_are_told(tmp_path):
    """A file has one `as_of`, the earliest: what still went on later is open all the same."""
    text = "timeline: {{as_of: {}}}\nevents: [{{id: {}, date: {}, title: t}}]"
    days = {"a": ("2020-12-31", "2019/.."), "b": ("2022-12-31", "2019/..")}
    days["c"] = ("2022-12-31", "2019/")
    for id_, (day, date) in days.items():
        (tmp_path / f"{id_}.yaml").write_text(text.format(day, id_, date), encoding="utf-8")
    timeline = load.load(*(str(tmp_path / f"{id_}.yaml") for id_ in "bca"))
    losses = Losses()
    assert event_file.fields(Export(timeline, timeline.select()), losses)["timeline"] == {
        "as_of": "2020-12-31"
    }
    assert [(loss.what, loss.places) for loss in losses] == [
        ("an open end: its own file closes on another day", ["b"])
    ]


def test_of_names_that_stand_for_themselves_none_is_left_out(tmp_path):
    """A file without registries says no more of an actor than its events do."""
    text = "- {date: 2019, title: a, actors: [X]}\n- {date: 2020, title: b, actors: [Y]}\n"
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    timeline = load.load(str(tmp_path / "t.yaml"))
    losses = Losses()
    event_file.yaml(Export(timeline, Selection(timeline.select().matches[:1])), losses)
    assert not losses
