"""`timeline explore`: what it needs, what it asks of the rest, and what it writes in the end."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from rich.text import Text

from timeline.commands.explore import state
from timeline.commands.explore.outside import Outside
from timeline.errors import TimelineError
from timeline.exploring.ground import Ground
from timeline.exploring.seat import Period, Seat
from timeline.text import cells

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23).toordinal()


def test_without_a_terminal_it_says_what_to_use(run):
    """In one line."""
    done = run("explore")
    assert done.exit_code == 2
    assert done.stderr == "timeline: explore needs a terminal; for lines write `timeline list`\n"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no such terminals")
def test_a_terminal_that_moves_no_cursor_is_none():
    """It says so in the same line."""
    ours, its = os.openpty()
    command = [sys.executable, "-m", "timeline", "explore"]
    environment = {**os.environ, "TERM": "dumb"}
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), its)
    done = subprocess.run(command, env=environment, cwd=ROOT, check=False, **streams)
    assert done.returncode == 2
    assert b"explore needs a terminal" in os.read(ours, 1000)
    os.close(ours)
    os.close(its)


def test_keys_and_a_file_cannot_come_from_one_place(run):
    """Standard input is for one of them."""
    done = run("explore", "-f", "-", input="- {date: 2019, title: x}")
    assert done.exit_code == 2
    assert "save it to a file first" in done.stderr


BRIDGE = """\
timeline: {title: The bridge}
events:
- {id: closed, date: 2019-03-28, title: THE BRIDGE IS CLOSED}
- {id: opened, date: 2021-05-03, title: 'The bridge [/b] is open'}
"""


@pytest.fixture(name="beside")
def _beside(tmp_path, monkeypatch):
    """Return what a screen on a file of two events asks of the rest."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Path("bridge.yaml").write_text(BRIDGE)
    paths = ("bridge.yaml",)
    return Outside(paths, TODAY, ("-f", *paths), lambda timeline: Ground(timeline, TODAY))


def test_a_change_of_the_file_is_seen(beside):
    """Until it is read again."""
    assert len(beside.ground().events) == 2
    assert not beside.has_changed()
    Path("bridge.yaml").write_text(BRIDGE + "- {date: 2022, title: It is closed again}\n")
    assert beside.has_changed()
    assert len(beside.ground().events) == 3
    assert not beside.has_changed()


def test_a_file_that_has_gone_away_has_changed(beside):
    """And reading it says so."""
    beside.ground()
    Path("bridge.yaml").unlink()
    assert beside.has_changed()
    with pytest.raises(TimelineError):
        beside.ground()


MORE = [("list", "open"), ("show", "opened"), ()]


@pytest.mark.parametrize(
    "words", [("list",), *(pytest.param(words, marks=pytest.mark.thorough) for words in MORE)]
)
def test_a_command_writes_the_page_it_would_write(beside, words):
    """Of the same file, as wide as the screen, with what is in it as text."""
    page = beside.written(words, 60)
    assert "The bridge [/b] is open" in page or not words
    assert all(cells(line) <= 60 for line in Text.from_ansi(page).plain.splitlines())


def test_what_a_command_refuses_is_written_too(beside):
    """For whoever typed it."""
    assert "'lits'" in beside.written(("lits",), 80)


def test_commands_that_ask_are_given_the_terminal(beside):
    """The others keep the screen."""
    assert not beside.keeps_screen(("add",))
    assert beside.keeps_screen(("list", "add"))


def test_findings_are_those_of_one_event(beside):
    """Of this one that it has no source; of the other nothing is said."""
    ground = beside.ground()
    found = beside.findings(ground.events[1])
    assert "bridge.yaml:4:" in found
    assert "bridge.yaml:3:" not in found
    assert "no source" in found


def test_the_last_seat_comes_back(beside, tmp_path):
    """Of the same file, whatever it is called; ids and a query, and nothing that the file says."""
    seat = Seat(query="bridge", focus="opened", marks=frozenset({"closed"}), view="chart",
                period=Period("year", 2019), certain=True)  # fmt: skip
    beside.ground()
    state.remember(("bridge.yaml",), seat)
    assert state.remembered((str(tmp_path / "bridge.yaml"),)) == seat
    assert state.remembered(("other.yaml",)) == Seat()
    [file] = (tmp_path / "state" / "timeline").iterdir()
    assert "CLOSED" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoilt", [b"", b"{", b'{"query": 3}', b"\xff", b'{"period": 1}'])
def test_a_spoilt_seat_is_as_if_there_was_none(beside, tmp_path, spoilt):
    """The screen begins with all events."""
    beside.ground()
    state.remember(("bridge.yaml",), Seat(query="bridge"))
    [file] = (tmp_path / "state" / "timeline").iterdir()
    file.write_bytes(spoilt)
    assert state.remembered(("bridge.yaml",)) == Seat()


def test_without_a_place_nothing_is_kept(beside, monkeypatch):
    """A copy has to say so."""
    beside.ground()
    monkeypatch.setattr(state, "folder", lambda: "")
    state.remember(("bridge.yaml",), Seat(query="bridge"))
    assert state.remembered(("bridge.yaml",)) == Seat()
    with pytest.raises(TimelineError):
        state.keep("text")
