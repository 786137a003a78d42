"""Lines of scripts that have no blanks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from timeline.pages.breaks import breaks, is_unspaced
from timeline.pages.parts import wrapped


def lines(text, width):
    """Return the lines of *text* as a page has them."""
    return [line.plain for line in wrapped(Console(width=100), Text(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("denies ● 東京で会議が開かれ", 16, ["denies ● 東京で", "会議が開かれ"]),
        ("東京で会議。共同声明", 10, ["東京で会", "議。共同声", "明"]),
        ("東京は「声明」を", 8, ["東京は", "「声明」", "を"]),
        ("ニュースー東京", 8, ["ニュー", "スー東京"]),
        ("TASS 東京", 8, ["TASS 東", "京"]),
        ("一二三四 abc defg", 8, ["一二三四", "abc defg"]),
        ("東京\nabc", 8, ["東京", "abc"]),
    ],
)
def test_lines_end_between_characters(text, width, expected):
    """But not before what closes, nor behind what opens; a line begins with no blank."""
    assert lines(text, width) == expected


@given(st.text(alphabet="東京カーュ「」。、 ab-é\u0301👍", max_size=60), st.integers(8, 30))
def test_nothing_is_lost_and_no_line_is_too_long(text, width):
    """Whatever stands beside each other."""
    at = [0, *breaks(text, width), len(text)]
    parts = [text[first:last] for first, last in pairwise(at)]
    assert "".join(parts) == text
    assert max(cell_len(part.rstrip()) for part in parts) <= width


@pytest.mark.parametrize("text", ["plain", "Çé ñ", "한국 정부", "ไทย", "محمد", "👍🏽 🇻🇪", ""])
def test_other_scripts_have_blanks(text):
    """Or are broken by nobody who does not know their words."""
    assert not is_unspaced(text)
