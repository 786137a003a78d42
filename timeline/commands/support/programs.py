"""Programs of the person's own choice, which the environment names: an editor, a pager."""

import os
import shlex
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from timeline.commands.support.process import on_interrupt
from timeline.errors import UsageError
from timeline.text import quoted


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
    return f"exit {exit_code}" if exit_code >= 0 else f"signal {-exit_code}"


def _words(variable: str, said: str, example: str, *, windows: bool = os.name == "nt") -> list[str]:
    """Return the words of a command as a shell would part them; a backslash is a letter there."""
    try:
        words = shlex.split(said, posix=not windows)
    except ValueError as error:
        reason = ": a quotation mark is left open"
        if said.endswith("\\"):
            reason = ": it ends with a backslash"
        raise _refused(variable, said, reason, example) from error
    return [word.strip('"') for word in words] if windows else words


def _why_not(program: str) -> str:
    if os.path.isdir(program):  # noqa: PTH112  of any text
        return "that is a folder"
    if os.path.exists(program):  # noqa: PTH110  likewise
        return "that cannot be executed"
    return "there is no such program"


def _refused(variable: str, said: str, reason: str, example: str) -> UsageError:
    hint = f"set {variable} to the name of one: {variable}={example}"
    return UsageError(f"{variable} is {quoted(said)}{reason}", hint)


@contextmanager
def interrupts_left_to_it() -> Iterator[list[int]]:
    """Leave Ctrl-C to the program that runs meanwhile; yield a list that gets each one."""
    heard: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    on_interrupt(lambda number, _: heard.append(number))
    try:
        yield heard
    finally:
        on_interrupt(before)
