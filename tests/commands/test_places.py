"""Where output goes: pipes that close, terminals, full disks, places without Unicode."""

import os
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


@pytest.fixture(name="shown")
def _shown(asked):
    """Return what a run shows on a terminal that has colours."""

    def shown(*args, rows=24, columns=80, **env):
        colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PAGER": "cat"}
        ran = asked(*args, size=(columns, rows), **(colours | env))
        assert ran.ended() == 0
        return ran.raw

    return shown


def test_a_terminal_gets_a_page_in_colour(shown):
    """As wide as it is, with the arc in its colour."""
    page = shown("list", "--year", "2019", columns=100)
    assert "\x1b[" in page
    assert "Moscow and Caracas" in page


@pytest.mark.parametrize(
    ("args", "environment"), [((), {"NO_COLOR": "1"}), (("--color", "never"), {})]
)
def test_colour_can_be_turned_off(shown, args, environment):
    """By the environment or by an option; the page stays."""
    page = shown("list", "--year", "2013", *args, **environment)
    assert "\x1b[38" not in page
    assert "c. 2013" in page


def test_a_long_page_goes_through_the_pager(shown, tmp_path):
    """What is longer than the terminal; what fits is shown as it is."""
    paged = tmp_path / "paged"
    pager = f"tee {paged}"
    shown("list", "--year", "2013", rows=50, PAGER=pager)
    assert not paged.exists()
    shown("list", rows=50, PAGER=pager)
    assert "Moscow and Caracas" in paged.read_text(encoding="utf-8")


def test_colour_can_be_forced_into_a_pipe(run):
    """`--color always` sends the page, in colour."""
    assert "\x1b[" in run("list", "--year", "2019", "--color", "always").stdout
