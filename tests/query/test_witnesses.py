"""What queries ask of evidence, on lineages that are easily counted wrongly."""

import pytest

import timeline

FILE = """\
sources:
  a: {publisher: A Post, firsthand: yes, date: 2019-03-01}
  b: {publisher: B, copy-of: c}
  c: {publisher: C, copy-of: a}
  d: {publisher: D, relays: [The A Post]}
  e: {publisher: E}
  f: {publisher: a post}
  g: {publisher: G, copy-of: d}
events:
  - {id: both-ways, date: 2019, title: Two ways, sources: [a, {source: a, stance: denies}]}
  - {id: copied-twice, date: 2019, title: A copy of a copy, sources: [b]}
  - {id: all-copies, date: 2019, title: The text and its copies, sources: [a, b, c]}
  - {id: named, date: 2019, title: A name that is a publisher, sources: [d]}
  - {id: named-too, date: 2019, title: The name and its paper, sources: [a, d]}
  - {id: one-paper, date: 2019, title: The name and another page of it, sources: [f, d]}
  - {id: nothing, date: 2019, title: No source}
  - {id: two-pages, date: 2019, title: Nothing recorded, sources: [e, f]}
  - {id: mentioned, date: 2019, title: Mentioned, sources: [{source: e, stance: mentions}]}
  - {id: instead, date: 2019, title: What is cited counts, sources: [{source: g, relays: [e]}, e]}
  - id: same-use
    date: 2019
    title: An account cites what the event does
    sources: [{source: f, credibility: 3, relays: [X]}, {source: e, stance: denies}]
    accounts:
      - {by: [x], says: So it was, sources: [f]}
      - {by: [y], says: It was not, stance: denies, sources: [e, f]}
"""
# By the rule of docs/claims.md: id → (least, most) for it, (least, most) against it.
#
# The name "The A Post" is the publisher "A Post", and "a post" too: one witness, first-hand where
# its own page is cited. A copy is its text. What an event cites relays what that citation says,
# whatever its source relays. The account of x is the event's own use of f, which relays X; that
# of y cites f against it, of which nothing is recorded.
NUMBERS = {
    "both-ways": ((1, 1), (1, 1)),
    "copied-twice": ((1, 1), (0, 0)),
    "all-copies": ((1, 1), (0, 0)),
    "named": ((1, 1), (0, 0)),
    "named-too": ((1, 1), (0, 0)),
    "one-paper": ((1, 1), (0, 0)),
    "nothing": ((0, 0), (0, 0)),
    "two-pages": ((1, 2), (0, 0)),
    "mentioned": ((0, 0), (0, 0)),
    "instead": ((1, 1), (0, 0)),
    "same-use": ((1, 1), (1, 2)),
}
COMPARE = {
    ">=": lambda number, asked: number >= asked,
    "<=": lambda number, asked: number <= asked,
    ">": lambda number, asked: number > asked,
    "<": lambda number, asked: number < asked,
    "=": lambda number, asked: number == asked,
}


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory):
    """Return the answer of the file to a query: the ids, those of maybes with a question mark."""
    path = tmp_path_factory.mktemp("lineages") / "lineages.yaml"
    path.write_text(FILE, "utf-8")
    whole = timeline.load(str(path))
    return lambda query: {
        match.event.id if match.certain else f"{match.event.id}?" for match in whole.select(query)
    }


@pytest.mark.parametrize("number", [0, 1, 2, 3])
@pytest.mark.parametrize("sign", COMPARE)
@pytest.mark.parametrize(("field", "side"), [("origins", 0), ("against", 1)])
def test_a_number_is_certain_where_all_that_there_may_be_fit(found, field, side, sign, number):
    """And possible where some do; with `not` and `-` the other way round."""
    expected, other = set(), set()
    for id_, sides in NUMBERS.items():
        least, most = sides[side]
        fits = {COMPARE[sign](each, number) for each in range(least, most + 1)}
        maybe = "?" if len(fits) > 1 else ""
        if True in fits:
            expected.add(id_ + maybe)
        if False in fits:
            other.add(id_ + maybe)
    assert found(f"{field}{sign}{number}") == expected
    assert found(f"not {field}{sign}{number}") == found(f"-{field}{sign}{number}") == other


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        # Citations are counted as ever: each source once.
        ("sources=1", {"both-ways", "copied-twice", "named", "mentioned"}),
        ("stance:denies", {"both-ways", "same-use"}),
        ("stance:mentions", {"mentioned"}),
        ("stance:supports", set(NUMBERS) - {"nothing", "mentioned"}),
        # Not `instead`: there the citation relays E, whatever the text relays.
        ("relays:post", {"named", "named-too", "one-paper"}),
        ("relays:e", {"instead"}),
        ("relays:x", {"same-use"}),
        ("by:x", {"same-use"}),
        ("accounts>=2", {"same-use"}),
        ("accounts=0", set(NUMBERS) - {"same-use"}),
        ("no:origins", {"nothing", "mentioned"}),
    ],
)
def test_fields_of_evidence_find_what_the_file_says(found, query, ids):
    """Of stances what somebody says, of relays what the way to an origin goes along."""
    assert found(query) == ids
