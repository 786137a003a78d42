"""Terminals: one that keeps every byte, for programs in forks; one with a program on it."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_ESCAPES = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\x07|\r")
_END = b"\x00the end\x00"
_PATIENCE = 120  # seconds; a test that waits so long has failed


class Tty:
    """A pseudo-terminal: its path, and all that has been written to it."""

    def __init__(self):
        """Open it, and read whatever comes."""
        import pty
        import tty

        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)  # what is written comes out as it is
        self.path = os.ttyname(self._slave)
        self._data = bytearray()
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def type(self, text):
        """Type *text*, ahead of whoever reads it."""
        os.write(self._master, text.encode())

    def taken(self):
        """Return what was written since, as text; bytes that are none are surrogates."""
        os.write(self._slave, _END)
        with self._more:
            self._more.wait_for(lambda: _END in self._data, 30)
            said, _, rest = bytes(self._data).partition(_END)
            self._data[:] = rest
        return said.decode(errors="surrogateescape")

    def close(self):
        """Close it."""
        os.close(self._slave)
        self._reader.join(30)
        os.close(self._master)

    def _read(self):
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # Linux says so when the other end is closed
                return
            if not data:
                return
            with self._more:
                self._data += data
                self._more.notify_all()


def _heed_interrupts():
    """Let Ctrl-C reach a program even where the tests run behind a shell that lets none through."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _started(args, terminal, stdout, env, cwd):
    return subprocess.Popen(
        [sys.executable, *args],
        stdin=terminal,
        stdout=stdout or terminal,
        stderr=terminal,
        env=env,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509  nothing else runs beside it
    )


class Terminal:
    """A run of the program on a terminal of its own: what it shows, and what is typed."""

    def __init__(self, args, env, *, cwd=_ROOT, size=None, stdout=None, forks=None):
        """Start Python with *args*, whose output may go elsewhere; or the program, by *forks*."""
        import pty

        self._end, other = pty.openpty()
        self._other = other
        if size:
            self._set(size)
        if forks:
            self._process = forks.begun(args, cwd, env, [os.ttyname(other)] * 3)
        else:
            self._process = _started(args, other, stdout, env, cwd)
        self._data = b""
        self.raw = ""
        self.shown = ""
        self._seen = 0

    @staticmethod
    def plain(raw):
        """Return the text of what was written, without what only moves, colours or rings."""
        return _ESCAPES.sub("", raw)

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
        """Press Ctrl-C until it is noticed: readline does not, just before it waits for a key.

        Whoever notices begins a line, or ends; the rest of a prompt may still come meanwhile.
        """
        before, until = len(self.shown), time.monotonic() + _PATIENCE
        while "\n" not in self.shown[before:] and self._process.poll() is None:
            assert time.monotonic() < until, self.shown
            while self._works() and time.monotonic() < until:
                time.sleep(0.001)
            self._process.send_signal(signal.SIGINT)
            for _ in range(20):
                if self._read():
                    break

    def _works(self):
        """Whether it does something still, as far as the system says."""
        try:
            told = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8")
        except OSError:
            return False
        return told.rpartition(")")[2].split()[0] in "RD"

    def ended(self):
        """Wait for the end; return the exit code."""
        until = time.monotonic() + _PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < until, self.shown
            self._read(0.01)
        while self._read(0):
            assert time.monotonic() < until, self.shown
        os.write(self._other, _END)  # what comes before it is all that was written
        while _END not in self._data:
            assert time.monotonic() < until, self.shown
            self._read()
        self._take(self._data.replace(_END, b""))
        return self._process.returncode

    def close(self):
        """End the program, if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._other)
        os.close(self._end)

    def terminate(self, number=signal.SIGTERM):
        """Tell the program to end, as `kill` does, or a terminal that is closed."""
        self._process.send_signal(number)

    def resize(self, columns, lines):
        """Give the terminal another size, and tell the program."""
        self._set((columns, lines))
        self._process.send_signal(signal.SIGWINCH)

    def _set(self, size):
        import fcntl
        import termios

        columns, lines = size
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    @property
    def echoes(self):
        """Whether what is typed is shown, line by line, as a shell has it."""
        import termios

        flags = termios.tcgetattr(self._other)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def _read(self, patience=0.1):
        ready, _, _ = select.select([self._end], [], [], patience)
        try:
            data = os.read(self._end, 65536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            return False
        self._take(self._data + data)
        return bool(data)

    def _take(self, data):
        self._data = data
        self.raw = self._data.decode(errors="replace")  # all of it: a read may end in a sign
        self.shown = self.plain(self.raw)
