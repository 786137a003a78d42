"""The table of keys: what it says of each holds, and each reaches every form."""

import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import pytest
from hypothesis import given
from rich.console import Console

from tests import databases
from tests.examples import examples
from tests.filled import RECORDS, filled
from timeline.editing import whole as whole_file
from timeline.exchange import formats
from timeline.exchange.contract import Export
from timeline.exchange.losses import Losses
from timeline.loading import load
from timeline.model.evidence import ACCOUNT, CITATION, SOURCE
from timeline.model.file_fields import file_fields
from timeline.model.records import Account, Citation, Event
from timeline.model.registries import ENTRIES
from timeline.model.schema import EVENT, HEADER, REGISTRIES
from timeline.model.timeline import Timeline
from timeline.pages import show as show_page
from timeline.query.logic import AllOf
from timeline.reports import lanes
from timeline.reports.answer import Answer
from timeline.reports.sources import references
from timeline.views import list as list_view
from timeline.views import schema, show, sources
from timeline.views.parts.look import Look

MADE = {
    "account": Account,
    "citation": Citation,
    "event": Event,
    **{REGISTRIES[section].noun: made for section, made in ENTRIES.items()},
}
BESIDE = {"event": {"place", "as_of", "undated"}}  # what no key says by itself


@pytest.mark.parametrize("record", [each for each in RECORDS if each is not HEADER])
def test_every_key_is_a_field_of_its_record_and_the_other_way_round(record):
    """In the order of the file; the id of an entry stands before it."""
    fields = MADE[record.noun].__struct_fields__
    own = {"id"} - set(record.names)
    known = {key.attribute for key in record.keys}
    assert set(fields) - BESIDE.get(record.noun, set()) - own == known


def test_the_header_says_what_a_timeline_knows_of_itself():
    """Its keys are attributes of a timeline."""
    assert all(hasattr(Timeline(()), name) for name in HEADER.names)


@pytest.mark.parametrize("record", RECORDS)
def test_every_key_is_described(record):
    """With a sentence; with words to choose from, or examples that the JSON Schema accepts."""
    whole = schema.schema()
    defs = whole["$defs"]
    known = whole["properties"]["timeline"] if record is HEADER else defs[record.noun]
    for key in record.keys:
        assert key.means.endswith(".")
        assert key.choices or key.examples
        check = jsonschema.Draft202012Validator({"$defs": defs, **known["properties"][key.name]})
        for example in key.examples:
            check.validate(example)


def test_what_names_an_entry_names_a_registry():
    """Or an event."""
    named = {key.registry for record in RECORDS for key in record.keys if key.registry}
    assert named == {*REGISTRIES, "events"}
    for registry in REGISTRIES.values():
        assert registry.naming in registry.record.names


REGISTERED = "of entries of a registry these forms say names alone"
READ = "whoever reads knows an event by its date and title"
HEADED = "an answer names its timeline alone"
NO_ROOM = "a table has a row for each event, none for each of its sources"
UNREGISTERED = {
    "arc.summary": REGISTERED,
    "actor.kind": REGISTERED,
    "actor.aliases": REGISTERED,
    "actor.of": REGISTERED,
    "actor.note": REGISTERED,
    "place.in": REGISTERED,
    "place.aliases": REGISTERED,
    "place.note": REGISTERED,
    "timeline.summary": HEADED,
    "timeline.as_of": HEADED,
}
IN_A_ROW = {
    **UNREGISTERED,
    "timeline.title": "a table is nothing but its rows",
    "arc.title": "an arc stands there by its id",
    **{f"source.{name}": NO_ROOM for name in SOURCE.names if name not in ("publisher", "url")},
    **{f"citation.{name}": NO_ROOM for name in CITATION.names if name != "source"},
}
ROUGH = "a list says what happened, and who was there; `show` says all"


def besides(said, why):
    """Return the keys of an event that are not *said*, each with the same reason."""
    return {f"event.{name}": why for name in EVENT.names if name not in said}


def accounts(why):
    """Return all keys of an account, each with the same reason."""
    return {f"account.{name}": why for name in ACCOUNT.names}


SOURCES = {"timeline.summary": HEADED, "timeline.as_of": HEADED}

