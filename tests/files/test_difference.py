"""Two lists of lines as a unified diff: what `patch` makes of it is the new side."""

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.files.difference import unified

TEXTS = st.lists(
    st.sampled_from(["a\n", "b\n", "c\n", "\n"]) | st.text("xyz", max_size=2), max_size=30
)
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")


def diff(old, new):
    """Return the lines below the names of the two sides."""
    lines = list(unified(old, new, ("old", "new")))
    assert lines[:2] in ([], ["--- old\n", "+++ new\n"])
    return lines[2:]


def patched(old, lines):
    """Return what *lines* of a diff make of *old*: each says what stands there."""
    new, at = [], 0
    for line in lines:
        if hunk := HUNK.fullmatch(line):
            first, length = int(hunk[1]), int(hunk[2] or 1)
            start = first - 1 if length else first
            new += old[at:start]
            at = start
            new_first, new_length = int(hunk[3]), int(hunk[4] or 1)
            assert len(new) == (new_first - 1 if new_length else new_first)
            continue
        if line[0] in " -":
            assert old[at] == line[1:]
            at += 1
        if line[0] in " +":
            new.append(line[1:])
    return new + old[at:]


@given(TEXTS, TEXTS)
def test_a_diff_leads_to_the_new_side(old, new):
    """Whatever stands there; it begins and ends with what is the same, or changes."""
    assert patched(old, diff(old, new)) == new


@given(TEXTS)
def test_what_is_the_same_has_no_diff(lines):
    """Not even its names."""
    assert list(unified(lines, list(lines), ("old", "new"))) == []


def test_what_moves_is_kept_together():
    """The line that all have is no reason to take an event apart."""
    first, second, third = (
        [f"- id: {name}\n", "  date: 2019\n", f"  title: {name}\n", "\n"] for name in "abc"
    )
    assert diff([*first, *second, *third], [*second, *third, *first]) == [
        "@@ -1,7 +1,3 @@\n",
        *[f"-{line}" for line in first],
        *[f" {line}" for line in second[:3]],
        "@@ -10,3 +6,7 @@\n",
        *[f" {line}" for line in third[1:]],
        *[f"+{line}" for line in first],
    ]


def test_the_span_of_a_change():
    """One line has no length, and nothing is named by the line before it: as POSIX has it."""
    assert diff(["a\n"], ["b\n"]) == ["@@ -1 +1 @@\n", "-a\n", "+b\n"]
    assert diff([], ["a\n", "b\n"]) == ["@@ -0,0 +1,2 @@\n", "+a\n", "+b\n"]
    assert diff(["a\n", "b\n"], []) == ["@@ -1,2 +0,0 @@\n", "-a\n", "-b\n"]


def test_its_own_lines_end_as_those_of_both_sides():
    """Which may be without an end."""
    lines = list(unified(["a"], ["b"], ("x", "x"), end=""))
    assert lines == ["--- x", "+++ x", "@@ -1 +1 @@", "-a", "+b"]
