"""Programs of the person's own choice, which the environment names: a pager, an editor.

Whatever PAGER says, and however it ends, a page comes out: where it was not shown, it is
written, and the reason behind it.
"""

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, tee
from pathlib import PurePath
from typing import IO, cast

from timeline.commands.support import descriptors, ends, streams
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


def show(pieces: Iterable[str], pager: str | None = None) -> None:
    """Show a page on the terminal; one of more lines than that has goes through a pager.

    That is the one which the environment names, else the *pager* that is set. It gets each of
    *pieces* as soon as it is made, and where it is left early no more of them are made.
    """
    rest = iter(pieces)
    first = _screenful(rest)
    page = chain([first], rest)
    if first.count("\n") < descriptors.lines():
        streams.write_page(page)
    else:
        _show_paged(page, pager)


def _screenful(pieces: Iterator[str]) -> str:
    """Return the first of *pieces*, as many as fill the terminal, or all there are."""
    text = ""
    for piece in pieces:
        text += piece
        if text.count("\n") >= descriptors.lines():
            break
    return text


def _show_paged(page: Iterable[str], pager: str | None) -> None:
    """Show *page* by a pager; write it where there is none, or where that could not."""
    to_pager, to_terminal = tee(page)  # what it was given may have to be written all the same
    try:
        paged = _paged(to_pager, pager)
    except TimelineError as error:
        streams.write_page(to_terminal)
        streams.flush()
        streams.remark(str(error))
    else:
        if not paged:
            streams.write_page(to_terminal)


def _paged(pieces: Iterable[str], chosen: str | None) -> bool:
    """Return whether a pager has shown *pieces*; raise a `TimelineError` for one that could not."""
    pager = _pager(chosen)
    if not pager:
        return False
    environment = {**_USUAL, **os.environ, "LESSCHARSET": "utf-8"}
    with ends.interrupts_left_to_it() as interrupts:
        try:
            process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)  # noqa: S603  the user's own
        except OSError as error:
            reason = error.strerror or str(error)
            raise TimelineError(f"cannot start the pager {quoted(pager[0])}: {reason}") from error
        exit_code = _fed(process, pieces)
    if exit_code and interrupts:
        raise KeyboardInterrupt
    if exit_code:
        raise TimelineError(f"the pager {quoted(pager[0])} ended with {ending(exit_code)}")
    return True


def _fed(process: "subprocess.Popen[bytes]", pieces: Iterable[str]) -> int:
    """Give *pieces* to a pager as long as it takes them; return its exit code once it has ended.

    It waits for the person, and we for it.
    """
    stdin = cast(IO[bytes], process.stdin)
    try:
        for piece in pieces:
            if not _is_taken(stdin, piece):
                break
    finally:
        with suppress(OSError):  # what it has not taken is still to be written
            stdin.close()
        process.wait()
    return process.returncode


def _is_taken(stdin: IO[bytes], piece: str) -> bool:
    """Write *piece*; return whether somebody still reads it."""
    try:
        stdin.write(piece.encode(errors="replace"))
        stdin.flush()
    except OSError:
        return False
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
