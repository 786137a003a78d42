"""A run of the program, from its first moment to any end that it can come to.

What goes wrong while the rest is imported is told as well. Only a fault of ours ends in a
traceback.
"""

import gc
import os
import signal
import sys
from typing import NoReturn

from timeline.commands.support import app, shells, streams
from timeline.commands.support.ends import (
    do_what_is_left,
    exit_code_of,
    on_interrupt,
    silence_interrupts,
)


def run() -> NoReturn:
    """Run the program, and end it with its exit code.

    The program ends after one answer, so that collecting garbage on the way, and
    walking everything once more at the end, is time for nothing: `bench/start.py`
    shows a sixth of the run.
    """
    silence_interrupts()
    gc.disable()
    streams.prepare()
    exit_code = exit_code_of(_program)
    on_interrupt(signal.SIG_IGN)  # all is said
    do_what_is_left()
    gc.freeze()
    sys.exit(exit_code)


def _program() -> None:
    """Load the program and run it; from then on an interrupt is an error, and is cleaned up."""
    if shell := os.environ.get("_TIMELINE_COMPLETE"):
        shells.answer(shell, sys.argv[1:])
        return
    command = app.program()
    on_interrupt(signal.default_int_handler)
    command.main(prog_name="timeline")
