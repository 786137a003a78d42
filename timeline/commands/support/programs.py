"""Programs of the person's own choice, which the environment names: a pager, an editor.

Whatever PAGER says, and however it ends, a page comes out: where it was not shown, it is
written, and the reason behind it.
"""

import os
import shlex
import shutil
import subprocess
from pathlib import PurePath

from timeline.commands.support import ends, streams
from timeline.errors import TimelineError, UsageError
from timeline.text import quoted

# What less and lv do where nothing is said: quit if it fits, show colours, leave it on the screen.
_USUAL = {"LESS": "FRX", "LV": "-c"}
_NO_SCREEN = ("", "dumb", "unknown")  # kinds of terminals on which nothing can be scrolled


def command(variable: str, said: str, example: str) -> list[str]:
    """Return what *said*, the value of *variable*, runs: a program, and its arguments.

    A path with blanks in it may stand there as it is. Raises `UsageError` where there is no
    such program, with an *example* of one.
    """
    whole = os.path.expanduser(said.strip())  # noqa: PTH111  of any text
    if shutil.which(whole):
        return [whole]
    words = _words(variable, said, example)
    program = os.path.expanduser(words[0])  # noqa: PTH111  likewise
    if not shutil.which(program):
        raise _refused(variable, said, f", and {_why_not(program)}", example)
    return [program, *words[1:]]


def ending(exit_code: int) -> str:
    """Return how a program ended, in words: "exit 3", "signal 9"."""
    if exit_code < 0:
        return f"signal {-exit_code}"
    return f"exit {exit_code}"


def _words(variable: str, said: str, example: str, *, windows: bool = os.name == "nt") -> list[str]:
    """Return the words of a command as a shell would part them; a backslash is a letter there."""
    try:
        words = shlex.split(said, posix=not windows)
    except ValueError as error:
        reason = ": a quotation mark is left open"
        if said.endswith("\\"):
            reason = ": it ends with a backslash"
        raise _refused(variable, said, reason, example) from error
    if not windows:
        return words
    return [word.strip('"') for word in words]


def _why_not(program: str) -> str:
    if os.path.isdir(program):  # noqa: PTH112  of any text
        return "that is a folder"
    if os.path.exists(program):  # noqa: PTH110  likewise
        return "that cannot be executed"
    return "there is no such program"


def _refused(variable: str, said: str, reason: str, example: str) -> UsageError:
    hint = f"set {variable} to the name of one: {variable}={example}"
    return UsageError(f"{variable} is {quoted(said)}{reason}", hint)


def show_paged(text: str, pager: str | None = None) -> None:
    """Show *text* by the pager that the environment names, else by the *pager* that is set.

    Where there is none it is written.
    """
    try:
        paged = _paged(text, pager)
    except TimelineError as error:
        streams.write_page(text)
        streams.flush()
        streams.remark(str(error))
    else:
        if not paged:
            streams.write_page(text)


def _paged(text: str, chosen: str | None) -> bool:
    """Return whether a pager has shown *text*; raise a `TimelineError` for one that could not."""
    pager = _pager(chosen)
    if not pager:
        return False
    environment = {**_USUAL, **os.environ, "LESSCHARSET": "utf-8"}
    data = text.encode(errors="replace")
    with ends.interrupts_left_to_it() as interrupts:
        try:
            ended = subprocess.run(pager, input=data, env=environment, check=False)  # noqa: S603  the user's own
        except OSError as error:
            reason = error.strerror or str(error)
            raise TimelineError(f"cannot start the pager {quoted(pager[0])}: {reason}") from error
    if ended.returncode and interrupts:
        raise KeyboardInterrupt
    if ended.returncode:
        how = ending(ended.returncode)
        raise TimelineError(f"the pager {quoted(pager[0])} ended with {how}")
    return True


def _pager(chosen: str | None) -> list[str]:
    """Return the command of $PAGER, else the *chosen* one, else less; nothing for no paging.

    Raises `UsageError` where it is no command.
    """
    name = "PAGER" if chosen is None or "PAGER" in os.environ else "pager"  # which of them it is
    said = os.environ.get("PAGER", "less" if chosen is None else chosen)
    if not said.strip() or (os.name != "nt" and os.environ.get("TERM", "") in _NO_SCREEN):
        return []
    is_said = chosen is not None or "PAGER" in os.environ
    if not is_said and not shutil.which(said):
        return []
    program, *arguments = command(name, said, "less")
    # The colours are ours, so it is for us to say that they are none to be spelled out.
    raw = ["-R"] if PurePath(program).stem == "less" else []
    return [program, *raw, *arguments]
