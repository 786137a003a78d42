"""What `check` finds, on a terminal: the level by its word and its colour, the frame dim."""

import re
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from timeline.model.findings import Level
from timeline.views.check import FindingView
from timeline.views.parts.look import Look

_COLOURS: Final = {
    Level.error: "bold red",
    Level.warning: "bold yellow",
    Level.note: "bold cyan",
}
_LEAST: Final = 20  # cells of a hint
_RULE: Final = re.compile(r"\[[\w-]+\]$")


def page(view: FindingView, look: Look) -> tuple[RenderableType, ...]:
    """Return the findings in colours."""
    return (painted(view.reports, look.page),)


def painted(reports: Iterable[tuple[Level, str]], width: int) -> Text:
    """Return the reports of findings, in colours, in lines of at most *width* cells.

    The words are those of the reports, of which one may begin with an empty line; of a line
    of a file that is too long for *width*, the part is shown that is at fault.
    """
    return Text("\n").join(line for each in reports for line in _painted_one(*each, width))


def _painted_one(level: Level, report: str, width: int) -> Iterator[Text]:
    head, source, carets, *hints = report.lstrip("\n").split("\n")
    edge = len(carets) - len(carets.partition("| ")[2])  # of the margin
    part, under = _fitted(source[edge:], carets[edge:], width - edge)
    if report.startswith("\n"):
        yield Text()
    yield _head(level, head)
    yield _framed(source[:edge], part)
    yield _framed(carets[:edge], under, _COLOURS[level])
    for hint in hints:
        for line in _broken(hint[edge:], width - edge):
            yield _framed(hint[:edge], line)


def _broken(hint: str, width: int) -> list[str]:
    """Return the lines of a hint; its words stay whole, to be copied."""
    room = max(_LEAST, width)
    return wrap(hint, room, break_long_words=False, break_on_hyphens=False)


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
    end = start + width
    part = source[start:end]
    if start:
        part = f"…{part[1:]}"
    if end < len(source):
        part = f"{part[:-1]}…"
    return part, carets[start:end]
