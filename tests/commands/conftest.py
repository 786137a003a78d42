"""A terminal for commands that ask questions."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_ESCAPES = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\x07|\r")
_PATIENCE = 30  # seconds; a test that waits so long has failed


class Terminal:
    """A run of the program on a terminal of its own: what it shows, and what is typed."""

    def __init__(self, args, env):
        """Start the program with *args*."""
        import pty  # noqa: PLC0415  not on Windows

        self._end, other = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "timeline", *args],
            stdin=other,
            stdout=other,
            stderr=other,
            env=env,
            cwd=_ROOT,
            start_new_session=True,
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
        before = self.shown
        while self.shown == before and self._process.poll() is None:
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
