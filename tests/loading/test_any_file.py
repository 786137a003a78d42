"""What holds for every file, whatever is in it."""

import json
import string
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.errors import TimelineError
from timeline.loading.load import load
from timeline.loading.problems import InvalidFile
from timeline.nodes.json import compose as compose_json
from timeline.nodes.page import YAML_LINE_END, Page
from timeline.nodes.tree import Broken, Mapping, Sequence
from timeline.nodes.yaml import compose as compose_yaml
from timeline.text import one_line as on_one_line

ENDINGS = ("yaml", "json", "jsonl", "txt")
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

keys = st.sampled_from(
    [
        *("timeline", "arcs", "actors", "sources", "events", "title", "summary", "as_of"),
        *("id", "date", "kind", "places", "arc", "tags", "status", "links", "note", "name"),
        *("aliases", "of", "publisher", "url", "reliability", "source", "credibility"),
        *("denies", "part-of", "<<", "sumary", ""),
    ]
)
texts = st.one_of(
    st.sampled_from(["2019", "2019~", "late 2019", "a", "b", "confirmed", "person", "x\ny", "~"]),
    st.text(max_size=12),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), texts),
    lambda inside: st.one_of(
        st.lists(inside, max_size=4), st.dictionaries(keys | texts, inside, max_size=5)
    ),
    max_leaves=25,
)
yamlish = st.lists(
    st.sampled_from(
        [
            *(
                "- ",
                "  ",
                "\n",
                ": ",
                "events:\n",
                "date: 2019\n",
                "title: a\n",
                "[",
                "]",
                "{",
                "}",
            ),
            *(", ", "'", '"', "&a ", "*a", "!b ", "|", ">", "#", "%", "@", "---\n", "...\n", "\t"),
            *("? ", "\\", "é", "日", "\x85", "\u2028", "\ufeff", "\x00", "\x1b", "<<: "),
        ]
    ),
    max_size=40,
).map("".join)


def obeyed(char):
    """Whether a terminal would do something else with it than show it."""
    direction = unicodedata.bidirectional(char)
    overrides = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or direction in overrides


def faults(path):
    """Return what is wrong with a file; anything but a `TimelineError` is our fault."""
    try:
        load(str(path))
    except TimelineError as error:
        said = str(error)
        assert not [char for char in said if char != "\n" and obeyed(char)], ascii(said)
        return error
    return None


@pytest.mark.parametrize("ending", ENDINGS)
@quick
@given(data=st.binary(max_size=200) | yamlish.map(str.encode))
def test_bytes_never_raise_anything_else(tmp_path, ending, data):
    """Neither a traceback nor a control character comes out."""
    path = tmp_path / f"f.{ending}"
    path.write_bytes(data)
    faults(path)


@pytest.mark.parametrize("ending", ["yaml", "json"])
@quick
@given(value=values)
@example(value=[{"date": "2019", "title": "\ud800"}])
@example(value={"events": [{"date": "2019", "title": "a", "links": [{"denies": "a-2019"}]}]})
def test_problems_are_in_order_and_within_their_lines(tmp_path, ending, value):
    """Structures of every kind, with keys that mean something in wrong places."""
    path = tmp_path / f"f.{ending}"
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").split("\n")
    error = faults(path)
    if isinstance(error, InvalidFile):
        places = [(each.place.line, each.place.column) for each in error.problems]
        assert places == sorted(places)
        for problem in error.problems:
            line = lines[problem.place.line - 1]
            assert 1 <= problem.place.column <= len(line) + 1
            assert problem.width >= 1
            assert problem.hint != problem.message


def plain(node):
    """Return a node without its places; its texts as values, which have one line."""
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return [(plain(key), plain(value)) for key, value in node.pairs]
    return node and on_one_line(node.text)


@quick
@given(values, st.sampled_from([None, 1]), st.booleans())
@example({"a": None, "b": True, "c": [1, -2.5]}, None, True)
@example(["a\x85\x85 b", "\x85"], None, False)
def test_json_means_the_same_when_it_is_read_as_yaml(value, indent, only_ascii):
    """Wherever YAML takes it at all: it has no pairs of surrogates, and no half of one."""
    text = json.dumps(value, indent=indent, ensure_ascii=only_ascii)
    try:
        as_json = plain(compose_json(text))
        as_yaml = plain(compose_yaml(Page("f", text, YAML_LINE_END), text))
    except Broken:
        return
    assert (as_yaml or "") == (as_json or "")


@quick
@given(st.text(string.printable + "é日😀\u2028", max_size=30))
def test_any_title_comes_back_on_one_line(tmp_path, title):
    """JSON carries every character; blanks around it and line ends are all that goes."""
    path = tmp_path / "f.json"
    path.write_text(json.dumps([{"date": "2019", "title": title, "id": "a"}]), encoding="utf-8")
    if not title.strip():
        assert faults(path) is not None
        return
    got = load(str(path)).get("a").title
    assert "".join(got.split()) == "".join(title.split())
    assert len(got.splitlines()) == 1 or not set("\n\r\x85\u2028\u2029") & set(got)
