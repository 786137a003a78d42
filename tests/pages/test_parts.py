"""Bars to scale, in eighths of a cell; columns, and what is kept together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from timeline.pages.parts import (
    bar,
    date_column,
    date_lines,
    dotted,
    in_column,
    kept_together,
    prefixed,
    wrapped,
)
from timeline.views.parts.look import Look


@pytest.mark.parametrize(
    ("value", "most", "drawn"),
    [(0, 8, ""), (8, 8, "████"), (4, 8, "██"), (1, 8, "▌"), (1, 1000, "▏")],
)
def test_a_bar_is_to_scale(value, most, drawn):
    """Four cells are the most; anything above nothing shows."""
    assert bar(value, most, 4, ascii=False) == drawn


@pytest.mark.parametrize(("value", "drawn"), [(0, ""), (8, "####"), (4, "##"), (1, "#")])
def test_a_bar_in_ascii(value, drawn):
    """Whole cells only."""
    assert bar(value, 8, 4, ascii=True) == drawn


@pytest.mark.parametrize(
    ("width", "cells"),
    [(100, 14), (72, 14), (71, 10), (40, 10), (24, 6)],
)
def test_a_column_of_dates_leaves_room_for_the_rest(width, cells):
    """Never more than a quarter of the page."""
    assert date_column(["12 Aug 2025 – 3 Sep 2025"], Look(width)) == cells


def test_a_column_is_no_wider_than_its_dates():
    """Without any it has no cell."""
    assert date_column(["2019", "May 2019"], Look(100)) == 8
    assert date_column([], Look(100)) == 0
    assert in_column(Text("2019"), 8).plain == "     2019"


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_long_date_is_broken_after_its_dash_first(dash):
    """And only then between words; with ASCII too."""
    date = Text(f"12 Aug 2025 {dash} 3 Sep 2025")
    lines = [line.plain.rstrip() for line in date_lines(Console(), date, 14)]
    assert lines == [f"12 Aug 2025 {dash}", "3 Sep 2025"]


def test_parts_are_kept_together():
    """Lines are broken between them; one that is too long has a line of its own."""
    lines = [line.plain for line in kept_together(["aaa", "bbb", "c" * 12, "d"], 10, "")]
    assert lines == [" aaa   bbb", f" {'c' * 12}", " d"]
    assert [line.plain for line in kept_together([], 10, "")] == [""]


def test_lines_have_something_before_the_first_and_below_it():
    """As many as there are lines."""
    assert list(prefixed("1", "", "abc")) == [("1", "a"), ("", "b"), ("", "c")]
    assert list(prefixed("1", "", "")) == []


def test_what_is_joined_by_dots_keeps_its_styles():
    """The dots are dim; what they join is as it was."""
    text = dotted([Text("plain"), Text("bold", "bold")], Look())
    assert text.plain == "plain · bold"
    assert not text.style
    styled = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert styled == {" · ": "dim", "bold": "bold"}


@given(
    st.text(alphabet="ab  \n\t–éｗ\u0301\u00ad", max_size=40),
    st.integers(0, 50),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_what_has_blanks_is_wrapped_as_rich_does(said, width, first, last):
    """Without blanks at the end of a line, in its styles."""
    text = Text(said, "dim")
    text.stylize("bold", first, last)
    expected = text.wrap(Console(width=100), max(8, width))
    for line in expected:
        line.rstrip()
    found = list(wrapped(Console(width=100), text, width))
    assert [(line.plain, line.style) for line in found] == [
        (line.plain, line.style) for line in expected
    ]
    assert [list(line.render(Console())) for line in found] == [
        list(line.render(Console())) for line in expected
    ]
    assert text.plain == said
