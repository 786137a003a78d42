"""What differs → lines, Markdown and data: as accepted, and the same in each."""

import json

import pytest

from tests.edits import edited
from timeline.reports.diff.changes import Changes
from timeline.views.diff import ChangeView, change_lines, change_page, change_rows, changes_data
from timeline.views.parts.change_counts import summary
from timeline.views.parts.change_words import Naming


@pytest.fixture(name="edited", scope="module")
def _edited(small):
    return edited(small)


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


def test_a_view_names_both_versions(edited):
    """In its heading; a title that is gone is still the timeline's name in data and on a page."""
    changes, old, new = edited
    view = ChangeView(("HEAD:a.yaml", "a\tb.yaml"), Naming(old, new), changes)
    assert view.between("->") == "HEAD:a.yaml -> a b.yaml"
    page = list(view.md())
    assert page[0] == "# A smaller timeline"
    assert page[2] == f"HEAD:a.yaml → a b.yaml · {summary(changes)}"
    assert view.json()["old"] == {"name": "HEAD:a.yaml", "events": len(old)}
    assert view.remark() == summary(changes)
    assert view.form("csv") is None
