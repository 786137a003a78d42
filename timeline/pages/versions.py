"""Accounts of events → a table with a column for each; under each other where there is no room."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.handles import Handles
from timeline.model.words import status_word
from timeline.pages.parts import (
    file_line,
    heading,
    indented,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.versions import Versions
from timeline.text import cells, visible
from timeline.views.parts.look import Look
from timeline.views.versions import DIFFERS, VersionsView, rows_of

_BESIDE: Final = 90  # from here on accounts may stand beside each other
_LEAST: Final = 22  # cells of a column


def page(view: VersionsView, look: Look) -> tuple[RenderableType, ...]:
    """Return the accounts of each event, under a heading where they were asked for."""
    pages = tuple(VersionsPage(each, view, look) for each in view.found)
    if not view.asked:
        return *file_line(look), *pages
    return heading(view.timeline.title, view.asked, view.remark(), look), *pages


class VersionsPage:
    """The accounts of one event, as a Rich renderable."""

    def __init__(self, found: Versions, view: VersionsView, look: Look) -> None:
        """Show what was *found* of an event of the timeline of *view*."""
        self._found = found
        self._look = look
        self._handle = Handles(view.timeline).of(found.event)
        self._rows = rows_of(found, view.timeline, look)
        self._label = max((cells(label) for label, _ in self._rows), default=0)
        room = look.page - self._label - 1
        self._column = room // max(1, len(found.versions)) - 2
        self._beside = look.page >= _BESIDE and self._column >= _LEAST

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        event, look = self._found.event, self._look
        yield Text()
        title = with_handle(Text(visible(event.title), "bold"), self._handle)
        yield from indented(console, title, look.page - 2)
        said = [look.date(event, long=True)]
        if event.status:
            said.append(f"{look.status(event.status)} {status_word(event)}")
        yield Text(f" {look.dot.join(said)}")
        if not self._found.versions:
            yield from ((Text(), Text(" No account of it is recorded.", "dim")))
            return
        yield from self._columns(console) if self._beside else self._below(console)
        yield Text()
        if self._found.differing:
            yield Text(f" {DIFFERS[look.ascii]} where accounts differ", "dim")

    def _columns(self, console: Console) -> Iterator[Text]:
        yield Text()
        for label, said in self._rows:
            style = "bold" if label == "who" else ""
            columns = [wrapped(console, Text(visible(each), style), self._column) for each in said]
            for lead, parts in prefixed(label, "", zip_longest(*columns, fillvalue=Text())):
                yield self._line(lead, parts)

    def _line(self, lead: str, parts: tuple[Text, ...]) -> Text:
        row = Text(" ").append(lead.rjust(self._label), "dim")
        for part in parts:
            row.append("  ").append_text(part)
            row.append(" " * (self._column - part.cell_len))
        return trimmed(row)

    def _below(self, console: Console) -> Iterator[Text]:
        """Yield the accounts under each other: who, then what each row says."""
        (_, names), *rows = self._rows
        for at, name in enumerate(names):
            yield Text()
            yield from indented(console, Text(visible(name), "bold"), self._look.page - 2)
            for label, said in rows:
                if said[at]:
                    yield from self._labelled(console, label, said[at])

    def _labelled(self, console: Console, label: str, said: str) -> Iterator[Text]:
        margin = self._label + 4
        first, below = f" {label.rjust(self._label)}  ", " " * (margin - 1)
        lines = wrapped(console, Text(visible(said)), self._look.page - margin - 1)
        for lead, line in prefixed(first, below, lines):
            yield trimmed(Text.assemble((lead, "dim")).append_text(line))
