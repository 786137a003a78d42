"""A terminal for commands that ask questions."""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.commands.ttys import Tty
from timeline.editing import event_file
from timeline.nodes import yaml

_ROOT = Path(__file__).parents[2]
_ESCAPES = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\x07|\r")
_PATIENCE = 30  # seconds; a test that waits so long has failed


@pytest.fixture(name="work")
def _work(monkeypatch):
    """Count how often a text is loaded, and taken apart to be edited."""
    done = Counter()

    def counted(module, what):
        compose = module.compose

        def counting(*args):
            done[what] += 1
            return compose(*args)

        monkeypatch.setattr(module, "compose", counting)

    counted(yaml, "loaded")
    counted(event_file, "taken apart")
    return done


def _heed_interrupts():
    """Let Ctrl-C reach a program even where the tests run behind a shell that lets none through."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A run of the program on a terminal of its own: what it shows, and what is typed."""

    def __init__(self, args, env):
        """Start the program with *args*."""
        import pty

        self._end, other = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "timeline", *args],
            stdin=other,
            stdout=other,
            stderr=other,
            env=env,
            cwd=_ROOT,
            start_new_session=True,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509  nothing else runs beside it
        )
        os.close(other)
        self.shown = ""
        self._seen = 0

    def wait_for(self, text):
        """Wait until *text* is shown, behind what was waited for before."""
        until = time.monotonic() + _PATIENCE
        while text not in self.shown[self._seen :]:
            assert time.monotonic() < until, self.shown
            if not self._read() and self._process.poll() is not None:
                assert text in self.shown[self._seen :], self.shown
        self._seen = self.shown.index(text, self._seen) + len(text)

    def answer(self, prompt, text):
        """Wait for *prompt*, type *text* and Enter."""
        self.wait_for(prompt)
        self.type(f"{text}\n")

    def type(self, text):
        """Type *text*: a control character is that key."""
        if text == "\x03":
            self._interrupt()
        else:
            os.write(self._end, text.encode())

    def _interrupt(self):
        """Press Ctrl-C until it is noticed: readline does not, just before it waits for a key."""
        before, until = self.shown, time.monotonic() + _PATIENCE
        while self.shown == before and self._process.poll() is None:
            assert time.monotonic() < until, self.shown
            self._process.send_signal(signal.SIGINT)
            for _ in range(20):
                if self._read():
                    break

    def ended(self):
        """Wait for the end; return the exit code."""
        until = time.monotonic() + _PATIENCE
        while self._process.poll() is None or self._read():
            assert time.monotonic() < until, self.shown
            self._read()
        return self._process.returncode

    def close(self):
        """End the program, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._end)

    def _read(self):
        ready, _, _ = select.select([self._end], [], [], 0.1)
        try:
            data = os.read(self._end, 65536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return False
        self.shown += _ESCAPES.sub("", data.decode(errors="replace"))
        return bool(data)


@pytest.fixture(name="terminal")
def _terminal():
    """Start commands on terminals; end them with the test."""
    opened = []

    def terminal(*args, **env):
        plain = {"PATH": os.environ["PATH"], "TERM": "dumb", "TIMELINE_TODAY": "2026-11-23"}
        plain |= {"INPUTRC": os.devnull, "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"}
        opened.append(Terminal(args, plain | env))
        return opened[-1]

    yield terminal
    for each in opened:
        each.close()


@pytest.fixture(name="tty")
def _tty():
    """Open a terminal that keeps all that is written to it."""
    opened = Tty()
    yield opened
    opened.close()


class Forks:
    """Runs of the program in forks of one process, with streams of any kind."""

    def __init__(self, *how):
        """Start the process; *how* is `warm` or nothing."""
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0"}
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("forking.py"), *how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
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
        run = {
            "args": args,
            "cwd": str(folder),
            "env": {"PATH": os.environ["PATH"], "HOME": str(folder), **rest.get("env", {})},
            "streams": list((usual | dict(streams)).values()),
            "interrupt": rest.get("interrupt", 0),
            "ignored": rest.get("ignored", False),
            "count": rest.get("count", ""),
        }
        self._process.stdin.write(f"{json.dumps(run)}\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], _PATIENCE)
        assert ready, "it does not end"
        return int(self._process.stdout.readline())

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
