"""How a run ends: its exit code, what there is to say, and what Ctrl-C does until then.

What the person, the file or the system has caused is told; only a fault of ours is raised.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from timeline.commands import INTERRUPTED, leave
from timeline.commands.support import streams
from timeline.errors import TimelineError
from timeline.text import quoted, shell_line

_ROOT = Path(__file__).parents[3]
_PACKAGES = {"yaml": "PyYAML", "dateutil": "python-dateutil"}  # where it is not the module's name


_left: list[Callable[[], None]] = []  # to be done once the answer has been given


class _End(NamedTuple):
    """How something ended: the exit code, and what there is to say."""

    exit_code: int
    message: str = ""


def exit_code_of(step: Callable[[], object]) -> int:
    """Do *step* and write out what is waiting; say what went wrong; return the exit code.

    What standard output does not take is a failure, unless *step* has had one already.
    """
    ends = (_end_of(step), _end_of(streams.flush), _end_of(streams.tell_kept))
    for message in filter(None, (each.message for each in ends)):
        streams.remark(f"timeline: {message}")
    return next((each.exit_code for each in ends if each.exit_code), 0)


def _end_of(step: Callable[[], object]) -> _End:
    try:
        step()
    except SystemExit as ended:
        return _End(int(ended.code or 0))
    except KeyboardInterrupt:
        return _End(INTERRUPTED)
    except TimelineError as error:
        return _End(error.exit_code, str(error))
    except (ImportError, MemoryError, OSError) as error:
        return _End(1, reason(error))
    return _End(0)


def reason(error: ImportError | MemoryError | OSError) -> str:
    """Return what the system has not or refuses: "Not a directory: '/dev/null/.bashrc'"."""
    if isinstance(error, ImportError):
        return _missing(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    refused = error.strerror or str(error)
    if not error.filename:
        return refused
    return f"{refused}: {quoted(str(error.filename))}"


def _missing(error: ImportError) -> str:
    """Return which module this Python has not, and what has it, in words for a person.

    Raises *error* where the module is one of our own.
    """
    name = (error.name or "").partition(".")[0]
    if name in ("", "timeline"):
        raise error
    lacks = "has no" if isinstance(error, ModuleNotFoundError) else "cannot load"
    return f"this Python ({sys.executable}) {lacks} {name}: {_remedy(name)}"


def _remedy(name: str) -> str:
    """Return what to type instead; in a checkout there may be an environment already."""
    environment = _ROOT / ".venv"
    if not (_ROOT / "Makefile").is_file():
        package = _PACKAGES.get(name, name)
        return f"install it with {_line(sys.executable, '-m', 'pip', 'install', package)}"
    python = next((each for each in _pythons(environment) if each.is_file()), None)
    if python is None or Path(sys.prefix) == environment:
        return f"run {_line('make', '-C', str(_ROOT), 'run')}, which makes an environment with it"
    return f"run {_line(_from_here(python), *sys.orig_argv[1:])}"


def _pythons(environment: Path) -> tuple[Path, Path]:
    return environment / "bin/python", environment / "Scripts/python.exe"


def _from_here(path: Path) -> str:
    """Return the path from the folder we are in, where it is no longer."""
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except (OSError, ValueError):  # no such folder any more, another drive
        return str(path)


def _line(*words: str) -> str:
    return shell_line(words)


def afterwards(step: Callable[[], None], /, *, aside: bool = False) -> None:
    """Have *step* done when all has been said: nobody is to wait for it.

    What takes long is done *aside*, by a process that goes on when this one has ended.
    """
    _left.append((lambda: do_aside(step)) if aside else step)


def do_what_is_left() -> None:
    """Do what was left until the answer has been given."""
    while _left:
        _left.pop(0)()


def do_aside(step: Callable[[], None]) -> None:
    """Do *step* in a process of its own, where there are any: it says nothing and is in no way."""
    if not hasattr(os, "fork"):
        step()
        return
    try:
        if os.fork():
            return
    except OSError:  # there are too many already, or no room for one more: it is not done
        return
    try:
        os.setsid()
        os.nice(_NICE)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        step()
    finally:
        os._exit(0)


_NICE = 10  # whatever else is to be done goes first


def on_interrupt(handler: "signal._HANDLER") -> None:
    """Let Ctrl-C do so; whoever started the program so that it does nothing is obeyed."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def silence_interrupts() -> None:
    """Let an interrupt end the program in silence even where Python would only print it.

    It may come while an object is taken down, where nothing can be raised, and once more
    while the first is dealt with.
    """
    usual, unraised = sys.excepthook, sys.unraisablehook

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:  # noqa: ANN401
        if isinstance(error, KeyboardInterrupt):
            leave()
        usual(kind, error, trace)

    def unraisable(found: Any) -> None:  # noqa: ANN401
        if isinstance(found.exc_value, KeyboardInterrupt):
            leave()
        unraised(found)

    sys.excepthook, sys.unraisablehook = hook, unraisable


TOLD_TO_END = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""What tells a program to end: somebody who stops it, and a terminal that is closed."""


def exit_code_when_told(number: int) -> int:
    """Return the exit code of a program that the signal *number* has ended, as shells have it."""
    return 128 + number


def waited_for(words: Sequence[str]) -> tuple[int, int]:
    """Run the program of *words* on the terminal to its end.

    Return its exit code, and the number of the signal that told us to end meanwhile, 0 for
    none: it is passed on, so that no program stays behind on a terminal that nobody has lent it.
    Ctrl-C is left to it. Raises `OSError` where it does not start.
    """
    with (
        interrupts_left_to_it(),
        subprocess.Popen(words) as process,  # noqa: S603  the user's own
        _passed_on(process) as told,
    ):
        process.wait()
    return process.returncode, next(iter(told), 0)


@contextmanager
def _passed_on(process: "subprocess.Popen[bytes]") -> Iterator[list[int]]:
    """Pass on to *process* what tells us to end; yield a list that gets each of it."""
    heard: list[int] = []

    def pass_on(number: int, _: object) -> None:
        heard.append(number)
        process.send_signal(number)

    before = {number: signal.getsignal(number) for number in TOLD_TO_END}
    heeded = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heeded:
        signal.signal(number, pass_on)
    try:
        yield heard
    finally:
        for number in heeded:
            signal.signal(number, before[number])


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
