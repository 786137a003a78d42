"""A run of the program, from its first moment to any end that it can come to.

What goes wrong while the rest is imported is told as well. Only a fault of ours ends in a
traceback.
"""

import gc
import signal
import sys
from typing import Any, NoReturn

from timeline.commands import leave
from timeline.commands.support import app, streams
from timeline.commands.support.ends import exit_code_of


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


def on_interrupt(handler: "signal._HANDLER") -> None:
    """Let Ctrl-C do so; whoever started the program so that it does nothing is obeyed."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def _program() -> None:
    """Load the program and run it; from then on an interrupt is an error, and is cleaned up."""
    command = app.program()
    on_interrupt(signal.default_int_handler)
    command.main(prog_name="timeline")


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
