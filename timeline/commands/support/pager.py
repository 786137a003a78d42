"""A page that is longer than the terminal → the person's pager.

Whatever PAGER says, and however it ends, the page comes out: where it was not shown, it is
written, and the reason behind it.
"""

import os
import shutil
import subprocess
from pathlib import PurePath

from timeline.commands.support import programs, streams
from timeline.errors import TimelineError
from timeline.text import quoted

# What less and lv do where nothing is said: quit if it fits, show colours, leave it on the screen.
_USUAL = {"LESS": "FRX", "LV": "-c"}
_NO_SCREEN = ("", "dumb", "unknown")  # kinds of terminals on which nothing can be scrolled


def show(text: str) -> None:
    """Show *text* by the pager, or write it where there is none."""
    try:
        paged = _paged(text)
    except TimelineError as error:
        streams.write_page(text)
        streams.flush()
        streams.remark(str(error))
    else:
        if not paged:
            streams.write_page(text)


def _paged(text: str) -> bool:
    """Return whether a pager has shown *text*; raise a `TimelineError` for one that could not."""
    command = _command()
    if not command:
        return False
    environment = {**_USUAL, **os.environ, "LESSCHARSET": "utf-8"}
    data = text.encode(errors="replace")
    with programs.interrupts_left_to_it() as interrupts:
        try:
            ended = subprocess.run(command, input=data, env=environment, check=False)  # noqa: S603  the user's own
        except OSError as error:
            reason = error.strerror or str(error)
            raise TimelineError(f"cannot start the pager {quoted(command[0])}: {reason}") from error
    if ended.returncode and interrupts:
        raise KeyboardInterrupt
    if ended.returncode:
        how = programs.ending(ended.returncode)
        raise TimelineError(f"the pager {quoted(command[0])} ended with {how}")
    return True


def _command() -> list[str]:
    """Return the command of $PAGER, else less; nothing where nothing is to be paged.

    Raises `UsageError` where it is no command.
    """
    said = os.environ.get("PAGER", "less")
    if not said.strip() or (os.name != "nt" and os.environ.get("TERM", "") in _NO_SCREEN):
        return []
    if "PAGER" not in os.environ and not shutil.which(said):
        return []
    program, *arguments = programs.command("PAGER", said, "less")
    # The colours are ours, so it is for us to say that they are none to be spelled out.
    raw = ["-R"] if PurePath(program).stem == "less" else []
    return [program, *raw, *arguments]
