"""What to say about a text that does not have the shape of EDTF."""

import re
from collections.abc import Callable
from typing import Final

from timeline.edtf.errors import EdtfError
from timeline.edtf.grammar import is_date
from timeline.edtf.mistakes.dates import find_mistake
from timeline.edtf.mistakes.mistake import EXAMPLES, Mistake
from timeline.edtf.mistakes.parts import day_first
from timeline.edtf.mistakes.texts import find_whole_mistake, year_and_month, year_first

_MARKS: Final = "?~%"


class Malformed(Exception):
    """What stands from `start` to `stop` in a text is no date."""

    def __init__(self, start: int, stop: int) -> None:
        """Note where it stands."""
        super().__init__(start, stop)
        self.start = start
        self.stop = stop


def malformed(text: str, start: int, stop: int, reads: Callable[[str], bool]) -> EdtfError:
    """Return the refusal of a *text* in which no date stands from *start* to *stop*.

    The hint is to write the whole text anew; *reads* tells whether one is EDTF.
    """
    mistake = find_whole_mistake(text, reads)
    mistake = mistake or find_mistake(text[start:stop]).within(text, start, stop, reads)
    return EdtfError(mistake.reason, text, mistake.offset, mistake.advice)


def second_slash(text: str, position: int) -> EdtfError:
    """Return the refusal of a text with two slashes: often a day with slashes."""
    mistake = day_first(text) or year_first(text)
    mistake = mistake or Mistake(
        position, "an interval has one slash", "write 2019/2020, or 2025-10-21 for a day"
    )
    return EdtfError(mistake.reason, text, mistake.offset, mistake.advice)


def abbreviated_end(text: str, start: int) -> EdtfError:
    """Return the refusal of an end like that of `2019/20`, with the whole of it."""
    if mistake := year_and_month(text):
        return EdtfError(mistake.reason, text, mistake.offset, mistake.advice)
    first, end = text[: start - 1], text[start:].zfill(2)
    whole = first[:-2] + end
    if re.fullmatch(r"[0-9]{4}", first) and whole < first:  # 1999/00
        whole = f"{int(whole) + 100:04}"
    hint = EXAMPLES
    if is_date(first) and is_date(whole):
        hint = f"write {first}/{whole}"
    return EdtfError(f"{text[start:]!r} is not a whole date", text, start, hint)


def after_list(text: str, position: int) -> EdtfError:
    """Return the refusal of whatever follows a list."""
    hint = "a list stands alone"
    if text[position] in _MARKS:
        hint = f"put {text[position]} behind the dates inside it"
    return EdtfError("nothing may follow a list", text, position, hint)
