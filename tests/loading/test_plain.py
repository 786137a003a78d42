"""What is read quickly is read as the rest is: the same events, the same problems."""

import gc
import json
import os
from threading import Thread

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.conftest import SMALL
from tests.editing.strategies import files
from tests.fuzz.mutants import mutants
from timeline.errors import TimelineError
from timeline.loading import bonds, load, plain
from timeline.loading.plain_values import Maker
from timeline.loading.shipped import default_path
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import EVENT
from timeline.nodes import cut

GOOD = {
    "id": "bridge",
    "date": "2019-03",
    "title": "The bridge opens",
    "by": ["City"],
    "actors": ["City", "Mayor", "City"],
    "places": ["Old Town"],
    "arc": "north",
    "tags": ["war"],
    "status": "confirmed",
    "sources": ["gazette", {"source": "rumour", "credibility": "4", "relays": ["Echo"]}],
    "accounts": [{"by": ["Mayor"], "date": "2019-04~", "says": "It is late.", "sources": ["x"]}],
    "note": "Nothing",
}
EVENTS = [
    GOOD,
    {"date": "2018/..", "title": "A ferry — runs", "links": [{"follows-from": "bridge"}]},
    {"date": "2018/..", "title": "A ferry — runs", "links": [{"part-of": "bridge"}]},
]


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory):
    return tmp_path_factory.mktemp("plain") / "events.jsonl"


@pytest.fixture(name="list_file", scope="module")
def _list_file(tmp_path_factory):
    return tmp_path_factory.mktemp("plain") / "events.json"


def outcome(read):
    """Return all that there is in a timeline, or what is told instead."""
    try:
        timeline = read()
    except TimelineError as error:
        return str(error)
    registries = timeline.actors, timeline.arcs, timeline.places, timeline.sources
    about = timeline.title, timeline.summary, timeline.as_of
    return [match.event for match in timeline.select()], [*map(dict, registries)], about


