"""What an event lacks: `no:FIELD` and `FIELD=0`."""

import pytest

from timeline import load
from timeline.model.schema import EVENT
from timeline.query.absence import LACKED, SHORTEST
from timeline.query.grammar import QueryError

FULL = """
  - id: full
    date: 2019
    title: All of it
    summary: Said
    kind: statement
    by: [ana]
    actors: [ana]
    places: [Lima]
    arc: strike
    tags: [work]
    status: claimed
    sources: [{source: gazette, credibility: 2, relays: [Echo]}, {source: gazette, stance: denies}]
    accounts: [{by: [ana], says: So it was}]
    links: [{denies: bare}]
    note: A remark
"""
BARE = "  - {id: bare, date: 2018, title: None of it}"
GRADED = "sources: {gazette: {publisher: The Gazette, reliability: B}}"


@pytest.fixture(name="asked", scope="module")
def _asked(tmp_path_factory):
    path = tmp_path_factory.mktemp("absence") / "f.yaml"
    path.write_text(f"{GRADED}\nevents:{FULL}{BARE}\n")
    timeline = load(str(path))
    return lambda query: [match.event.id for match in timeline.select(query)]


def test_every_key_that_may_be_missing_has_a_name():
    """A key of an event is asked as a query and as a file calls it; three no event lacks."""
    more = {"reliability", "credibility", "origins", "against", "relays"}
    every = {name for key in EVENT.keys for name in (key.name, key.one, key.field) if name}
    assert set(LACKED) == every - {"id", "date", "title"} | more
    assert len(SHORTEST) == len(EVENT.keys) - 3 + len(more)


@pytest.mark.parametrize("name", LACKED)
def test_what_lacks_it_is_found(asked, name):
    """Both forms find the one event that says nothing, and `not` the other."""
    assert asked(f"no:{name}") == ["bare"]
    assert asked(f"not no:{name}") == ["full"]
    if name not in ("reliability", "credibility"):
        assert asked(f"{name}=0") == ["bare"]


@pytest.mark.parametrize("query", ["actors>=1", "places=1", "tags<2 tags>0", "NO:x or actors=1"])
def test_lists_are_counted(asked, query):
    """Actors, places and tags as sources and links."""
    if "NO" in query:
        query = query.replace("NO:x", "NO:Arc not NO:ARC")
    assert asked(query) == ["full"]


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("no:plce", "no field is called 'plce'", "did you mean 'place'?"),
        ("no:statuses", "no field is called 'statuses'", "did you mean 'status'?"),
        ("no:title", "every event has its title", "these may be missing: summary, "),
        ("no:", "expected a value after 'no:'", "write no:summary, no:kind, "),
        ("no=arc", "'no' cannot be compared", "write no:arc"),
        ("acotrs=0", "no field is called 'acotrs'", "did you mean 'actors'"),
    ],
)
def test_what_is_no_field_is_refused(asked, query, message, hint):
    """With the nearest, or with all that there are."""
    with pytest.raises(QueryError) as refused:
        asked(query)
    assert refused.value.message.startswith(message)
    assert refused.value.hint.startswith(hint)


def test_why_tells(run, tmp_path):
    """In the words of the other terms."""
    path = tmp_path / "f.yaml"
    path.write_text(f"{GRADED}\nevents:{FULL}{BARE}\n")
    assert run("-f", str(path), "why", "full", "no:place").stdout == "no\tno:place\thas some\n"
    assert run("-f", str(path), "why", "bare", "no:place").stdout == "yes\tno:place\thas none\n"


def test_words_that_ask_for_it_are_told(run, tmp_path):
    """`list no place` seeks two words."""
    path = tmp_path / "f.yaml"
    path.write_text(f"{GRADED}\nevents:{FULL}{BARE}\n")
    for asked, said in [("no place", "no:place"), ("without an arc", "no:arc")]:
        remark = run("-f", str(path), "list", asked).stderr.splitlines()[1]
        assert remark == (
            f"'{asked}' are sought as words; timeline -f {path} list {said} finds 1 event"
        )
