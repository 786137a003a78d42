"""What differs → a page: the events in order of time with their changes, then the registries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, zip_longest
from typing import Any, Final, TypeAlias

import msgspec
from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.answers import Match, Selection, Verdict
from timeline.model.records import Event
from timeline.model.words import year_label, year_of
from timeline.pages.parts import (
    date_column,
    date_lines,
    heading,
    in_column,
    kept_together,
    legend,
    prefixed,
    trimmed,
    wrapped,
)
from timeline.reports.diff.changes import Changes, Difference, Revised, Words
from timeline.text import cells, visible
from timeline.views.diff import ChangeView
from timeline.views.parts.change_counts import summary
from timeline.views.parts.change_words import REGISTRIES, Naming, Said
from timeline.views.parts.look import Look, arc_colours

What: TypeAlias = str  # "+", "-" or "~"

_STYLES: Final = {"+": "green", "-": "red", "~": "", "": ""}
_WORD_STYLES: Final = {"+": "green underline", "-": "red strike", "": ""}
_WORDS: Final = {"+": "added", "-": "removed", "~": "changed"}


def page(view: ChangeView, look: Look) -> tuple[RenderableType, ...]:
    """Return what was compared under a heading, how much differs, and all that does."""
    over = heading(view.naming.title, view.between(look.arrow()), "", look)
    return over, ChangePage(view.changes, view.naming, look)


class _Item(msgspec.Struct, frozen=True):
    """An event on the page: what became of it, and how it differs."""

    what: What
    event: Event
    said: tuple[Said, ...] = ()


class _Entry(msgspec.Struct, frozen=True):
    """An entry of a registry on the page, or the timeline itself."""

    what: What
    name: str
    said: tuple[Said, ...] = ()


class ChangePage:
    """What differs between two timelines as a Rich renderable."""

    def __init__(self, changes: Changes, naming: Naming, look: Look) -> None:
        """Show *changes*, whose names are known to *naming*."""
        self._changes = changes
        self._naming = naming
        self._look = look
        self._colours = {**arc_colours(naming.old), **arc_colours(naming.new)}
        self._items = _in_order(changes, naming)
        self._registries = dict(_registries(changes, naming))
        dates = (self._date(item.event) for item in self._items)
        self._date_width = date_column(dates, look)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield from wrapped(console, Text(summary(self._changes), "dim"), self._look.page)
        for year, items in groupby(self._items, lambda item: year_of(item.event.date)):
            yield from (Text(), Text(year_label(year), "bold"))
            for item in items:
                yield from self._event(console, item)
        for title, entries in self._registries.items():
            yield from (Text(), Text(title, "bold"))
            for entry in entries:
                yield from self._entry(console, entry)
        yield Text()
        yield from kept_together(self._legend(), self._look.page - 2, "dim")

    def _event(self, console: Console, item: _Item) -> Iterator[Text]:
        """Yield the lines of an event: date, sign, and beside them title and changes."""
        dates = date_lines(console, Text(self._date(item.event)), self._date_width)
        sign = self._signs(item)
        blank = Text(" " * sign.cell_len)
        width = self._look.page - self._date_width - 2 - sign.cell_len
        title = wrapped(console, self._title(item), width)
        body = chain(title, self._changed(console, item.said, width))
        lines = zip_longest(dates, body, fillvalue=Text())
        for mark, (date, line) in prefixed(sign, blank, lines):
            row = in_column(date, self._date_width).append_text(mark).append_text(line)
            yield trimmed(row)

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

    def _entry(self, console: Console, entry: _Entry) -> Iterator[Text]:
        """Yield the lines of an entry of a registry."""
        width = self._look.page - 4
        style = f"bold {_STYLES[entry.what]}"
        name = wrapped(console, Text(visible(entry.name), style), width)
        lines = chain(name, self._changed(console, entry.said, width))
        for sign, line in prefixed(self._sign(entry.what), " ", lines):
            yield trimmed(Text.assemble(" ", (sign, style), " ", line))

    def _changed(self, console: Console, said: Sequence[Said], width: int) -> Iterator[Text]:
        """Yield a line or more for each change: its label, dim, and what it was and is."""
        margin = max((cells(each.label) for each in said), default=0) + 2
        for label, group in groupby(said, lambda each: each.label):
            for start, each in prefixed(label, "", group):  # it is said once
                lines = wrapped(console, self._value(each), width - margin - 2)
                yield from _hung(f"{start:<{margin}}", lines)

    def _value(self, said: Said) -> Text:
        """Return what became of a value: words with signs, one sign, or an arrow between two."""
        text = Text(f"{visible(said.of)}: " if said.of else "")
        text.append_text(self._became(said))
        return text.append(f": {said.means}" if said.means else "", "bold")

    def _became(self, said: Said) -> Text:
        if said.words:
            return self._reworded(said.words)
        if said.old and said.new:
            old, new = (self._word(said.label, value) for value in (said.old, said.new))
            return Text(f"{old} {self._look.arrow()} {new}")
        sign = "+" if said.new else "-"
        return Text(f"{self._sign(sign)} {visible(said.new or said.old)}", _STYLES[sign])

    def _word(self, label: str, value: str) -> str:
        """Return a value as it is shown; a status has its sign, which in ASCII would clash."""
        if label == "status" and not self._look.ascii:
            return self._look.status_words(value)
        return visible(value)

    def _reworded(self, words: Sequence[Words]) -> Text:
        text = Text(" ").join(map(self._marked, words))
        return _dotted(text) if self._look.ascii else text

    def _marked(self, words: Words) -> Text:
        """Return words between two signs of what became of them."""
        text, sign = visible(words.text), self._sign(words.sign)
        if words.sign:
            text = f"[{sign}{text}{sign}]"
        return Text(text, _WORD_STYLES[words.sign])

    def _sign(self, sign: str) -> str:
        return self._look.minus if sign == "-" else sign

    def _date(self, event: Event) -> str:
        return event.date.describe(ascii=self._look.ascii, year=year_of(event.date))

    def _legend(self) -> Iterator[str]:
        used = {item.what for item in self._items}
        for entries in self._registries.values():
            used |= {entry.what for entry in entries}
        for sign, word in _WORDS.items():
            if sign in used:
                yield f"{self._sign(sign)} {word}"
        if not self._look.ascii:
            shown = [Match(item.event, Verdict.YES) for item in self._items]
            yield from legend(Selection(shown), self._look)


def _hung(start: str, lines: Iterable[Text]) -> Iterator[Text]:
    """Yield *lines* after *start*, which is dim; those below the first are set in further."""
    for margin, line in prefixed(start, " " * (len(start) + 2), lines):
        yield Text().append(margin, "dim").append_text(line)


def _dotted(text: Text) -> Text:
    """Return *text* with three dots for the sign of what is left out."""
    return Text("...").join(text.split("…", allow_blank=True))


def _in_order(changes: Changes, naming: Naming) -> list[_Item]:
    """Return all events that came, went or differ, in the order of their dates."""
    items = [
        *(_Item("-", event) for event in changes.events.removed),
        *(_Item("~", each.new, _said(each, naming)) for each in changes.events.revised),
        *(_Item("+", event) for event in changes.events.added),
    ]
    return sorted(items, key=lambda item: item.event.date.sort_key)


def _registries(changes: Changes, naming: Naming) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield the heading of what differs beside the events, and the entries below it."""
    if changes.header:
        said = tuple(map(naming.said, changes.header))
        yield "The timeline", [_Entry("~", naming.title, said)]
    for name in REGISTRIES:
        part: Difference[Any] = getattr(changes, name)
        entries = [
            *(_Entry("+", naming.entry(record)) for record in part.added),
            *(_Entry("-", naming.entry(record)) for record in part.removed),
            *(_Entry("~", naming.entry(each.new), _said(each, naming)) for each in part.revised),
        ]
        if entries:
            yield name.capitalize(), entries


def _said(revised: Revised[Any], naming: Naming) -> tuple[Said, ...]:
    """Return the changes of a record in words, its new id the last."""
    said = tuple(naming.said(change, revised.new) for change in revised.changes)
    if revised.renamed:
        return (*said, Said("id", revised.old.id, revised.new.id))
    return said
