"""Bars to scale, in eighths of a cell."""

import pytest

from timeline.pages.parts import bar


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
