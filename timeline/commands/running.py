"""A run of the program, from its first moment to any end that it can come to.

What goes wrong while the rest is imported is told as well. Only a fault of ours ends in a
traceback.
"""

import gc
import signal
import sys
from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn

from timeline.commands import INTERRUPTED, leave, streams
from timeline.errors import TimelineError
from timeline.text import quoted


class _End(NamedTuple):
    """How something ended: the exit code, and what there is to say."""

    exit_code: int
    message: str = ""


def run() -> NoReturn:
    """Run the program, and end it with its exit code.

    The program ends after one answer, so that collecting garbage on the way, and
    walking everything once more at the end, is time for nothing: `bench/start.py`
    shows a sixth of the run.
    """
    _silence_interrupts()
    gc.disable()
    streams.prepare()
    exit_code = exit_code_of(_program)
    on_interrupt(signal.SIG_IGN)  # all is said and done
    gc.freeze()
    sys.exit(exit_code)


def exit_code_of(step: Callable[[], object]) -> int:
    """Do *step* and write out what is waiting; say what went wrong; return the exit code.

    What standard output does not take is a failure, unless *step* has had one already.
    """
    ends = (_end_of(step), _end_of(streams.flush))
    for message in filter(None, (each.message for each in ends)):
        streams.remark(f"timeline: {message}")
    return next((each.exit_code for each in ends if each.exit_code), 0)


def on_interrupt(handler: "signal._HANDLER") -> None:
    """Let Ctrl-C do so; whoever started the program so that it does nothing is obeyed."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def _program() -> None:
    """Load the program and run it; from then on an interrupt is an error, and is cleaned up."""
    import typer  # noqa: PLC0415  heavy, and it may be missing

    from timeline.commands.overview import app  # noqa: PLC0415

    command = typer.main.get_command(app)
    on_interrupt(signal.default_int_handler)
    command.main(prog_name="timeline")


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
        from timeline.commands import dependencies  # noqa: PLC0415  rare

        return dependencies.missing(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    refused = error.strerror or str(error)
    return f"{refused}: {quoted(str(error.filename))}" if error.filename else refused


def _silence_interrupts() -> None:
    """Let an interrupt end the program in silence even where Python would only print it.

    It may come while an object is taken down, where nothing can be raised, and once more
    while the first is dealt with.
    """
    usual, unraised = sys.excepthook, sys.unraisablehook

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:  # noqa: ANN401
        leave() if isinstance(error, KeyboardInterrupt) else usual(kind, error, trace)

    def unraisable(found: Any) -> None:  # noqa: ANN401
        leave() if isinstance(found.exc_value, KeyboardInterrupt) else unraised(found)

    sys.excepthook, sys.unraisablehook = hook, unraisable
