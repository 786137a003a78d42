"""Every command with each of its streams closed, full or a broken pipe.

Data that does not get out is exit 1 and a line, if there is anywhere to say it; a remark that
nobody hears changes nothing, and what a command writes to files it writes all the same.
"""

import io
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import SMALL
from timeline.commands.support import descriptors
from timeline.commands.support.catalogue import COMMANDS
from timeline.editing.starter import example

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

ROOT = Path(__file__).parents[2]
EDITOR = """\
import pathlib, sys
path = pathlib.Path(sys.argv[-1])
path.write_bytes(path.read_bytes() + b"#")
"""
FILES = {
    "small.yaml": SMALL,
    "other.yaml": "events:\n- title: A key in no order\n  date: 2019\n",
    "wrong.yaml": "- {date: 2019-13, title: No such month}\n",
    "sound.yaml": example(with_schema=False),
    "table.csv": "date,title\n2019-03-05,War begins\n2019-13-45,No such day\n",
    "editor.py": EDITOR,
}
ENVIRONMENT = {"EDITOR": f"{shlex.quote(sys.executable)} editor.py", "TIMELINE_TODAY": "2026-11-23"}
NUMBERS = {"in_": 0, "out": 1, "err": 2}
HERE = ("-f", "small.yaml")
OUT, QUIET = True, False  # whether there is anything for standard output

# For each command: its arguments, and whether it writes to standard output.
RUNS = {
    "": [((), OUT), (("--save", "page.html"), QUIET)],
    "list": [((), OUT), (("-o", "json"), OUT), (("-o", "table"), OUT), (("nothing",), QUIET)],
    "show": [(("war",), OUT)],
    "actors": [((), OUT)],
    "years": [((), OUT)],
    "places": [((), OUT)],
    "tags": [((), OUT)],
    "arcs": [((), OUT)],
    "sources": [((), OUT)],
    "chart": [((), OUT)],
    "lanes": [((), OUT)],
    "compare": [(("north", "south"), OUT)],
    "thread": [(("war",), OUT)],
    "around": [(("war",), OUT)],
    "on": [(("06-01",), OUT)],
    "gaps": [((), OUT)],
    "why": [(("war", "war"), OUT)],
    "cite": [((), OUT)],
    "order": [(("war", "landing"), OUT), (("war", "-o", "mermaid"), OUT)],
    "evidence": [(("war",), OUT), ((), OUT), (("--explain", "one-origin"), OUT)],
    "versions": [(("war", "-o", "table"), OUT), (("year:2019",), QUIET)],
    "new": [((), OUT), (("made.yaml",), QUIET)],
    "add": [
        (("--date", "2020", "--title", "Another"), QUIET),
        (("--date", "2020", "--title", "Another", "--dry-run"), OUT),
    ],
    "edit": [(("war",), QUIET)],
    "remove": [(("rebels-deny", "--yes"), QUIET), (("rebels-deny", "--dry-run"), OUT)],
    "config": [((), OUT)],
    "save": [(("north", "arc:north"), QUIET)],
    "cache": [((), QUIET), (("--clear",), QUIET)],
    "fmt": [
        (("other.yaml",), QUIET),
        (("--diff", "other.yaml"), OUT),
        (("--check", "other.yaml"), OUT),
    ],
    "check": [(("wrong.yaml",), OUT), (("--list",), OUT), (("sound.yaml",), QUIET)],
    "diff": [(("small.yaml", "other.yaml"), OUT)],
    "schema": [((), OUT)],
    "export": [(("csv",), OUT), (("html", "-o", "made.html", "--report", "lost.json"), QUIET)],
    "import": [(("table.csv",), OUT), (("table.csv", "-o", "made.yaml"), QUIET)],
    "help": [(("query",), OUT), (("list",), OUT)],
    "explore": [((), QUIET)],
}
# What is said before there is a command, or instead of one.
APART = [
    (("--help",), {}, OUT),
    (("--version",), {}, OUT),
    (("list", "--help"), {}, OUT),
    (("list", "--nosuch"), {}, QUIET),
    (("nosuch",), {}, QUIET),
    (("--show-completion", "bash"), {}, OUT),
    (("--install-completion", "fish"), {}, QUIET),
    (("--install-completion", "bash"), {"HOME": os.devnull}, QUIET),
    (("80", "li"), {"_TIMELINE_COMPLETE": "zsh"}, OUT),
    ((), {"_TIMELINE_COMPLETE": "bash"}, QUIET),
    ((), {"_TIMELINE_COMPLETE": "tcsh"}, QUIET),
]
WITH_FILE = set(RUNS) - {"new", "schema", "import", "help", "diff", "check", "fmt"}
CASES = [
    ((*(HERE if name in WITH_FILE else ()), *filter(None, [name]), *args), {}, out)
    for name, runs in RUNS.items()
    for args, out in runs
] + APART


def test_no_command_is_forgotten():
    """A new one has to say what it writes."""
    assert set(RUNS) - {""} == {name for names in COMMANDS.values() for name in names}


class Outcome(NamedTuple):
    """What a run leaves: its exit code, what it says, and the files that are there then."""

    exit_code: int
    out: str
    err: str
    files: dict


