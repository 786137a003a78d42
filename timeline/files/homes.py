"""Where systems have people keep what programs leave for themselves: copies, states."""

import os
import sys
from typing import NamedTuple


class Home(NamedTuple):
    """A kind of folder: the variable that names it, and where it is without, by system."""

    variable: str
    usual: str
    on_mac: str


CACHE = Home("XDG_CACHE_HOME", ".cache", "Library/Caches")
STATE = Home("XDG_STATE_HOME", ".local/state", "Library/Application Support")


def folder(home: Home) -> str:
    """Return where a person's own such folder of ours is, or would be; "" where there is none.

    As the XDG Base Directory Specification has it, a variable that is not absolute is ignored.
    """
    bases = (os.environ.get(home.variable, ""), _usual(home))
    base = next(filter(os.path.isabs, bases), "")
    return os.path.join(base, "timeline") if base else ""  # noqa: PTH118  of any text


def _usual(home: Home) -> str:
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA", "")
    user = os.path.expanduser("~")  # noqa: PTH111  stays as it is without a home
    return os.path.join(user, home.on_mac if sys.platform == "darwin" else home.usual)  # noqa: PTH118  of any text
