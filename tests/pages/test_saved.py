"""Pages as files: whole in themselves, harmless, with every letter in its place."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console
from rich.style import Style
from rich.text import Text

from timeline.pages.saved import FORMS, html, lines_of, svg, text

EVIL = 'https://x.example/"><script>alert(1)</script>?a=1&b=2'


@pytest.fixture(name="paper")
def _paper():
    return Console(
        file=io.StringIO(), width=40, force_terminal=True, color_system="truecolor", _environ={}
    )


@pytest.fixture(name="lines")
def _lines(paper):
    """Return a page with blanks, colours, a wide title, an address and what could do harm."""
    page = Text("A title\n\n")
    page.append("   30 Sep", "dim").append("  ●", "#d55e00").append("  <b>&  題名  x\n")
    page.append("link", Style(link=EVIL)).append(" \x1b[31m\x85\u202e\ufffe\n")
    return lines_of(paper, [page, Text("last")])


def test_text_is_plain_and_keeps_its_blanks(lines):
    """What the page says, without colour, and nothing at the ends of lines."""
    assert text(lines).splitlines() == [
        "A title",
        "",
        "   30 Sep  ●  <b>&  題名  x",
        "link ␛[31m \ufffd\ufffd",
        "last",
    ]


@pytest.mark.parametrize("form", FORMS.values())
def test_nothing_is_fetched_and_nothing_commands(lines, form):
    """No font, script or style from elsewhere; no control characters."""
    said = form(lines)
    assert not re.search(r"url\(|@import|src=|<script", said)
    assert not [char for char in said if not (char.isprintable() or char == "\n")]


def test_a_web_page_escapes_text_and_addresses(lines):
    """The link is whole, and nothing of it becomes markup."""
    page = html(lines)
    assert "&lt;b&gt;&amp;  題名  x" in page
    assert (
        'href="https://x.example/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;?a=1&amp;b=2"'
        in page
    )
    assert "   30 Sep" in page
    assert "<title>A title</title>" in page


def test_a_picture_is_sound_and_its_pieces_stand_at_their_cells(lines):
    """Blanks are places, not letters; a wide letter takes two cells."""
    root = ET.fromstring(svg(lines))  # noqa: S314  our own
    cell, margin = 9.03, 16
    places = {
        each.text: (
            (float(each.get("x")) - margin) / cell,
            float(each.get("textLength")) / cell,
        )
        for each in root.iter("{http://www.w3.org/2000/svg}text")
    }
    expected = {"30 Sep": (3, 6), "●": (11, 1), "<b>&": (14, 4), "題名": (20, 4), "x": (26, 1)}
    for piece, (column, wide) in expected.items():
        assert places[piece] == pytest.approx((column, wide), abs=0.02)
    assert all("  " not in piece and piece == piece.strip() for piece in places)


def test_colours_are_those_of_the_page_and_can_be_left_out(paper):
    """With `--color never` a file is black and grey."""
    page = [Text("x", "#d55e00")]
    assert "#d55e00" in html(lines_of(paper, page))
    assert "#d55e00" not in html(lines_of(paper, page, coloured=False))


def test_a_page_is_what_the_console_would_print(paper):
    """Parts are joined as they are when they are printed, and end as they do."""
    parts = [Text("one"), Text("two"), Text("a line that is longer than forty cells, so it breaks")]
    said = text(lines_of(paper, parts))
    paper.print(*parts, sep="", soft_wrap=False, crop=False)
    assert said.splitlines() == [line.rstrip() for line in paper.file.getvalue().splitlines()]


def test_an_empty_page_is_an_empty_file(paper):
    """Nothing to say, nothing to fail on."""
    lines = lines_of(paper, [Text("")])
    assert text(lines) == ""
    assert ET.fromstring(svg(lines)) is not None  # noqa: S314
