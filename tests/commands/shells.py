"""Shells that are typed into: what a line has become when its Tabs have been pressed."""

import os
import select
import shlex
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PATIENCE = 60  # seconds; a test that waits so long has failed
_QUIET = 0.2  # seconds in which nothing is shown, and nothing runs: it waits for us

# In place of the program: asked for words, it is the program; else it says what it was given.
_PROGRAM = """\
#!/bin/sh
if [ -n "$_TIMELINE_COMPLETE" ]; then exec {python} -m timeline "$@"; fi
printf '<ran'; for arg in "$@"; do printf '|%s' "$arg"; done; printf '>\\n'
"""
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
_READY = {
    "bash": "PS1='ready> '; bind 'set bell-style none'; . {script}",
    "zsh": "PS1='ready> '; unsetopt beep; . {script}",
    "fish": "function fish_prompt; echo 'ready> '; end; source {script}",
}


class Shell:
    """A shell on a terminal of its own, in a folder of its own."""

    def __init__(self, name, folder, file):
        """Start it; completion is in place, and *file* is the file in use."""
        import fcntl
        import pty
        import termios

        self.folder = folder
        self._end, inside = pty.openpty()
        self._process = subprocess.Popen(
            START[name],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=folder,
            env=_environment(folder, file),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  no threads
        )
        os.close(inside)
        self.shown = ""
        script = ROOT / "timeline" / "commands" / "support" / f"completion.{name}"
        self.type(_READY[name].format(script=shlex.quote(str(script))) + "\r")
        self.type("timeline ready\r", until="<ran|ready>")

    def line(self, typed):
        """Type a line in which tabs are Tabs; return the words that the program was given."""
        self.shown = ""
        self.type(typed)
        self.type("\r", until="<ran")
        self._rest()
        return self._said().partition(">\r")[0].split("|")[1:]

    def listed(self, typed):
        """Type the beginning of a line; return what is shown, and leave the line."""
        self.shown = ""
        self.type(typed)
        shown = self.shown
        self.type("\x03")
        return shown

    def type(self, keys, until=None):
        """Press *keys*, each Tab once the shell has come to rest; read what is shown."""
        for part in keys.replace("\t", "\0\t\0").split("\0"):
            os.write(self._end, part.encode())
            if part == "\t":
                self._rest()
        if until:
            self._read_until(lambda: until in self.shown)
        self._rest()

    def close(self):
        """End it."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    def _said(self):
        return self.shown.rpartition("<ran")[2]

    def _rest(self):
        """Read until nothing more is shown and nothing runs."""
        last = time.monotonic()
        while time.monotonic() - last < _QUIET or not self._is_idle():
            if self._read():
                last = time.monotonic()

    def _read_until(self, done):
        """Read until it is *done*."""
        start = time.monotonic()
        while not done():
            self._read()
            assert time.monotonic() - start < _PATIENCE, self.shown

    def _read(self):
        ready, _, _ = select.select([self._end], [], [], 0.05)
        if ready:
            self.shown += os.read(self._end, 65536).decode(errors="replace")
        return ready

    def _is_idle(self):
        """Whether the shell runs no program of ours."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return not children.exists() or not children.read_text().strip()


def _environment(folder, file):
    program = folder / "bin" / "timeline"
    program.parent.mkdir()
    program.write_text(_PROGRAM.format(python=shlex.quote(sys.executable)))
    program.chmod(0o755)
    return {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "TIMELINE_FILE": file,
        "COLUMNS": "80",
    }


NAMES = """\
arcs: {letter: {title: The letter}, crisis: {title: The crisis}}
actors:
  vladimir-putin: {name: Vladimir Putin}
  juan-guaidó: {name: Juan Guaidó}
  лавров: {name: Лавров}
events:
  - {id: the-letter, date: 2025-10, title: A letter is sent, arc: letter, places: [Caracas],
     actors: [vladimir-putin, лавров], status: claimed}
  - {id: the-visit, date: 2019-01, title: A visit, arc: crisis, places: [Old Town],
     actors: [juan-guaidó], status: confirmed}
"""