UNSAID = {
    "list lines": {
        **IN_A_ROW,
        **besides(("date", "status", "title", "arc", "actors", "id"), "a line has its cells"),
        **accounts("a line has its cells"),
        "place.name": "a line has its cells",
        "source.publisher": NO_ROOM,
        "source.url": NO_ROOM,
        "citation.source": NO_ROOM,
    },
    "list json": UNREGISTERED,
    "list csv": IN_A_ROW,
    "list md": {**UNREGISTERED, **besides(list_view.SAID, ROUGH), **accounts(ROUGH)},
    "show json": UNREGISTERED,
    "show csv": IN_A_ROW,
    "show md": UNREGISTERED,
    "show page": {**UNREGISTERED, "timeline.title": HEADED},
    "sources json": SOURCES,
    "sources csv": {**SOURCES, "timeline.title": "a table is nothing but its rows"},
    "sources md": SOURCES,
}
"""What a form without a loss report does not say, each with its reason."""

EVENTS = ("event", "citation", "account", "arc", "actor", "place")


def plain(view, form):
    """Return a view in one of its forms."""
    made = getattr(view, form)()
    return (
        json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        if form == "json"
        else "\n".join(made)
    )


def forms(timeline, id_):
    """Return the text of each plain form, by the command that has it."""
    selection = timeline.select()
    answer = Answer(timeline, AllOf(()), selection, selection)
    views = {
        "list": list_view.ListView(answer),
        "show": show.DetailView(timeline, [timeline.get(id_)]),
        "sources": sources.SourceView(answer, references(selection, timeline), ""),
    }
    console = Console(file=io.StringIO(), width=400, record=True)
    console.print(*show_page.page(views["show"], Look(width=400)))
    return {
        "show page": console.export_text(),
        **{
            name: plain(views[name.split()[0]], name.split()[1])
            for name in UNSAID
            if name != "show page"
        },
    }


def is_alone(form):
    """Whether a form is about sources, and tells of nothing else."""
    return form.startswith("sources")


def shown(said, text):
    """Whether a text says what a key was given."""
    return any(re.search(whole(mark), text) for mark in said.marks)


def whole(mark):
    """Return the pattern of a mark that is no part of a longer word."""
    before = r"(?<![A-Za-z])" if mark[0].isalpha() else ""
    after = r"(?![A-Za-z])" if mark[-1].isalpha() else ""
    return f"{before}{re.escape(mark)}{after}"


@examples(10)
@given(filled())
def test_every_key_is_said_in_every_plain_form(made):
    """Or it stands in the list above: neither a gap nor a reason that no longer holds."""
    for form, text in forms(made.timeline, made.full).items():
        known = [said for said in made.said if not (is_alone(form) and said.record in EVENTS)]
        missing = {f"{said.record}.{said.key}" for said in known if not shown(said, text)}
        assert missing == set(UNSAID[form]), form


NAMED = {
    "md": {"event.id": READ},
    "svg": {"event.id": READ},
    "mermaid": {"event.id": READ, "event.status": "what is confirmed is told without a word"},
}
"""What no loss report names, with a reason."""


def exported(timeline, format_):
    """Return the text of an export, and what its loss report says."""
    selection = timeline.select()
    drawn = lanes.lanes(selection, timeline, by="arc")
    losses = Losses()
    export = Export(timeline, selection, lanes=drawn)
    made = formats.writer(format_)(export, losses)
    text = made if isinstance(made, str) else databases.text(made)
    return text, [loss.what for loss in losses]


@pytest.mark.parametrize("format_", formats.WRITERS)
@examples(5)
@given(made=filled())
def test_every_key_is_said_in_every_export_or_its_loss_report(format_, made):
    """Nothing gets lost in silence."""
    text, losses = exported(made.timeline, format_)
    unfolded = text.replace("\r\n ", "").replace('": "', '":"')
    for said in made.said:
        name = f"{said.record}.{said.key}"
        if name not in NAMED.get(format_, ()):
            assert shown(said, unfolded) or named(said, losses), name


def named(said, losses):
    """Whether a loss report names a key; citations go with their sources, accounts together."""
    names = {
        "event": said.key,
        "citation": f"(?:sources|citation {said.key})",
        "account": "accounts",
    }
    words = names.get(said.record, f"{said.record} {said.key}")
    return any(re.match(rf"(?:[\w, ]*, )?{words}\b", what) for what in losses)


@examples(10)
@given(filled())
def test_every_key_comes_back_from_a_file(made):
    """What is written loads as what it was."""
    written = fields(made.timeline)
    with TemporaryDirectory() as folder:
        path = Path(folder, "filled.yaml")
        path.write_text("".join(whole_file.pieces(written)), "utf-8")
        assert fields(load.load(str(path))) == written


def fields(timeline):
    """Return a timeline as an event file has it."""
    return file_fields(timeline, [match.event for match in timeline.select()])
