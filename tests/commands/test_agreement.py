"""One query, one answer: whatever shows it, counts it or writes it has the same events."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from tests.examples import examples

TERMS = (
    *("year:2018", "date:2018-04..2018-05", "since:2018-06", "until:2018-04-05", "before:1999"),
    *("after:2018", "known:2018", "known:..2018-06", "on:2018-04-03", "year:1990s"),
    *("actor:union", "actor:=army", "place:harbour", "arc:south", "tag:war", "status:claimed"),
    *("war", "no:place", "actors>=2", "reliability>=B", "credibility<=2", "origins>=2"),
    *("stance:denies", "sources>=2", "links>=1"),
)
RANKS = {"possible": 1, "certain": 2}

_terms = st.sampled_from(TERMS)
_queries = st.recursive(
    _terms,
    lambda part: (
        st.builds("not ({})".format, part)
        | st.builds("({}) ({})".format, part, part)
        | st.builds("({}) or ({})".format, part, part)
    ),
    max_leaves=4,
)
_only = st.sampled_from(((), ("--certain",), ("--possible",), ("--starts",)))
_counts = st.sampled_from((("actors", "actor:"), ("tags", "tag:"), ("arcs", "arc:=")))

_session = examples(30, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(name="ask")
def _ask(run, small_file):
    """Return the JSON that a command says of the small file."""

    def ask(*args):
        found = run(*args, "-f", small_file, "--format", "json")
        assert found.exit_code == 0, found.stderr
        return json.loads(found.stdout)

    return ask


@_session
@given(query=_queries, only=_only)
def test_every_form_has_the_same_events(ask, run, small_file, query, only):
    """In the same order, as lines, as data, and in an export."""
    verdicts = _verdicts(ask("list", query, *only))
    lines = run("list", query, *only, "-f", small_file).stdout.splitlines()
    assert [tuple(line.split("\t")[5:]) for line in lines] == list(verdicts.items())
    table = run("list", query, *only, "-f", small_file, "--format", "csv").stdout
    assert [row["id"] for row in csv.DictReader(io.StringIO(table))] == list(verdicts)
    newest = ask("list", query, *only, "--reverse")["events"]
    assert [event["id"] for event in newest] == list(verdicts)[::-1]
    exported = run("export", "jsonl", query, *only, "-f", small_file).stdout.splitlines()
    assert [json.loads(line)["id"] for line in exported] == list(verdicts)


@_session
@given(query=_queries, only=_only, counted=_counts)
def test_every_count_counts_the_same(ask, query, only, counted):
    """The bars of a chart, the marks of lanes, and the rows of a table add up to the list."""
    found = ask("list", query, *only)
    verdicts = _verdicts(found)
    numbers = [list(verdicts.values()).count(verdict) for verdict in ("certain", "possible")]
    assert [found["certain"], found["possible"]] == numbers
    chart = ask("chart", query, *only, "--by", "year")
    bars = [bar[share] for bar in chart["bars"] for share in ("certain", "possible")]
    assert chart["events"] == len(verdicts)
    assert sum(bars) + chart["earlier"] + chart["later"] == pytest.approx(len(verdicts), abs=0.01)
    lanes = ask("lanes", query, *only)["lanes"]
    drawn = {event["id"]: event["verdict"] for lane in lanes for event in lane["events"]}
    assert drawn == verdicts
    command, field = counted
    for row in ask(command, query, *only)["counts"]:
        asked = ask("list", f"({query}) {field}{row['key']}", *only)
        assert (row["certain"], row["possible"]) == (asked["certain"], asked["possible"])


@_session
@given(one=_queries, other=_queries)
def test_two_queries_are_joined_as_their_answers_are(ask, one, other):
    """And is the least, or the greatest, not turns round; compare has both sides of it."""
    left, right = _verdicts(ask("list", one)), _verdicts(ask("list", other))
    both, either = (ask("list", f"({one}) {join}({other})") for join in ("", "or "))
    turned = _verdicts(ask("list", f"not ({one})"))
    for id_ in _verdicts(ask("list")):
        ranks = [RANKS.get(side.get(id_), 0) for side in (left, right)]
        joined = [_verdicts(answer).get(id_) for answer in (both, either)]
        assert [RANKS.get(verdict, 0) for verdict in joined] == [min(ranks), max(ranks)]
        assert RANKS.get(turned.get(id_), 0) == 2 - ranks[0]
    compared = ask("compare", one, other)
    assert {event["id"] for event in compared["events"]} == {*left, *right}
    assert compared["in_both"] == len({*left} & {*right})
    for side, verdicts in (("a", left), ("b", right)):
        assert compared[side]["certain"] == list(verdicts.values()).count("certain")


@_session
@given(query=_queries, id_=st.sampled_from(("war", "landing", "old-quarrel", "occupation")))
def test_why_says_what_the_list_says(ask, query, id_):
    """Yes, maybe or no."""
    verdict = _verdicts(ask("list", query)).get(id_)
    said = {"yes": "certain", "maybe": "possible", "no": None}
    assert said[ask("why", id_, query)["verdict"]] == verdict


def _verdicts(answer):
    """Return id → verdict of the events of an answer, in its order."""
    return {event["id"]: event["verdict"] for event in answer["events"]}
