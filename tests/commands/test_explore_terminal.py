"""`timeline explore` on a terminal: all the way from its first row to what it leaves there."""

import base64
import os
import shlex
import signal
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no such terminals here")

BRIDGE = """\
timeline: {title: The bridge}
events:
- {id: closed, date: 2019-03-28, title: THE BRIDGE IS CLOSED}
- {id: opened, date: 2021-05-03, title: The bridge is open}
- {id: feast, date: 2022, title: There is a feast}
"""
EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text().replace("is open", "IS WIDE OPEN"))
"""
WAITING = """\
import pathlib, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
pathlib.Path(sys.argv[-1]).write_text("mine")
print("waiting", flush=True)
while True:
    signal.pause()
"""
BROKEN = """\
import sys
from timeline.exploring.{module} import {name}
def broken(*_):
    secret = "what nobody is to read"
    raise ArithmeticError("it is broken")
{name}.{method} = broken
from timeline.commands import main
main()
"""
_WIDE, _NARROW = (120, 30), (80, 24)


@pytest.fixture(name="file")
def _file(tmp_path):
    path = tmp_path / "bridge.yaml"
    path.write_text(BRIDGE)
    return path


@pytest.fixture(name="explore")
def _explore(terminal, file, tmp_path):
    """Start the screen on the file."""
    script = tmp_path / "editor.py"
    script.write_text(EDITOR)
    environment = {
        "TERM": "xterm-256color",
        "HOME": str(tmp_path),
        "EDITOR": shlex.join((sys.executable, str(script))),
    }

    def explore(*args, **how):
        words = ("explore", "-f", file.name, *args)
        return terminal(*words, **{"size": _NARROW, "cwd": tmp_path, **environment, **how})

    return explore


def _is_restored(session):
    """Whether the terminal is as it was: its own screen, its cursor, and lines that are echoed."""
    raw = session.raw
    own = raw.rindex("\x1b[?1049l") > raw.rindex("\x1b[?1049h")
    cursor = raw.rindex("\x1b[?25h") > raw.rfind("\x1b[?25l")
    return own and cursor and session.echoes


def _left(session):
    """Return what stands on the terminal when the screen has gone."""
    shown = session.raw.rpartition("\x1b[?1049l")[2]
    return [line for line in session.plain(shown).splitlines() if line]


def test_all_the_way(explore, file):
    """Filter, look into an event, copy its id, edit it, take a larger terminal, and end."""
    session = explore()
    session.wait_for("THE BRIDGE IS CLOSED")
    session.type("/open")  # at once, as over a slow line
    session.wait_for("timeline -f bridge.yaml list open")
    session.type("\r")
    session.wait_for("? help")
    session.type("\r")
    session.wait_for("EDTF")
    session.type("y")
    session.wait_for("bibliography")
    session.type("i")
    session.wait_for("copied")
    copied = base64.b64encode(b"opened").decode()
    assert f"\x1b]52;c;{copied}\x07" in session.raw
    session.type("e")
    session.wait_for("The bridge IS WIDE OPEN")
    assert "The bridge IS WIDE OPEN" in file.read_text()
    session.resize(*_WIDE)
    session.wait_for("▸")
    session.type("q")
    assert session.ended() == 0
    assert _left(session) == ["timeline -f bridge.yaml list open"]
    assert _is_restored(session)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_whoever_ends_it_from_elsewhere_gets_the_terminal_back(explore, tmp_path, name):
    """It ends as one that was told so, and leaves and keeps what it does when a key ends it."""
    session = explore("bridge", XDG_STATE_HOME=str(tmp_path / "state"), TIMELINE_CACHE="")
    session.wait_for("? help")
    number = getattr(signal, name)
    session.terminate(number)
    assert session.ended() == 128 + number
    assert _is_restored(session)
    assert _left(session) == ["timeline -f bridge.yaml list bridge"]
    [seat] = (tmp_path / "state").rglob("seat-*.json")
    assert "bridge" in seat.read_text()


def test_an_editor_that_is_open_then_is_ended_first(explore, tmp_path):
    """Nobody has to leave it, or to press Enter; what was typed there stands beside the file."""
    (tmp_path / "editor.py").write_text(WAITING)
    session = explore("bridge")
    session.wait_for("? help")
    session.type("e")
    session.wait_for("waiting")
    session.terminate()
    assert session.ended() == 128 + signal.SIGTERM
    assert _is_restored(session)
    assert (tmp_path / "bridge.edited.yaml").read_text() == "mine"


def test_ids_alone_go_into_a_pipe(explore, tmp_path):
    """The screen is drawn on standard error."""
    place = tmp_path / "ids"
    with place.open("wb") as out:
        session = explore("--print", "ids", "bridge", stdout=out)
        session.wait_for("THE BRIDGE IS CLOSED")
        session.type("q")
        assert session.ended() == 0
    assert place.read_text() == "closed\nopened\n"
    assert _left(session) == []
    assert _is_restored(session)


@pytest.mark.parametrize(
    ("module", "name", "method"),
    [
        ("widgets.rows", "Rows", "render_line"),
        ("stage", "Stage", "show"),
        ("app", "Explorer", "press"),
    ],
)
def test_a_fault_of_ours_gives_the_terminal_back(explore, tmp_path, module, name, method):
    """And says where it is, with nothing of what the file says."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN.format(module=module, name=name, method=method))
    session = explore(program=(str(script),))
    session.type("j")
    assert session.ended() == 1
    left = "\n".join(_left(session))
    assert left.startswith("Traceback")
    assert left.endswith("ArithmeticError: it is broken")
    assert "nobody is to read" not in left
    assert "CLOSED" not in left
    assert _is_restored(session)
