"""JSON and JSON Lines that are read quickly are read as the long way reads them."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.loading.quick.both_ways import is_the_same, outcome
from timeline.loading import load
from timeline.loading.quick import files as quick
from timeline.model.evidence import ACCOUNT, CITATION
from timeline.model.scales import LINK_TYPES
from timeline.model.schema import EVENT

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


def lines(*events):
    """Return JSON Lines."""
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in events)


def test_events_are_read_quickly_and_as_they_are(file):
    """With their places, made ids, links, citations, accounts, and open ends until today."""
    events, registries, _ = is_the_same(file, lines(*EVENTS), today=740_000)
    assert quick.documents([str(file)])
    assert {(each.id, each.place.line) for each in events} == {
        ("bridge", 1),
        ("a-ferry-runs-2018", 2),
        ("a-ferry-runs-2018-2", 3),
    }
    assert {*registries[0]} == {"City", "Mayor"}
    assert events[0].date.earliest_end == 740_000


def test_what_is_not_plain_is_read_in_the_same_file(file):
    """Numbers, words and nothing: one line of them makes no other line slower."""
    odd = {"date": 2019, "title": True, "note": None, "tags": [1.50, None, "a\nb"], "status": ""}
    events, *_ = is_the_same(file, lines(*EVENTS, odd) + "\n  \n" + lines(odd))
    assert quick.documents([str(file)])
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
    assert quick.documents([str(file)])
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
    assert quick.documents([str(list_file)])
    assert {each.id for each in events} == {"a-ferry-runs-2018", "a-ferry-runs-2018-2", "bridge"}
    lines_ = text.split("\n")
    assert all(lines_[each.place.line - 1][each.place.column - 1] == "{" for each in events)


def test_an_odd_event_of_a_list_keeps_its_place(list_file):
    """It is read the other way, alone."""
    odd = {"date": 2019, "title": True, "tags": [1.5]}
    events, *_ = is_the_same(list_file, f"[{json.dumps(GOOD)},\n  {json.dumps(odd)}]")
    assert quick.documents([str(list_file)])
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
