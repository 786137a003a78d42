"""A long page and the person's pager: whatever PAGER says, the page comes out."""

import os
import re
import signal

import pytest

from tests.conftest import SMALL
from timeline.commands.support import ends, programs
from timeline.errors import UsageError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")

LAST = "The harbour is held"  # the last title of the page
XTERM = {"TERM": "xterm"}


@pytest.fixture(name="shown")
def _shown(terminal, tmp_path):
    """Show a page of more lines than the terminal has; return what came, and the exit code."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")

    def shown(**env):
        session = terminal("list", "-f", str(path), **{**XTERM, "LINES": "10", **env})
        exit_code = session.ended()
        return session.shown, exit_code

    return shown


def _program(folder, name, lines):
    """Make a program that writes the word PAGED with its arguments, and then does *lines*."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\necho "PAGED $*"\n{lines}\n')
    path.chmod(0o755)
    return path


def test_a_pager_gets_the_page(shown, tmp_path):
    """With its arguments; a path may have blanks in it, be quoted, or begin at home."""
    path = _program(tmp_path, "my tools/page", "cat")
    for said, arguments in (
        (str(path), ""),
        (f"'{path}' -x 'a b'", "-x a b"),
        (f"  {path}  ", ""),
        ("~/page -x", "-x"),
    ):
        text, exit_code = shown(PAGER=said, HOME=str(path.parent))
        assert (exit_code, text.count(LAST)) == (0, 1)
        assert f"PAGED {arguments}\n" in text


def test_less_is_told_to_show_colours(shown, tmp_path):
    """As an argument, so that LESS=-i does not take them away; LESS itself is left alone."""
    path = _program(tmp_path, "less", 'echo "LESS=$LESS"; cat')
    for env, arguments, less in (
        ({"PAGER": str(path)}, "-R", "FRX"),
        ({"PAGER": f"{path} -i -S", "LESS": "-i"}, "-R -i -S", "-i"),
        ({"PAGER": str(path), "LESS": ""}, "-R", ""),
        ({"PATH": f"{tmp_path}:{os.environ['PATH']}"}, "-R", "FRX"),
    ):
        text, exit_code = shown(**env)
        assert (exit_code, text.count(LAST)) == (0, 1)
        assert f"PAGED {arguments}\nLESS={less}\n" in text


@pytest.mark.parametrize("said", ["", " ", "\t"])
def test_no_pager_is_no_pager(shown, said):
    """As git has it: whoever says nothing wants none."""
    text, exit_code = shown(PAGER=said)
    assert (exit_code, text.count(LAST)) == (0, 1)
    assert "PAGER" not in text


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_scroll_gets_the_page_itself(shown, tmp_path, term):
    """Less would only complain."""
    text, exit_code = shown(PAGER=str(_program(tmp_path, "page", "cat")), TERM=term)
    assert (exit_code, text.count(LAST), "PAGED" in text) == (0, 1, False)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("less 'x", ": a quotation mark is left open"),
        ('"', ": a quotation mark is left open"),
        ("less \\", ": it ends with a backslash"),
        ("''", ", and there is no such program"),
        ("no-such-pager -R", ", and there is no such program"),
        ("/no/such/pager", ", and there is no such program"),
        ("LESS=-R less", ", and there is no such program"),
        ("{folder}", ", and that is a folder"),
        ("{folder}/small.yaml", ", and that cannot be executed"),
    ],
)
def test_what_is_no_pager_is_said_behind_the_page(shown, tmp_path, said, reason):
    """In a sentence, with what to set."""
    text, exit_code = shown(PAGER=said.format(folder=tmp_path))
    page, _, rest = text.partition("PAGER is ")
    assert (exit_code, page.count(LAST)) == (0, 1)
    assert rest.endswith(f"{reason}\nset PAGER to the name of one: PAGER=less\n")


@pytest.mark.parametrize(
    ("does", "how"),
    [("exit 3", "exit 3"), ("kill -9 $$", "signal 9"), ("cat >/dev/null; exit 1", "exit 1")],
)
def test_a_pager_that_fails_is_said_behind_the_page(shown, tmp_path, does, how):
    """It may have shown nothing."""
    path = _program(tmp_path, "page", does)
    text, exit_code = shown(PAGER=str(path))
    assert exit_code == 0
    assert text.index("PAGED") < text.index(LAST)
    assert text.endswith(f"the pager '{path}' ended with {how}\n")


def test_a_pager_that_does_not_start_is_said_behind_the_page(shown, tmp_path):
    """The system cannot run what has no head."""
    path = tmp_path / "page"
    path.write_bytes(b"\0\1\2\3")
    path.chmod(0o755)
    text, exit_code = shown(PAGER=str(path))
    assert (exit_code, text.count(LAST)) == (0, 1)
    assert f"cannot start the pager '{path}': " in text


