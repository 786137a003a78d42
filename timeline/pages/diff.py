"""What differs → a page: the events in order of time with their changes, then the registries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Any, Final, TypeAlias

import msgspec
from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event
from timeline.model.words import year_label, year_of
from timeline.pages.parts import date_lines, kept_together, left_column, legend, wrapped
from timeline.reports.diff.changes import Change, Changes, Revised
from timeline.text import cells, visible
from timeline.views.parts.change_words import REGISTRIES, Naming, Said, summary
from timeline.views.parts.look import Look, arc_colours

What: TypeAlias = str  # "+", "-" or "~"

_STYLES: Final = {"+": "green", "-": "red", "~": "", "": ""}
_WORDS: Final = {"+": "added", "-": "removed", "~": "changed"}
_DATE: Final = 14  # the most cells of the date column
_SHORT_DATE: Final = 10  # likewise on a narrow page
_ROOMY: Final = 72  # from here on there is room for the longer dates


class _Item(msgspec.Struct, frozen=True):
    """An event on the page: what became of it, and how it differs."""

    what: What
    event: Event
    revised: Revised[Event] | None = None


class ChangePage:
    """What differs between two timelines as a Rich renderable."""

    def __init__(self, changes: Changes, naming: Naming, look: Look) -> None:
        """Show *changes*, whose names are known to *naming*."""
        self._changes = changes
        self._naming = naming
        self._look = look
        self._colours = {**arc_colours(naming.old), **arc_colours(naming.new)}
        self._items = _in_order(changes)
        most = _DATE if look.page >= _ROOMY else _SHORT_DATE
        dates = (cells(self._date(item.event)) for item in self._items)
        self._date_width = left_column(max(dates, default=0), most, look.page)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield from wrapped(console, Text(summary(self._changes), "dim"), self._look.page)
        for year, items in groupby(self._items, lambda item: year_of(item.event.date)):
            yield from (Text(), Text(year_label(year), "bold"))
            for item in items:
                yield from self._event(console, item)
        for title, entries in self._registries():
            yield from (Text(), Text(title, "bold"))
            for what, name, each in entries:
                yield from self._entry(console, what, name, each)
        yield Text()
        yield from kept_together(self._legend(), self._look.page - 2, "dim")

    def _event(self, console: Console, item: _Item) -> Iterator[Text]:
        """Yield the lines of an event: date, sign, and beside them title and changes."""
        dates = date_lines(console, Text(self._date(item.event)), self._date_width)
        margin = self._date_width + 2
        sign = self._signs(item)
        title = self._title(item)
        width = self._look.page - margin - sign.cell_len
        body = [*wrapped(console, title, width), *self._changed(console, item.revised, width)]
        for date, line in zip_longest(dates, body, fillvalue=Text()):
            first = line is body[0]
            row = Text(" " * (1 + self._date_width - date.cell_len)).append_text(date)
            row.append_text(sign if first else Text(" " * sign.cell_len)).append_text(line)
            row.rstrip()
            yield row

    def _signs(self, item: _Item) -> Text:
        """Return what became of an event and its status; in ASCII the signs would clash."""
        text = Text("  ").append(self._sign(item.what), f"bold {_STYLES[item.what]}").append(" ")
        if self._look.ascii:
            return text
        colour = self._colours.get(item.event.arc, "")
        return text.append(self._look.status(item.event.status), colour).append(" ")

    def _title(self, item: _Item) -> Text:
        """Return the title of an event, with its status in a word where it has no sign."""
        title = Text(visible(item.event.title), f"bold {_STYLES[item.what]}")
        if self._look.ascii and item.event.status:
            title.append(f" ({item.event.status})", "not bold dim")
        return title

    def _entry(
        self, console: Console, what: What, name: str, revised: Revised[Any] | list[Change] | None
    ) -> Iterator[Text]:
        """Yield the lines of an entry of a registry."""
        width = self._look.page - 4
        lines = list(wrapped(console, Text(visible(name), f"bold {_STYLES[what]}"), width))
        lines += self._changed(console, revised, width)
        for number, line in enumerate(lines):
            sign = " " if number else self._sign(what)
            row = Text.assemble(" ", (sign, f"bold {_STYLES[what]}"), " ", line)
            row.rstrip()
            yield row

    def _changed(
        self, console: Console, revised: Revised[Any] | list[Change] | None, width: int
    ) -> Iterator[Text]:
        """Yield a line or more for each change: its label, dim, and what it was and is."""
        if revised is None:
            return
        changes = revised if isinstance(revised, list) else revised.changes
        said = [self._naming.said(change) for change in changes]
        if isinstance(revised, Revised) and revised.renamed:
            said.append(Said("id", revised.old.id, revised.new.id))
        margin = max((cells(each.label) for each in said), default=0) + 2
        for label, group in groupby(said, lambda each: each.label):
            for number, each in enumerate(group):
                start = f"{'' if number else label:<{margin}}"
                yield from _hung(start, wrapped(console, self._value(each), width - margin - 2))

    def _value(self, said: Said) -> Text:
        """Return what became of a value: words with signs, one sign, or an arrow between two."""
        text = Text(f"{visible(said.of)}: " if said.of else "")
        if said.words:
            text.append_text(self._reworded(said))
        elif said.old and said.new:
            status = said.label == "status" and not self._look.ascii
            old, new = (
                f"{self._look.status(value)} {value}" if status else visible(value)
                for value in (said.old, said.new)
            )
            text.append(f"{old} {self._look.arrow()} {new}")
        else:
            sign = "+" if said.new else "-"
            words = f"{self._sign(sign)} {visible(said.new or said.old)}"
            text.append(words, _STYLES[sign])
        return text.append(f": {said.means}" if said.means else "", "bold")

    def _reworded(self, said: Said) -> Text:
        parts = []
        for each in said.words:
            words, sign = visible(each.text), self._sign(each.sign)
            style = {"+": "green underline", "-": "red strike", "": ""}[each.sign]
            parts.append(Text(f"[{sign}{words}{sign}]" if each.sign else words, style))
        return Text(" ").join(parts) if not self._look.ascii else _dotted(Text(" ").join(parts))

    def _registries(self) -> Iterator[tuple[str, Sequence[tuple[What, str, Any]]]]:
        if self._changes.header:
            title = self._naming.new.title or self._naming.old.title
            yield "The timeline", [("~", title, list(self._changes.header))]
        for name in REGISTRIES:
            part, label = getattr(self._changes, name), self._naming.entry
            entries: list[tuple[What, str, Any]] = [
                *(("+", label(record), None) for record in part.added),
                *(("-", label(record), None) for record in part.removed),
                *(("~", label(each.new), each) for each in part.revised),
            ]
            if entries:
                yield name.capitalize(), entries

    def _sign(self, sign: str) -> str:
        return "−" if sign == "-" and not self._look.ascii else sign

    def _date(self, event: Event) -> str:
        return event.date.describe(ascii=self._look.ascii, year=year_of(event.date))

    def _legend(self) -> Iterator[str]:
        used = {item.what for item in self._items}
        used |= {what for _, entries in self._registries() for what, _, _ in entries}
        for sign, word in _WORDS.items():
            if sign in used:
                yield f"{self._sign(sign)} {word}"
        if not self._look.ascii:
            shown = [Match(item.event, Verdict.YES) for item in self._items]
            yield from legend(Selection(shown), self._look)


def _hung(start: str, lines: Iterable[Text]) -> Iterator[Text]:
    """Yield *lines* after *start*, which is dim; those below the first are set in further."""
    for number, line in enumerate(lines):
        margin = " " * (len(start) + 2) if number else start
        yield Text().append(margin, "dim").append_text(line)


def _dotted(text: Text) -> Text:
    """Return *text* with three dots for the sign of what is left out."""
    return Text("...").join(text.split("…", allow_blank=True))


def _in_order(changes: Changes) -> list[_Item]:
    """Return all events that came, went or differ, in the order of their dates."""
    items = [
        *(_Item("-", event) for event in changes.events.removed),
        *(_Item("~", each.new, each) for each in changes.events.revised),
        *(_Item("+", event) for event in changes.events.added),
    ]
    return sorted(items, key=lambda item: item.event.date.sort_key)
