"""Pages become text: what fits into its line is drawn as any console draws it, only sooner."""

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from timeline.commands.support.console import Quick

SIGNS = st.text(alphabet="ab  \n\t–é日本\u0301\u00ad", max_size=30)
STYLES = st.sampled_from(["", "bold", "dim", "not bold dim", "red"])


@st.composite
def texts(draw):
    """Return a text of any signs, in any style, also in the middle of it."""
    text = Text(
        draw(SIGNS),
        draw(STYLES),
        justify=draw(st.sampled_from([None, "default", "left", "right", "center", "full"])),
        overflow=draw(st.sampled_from([None, "fold", "crop", "ellipsis"])),
        no_wrap=draw(st.sampled_from([None, True, False])),
        end=draw(st.sampled_from(["\n", ""])),
    )
    first, last = sorted(draw(st.tuples(st.integers(0, 30), st.integers(0, 30))))
    text.stylize(draw(STYLES), first, last)
    return text


def drawn(console, parts, width):
    """Return what a kind of *console* writes."""
    file = io.StringIO()
    page = console(file=file, width=width, force_terminal=True, color_system="truecolor")
    page.print(*parts)
    return file.getvalue()


@given(st.lists(texts(), max_size=3), st.integers(1, 40))
def test_texts_are_drawn_as_any_console_draws_them(parts, width):
    """Whatever stands in them: line ends, tabs, wide signs, signs that nobody sees."""
    assert drawn(Quick, parts, width) == drawn(Console, parts, width)


@given(texts(), st.integers(1, 40), st.sampled_from([None, "left", "right", "center"]))
def test_so_are_texts_within_others(text, width, justify):
    """A table, a margin, a group each give them the room that they have."""
    table = Table("A", "B")
    table.columns[0].justify = justify or "left"
    table.add_row(text, "b")
    parts = [table, Padding(text, (0, 2)), Group(text, text)]
    assert drawn(Quick, parts, width) == drawn(Console, parts, width)
