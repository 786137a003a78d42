"""What the shells are told when Tab is pressed: see `completion.bash` and those beside it.

The first line says `words`, and one follows in each line, or `files`: the shell is to offer them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Final, TypeAlias

from timeline.commands.support import completion, shell_words, streams
from timeline.reports import candidates
from timeline.reports.candidates import Candidate
from timeline.text import cells, fold, visible, widest

_COLUMNS: Final = 80
_GAP: Final = "  "
_LISTS: Final = ("33", "63", "64")  # what bash calls the kinds of Tab that list, and do not cycle
_LIST_ALONE: Final = "63"
_INCOMPLETE: Final = (":", "=", "<", ">")

Answer: TypeAlias = Callable[[Sequence[str]], list[str] | None]


def answer(shell: str, args: Sequence[str]) -> None:
    """Tell *shell* what may stand at the end of its line; nothing, whatever goes wrong."""
    with suppress(Exception):  # a person in the middle of a line has no use for a message
        lines = _SHELLS[shell](args)
        streams.write_lines(["files"] if lines is None else ["words", *lines])


def _bash(args: Sequence[str]) -> list[str] | None:
    """Answer bash, which gives its line, where it breaks words, the kind of Tab, its width."""
    line, breaks, kind, columns = args
    typed = shell_words.typed(line, breaks)
    found = completion.offered(shell_words.arguments(typed.before), typed.word)
    if found is None:
        return None
    kept = len(typed.kept)
    fitting = [each for each in found if each.text.startswith(typed.kept)]
    words = [shell_words.escaped(each.text[kept:], typed.quote) for each in fitting]
    if len(words) == 1:
        return _alone(words[0], typed.quote)
    lists = kind in _LISTS
    shown = _beside(words, fitting, columns) if lists else words
    return shown if kind == _LIST_ALONE or _extends(words, typed.raw) else [" ", *shown]


def _alone(word: str, quote: str) -> list[str]:
    """Return the one *word*; with another, if bash would close its quotation mark too early."""
    goes_on = quote and word.endswith(_INCOMPLETE)
    return [word, f"{word}…"] if goes_on else [word]


def _extends(words: Sequence[str], raw: str) -> bool:
    """Whether bash, which types what all *words* begin with, does not take back what is typed."""
    same = (len(set(signs)) == 1 for signs in zip(*words, strict=False))
    common = words[0][: sum(takewhile(bool, same))] if words else ""
    return not common or fold(common).startswith(fold(raw))


def _zsh(args: Sequence[str]) -> list[str] | None:
    """Answer zsh, which gives its width and its words: each with a tab and how it is listed."""
    columns, *before, word = args
    found = completion.offered(before, word)
    if found is None:
        return None
    words = [each.text for each in found]
    return list(map("\t".join, zip(words, _beside(words, found, columns), strict=True)))


def _fish(args: Sequence[str]) -> list[str] | None:
    """Answer fish, which gives its words, the last as it is typed: each with what it tells."""
    *before, raw = args
    word = shell_words.typed(raw).word
    found = completion.offered(before, word)
    if found is None:
        return None
    offered = candidates.literal(word, found)
    return [f"{each.text}\t{visible(each.tells)}" for each in offered]


def _beside(words: Sequence[str], found: Sequence[Candidate], columns: str) -> list[str]:
    """Return *words* with what is told of each beside it, as wide as the terminal at most."""
    if not any(each.tells for each in found):
        return list(words)
    width = widest(words)
    room = int(columns) if columns.isdigit() else _COLUMNS
    return [
        _line(word, each.tells, width, room - 1) for word, each in zip(words, found, strict=True)
    ]


def _line(word: str, tells: str, width: int, room: int) -> str:
    whole = word + " " * (width - cells(word)) + _GAP + visible(tells)
    while cells(whole) > room and len(whole) > len(word):
        whole = whole[:-2].rstrip() + "…"
    return whole.rstrip()


_SHELLS: Final[Mapping[str, Answer]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
