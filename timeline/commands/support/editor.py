"""The person's editor: which one, and how it is told a line and to be waited for."""

import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from timeline.commands.support import ends, programs
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
            return programs.command(name, said, "nano")
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
    words = list(command)
    if name in _WAIT and not _WAIT_TOO.intersection(words[1:]):
        words.append(_WAIT[name])
    where = _AT_LINE.get(name, _ALONE)
    return words + [each.format(file=file, line=max(1, line)) for each in where]


def run(command: Sequence[str], file: Path, line: int) -> Edited:
    """Let a person edit *file* from *line* on; return how that ended.

    Ctrl-C is the editor's while it runs. Raises `UsageError` where it does not start, and
    `SystemExit` where we are told to end meanwhile, as the editor is then.
    """
    started = time.monotonic()
    try:
        exit_code, told = ends.waited_for(arguments(command, str(file), line))
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "set VISUAL or EDITOR to another one: EDITOR=nano"
        raise UsageError(f"cannot start the editor {quoted(command[0])}: {reason}", hint) from error
    if told:
        raise SystemExit(ends.exit_code_when_told(told))
    return Edited(exit_code, time.monotonic() - started < _SOON)
