"""What `check` finds, on a terminal: the level by its word and its colour, the frame dim."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from rich.text import Text

from timeline.model.findings import Level

_COLOURS: Final = {
    Level.error: "bold red",
    Level.warning: "bold yellow",
    Level.note: "bold cyan",
}
_RULE = re.compile(r"\[[\w-]+\]$")


def page(reports: Iterable[tuple[Level, str]], width: int) -> Text:
    """Return the reports of findings, in colours, in lines of at most *width* cells.

    The words are those of the reports, of which one may begin with an empty line; of a line
    of a file that is too long for *width*, the part is shown that is at fault.
    """
    return Text("\n").join(line for each in reports for line in _painted(*each, width))


def _painted(level: Level, report: str, width: int) -> Iterator[Text]:
    head, source, carets, *hints = report.lstrip("\n").split("\n")
    edge = len(carets) - len(carets.partition("| ")[2])  # of the margin
    part, under = _fitted(source[edge:], carets[edge:], width - edge)
    yield from [Text()] * report.startswith("\n")
    yield _head(level, head)
    yield _framed(source[:edge], part)
    yield _framed(carets[:edge], under, _COLOURS[level])
    for hint in hints:
        for line in wrap(
            hint[edge:], max(20, width - edge), break_long_words=False, break_on_hyphens=False
        ):
            yield _framed(hint[:edge], line)


def _head(level: Level, text: str) -> Text:
    head = Text(text)
    at = text.find(f": {level.name}: ") + 2
    head.stylize(_COLOURS[level], at, at + len(level.name))
    if rule := _RULE.search(text):
        head.stylize("dim", *rule.span())
    return head


def _framed(margin: str, text: str, style: str = "") -> Text:
    return Text.assemble((margin, "dim"), (text, style))


def _fitted(source: str, carets: str, width: int) -> tuple[str, str]:
    """Return the part of a line that *width* cells hold, with what the carets are under."""
    if len(source) <= width and len(carets) <= width:
        return source, carets
    at = len(carets) - len(carets.lstrip())
    start = max(0, min(at - width // 3, len(source) - width))
    part, under = source[start : start + width], carets[start : start + width]
    if start:
        part = f"…{part[1:]}"
    return (f"{part[:-1]}…" if start + width < len(source) else part), under
