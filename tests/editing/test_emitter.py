"""What is written loads as what was to be written, whatever is in it, and looks as ours does."""

import string

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.editing.loaded import loaded, written
from tests.timelines import timelines, told
from timeline.editing.lines import CannotEdit
from timeline.loading.shipped import default_path
from timeline.model.file_fields import file_fields
from timeline.model.records import Actor, Arc, Source
from timeline.text import one_line as plain

# What means something in YAML, to libyaml or to a reader, mixed with any text there is.
_SIGNS = [*"#:-?[]{},&*!|>'\"%@`~=<\\ ", ": ", " #", "- ", "---", "...", "null", "yes", "\n", "\t"]
_SIGNS += ["\x85", "\u2028", "\u2029", "\u00a0", "\ufeff", "\x00", "\x1b", "\u202e", "\U0001f600"]
_NO_HALVES = st.characters(exclude_categories=("Cs",))
any_text = st.one_of(
    st.lists(st.sampled_from(_SIGNS) | st.text(_NO_HALVES, max_size=3), max_size=8).map("".join),
    st.text(_NO_HALVES, max_size=30),
    st.lists(st.text(string.ascii_letters + "#-:'", min_size=1, max_size=40), max_size=40).map(
        " ".join
    ),
)


def _needed(timeline):
    """Return what `file_fields` has of a timeline, once more through the file."""
    return file_fields(timeline, [match.event for match in timeline.select()])


@given(timeline=timelines())
def test_a_written_timeline_loads_as_it_was(timeline):
    """Header, registries, events with citations and links."""
    assert _needed(loaded(written(_needed(timeline)))) == _needed(timeline)


def test_the_curated_timeline_loads_as_it_was(curated):
    """All of it."""
    again = loaded(written(_needed(curated)))
    assert told(again) == told(curated)


@given(text=any_text)
@example("x" * 5000)
@example("a " * 2000 + "b")
def test_any_text_is_read_as_it_was_written(text):
    """In a key's value, in a list, in a citation, and in the brackets of one."""
    event = {"id": "e", "date": "2019", "title": f"t{text}", "summary": text, "tags": [text, "b"]}
    event |= {"sources": ["s", {"source": "t", "credibility": "2", "note": text}]}
    file = written({"events": [event | {"places": [text]}]})
    assert yaml.load(file, yaml.CBaseLoader)["events"][0] == {  # noqa: S506  texts alone
        key: value for key, value in (event | {"places": [text]}).items() if value
    } | ({} if text else {"sources": ["s", {"source": "t", "credibility": "2"}]})


@given(text=any_text.filter(lambda text: plain(text) != ""))
def test_any_text_is_loaded_as_loading_has_it(text):
    """Without blanks at its ends, and on one line."""
    events = [{"date": "2019", "title": text, "summary": text, "tags": [text]}]
    found = loaded(written({"events": events})).select().matches[0].event
    assert (found.title, found.summary, found.tags) == (plain(text), plain(text), (plain(text),))


@given(id_=any_text.filter(lambda text: plain(text) == text != ""))
@example("x" * 1500)
@example("é" * 1010)
@example("x " * 600 + "y")
def test_any_id_of_an_entry_is_read_as_it_was_written(id_):
    """As the key of a registry, however long."""
    fields = {
        "arcs": {id_: {"title": "A"}},
        "actors": {id_: {"name": "B"}},
        "sources": {id_: {"publisher": "C"}},
        "events": [{"date": "2019", "title": "T", "arc": id_, "actors": [id_], "sources": [id_]}],
    }
    found = loaded(written(fields))
    assert found.arcs == {id_: Arc(id_, "A")}
    assert found.actors == {id_: Actor(id_, "B")}
    assert found.sources == {id_: Source(id_, publisher="C")}


def test_half_a_character_is_refused():
    """No file can hold it."""
    with pytest.raises(CannotEdit, match="half a character"):
        written({"events": [{"date": "2019", "title": "\ud800"}]})


def test_the_curated_file_is_in_canonical_style(curated):
    """Every line of it is as it would be written, but for comments, blank lines and two folds."""
    text = default_path().read_text(encoding="utf-8")
    own = written(_needed(curated)).splitlines()
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    other = set(lines) ^ {line for line in own if line}
    assert len(other) <= 8
    assert own == "\n".join(own).splitlines()


def test_a_file_is_written_as_ours_is():
    """Lists in brackets, sources in lines, long texts folded, quotes only where they are needed."""
    fields = {
        "timeline": {"title": "T", "as_of": "2020-01-01"},
        "actors": {"a": {"name": "A: x", "aliases": ["B", "C, D"]}},
        "events": [
            {
                "id": "e",
                "date": "[2019-01-01..]",
                "title": "yes",
                "summary": "word " * 25 + "end",
                "actors": ["a"],
                "sources": [
                    "s",
                    {"source": "t", "credibility": "2"},
                    {"source": "u", "credibility": "2", "note": "it's"},
                ],
                "links": [{"denies": "f"}],
            },
            {"id": "f", "date": "-0043", "title": 'He said "no": twice'},
        ],
    }
    assert written(fields) == (
        "timeline:\n  title: T\n  as_of: 2020-01-01\n\n"
        'actors:\n  a:\n    name: "A: x"\n    aliases: [B, "C, D"]\n\n'
        "events:\n"
        '  - id: e\n    date: "[2019-01-01..]"\n    title: "yes"\n'
        f"    summary: >-\n      {' '.join(['word'] * 18)}\n      {'word ' * 7}end\n"
        "    actors: [a]\n    sources:\n      - s\n      - {source: t, credibility: 2}\n"
        "      - source: u\n        credibility: 2\n        note: it's\n"
        "    links:\n      - denies: f\n\n"
        '  - id: f\n    date: "-0043"\n'
        "    title: 'He said \"no\": twice'\n"
    )


def test_a_file_of_nothing_can_be_written():
    """It has no events."""
    assert written({}) == "events: []\n"
