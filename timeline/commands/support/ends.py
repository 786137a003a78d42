"""How something ended: the exit code, and what there is to say. Only a fault of ours is raised."""

from collections.abc import Callable
from typing import NamedTuple

from timeline.commands import INTERRUPTED
from timeline.commands.support import dependencies, streams
from timeline.errors import TimelineError
from timeline.text import quoted


class _End(NamedTuple):
    """How something ended: the exit code, and what there is to say."""

    exit_code: int
    message: str = ""


def exit_code_of(step: Callable[[], object]) -> int:
    """Do *step* and write out what is waiting; say what went wrong; return the exit code.

    What standard output does not take is a failure, unless *step* has had one already.
    """
    ends = (_end_of(step), _end_of(streams.flush))
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
        return dependencies.missing(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory"
    refused = error.strerror or str(error)
    return f"{refused}: {quoted(str(error.filename))}" if error.filename else refused
