"""What differs → pages, lines, Markdown and data: as accepted, at every width, in ASCII."""

import json

import pytest

from tests.conftest import SMALL
from timeline.loading import load
from timeline.pages.diff import ChangePage
from timeline.reports.diff.changes import Changes, Words
from timeline.reports.diff.timelines import differences
from timeline.text import cells
from timeline.views.diff import change_lines, change_page, change_rows, changes_data
from timeline.views.parts.change_counts import summary
from timeline.views.parts.change_words import Naming, shortened
from timeline.views.parts.look import Look

# One change for each thing that a page must get right.
EDITS = (
    ("title: A small timeline", "title: A smaller timeline"),
    ("date: 1998~", "date: 1998-05"),
    (
        "It is said to have begun in March.",
        "It is said to have begun in April, when the snow had gone.",
    ),
    ("[Old Town, Harbour]", "[Harbour, Old Town]"),
    ("credibility: 4", "credibility: 2"),
    ("status: disputed", "status: confirmed"),
    (
        "tags: [war], status: confirmed, sources: [gazette], links",
        "tags: [], status: confirmed, sources: [gazette, rumour], links",
    ),
    ("id: general-speaks", "id: general-claims"),
    ("denies: general-speaks", "responds-to: general-claims"),
    ("A second paper has 2 June.", "Nobody knows why."),
    (
        "id: some-year, date: 2019, title: A treaty is drafted",
        "id: rain, date: 2021, title: 'It [b]rains[/b]'",
    ),
    ("reliability: F", "reliability: C"),
    ("aliases: [Capital]", "aliases: [Crown]"),
    ("general: {name: José Nuño", "miller: {name: Miller}\n  general: {name: José Nuño"),
)


@pytest.fixture(name="edited", scope="module")
def _edited(small):
    """Return what differs between the small timeline and one with every kind of change."""
    text = SMALL
    for was, is_ in EDITS:
        assert was in text, was
        text = text.replace(was, is_)
    new = load.load("new.yaml", instead={"new.yaml": text})
    return differences(small, new), small, new


@pytest.mark.parametrize("width", [60, 100])
def test_changes_look_as_they_were_accepted(edited, shown, golden, width):
    """Events in order of time with what differs, then the registries, then the signs."""
    changes, old, new = edited
    page = shown(ChangePage(changes, Naming(old, new), Look(width)), width)
    golden(f"diff-{width}.txt", page)


def test_an_ascii_page_uses_no_other_signs(edited, shown, golden):
    """Every sign of ours is ASCII; the status is a word, for its sign would clash with `+`."""
    changes, old, new = edited
    page = shown(ChangePage(changes, Naming(old, new, ascii=True), Look(80, ascii=True)), 80)
    golden("diff-ascii.txt", page)
    assert page.replace("José Nuño", "").isascii()


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_page(edited, shown, width):
    """Long titles, names and reworded texts are wrapped."""
    changes, old, new = edited
    look = Look(width)
    page = shown(ChangePage(changes, Naming(old, new), look), width)
    assert max(map(cells, page.splitlines())) <= look.page


def test_markdown_is_as_it_was_accepted(edited, golden):
    """Lists under headings; what came is strong, what went is struck out; nothing is markup."""
    changes, old, new = edited
    page = "\n".join(change_page(changes, Naming(old, new)))
    golden("diff.md", f"{page}\n")
    assert "It \\[b\\]rains" in page


def test_the_summary_counts_what_came_went_and_differs(edited):
    """By hand from EDITS: five events differ, one of them in its id alone; two more certain."""
    changes, _, _ = edited
    assert summary(changes) == (
        "1 event added, 1 removed, 4 changed, 1 renamed: 1 became more certain; "
        "1 source changed; 1 actor added, 1 changed; title of the timeline changed"
    )
    assert summary(Changes()) == ""


def test_lines_and_data_tell_the_same(edited):
    """A line for each record that came or went and for each change, eight cells each."""
    changes, old, new = edited
    naming = Naming(old, new)
    lines = [line.split("\t") for line in change_lines(changes, naming)]
    assert {len(line) for line in lines} == {8}
    document = json.loads(json.dumps(changes_data(changes, naming, ("old.yaml", "new.yaml"))))
    told = [("timeline", change) for change in document["header"]]
    for name in ("events", "sources", "actors", "arcs"):
        told += [
            (name.removesuffix("s"), change)
            for each in document[name]["changed"]
            for change in each["changes"]
        ]
    as_lines = [
        [of, change["key"], change["old"] or "", change["new"] or ""] for of, change in told
    ]
    assert as_lines == [
        [line[1], line[3], line[5], line[6]] for line in lines if line[0] == "changed"
    ]
    rows = list(change_rows(changes, naming))
    assert len(rows) == 1 + 1 + 1 + 5 + 1 + 1 + 1


@pytest.mark.parametrize(
    ("words", "short"),
    [
        (
            [("", "a b c d e f g h"), ("-", "x"), ("", "1 2 3 4 5 6 7 8 9 10 11 12"), ("+", "y")],
            [("", "… d e f g h"), ("-", "x"), ("", "1 2 3 4 5 … 8 9 10 11 12"), ("+", "y")],
        ),
        (
            [("", "a b"), ("+", "c"), ("", "d e f g h i")],
            [("", "a b"), ("+", "c"), ("", "d e f g h …")],
        ),
        ([("-", "a b c"), ("+", "d e"), ("", "f")], [("-", "a b c f"), ("+", "d e f")]),
        ([], []),
    ],
)
def test_only_what_differs_is_shown_with_a_few_words_around_it(words, short):
    """Dots for the rest; a text of which less than a third stayed is shown as two."""
    found = shortened([Words(*each) for each in words])
    assert [(each.sign, each.text) for each in found] == short