@pytest.fixture(name="outcome")
def _outcome(warm, tmp_path):
    """Run a case in a folder of its own, with the streams that are named."""

    def outcome(case, **streams):
        args, env, _ = case
        folder = tmp_path / f"run{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        given = {NUMBERS[name]: kind for name, kind in streams.items()}
        exit_code = warm.run(folder, args, streams=given, env={**ENVIRONMENT, **env})
        paths = (path for path in folder.rglob("*") if path.is_file())
        files = {str(path.relative_to(folder)): path.read_bytes() for path in paths}
        said = (Path(f"{folder}.{name}").read_text(encoding="utf-8") for name in ("out", "err"))
        return Outcome(exit_code, *(text.replace(str(folder), "~") for text in said), files)

    return outcome


@pytest.fixture(name="usual")
def _usual(request, outcome):
    """Return what a case leaves with the usual streams; looked for once."""

    def usual(case):
        known = request.config.stash.setdefault(_KNOWN, {})
        name = str(case)
        if name not in known:
            known[name] = outcome(case)
        return known[name]

    return usual


_KNOWN = pytest.StashKey()
each_case = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: " ".join(case[0]) or str(case[1])
)


@each_case
def test_a_command_says_what_it_is_to_say(usual, case):
    """What the other tests lean on: what goes to standard output, and no traceback."""
    assert bool(usual(case).out) == case[2]
    assert "Traceback" not in usual(case).err


@each_case
@pytest.mark.parametrize("kind", ["closed", "full"])
def test_data_that_does_not_get_out_is_exit_1(usual, outcome, case, kind):
    """And a line; where there is none to get out, all is as usual. Files are written anyway."""
    _need(kind)
    before, found = usual(case), outcome(case, out=kind)
    assert found.files == before.files
    if not before.out:
        assert (found.exit_code, found.err) == (before.exit_code, before.err)
        return
    assert found.exit_code == (before.exit_code or 1)
    assert found.err.count("timeline: cannot write: ") == 1
    assert found.err.replace(_said(kind), "") in before.err


@each_case
def test_what_nobody_reads_any_more_ends_quietly(usual, outcome, case):
    """Whoever closes the pipe has read enough: the exit code is that of the answer."""
    before, found = usual(case), outcome(case, out="broken")
    assert (found.exit_code, found.files) == (before.exit_code, before.files)
    assert found.err == before.err


@each_case
@pytest.mark.parametrize("kind", ["closed", "full", "broken"])
def test_a_remark_that_nobody_hears_changes_nothing(usual, outcome, case, kind):
    """The same answer, the same files, the same exit code."""
    _need(kind)
    before, found = usual(case), outcome(case, err=kind)
    assert (found.exit_code, found.out, found.files) == (before.exit_code, before.out, before.files)


@each_case
def test_nothing_is_needed_of_standard_input(usual, outcome, case):
    """Closed, it is not missed."""
    assert outcome(case, in_="closed") == usual(case)


@each_case
def test_files_are_written_with_all_three_closed(usual, outcome, case):
    """And none of them comes to stand where a stream was."""
    before = usual(case)
    found = outcome(case, in_="closed", out="closed", err="closed")
    assert found.files == before.files
    assert found.exit_code == (before.exit_code or int(bool(before.out)))


def _program(*args, **rest):
    """Start the program as a shell does."""
    env = {**os.environ, "TIMELINE_TODAY": "2026-11-23", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "timeline", *args]
    return subprocess.Popen(command, cwd=ROOT, env=env, **rest)


def _small_files():
    """Let files be no larger than a kilobyte, as a disk that is nearly full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))


def test_a_part_that_gets_out_is_not_enough(tmp_path):
    """Exit 1 also where Python is told to buffer nothing, and the system takes a part."""
    with (tmp_path / "out").open("wb") as out:
        process = _program("schema", stdout=out, stderr=subprocess.PIPE, preexec_fn=_small_files)
        assert b"timeline: cannot write: " in process.communicate()[1]
    assert process.returncode == 1
    assert (tmp_path / "out").stat().st_size <= 1024


def test_a_pipe_that_cannot_go_on_at_once_is_waited_for():
    """Whoever shares it may have set it so: all that is written arrives, and all is read."""
    end, out = os.pipe()
    os.set_blocking(out, False)
    process = _program("export", "html", stdout=out, stderr=subprocess.PIPE)
    os.close(out)
    with open(end, "rb") as stream:  # noqa: PTH123  a descriptor
        page = stream.read()
    assert (process.wait(), page[-8:]) == (0, b"</html>\n")
    process.communicate()
    assert len(page) > 100_000  # more than a pipe holds


def test_what_is_not_there_yet_is_waited_for(monkeypatch):
    """Standard input may be set so too: nothing is taken for the end but the end."""
    end, given = os.pipe()
    os.set_blocking(end, False)
    parts = [b"a", b"b"]

    def wait(*_):
        os.write(given, parts.pop(0))
        if not parts:
            os.close(given)

    monkeypatch.setattr(descriptors.select, "select", wait)
    with io.BufferedReader(descriptors._Patient(end, "rb")) as stream:  # noqa: SLF001
        assert stream.read(10) == b"ab"


def _need(kind):
    if kind == "full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")


def _said(kind):
    reasons = {"full": os.strerror(28), "closed": "standard output is closed"}
    return f"timeline: cannot write: {reasons[kind]}\n"
