"""Help on a terminal that has fewer than 80 columns."""

import os

import pytest

from tests.commands.conftest import Terminal
from timeline.commands.support.catalogue import TOPICS, entries
from timeline.commands.support.narrow import narrowed

PAGE = """\
Usage: timeline list [OPTIONS]

A sentence that is as long as a line of eighty columns may be, and then goes on
in the next one.

Options:
  --by date|known       By date, or by when a source first told it, with the
                        lag.
  --install-completion [SHELL]
                        Let Tab complete commands, options, fields and names.
  -h                    Show this.
  timeline list 'actor:putin not status:confirmed' --since 'aug 2025'
"""


def test_what_fits_is_as_it_was():
    """Nothing is joined that was two lines."""
    assert narrowed(PAGE, 80) == PAGE


def test_a_text_stays_beside_its_name():
    """A sentence is filled anew; a command is left whole, to be copied."""
    assert (
        narrowed(PAGE, 50)
        == """\
Usage: timeline list [OPTIONS]

A sentence that is as long as a line of eighty
columns may be, and then goes on in the next one.

Options:
  --by date|known       By date, or by when a
                        source first told it, with
                        the lag.
  --install-completion [SHELL]
                        Let Tab complete commands,
                        options, fields and names.
  -h                    Show this.
  timeline list 'actor:putin not status:confirmed' --since 'aug 2025'
"""
    )


def test_where_there_is_no_room_beside_it_it_stands_below():
    """Indented."""
    assert narrowed("  --by date|known       By date, or by when it was told.\n", 40) == (
        "  --by date|known\n      By date, or by when it was told.\n"
    )


@pytest.mark.parametrize("width", [44, 60])
@pytest.mark.parametrize("name", [*entries(), *TOPICS])
def test_every_page_fits_and_says_the_same(run, name, width):
    """Every word of every page, in its order."""
    page = run("help", name).stdout
    narrow = narrowed(page, width)
    assert narrow.split() == page.split()
    wide = [line for line in narrow.splitlines() if len(line) > width]
    several = [line for line in wide if len(line.split()) > 1]
    assert [line for line in several if not line.strip().startswith("timeline ")] == []


def test_a_narrow_terminal_gets_a_narrow_page():
    """Of a command too."""
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "60", "LINES": "200"}
    terminal = Terminal(["-m", "timeline", "list", "--help"], environment)
    assert terminal.ended() == 0
    terminal.close()
    assert max(map(len, terminal.shown.splitlines())) <= 60
