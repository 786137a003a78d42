"""What a view is: an answer in plain forms, and what is said beside them."""

from collections.abc import Callable
from typing import Any, Final

FORMS: Final = ("json", "jsonl", "csv", "md")
"""The forms for other programs, by the names that `--format` has for them."""


def figures(number: int | None) -> str:
    """Return a *number* as lines for programs have it; nothing where there is none."""
    return "" if number is None else str(number)


class View:
    """An answer in the forms that programs and people paste. What it lacks it does not define.

    `lines()` yields the lines for a pipe, one for each thing, tab-separated; `json()` returns
    the whole answer as plain values, and `jsonl()` yields those of each thing; `csv()` and
    `md()` yield lines without their ends.
    """

    def remark(self) -> str:
        """Return what is said beside lines: a page says it itself, and data has it."""
        return ""

    def form(self, name: str) -> Callable[[], Any] | None:
        """Return what makes the form *name*, `lines` or one of `FORMS`; None if there is none."""
        return getattr(self, name, None)
