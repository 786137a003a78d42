"""A text → how it is written in YAML: as it is where that can be, else in quotes, or folded.

Every reader of YAML shall read what we write, and as the text that it is: what one of
them would take for a number, a date, a Boolean or nothing stands in quotes, and so does
what only some of them can read without.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from timeline.editing.lines import CannotEdit
from timeline.model.schema import ALL

BARE: Final = frozenset(
    name for record in ALL for name in record.of_kind("date", "day", "grade", "flag")
)
"""The keys whose values stand as people write them: a year as a number, a day as a day, yes."""

MOST_KEY: Final = 500  # characters of a key before its colon; libyaml reads a thousand or so

# What is something else than text to other readers of YAML, by its version 1.1 or 1.2; `~` and
# `null` to ours: words, numbers of all kinds (octal, in sixties), days and moments.
_NUMBER: Final = r"[0-9][0-9_,]*"
_CLOCK: Final = r"[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]*)?"
_OTHER: Final = re.compile(
    rf"""
    ~ | null | true | false | yes | no | on | off | y | n | = | <<
    | [-+]? (?: 0b[01_,]+ | 0o[0-7_,]+ | 0x[0-9a-f_,]+ | \.inf | \.nan
        | {_NUMBER} (?: :[0-9]{{1,2}})+ (?:\.[0-9_]*)?
        | (?: {_NUMBER} (?:\.[0-9_]*)? | \.[0-9_]+ ) (?:e[-+]?[0-9]+)?
      )
    | [0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}
      (?: (?:t|[ ]+) {_CLOCK} [ ]* (?: z | [-+][0-9]{{1,2}} (?: :?[0-9]{{2}} )? )? )?
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
# Of these, numbers and days that say the same to whoever reads them: not 0044, which is 36 in
# version 1.1; not a day of the year 0, with which some stop. A flag may be true to others.
_SAME: Final = re.compile(r"yes|-?[1-9][0-9]*|(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_STOP: Final = re.compile(r": |:$| #")
# The question mark is text to libyaml, and ends a text for PyYAML's own reader.
_IN_FLOW: Final = re.compile(r"[,?\[\]{}]")
# A minus before a number begins no list.
_NEGATIVE: Final = re.compile(r"-[0-9A-Za-z]")
_SPACE: Final = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_KEPT: Final = frozenset(("Zs", "Cf"))
_SHORT: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPES: Final = (("x", 2), ("u", 4), ("U", 8))  # and how many digits follow
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@lru_cache(maxsize=10_000)  # names stand in many events
def scalar(
    text: str,
    *,
    flow: bool = False,
    quote: str = '"',
    always: bool = False,
    bare: bool = False,
) -> str:
    """Return *text* on one line, in quotes where it needs them, or *always*.

    *flow* is for a place inside of brackets or braces; *bare* for a key whose days and
    numbers may be days and numbers to others (`BARE`). Raises `CannotEdit` for half a
    character (a lone surrogate), which no file can hold.
    """
    if always or not _is_plain(text, flow=flow):
        return _quoted(text, quote)
    is_other = bool(_OTHER.fullmatch(text)) and not (bare and _SAME.fullmatch(text))
    if is_other:
        return _quoted(text, quote)
    return text


def folded(text: str, width: int) -> list[str] | None:
    """Return the lines of *text* as `>` folds them, or None where that would change it.

    No line has more than *width* characters, unless a word has.
    """
    words = _SPACE.split(text)
    if len(words) == 1 or text != text.strip() or any(map(_needs_escape, text)):
        return None
    return filled(words, width)


def filled(words: Sequence[str], width: int) -> list[str]:
    """Return the *words* in lines, as many in each as *width* has room for."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip():
        return False
    if text[0] in _FIRST and not _NEGATIVE.match(text):
        return False
    if _STOP.search(text) or (flow and _IN_FLOW.search(text)):
        return False
    return text.isprintable() or not any(map(_needs_escape, text))


def _quoted(text: str, quote: str) -> str:
    if not text.isprintable() and any(map(_needs_escape, text)):
        return '"' + "".join(map(_escaped, text)) + '"'
    other = "'" if quote == '"' else '"'
    if quote in text and other not in text:
        quote = other
    if quote == '"' and "\\" not in text:
        return '"' + text.replace('"', _SHORT['"']) + '"'
    return "'" + text.replace("'", "''") + "'"


def _needs_escape(char: str) -> bool:
    """Whether a character cannot be seen in an editor, or may not stand in YAML."""
    if char.isprintable():
        return False
    return char in _TURNING or unicodedata.category(char) not in _KEPT


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if not _needs_escape(char):
        return char
    if unicodedata.category(char) == "Cs":
        raise CannotEdit("the text has half a character in it", "take the lone surrogate out")
    digits = f"{ord(char):x}"
    sign, length = next((sign, length) for sign, length in _ESCAPES if len(digits) <= length)
    return f"\\{sign}{digits:0>{length}}"
