"""The one family of errors; each kind lives beside the code that raises it.

Exits (docs/architecture.md#exits): 0 fine, 1 problems found in data, 2 wrong use,
130 interrupted. Anything that is not a `TimelineError` is a fault of ours.
"""

from typing import ClassVar


class TimelineError(Exception):
    """Something a person can mend: what is wrong, and what to do instead."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep *message* (what is wrong) and *hint* (what to write instead)."""
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and, on a line of its own, the hint."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UsageError(TimelineError):
    """The command was asked for something it cannot do: exit 2."""

    exit_code: ClassVar[int] = 2
