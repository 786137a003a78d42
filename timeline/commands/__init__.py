"""The commands: options in, one call for each room they need, an answer shown.

Here is only the door, so that it opens at once: whatever takes time is imported behind it,
where Ctrl-C ends the program quietly and what is missing is told. So it stands on what Python
has loaded anyway, and its two imports of ours are calls within `main`: a plain one at the top
would come before Ctrl-C is heeded, and before modules can wait (`late`).
"""

# What `signal` stands on: the names that it gives to numbers take as long as Python to begin.
import _signal  # type: ignore[import-not-found]
import os
import sys
from importlib import import_module

TYPE_CHECKING = False  # as `typing` has it, which takes longer to load than all of this
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main"]

INTERRUPTED = 130  # the exit code of every program that is


def main() -> "NoReturn":
    """Run `timeline`: the console script, `python -m timeline` and `python cli.py`."""
    if _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
        _signal.signal(_signal.SIGINT, leave)
    if sys.version_info < (3, 11):  # noqa: UP036  the rest would not even load
        version = sys.version.split()[0]
        sys.exit(f"timeline: it needs Python 3.11 or later, and this is {version}")
    import_module("timeline.late").install()
    sys.exit(import_module("timeline.commands.support.process").run())


def leave(*_: object) -> "NoReturn":
    """End at once: there is nothing to clean up."""
    os._exit(INTERRUPTED)