def test_a_pager_that_is_left_early_is_left(shown, tmp_path):
    """The rest is not written behind it."""
    text, exit_code = shown(PAGER=str(_program(tmp_path, "page", "head -1 >/dev/null")))
    assert (exit_code, text.count(LAST), text.count("PAGED")) == (0, 0, 1)


COUNTING = """
import pathlib, sys
from timeline.commands import main
from timeline.pages.list import EventPage

drawn, usual = pathlib.Path(sys.argv.pop(1)), EventPage._event

def counted(page, console, match):
    with drawn.open("a") as file:
        file.write(".")
    return usual(page, console, match)

EventPage._event = counted
main()
"""
EVERY = 3000  # events, whose page is several times as long as a pipe is deep


@pytest.fixture(name="long")
def _long(terminal, tmp_path):
    """Show a very long page; return what came, how many events were drawn, and the exit code."""
    path = tmp_path / "long.jsonl"
    title = "an event among many others " * 4
    events = (f'{{"date": "2019-01-01", "title": "{at} {title}"}}\n' for at in range(EVERY))
    path.write_text("".join(events))

    def long(**env):
        drawn = tmp_path / "drawn"
        drawn.write_text("")
        args = (str(drawn), "list", "-f", str(path))
        session = terminal(*args, program=("-c", COUNTING), **{**XTERM, **env})
        exit_code = session.ended()
        return session.shown, len(drawn.read_text()), exit_code

    return long


def test_a_page_is_drawn_while_it_is_read(long, tmp_path):
    """A pager has its first lines before the last are drawn; nobody draws what it leaves unread."""
    text, drawn, exit_code = long(PAGER=str(_program(tmp_path, "page", "head -3")))
    assert exit_code == 0
    assert "3,000 events" in text
    assert 0 < drawn < EVERY / 2


def test_a_pager_that_reads_to_the_end_gets_all(long, tmp_path):
    """Each event once, in order, under the right number of them."""
    text, drawn, exit_code = long(PAGER=str(_program(tmp_path, "page", "cat")))
    assert (exit_code, drawn) == (0, EVERY)
    assert "3,000 events" in text
    numbers = re.findall(r"(\d+) an event", text)
    assert numbers == [str(at) for at in range(EVERY)]


def test_a_pager_that_fails_early_leaves_nothing_out(long, tmp_path):
    """What it has taken, and what was not drawn yet, is written behind it."""
    text, drawn, exit_code = long(PAGER=str(_program(tmp_path, "page", "read line; exit 3")))
    assert (exit_code, drawn) == (0, EVERY)
    assert re.findall(r"(\d+) an event", text) == [str(at) for at in range(EVERY)]
    assert text.rstrip().endswith("ended with exit 3")


def test_what_fits_the_screen_has_no_pager(shown, tmp_path):
    """One line more would have it."""
    path = _program(tmp_path, "page", "cat")
    lines = shown(PAGER="", LINES="100")[0].count("\n")
    assert "PAGED" not in shown(PAGER=str(path), LINES=str(lines + 1))[0]
    assert "PAGED" in shown(PAGER=str(path), LINES=str(lines))[0]


@pytest.mark.parametrize(
    ("does", "exit_code"),
    [
        ("trap '' INT; kill -INT $PPID; cat", 0),  # it goes on, as less does
        ("kill -INT $PPID; kill -INT $$", 130),
        ("kill -INT $PPID; exit 2", 130),  # as less -K
    ],
)
def test_an_interrupt_is_the_pagers(shown, tmp_path, does, exit_code):
    """It goes on, or ends; then so do we, without a word."""
    text, ended = shown(PAGER=str(_program(tmp_path, "page", does)))
    assert ended == exit_code
    assert text.count(LAST) == (exit_code == 0)
    assert text.splitlines()[-1].strip() == "PAGED" or exit_code == 0


def test_on_windows_a_backslash_is_a_letter():
    """And quotation marks stand around what has blanks in it."""
    said = r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst -nosession'
    words = programs._words("EDITOR", said, "notepad", windows=True)  # noqa: SLF001
    assert words == [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst", "-nosession"]
    with pytest.raises(UsageError, match="a quotation mark is left open"):
        programs._words("EDITOR", '"C:\\x', "notepad", windows=True)  # noqa: SLF001


def test_whoever_ignores_interrupts_goes_on_doing_so():
    """As in the background of a script, around a program that runs meanwhile."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with ends.interrupts_left_to_it():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
