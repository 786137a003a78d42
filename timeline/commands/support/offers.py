"""Commands that are offered to be copied: what a shell reads as it was meant, or nothing."""

import shlex
from collections.abc import Sequence

from timeline.files.content import STANDARD_INPUT


def command(*words: str, files: Sequence[str] = ()) -> str:
    """Return the line `timeline [-f FILE]… WORDS`, every word quoted where a shell would split it.

    "" where a word cannot be seen as it is, or a file cannot be read twice: nobody could
    copy that.
    """
    named = [word for file in files for word in ("-f", file)]
    line = shlex.join(["timeline", *named, *words])
    return line if line.isprintable() and STANDARD_INPUT not in files else ""


def option(name: str, value: str) -> Sequence[str]:
    """Return the words that give the option *name* its *value*, also one that begins with -."""
    return [f"{name}={value}"] if value.startswith("-") else [name, value]


def argument(value: str) -> Sequence[str]:
    """Return the words that are the argument *value*, also one that begins with -."""
    return ["--", value] if value.startswith("-") else [value]
