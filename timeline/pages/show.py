"""One event → everything the timeline knows about it."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from rich.console import Console, ConsoleOptions, RenderableType
from rich.style import Style
from rich.text import Text

from timeline.inference.order import narrowing
from timeline.inference.reasons import narrower
from timeline.model.handles import Handles
from timeline.model.records import Citation, Event, Source
from timeline.model.timeline import Timeline
from timeline.model.words import credibility_words, link_words, reliability_words, status_word
from timeline.pages.parts import (
    dotted,
    file_line,
    indented,
    linked,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.text import together, visible
from timeline.views.parts.citations import ARCHIVED, called, further
from timeline.views.parts.look import Look, arc_colours
from timeline.views.parts.origin_words import evidence_line
from timeline.views.show import ACCOUNTS, DetailView, facts, narrowing_label

LINK: Final = "link"
"""The name under which the style of a numbered link has its number."""

_NARROW = 40  # cells of a page below which a label stands above its value
_LABEL = 12  # cells of the column of labels
_Row: TypeAlias = tuple[str, Text]  # a label and a value; without one it goes on with the last


def page(view: DetailView, look: Look) -> tuple[RenderableType, ...]:
    """Return everything about each event, one after the other; above them, the file."""
    handles, today = Handles(view.timeline), view.today
    details = (
        EventDetail(event, view.timeline, look, handles, today=today) for event in view.events
    )
    return *file_line(look), *details


class EventDetail:
    """An event with its sources, its links both ways, and what came before and after."""

    def __init__(
        self,
        event: Event,
        timeline: Timeline,
        look: Look,
        handles: Handles | None = None,
        *,
        numbered: bool = False,
        today: int | None = None,
    ) -> None:
        """Show *event* of *timeline*; its links have numbers before them if they are *numbered*.

        What nobody says to close earlier is followed to *today*.
        """
        self._event = event
        self._timeline = timeline
        self._look = look
        self._handles = handles or Handles(timeline)
        self._numbered = numbered
        self._today = today
        self._colour = arc_colours(timeline).get(event.arc, "")

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        width = self._look.page - 2
        yield Text()
        yield from indented(console, Text(visible(self._event.title), "bold"), width)
        yield from indented(console, self._line_of_facts(), width)
        if self._event.summary:
            yield Text()
            yield from indented(console, Text(visible(self._event.summary)), width)
        for block in (self._facts(), self._sources(), self._links(), self._next(), self._place()):
            yield from self._block(console, block)
        yield Text()

    def _block(self, console: Console, rows: Iterator[_Row]) -> Iterator[Text]:
        """Yield rows under each other, after an empty line; nothing for no rows."""
        shown = [(label, value) for label, value in rows if value.plain]
        if shown:
            yield Text()
        for label, value in shown:
            yield from _row(console, label, value, self._look.page)

    def _line_of_facts(self) -> Text:
        event, look = self._event, self._look
        date = look.date(event, long=True)
        parts = [Text(date, "bold")]
        if event.status:
            parts.append(Text(f"{look.status(event.status)} {status_word(event)}"))
        if event.kind:
            parts.append(Text(event.kind))
        if event.arc:
            parts.append(Text(visible(self._timeline.arc_title(event)), self._colour))
        return dotted(parts, look)

    def _facts(self) -> Iterator[_Row]:
        for label, values in facts(self._event, self._timeline):
            if label == ACCOUNTS:  # each is a sentence
                yield from _labelled(label, (Text(visible(value)) for value in values))
            else:
                yield label, _joined(values)

    def _sources(self) -> Iterator[_Row]:
        yield "rests on", Text(evidence_line(self._event, self._timeline))
        yield from _labelled("sources", map(self._citation, self._event.sources))

    def _next(self) -> Iterator[_Row]:
        before, after = self._timeline.neighbours(self._event)
        if before:
            yield "just before", self._other(before)
        if after:
            yield "just after", self._other(after)

    def _place(self) -> Iterator[_Row]:
        place = self._event.place
        yield "id", Text(visible(self._event.id))
        yield "EDTF", Text(visible(self._event.date.text))
        if found := narrowing(self._event, self._timeline, self._today):
            label = narrowing_label(self._event, ascii=self._look.ascii)
            yield label, Text(visible(narrower(found, ascii=self._look.ascii)))
        yield "file", Text(visible(f"{place.file}:{place.line}"))

    def _citation(self, citation: Citation) -> Text:
        source = self._timeline.sources[citation.source]
        parts = called(source, ascii=self._look.ascii)
        text = Text(", ".join(visible(part.text) for part in parts))
        of_source = (*further(source, self._timeline), source.note)
        of_citation = (*further(citation, self._timeline), citation.note)
        for line in filter(None, (self._grades(source, citation), *of_source, *of_citation)):
            text.append(f"\n{visible(line)}", "dim")
        if source.url:
            text.append("\n").append_text(linked(source.url))
        for url in source.archive:
            text.append(f"\n{ARCHIVED}\n", "dim").append_text(linked(url))
        return text

    def _grades(self, source: Source, citation: Citation) -> str:
        grades = (reliability_words(source.reliability), credibility_words(citation.credibility))
        return together(self._look.dot, *grades)

    def _links(self) -> Iterator[_Row]:
        linked = self._linked_events()
        return _labelled("links", _with_numbers(linked) if self._numbered else linked)

    def _linked_events(self) -> Iterator[Text]:
        for link in self._event.links:
            yield self._linked(link.type, self._timeline.get(link.target), back=False)
        for type_, event in self._timeline.links_to(self._event):
            yield self._linked(type_, event, back=True)

    def _linked(self, type_: str, event: Event, *, back: bool) -> Text:
        words = link_words(type_, back=back)
        arrow = self._look.arrow(back=back)
        return Text.assemble((f"{arrow} {words}: ", "dim"), self._other(event))

    def _other(self, event: Event) -> Text:
        date = self._look.date(event)
        sign = self._look.status(event.status)
        title = Text(f"{date} {sign} {visible(event.title)}")
        said = with_handle(title, self._handles.of(event))
        return said.append(f"\n{visible(event.id)}", "dim")


def _labelled(label: str, values: Iterable[Text]) -> Iterator[_Row]:
    """Yield the *values*, the first of them with the *label*."""
    return prefixed(label, "", values)


def _with_numbers(values: Iterable[Text]) -> Iterator[Text]:
    """Yield the *values*, each with its number before it, from 1, and known by it to a click."""
    for at, text in enumerate(values, 1):
        numbered = Text(f"{at} ", "bold").append_text(text)
        numbered.stylize(Style(meta={LINK: at}))
        yield numbered


def _joined(names: tuple[str, ...]) -> Text:
    return Text(", ".join(map(visible, names)))


def _row(console: Console, label: str, value: Text, width: int) -> Iterator[Text]:
    """Yield the lines of a row: what goes on below its first line is set in by two cells.

    On a narrow page the label stands above it.
    """
    first, below = f" {label:>{_LABEL}}  ", " " * (_LABEL + 5)
    if width < _NARROW:
        if label:
            yield Text(f" {label}", "dim")
        first = below = "   "
    lines = _wrapped(console, value, width - len(below))
    for margin, line in prefixed(first, below, lines):
        # What is longer than the page is left to the terminal to break.
        row = Text(no_wrap=True, overflow="ignore").append(margin, "dim")
        yield row.append_text(trimmed(line))


def _wrapped(console: Console, value: Text, width: int) -> Iterator[Text]:
    """Yield lines; an address, an id or a path stays whole, to be copied."""
    for part in value.split("\n"):
        if " " in part.plain:
            yield from wrapped(console, part, width)
        else:
            yield part
