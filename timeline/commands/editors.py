"""The person's editor: which one, and how it is told a line and to be waited for."""

import os
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import NamedTuple

from timeline.errors import UsageError
from timeline.text import quoted

_DEFAULTS = ("editor", "sensible-editor", "nano", "vi", "notepad")
_SOON = 2.0  # seconds in which nobody has edited anything

_PLUS = ("+{line}", "{file}")
_COLON = ("{file}:{line}",)
_ALONE = ("{file}",)
# editor → how it is told a file and a line
_AT_LINE = {
    **dict.fromkeys(("vi", "vim", "nvim", "view", "gvim", "mvim", "elvis", "vis"), _PLUS),
    **dict.fromkeys(("nano", "pico", "joe", "jed", "jove", "mg", "ne", "micro", "kak"), _PLUS),
    **dict.fromkeys(("emacs", "emacsclient", "gedit", "kate", "sensible-editor", "editor"), _PLUS),
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), ("-g", *_COLON)),
    **dict.fromkeys(("zed", "zeditor", "subl", "hx", "helix", "lite-xl"), _COLON),
    **dict.fromkeys(("mate", "bbedit"), ("-l", "{line}", "{file}")),
    "notepad++": ("-n{line}", "{file}"),
}
# What comes back at once, with nothing edited, unless it is told to wait.
_WAIT = {
    **dict.fromkeys(("code", "code-insiders", "codium", "cursor", "windsurf"), "--wait"),
    **dict.fromkeys(("zed", "zeditor", "subl", "mate", "bbedit", "atom"), "--wait"),
    **dict.fromkeys(("gvim", "mvim"), "--nofork"),
}
_WAIT_TOO = {"--wait", "-w", "--nofork", "-f"}


class Edited(NamedTuple):
    """How an editor ended, and whether it was too soon for anything to be edited."""

    exit_code: int
    at_once: bool


def chosen() -> list[str]:
    """Return the command of $VISUAL or $EDITOR, else of an editor that is there.

    Raises `UsageError` where there is none, or none of that name.
    """
    for name in ("VISUAL", "EDITOR"):
        if said := os.environ.get(name, "").strip():
            return _command(name, said)
    found = next(filter(shutil.which, _DEFAULTS), "")
    if not found:
        raise UsageError("there is no editor", "set EDITOR to the name of one: EDITOR=nano")
    return [found]


def is_set() -> bool:
    """Whether the person, or a program, has said which editor it is to be."""
    return bool(os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip())


def arguments(command: Sequence[str], file: str, line: int) -> list[str]:
    """Return *command* with all that lets it open *file* at *line* and be waited for."""
    name = PurePath(command[0]).stem.lower()
    waits = name not in _WAIT or bool(_WAIT_TOO.intersection(command[1:]))
    where = _AT_LINE.get(name, _ALONE)
    placed = [each.format(file=file, line=max(1, line)) for each in where]
    return [*command, *([] if waits else [_WAIT[name]]), *placed]


def run(command: Sequence[str], file: Path, line: int) -> Edited:
    """Let a person edit *file* from *line* on; return how that ended.

    Ctrl-C is the editor's while it runs. Raises `UsageError` where it does not start.
    """
    started = time.monotonic()
    try:
        with _interrupts_ignored():
            ended = subprocess.run(arguments(command, str(file), line), check=False)  # noqa: S603  the user's own
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "set VISUAL or EDITOR to another one: EDITOR=nano"
        raise UsageError(f"cannot start the editor {quoted(command[0])}: {reason}", hint) from error
    return Edited(ended.returncode, time.monotonic() - started < _SOON)


def _command(name: str, said: str) -> list[str]:
    hint = f"set {name} to the name of one: {name}=nano"
    try:
        command = shlex.split(said, posix=os.name != "nt")
    except ValueError as error:
        raise UsageError(
            f"{name} is {quoted(said)}: a quotation mark is left open", hint
        ) from error
    if not shutil.which(command[0]):
        raise UsageError(f"{name} is {quoted(said)}, and there is no such program", hint)
    return command


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Go on after Ctrl-C; a program that is started meanwhile gets it as ever."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
