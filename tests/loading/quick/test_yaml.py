"""YAML that is read quickly is read as the long way reads it."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SMALL
from tests.editing.strategies import files
from tests.fuzz.mutants import mutants
from tests.loading.quick.both_ways import is_the_same
from timeline.loading import load
from timeline.loading.quick import files as quick
from timeline.loading.quick.values import Maker
from timeline.nodes import cut

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
    assert quick.documents([str(yaml_file)])
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
    """Whatever is read together, each event and entry is read once, with its line and signs."""
    monkeypatch.setattr(cut, "_TOGETHER", together)
    text = "\n".join(
        (
            "sources:",
            *(f"  s{number}: {{publisher: P{number}}}" for number in range(4)),
            "events:",
            *(f"- date: 201{number}\n  title: Ł\U0001f600{number}\n" for number in range(4)),
        )
    )
    yaml_file.write_text(text, encoding="utf-8")
    (document,) = quick.documents([str(yaml_file)])
    assert [entry.record.publisher for entry in document.entries["sources"]] == [
        "P0",
        "P1",
        "P2",
        "P3",
    ]
    events = [draft.event for draft in document.drafts]
    assert [(event.title, event.place.line) for event in events] == [
        ("Ł\U0001f6000", 7),
        ("Ł\U0001f6001", 10),
        ("Ł\U0001f6002", 13),
        ("Ł\U0001f6003", 16),
    ]


def test_what_made_the_records_is_gone_with_them(yaml_file):
    """Nobody collects garbage while the program runs."""
    yaml_file.write_text("- date: 2019\n  title: A\n  sources: [s]\n", encoding="utf-8")
    before = sum(type(each) is Maker for each in gc.get_objects())
    with load.collector_paused():
        load.load(str(yaml_file))
        assert sum(type(each) is Maker for each in gc.get_objects()) == before
