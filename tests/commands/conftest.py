"""A terminal for commands that ask questions."""

import json
import os
import select
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from tests.commands.ttys import Terminal, Tty
from tests.conftest import TABLE
from timeline.commands.support import files
from timeline.editing import event_file
from timeline.indexing import stamps
from timeline.loading import load

_ROOT = Path(__file__).parents[2]
_PATIENCE = 120  # seconds; a test that waits so long has failed


@pytest.fixture(name="work")
def _work(monkeypatch):
    """Count how often a text is loaded, and taken apart to be edited."""
    done = Counter()

    def counted(module, name, what):
        counts = getattr(module, name)

        def counting(*args):
            done[what] += 1
            return counts(*args)

        monkeypatch.setattr(module, name, counting)

    counted(load, "union", "loaded")
    counted(event_file, "compose", "taken apart")
    return done


@pytest.fixture(name="keeping")
def _keeping(tmp_path, monkeypatch):
    """Stand in a folder, and have copies kept in another, of files as soon as they are there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TIMELINE_CACHE", "on")
    monkeypatch.setattr(stamps, "_SETTLED", -(10**18))
    return tmp_path


@pytest.fixture(name="file")
def _file(request, tmp_path):
    """Write the `FILE` of the tests that ask, and return its path."""
    path = tmp_path / "mine.yaml"
    path.write_text(request.module.FILE, encoding="utf-8")
    return path


@pytest.fixture(name="table_file")
def _table_file(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.fixture(name="twice")
def _twice(run, small_file, monkeypatch):
    """Run a command on a file, the small one unless told, and again with its events *moved*.

    Return what each says: the exit code, standard output, standard error.
    """
    opened = files.opened

    def told(args, file):
        result = run(*args, "-f", file)
        return result.exit_code, result.stdout_bytes, result.stderr

    def twice(args, moved, file=small_file):
        here = told(args, file)
        with monkeypatch.context() as patch:
            patch.setattr(files, "opened", lambda *args, **rest: moved(opened(*args, **rest)))
            return here, told(args, file)

    return twice


def _on_terminal(args, env, **how):
    plain = {"PATH": os.environ["PATH"], "TERM": "dumb", "TIMELINE_TODAY": "2026-11-23"}
    plain |= {"INPUTRC": os.devnull, "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"}
    return Terminal(args, plain | {"TIMELINE_CACHE": "off"} | env, **how)


@pytest.fixture(name="terminal")
def _terminal():
    """Start commands on terminals; end them with the test."""
    opened = []

    def terminal(*args, program=("-m", "timeline"), cwd=_ROOT, size=None, stdout=None, **env):
        opened.append(_on_terminal([*program, *args], env, cwd=cwd, size=size, stdout=stdout))
        return opened[-1]

    yield terminal
    for each in opened:
        each.close()


@pytest.fixture(name="asked")
def _asked(warm):
    """Start commands that ask, on a terminal: quickly, one at a time; end them with the test."""
    opened = []

    def asked(*args, size=None, **env):
        opened.append(_on_terminal(args, env, size=size, forks=warm))
        return opened[-1]

    yield asked
    for each in opened:
        each.close()


@pytest.fixture(name="tty")
def _tty():
    """Open a terminal that keeps all that is written to it."""
    opened = Tty()
    yield opened
    opened.close()


class Fork:
    """A run in a fork, as `Popen` has those of its own."""

    def __init__(self, pid, answers):
        """Know its number, and where its exit code will be told."""
        self.pid = pid
        self.returncode = None
        self._answers = answers

    def wait(self, timeout=_PATIENCE):
        """Return the exit code; none where so many seconds are too few."""
        if self.returncode is None and select.select([self._answers], [], [], timeout)[0]:
            self.returncode = int(self._answers.readline())
        return self.returncode

    def poll(self):
        """Return the exit code if it has ended."""
        return self.wait(0)

    def send_signal(self, number):
        """Send it a signal, unless it has ended; that may be so before it is told."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self):
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self):
        """Tell it to end."""
        self.send_signal(signal.SIGTERM)


class Forks:
    """Runs of the program in forks of one process, with streams of any kind."""

    def __init__(self, *how):
        """Start the process; *how* is `warm` or nothing."""
        self._how = how
        self._process = self._started()

    def _started(self):
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0"}
        return subprocess.Popen(
            [sys.executable, Path(__file__).with_name("forking.py"), *self._how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,  # what has been answered is not kept where `select` does not see it
            env=environment,
        )

    def run(self, folder, args, *, streams=(), **rest):
        """Run the program in *folder*; return its exit code.

        *streams* are those of 0, 1 and 2 that are not as usual: an empty file, and the
        files `out` and `err` beside the folder.
        """
        usual = {0: os.devnull, 1: f"{folder}.out", 2: f"{folder}.err"}
        for name in (usual[1], usual[2]):
            Path(name).write_bytes(b"")
        # What is kept of a file that has settled would depend on how quick the machine is.
        plain = {"PATH": os.environ["PATH"], "HOME": str(folder), "TIMELINE_CACHE": "off"}
        env = plain | rest.pop("env", {})
        begun = self.begun(args, folder, env, list((usual | dict(streams)).values()), **rest)
        if begun.wait(_PATIENCE) is None:
            self.begin_anew()
            pytest.fail("it does not end")
        return begun.returncode

    def begun(self, args, cwd, env, streams, **rest):
        """Begin a run with just this environment, and paths for its streams; return it."""
        run = {"args": args, "cwd": str(cwd), "env": env, "streams": streams}
        run |= {"interrupt": 0, "ignored": False, "count": ""} | rest
        self._process.stdin.write(f"{json.dumps(run)}\n".encode())
        return Fork(int(self._process.stdout.readline()), self._process.stdout)

    def begin_anew(self):
        """Start again: a late answer would be taken for that of the next run."""
        self.close()
        self._process = self._started()

    def close(self):
        """End the process."""
        self._process.kill()
        self._process.communicate()


def _forks(*how):
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    forks = Forks(*how)
    yield forks
    forks.close()


@pytest.fixture(name="warm", scope="session")
def _warm():
    """Run the program with everything loaded already: quickly."""
    yield from _forks("warm")


@pytest.fixture(name="cold", scope="session")
def _cold():
    """Run the program with nothing loaded: from its first moment."""
    yield from _forks()
