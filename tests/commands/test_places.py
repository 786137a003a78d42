"""Where output goes: pipes that close, terminals, full disks, places without Unicode."""

import os
import pty
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.commands.support import files

ROOT = Path(__file__).parents[2]
HOSTILE = r"""
- date: 2019
  title: "\e[2J\a\x9b31m \u202Eevil\nline two\ttabbed"
  summary: "\e]0;title\a"
  places: ["\e[31mred"]
"""


def _timeline(*args, **rest):
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("TIMELINE", "NO_COLOR"))},
        **rest.pop("env", {}),
    }
    command = [sys.executable, "-m", "timeline", *args]
    return subprocess.Popen(command, cwd=ROOT, env=environment, **rest)


def test_a_pipe_that_closes_ends_quietly():
    """`| head -1`: exit 0 and not a word, though more was to come."""
    pipe = subprocess.PIPE
    with _timeline("list", "--format", "jsonl", stdout=pipe, stderr=pipe) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_a_sentence():
    """Exit 1, no traceback."""
    with Path("/dev/full").open("w") as full:
        process = _timeline("list", stdout=full, stderr=subprocess.PIPE)
        _, remarks = process.communicate()
    assert process.returncode == 1
    assert b"cannot write: No space left on device" in remarks
    assert b"Traceback" not in remarks
    assert b"Exception ignored" not in remarks


_ASCII = {"PYTHONIOENCODING": "ascii"}
_C = {"LC_ALL": "C", "PYTHONUTF8": "0"}


@pytest.mark.parametrize(
    ("args", "environment"),
    [
        (("list",), _ASCII),
        *(
            pytest.param(args, where, marks=pytest.mark.thorough)
            for args, where in (
                (("list",), _C),
                (("list", "-o", "json"), _C),
                (("show", "letter-to-putin"), _ASCII),
                ((), _ASCII),
            )
        ),
    ],
)
def test_places_without_unicode_get_plainer_letters(args, environment):
    """Accents fall away, signs become ASCII; JSON keeps every letter as an escape."""
    process = _timeline(*args, env=environment, stdout=subprocess.PIPE)
    output, _ = process.communicate()
    assert process.returncode == 0
    text = output.decode("ascii")
    assert ("Nicol\\u00e1s Maduro" if "json" in args else "Nicolas Maduro") in text or not args


def test_nothing_in_a_file_can_command_the_terminal(run):
    """Escape sequences, bells, C1 codes and direction marks arrive as signs."""
    for args in (("list",), ("list", "-o", "table"), ("show", "evil"), (), ("list", "-o", "json")):
        result = run(*args, "-f", "-", input=HOSTILE)
        assert result.exit_code == 0, result.stderr
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(result.stdout)
    assert (
        "␛[2J␇\ufffd31m \ufffdevil line two tabbed" in run("list", "-f", "-", input=HOSTILE).stdout
    )


def test_a_message_about_a_file_is_as_safe(run):
    """Also where the text is quoted."""
    result = run("list", "-f", "-", input='- {date: "\\e[31m2019", title: x, "\\e[2Jkey": y}\n')
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert "\x1b" not in run("list", "--actor", "\x1b[31mred").stderr


def test_interrupted_is_exit_130(run, monkeypatch):
    """Without a traceback."""

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "opened", interrupted)
    result = run("list")
    assert result.exit_code == 130
    assert "Traceback" not in result.output


def _on_a_terminal(*args, rows=24, columns=80, env=None):
    """Run on a pseudo-terminal; return what it showed."""
    leader, follower = pty.openpty()
    import fcntl
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PAGER": "cat"}
    process = _timeline(*args, env={**colours, **(env or {})}, stdout=follower, stderr=follower)
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(leader)
    assert process.wait() == 0
    return shown.decode()


def test_a_terminal_gets_a_page_in_colour():
    """As wide as it is, with the arc in its colour."""
    shown = _on_a_terminal("list", "--year", "2019", columns=100)
    assert "\x1b[" in shown
    assert "Moscow and Caracas" in shown


@pytest.mark.parametrize(
    ("args", "environment"), [((), {"NO_COLOR": "1"}), (("--color", "never"), {})]
)
def test_colour_can_be_turned_off(args, environment):
    """By the environment or by an option; the page stays."""
    shown = _on_a_terminal("list", "--year", "2013", *args, env=environment)
    assert "\x1b[38" not in shown
    assert "c. 2013" in shown


def test_a_long_page_goes_through_the_pager(tmp_path):
    """What is longer than the terminal; what fits is shown as it is."""
    paged = tmp_path / "paged"
    pager = {"PAGER": f"tee {paged}"}
    _on_a_terminal("list", "--year", "2013", rows=50, env=pager)
    assert not paged.exists()
    _on_a_terminal("list", rows=50, env=pager)
    assert "Moscow and Caracas" in paged.read_text(encoding="utf-8")


def test_colour_can_be_forced_into_a_pipe(run):
    """`--color always` sends the page, in colour."""
    assert "\x1b[" in run("list", "--year", "2019", "--color", "always").stdout