def is_the_same(file, text, today=None):
    """Say whether both ways come to the same, and return what it is."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
    found = outcome(lambda: load.load(str(file), today=today))
    assert found == outcome(lambda: load.examine(str(file), today=today).sound())
    return found


def lines(*events):
    """Return JSON Lines."""
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in events)


def test_events_are_read_quickly_and_as_they_are(file):
    """With their places, made ids, links, citations, accounts, and open ends until today."""
    events, registries, _ = is_the_same(file, lines(*EVENTS), today=740_000)
    assert plain.documents([str(file)])
    assert {(each.id, each.place.line) for each in events} == {
        ("bridge", 1),
        ("a-ferry-runs-2018", 2),
        ("a-ferry-runs-2018-2", 3),
    }
    assert {*registries[0]} == {"City", "Mayor"}
    assert events[0].date.earliest_end == 740_000


def test_several_files_are_read_together(file, tmp_path):
    """An id that stands in both is told, as ever."""
    other = tmp_path / "other.ndjson"
    file.write_text(lines(*EVENTS))
    other.write_text(lines({"date": "2020", "title": "x", "links": [{"denies": "bridge"}]}))
    paths = [str(file), str(other)]
    assert outcome(lambda: load.load(*paths)) == outcome(lambda: load.examine(*paths).sound())
    assert len(load.load(*paths)) == 4
    other.write_text(lines(GOOD))
    assert "stands twice" in outcome(lambda: load.load(*paths))


def test_what_is_not_plain_is_read_in_the_same_file(file):
    """Numbers, words and nothing: one line of them makes no other line slower."""
    odd = {"date": 2019, "title": True, "note": None, "tags": [1.50, None, "a\nb"], "status": ""}
    events, *_ = is_the_same(file, lines(*EVENTS, odd) + "\n  \n" + lines(odd))
    assert plain.documents([str(file)])
    assert [each.title for each in events].count("true") == 2


@pytest.mark.parametrize(
    "text",
    [
        lines({**GOOD, "links": [{"denies": "nothing"}]}),
        lines({**GOOD, "links": [{"denies": "bridge"}]}),
        lines(GOOD, GOOD),
        lines(
            {**GOOD, "links": [{"part-of": "b"}]},
            {**GOOD, "id": "b", "links": [{"part-of": "bridge"}]},
        ),
        '{"date": "2019", "date": "2020", "title": "x"}\n',
        '{"date": "2019", "date" : "2020", "title": "x"}\n',
        '{"date": "2019", "title": "x", "sources": [{"source": "a", "source": "b"}]}\n',
        '{"date": "2019", "title": "\\ud800"}\n',
        '{"date": "2019", "title": "x"} {"date": "2019", "title": "y"}\n',
        '{"date": "2019",\n"title": "x"}\n',
        '{"date": "2019", "title": "a\rb"}\r',
        '{"date": "2019", "title": "a"}\r{"date": "2019", "title": "b"}\r\n',
        '{"date": "2019", "title": ' + "[" * 2000 + "\n",
        '{"date": "someday", "title": "x"}\n',
        '{"date": "2019", "title": "x", "quote": "y"}\n',
        '{"date": "2019", "title": "said \\"so\\": yes"}\n',
        '  {"date": "2019", "title": "x"}\n',
        "[]\n",
        "null\n",
        "\n",
        "",
        b'\xef\xbb\xbf{"date": "2019", "title": "x"}\n',
        b'{"date": "2019", "title": "\xff"}\n',
        b'{"date": "2019", "title": "\x00"}\n',
    ],
    ids=range(24),
)
def test_whatever_is_wrong_is_told_as_ever(file, text):
    """Links, ids, circles, keys that stand twice, and what is no JSON."""
    is_the_same(file, text)


@pytest.mark.parametrize(
    "odd",
    [
        '{"date":"2019","title":"x"}{"date":"2020","title":"y"}\n{"date":\n"2021","title":"z"}',
        '{"date": "2019", "title": "x", "links": [{"denies": "a"}\n{"denies": "b"}]}',
        '{"date": "2019", "title": "x"}\n\n{"date": "2019", "title": "y"}',
        '{"date": "2019", "title": "x"}\r\n{"date": "2019", "title": "y"}',
        '{"date": "2019", "title": "x"} \n {"date": "2019", "title": "y"}',
        '{"date": "2019", "title": ":x", "title" : "y"}',
        '{"date": "2019", "title": "x", "title"\t: "y"}',
        '{"date": "2019", "title": "\\\\", "title": "y"}',
        '{"date": "2019", "title": "a \\": b", "title": "y"}',
        '{"date": "2019", "title": "a \\" : b"}',
        '{"date": "2019", "title": "x", "sources": [{"source": "s", "source": "s"}]}',
        '{"date": "2019", "title": "x", "sources": [{"source": "s"}, {"source": "s"}]}',
        '{"date": "2019", "title": "x", "links": [{"denies": "bridge", "denies": "bridge"}]}',
        '\ufeff{"date": "2019", "title": "x"}',
    ],
)
def test_lines_among_others_are_read_as_alone(file, odd):
    """What is odd between objects, and keys that stand twice, as if lines were read one by one."""
    found = is_the_same(file, lines(*EVENTS[:1]) + odd + "\n")
    text = file.read_text()
    known = outcome(lambda: load.load(str(file), instead={str(file): text}))
    assert known == found


def test_many_lines_are_read_in_parts(file):
    """Each event has its line, whichever part it is in, and beside whatever odd one."""
    events = [{"id": f"e-{number}", "date": "2019", "title": "x" * 100} for number in range(6_000)]
    events[3_000]["title"] = 1.5
    found, *_ = is_the_same(file, lines(*events))
    assert plain.documents([str(file)])
    assert [(each.id, each.place.line) for each in found] == [
        (f"e-{number}", number + 1) for number in range(6_000)
    ]


_SAID = st.one_of(
    st.sampled_from(["", " ", "2019", "2019-03~", "bridge", "confirmed", "B", "a\u2028b ", "é"]),
    st.sampled_from([None, True, 0, -1, 1.0, 10**30, [], {}, "x" * 600]),
    st.text(max_size=3),
)
_KEYS = (*EVENT.names, *CITATION.names, *ACCOUNT.names, *LINK_TYPES, "other", " date")
_VALUES = st.recursive(
    _SAID,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3)
    ),
    max_leaves=6,
)
_ODD = st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=3)


@given(st.lists(st.tuples(st.sampled_from(EVENTS), _ODD), min_size=1, max_size=3))
@example([(GOOD, {"source": ""})])
@example([(GOOD, {"sources": [{"source": "x", "stance": "denies"}], "accounts": [{"by": []}]})])
def test_both_ways_come_to_the_same(file, events):
    """Whatever stands in an event."""
    is_the_same(file, lines(*({**event, **odd} for event, odd in events)))


@given(st.data())
def test_both_ways_come_to_the_same_where_a_letter_is_wrong(file, data):
    """Wherever it is."""
    text = lines(*EVENTS)
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(["", '"', ":", ",", "{", "}", "[", "\\", "\n", " ", "\x0c"]))
    is_the_same(file, text[:at] + put + text[at + data.draw(st.integers(0, 1)) :])


@pytest.mark.parametrize("indent", [None, 0, 1, 4])
def test_a_list_in_json_is_read_quickly(list_file, indent):
    """However it is laid out; each event stands where its brace does."""
    text = json.dumps(EVENTS, ensure_ascii=False, indent=indent)
    events, *_ = is_the_same(list_file, text, today=740_000)
    assert plain.documents([str(list_file)])
    assert {each.id for each in events} == {"a-ferry-runs-2018", "a-ferry-runs-2018-2", "bridge"}
    lines_ = text.split("\n")
    assert all(lines_[each.place.line - 1][each.place.column - 1] == "{" for each in events)


def test_an_odd_event_of_a_list_keeps_its_place(list_file):
    """It is read the other way, alone."""
    odd = {"date": 2019, "title": True, "tags": [1.5]}
    events, *_ = is_the_same(list_file, f"[{json.dumps(GOOD)},\n  {json.dumps(odd)}]")
    assert plain.documents([str(list_file)])
    assert {(each.title, each.place.line, each.place.column) for each in events} == {
        ("The bridge opens", 1, 2),
        ("true", 2, 3),
    }


@given(st.lists(st.tuples(st.sampled_from(EVENTS), _ODD), max_size=3), st.sampled_from([None, 1]))
def test_lists_come_to_the_same(list_file, events, indent):
    """Whatever stands in an event."""
    is_the_same(list_file, json.dumps([{**event, **odd} for event, odd in events], indent=indent))


@given(st.data())
def test_lists_come_to_the_same_where_a_letter_is_wrong(list_file, data):
    """Wherever it is."""
    text = json.dumps(EVENTS, indent=data.draw(st.sampled_from([None, 1])))
    at = data.draw(st.integers(0, len(text) - 1))
    put = data.draw(st.sampled_from(["", '"', ":", ",", "{", "}", "[", "\\", "\n", " ", "\r"]))
    is_the_same(list_file, text[:at] + put + text[at + data.draw(st.integers(0, 1)) :])


YAML = """\
# About the file

timeline:
  title: The bridge
  as_of: 2020-01-01
actors:
  city: {name: The City, kind: organisation, of: [north]}

  # those who are near
  north:
    name: "North: the land"
    aliases: [Northland, 'The North']
  nobody:
sources:
  gazette: {publisher: The Gazette, reliability: B, url: "https://gazette.example"}
  echo:
    publisher: The Echo
    relays:
    - gazette
    firsthand: yes
events:
  # the first
  - id: bridge
    date: 2019-03
    title: The bridge - opens, at last
    summary: >-
      All of it is
      in use.

    actors: [city, north, ~]
    sources:
      - gazette
      - {source: echo, credibility: 2, stance: denies}
      - source: echo
        note: it's late
    tags: ["war, and", 'x']
  - date: 2018/..
    title: 'A ferry: runs'
    links:
      - {follows-from: bridge}
    # the last of it

  - {date: "2018~", title: A boat, links: [{part-of: bridge}], note: null}
arcs:
  a: {title: An arc}
"""


@pytest.fixture(name="yaml_file", scope="module")
def _yaml_file(tmp_path_factory):
    return tmp_path_factory.mktemp("plain") / "events.yaml"


def test_yaml_is_read_quickly_and_as_it_is(yaml_file):
    """Header, registries and events, wherever they stand, with their lines and columns."""
    events, registries, about = is_the_same(yaml_file, YAML)
    assert plain.documents([str(yaml_file)])
    assert about == ("The bridge", "", 737425)
    assert {each.id: (each.place.line, each.place.column) for each in events} == {
        "bridge": (23, 5),
        "a-ferry-runs-2018": (37, 5),
        "a-boat-2018": (43, 5),
    }
    assert [*registries[0]] == ["city", "north", "nobody"]
    assert events[-1].summary == "All of it is in use."


@pytest.mark.parametrize(
    "text",
    [
        YAML.replace("gazette\n", "nowhere\n"),
        YAML.replace("[city,", "[town,"),
        YAML.replace("of: [north]", "of: [south]"),
        YAML.replace("name: The City", "of: [city]"),
        YAML.replace("  nobody:", "  city:"),
        YAML.replace("echo:", "gazette:"),
        YAML.replace("arcs:", "events:"),
        YAML.replace("arcs:", "other:"),
        YAML.replace("title: A boat", "title: A boat, title: A ship"),
        YAML.replace("2019-03", "&d 2019-03").replace("2018/..", "*d"),
        YAML.replace("  # the first", "..."),
        YAML.replace("arcs:", "---\narcs:"),
        YAML.replace("tags: [", "tags: [a b: c, "),
        YAML.replace("x']", "x', ]"),
        YAML.replace("    date: 2019-03", "\tdate: 2019-03"),
        YAML.replace("    date: 2019-03", "   date: 2019-03"),
        YAML.replace("    date: 2019-03", "    date: 2019-03\n      and on"),
        YAML.replace("2019-03", "2019-03 # about"),
        YAML.replace("in use.\n", "in use.\n\n      And so on.\n"),
        YAML.replace("in use.\n", "in use.\n        And so on.\n"),
        YAML.replace("in use.\n", "in use.\n     And so on.\n"),
        YAML.replace(">-", "|"),
        YAML.replace("The bridge - opens", '"The bridge - opens'),
        YAML.replace("\n", "\r\n"),
        YAML.replace("A boat", "A\u2028boat"),
        YAML.replace("actors: [city, north, ~]", "actors: []"),
        YAML.replace("title: A boat", "title: []"),
        YAML.replace("A boat", "A \x07 boat"),
        YAML.replace("A boat", "A !boat"),
        YAML.replace("A boat", "!boat"),
        YAML.replace("title: A boat", "title: "),
        YAML[YAML.index("events:") :].replace("events:\n", ""),
        YAML + "- {date: 2019, title: x}\n",
        "- - {date: 2019, title: x}\n",
        "-\n  date: 2019\n  title: x\n",
        "- # why\n  date: 2019\n  title: x\n",
        "- date: 2019\n  title: x\n- date: 2020\n title: y\n",
        "events:\n- date: 2019\n  title: x",
        " - date: 2019\n   title: x\n",
    ],
    ids=range(39),
)
def test_whatever_is_wrong_or_odd_in_yaml_is_told_as_ever(yaml_file, text):
    """Names, keys that stand twice, aliases, documents, indentation, and what is no YAML."""
    is_the_same(yaml_file, text)


@given(files())
def test_yaml_in_any_style_comes_to_the_same(yaml_file, drawn):
    """As people write it."""
    is_the_same(yaml_file, drawn.text)


@given(mutants(YAML, SMALL))
def test_spoiled_yaml_comes_to_the_same(yaml_file, text):
    """Whatever has become of it."""
    is_the_same(yaml_file, text)


@given(st.data())
def test_yaml_comes_to_the_same_where_a_letter_is_wrong(yaml_file, data):
    """Wherever it is."""
    at = data.draw(st.integers(0, len(YAML) - 1))
    put = data.draw(st.sampled_from(["", *"\"':,{}[]\\\n #-&*!|>~?\x0c", ": ", " #", "\n  ", "- "]))
    is_the_same(yaml_file, YAML[:at] + put + YAML[at + data.draw(st.integers(0, 1)) :])


@pytest.mark.parametrize("together", [1, 2, 3])
def test_yaml_is_let_go_of_part_by_part(yaml_file, monkeypatch, together):
    """Whatever is read together, each event and entry is read once, with its line."""
    monkeypatch.setattr(cut, "_TOGETHER", together)
    text = "\n".join(
        (
            "sources:",
            *(f"  s{number}: {{publisher: P{number}}}" for number in range(4)),
            "events:",
            *(f"- date: 201{number}\n  title: T{number}\n" for number in range(4)),
        )
    )
    yaml_file.write_text(text, encoding="utf-8")
    (document,) = plain.documents([str(yaml_file)])
    assert [entry.record.publisher for entry in document.entries["sources"]] == [
        "P0",
        "P1",
        "P2",
        "P3",
    ]
    events = [draft.event for draft in document.drafts]
    assert [(event.title, event.place.line) for event in events] == [
        ("T0", 7),
        ("T1", 10),
        ("T2", 13),
        ("T3", 16),
    ]


def test_what_made_the_records_is_gone_with_them(yaml_file):
    """Nobody collects garbage while the program runs."""
    yaml_file.write_text("- date: 2019\n  title: A\n  sources: [s]\n", encoding="utf-8")
    before = sum(type(each) is Maker for each in gc.get_objects())
    with load.collector_paused():
        load.load(str(yaml_file))
        assert sum(type(each) is Maker for each in gc.get_objects()) == before


def test_the_curated_file_is_read_quickly():
    """All of it."""
    found = plain.documents([str(default_path())])
    assert found
    assert bonds.are_sound(found)
    assert outcome(load.load) == outcome(lambda: load.examine().sound())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
@pytest.mark.parametrize("name", ["p.yaml", "p.jsonl"])
def test_a_pipe_is_read_once(tmp_path, name):
    """Whoever looks at it first takes what is in it: the quick way leaves it alone."""
    pipe = tmp_path / name
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=("not plain\n",), daemon=True)
    writer.start()
    assert plain.documents([str(pipe)]) is None
    assert pipe.read_text() == "not plain\n"
    writer.join()
