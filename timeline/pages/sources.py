"""Sources → a table with their grades and how many events rest on each; and a bibliography."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.records import Source
from timeline.model.timeline import Timeline
from timeline.model.words import reliability_words
from timeline.pages.parts import (
    answer_heading,
    bar,
    cut,
    kept_together,
    linked,
    prefixed,
    trimmed,
    wrapped,
)
from timeline.reports.sources import Reference
from timeline.text import visible
from timeline.views.parts.citations import ARCHIVED, called, further, grade, publisher, resting
from timeline.views.parts.look import Look
from timeline.views.sources import BibliographyView, SourceView

_BAR = 12  # the most cells of a bar
_LEAST = 24  # cells of the words; where there are fewer they stand below the numbers
_LOW = 4  # and are so far from the edge
_ROOMY = 72  # from here on there is room for bars


def page(view: SourceView, look: Look) -> tuple[RenderableType, ...]:
    """Return the sources under a heading, with their numbers or as a bibliography."""
    heading = answer_heading(view.answer, look, view.part)
    if isinstance(view, BibliographyView):
        return heading, Bibliography(view.references, view.answer.timeline, look)
    return heading, Text(), SourcePage(view.references, look)


class SourcePage:
    """Sources with their grades and numbers, as a Rich renderable.

    The numbers stand on the left, so that the words have all the room there is.
    """

    def __init__(self, references: Sequence[Reference], look: Look) -> None:
        """Show *references* in their order."""
        self._references = references
        self._look = look
        self._most = max((each.total for each in references), default=0) or 1
        self._possibly = any(each.possible for each in references)
        self._bar = _BAR if look.page >= _ROOMY else 0
        self._alike = Counter(_read(each.source) for each in references)

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the table line by line, then what the grades mean."""
        possibly = "      " if self._possibly else ""
        yield Text(f"    events{possibly}  alone", "dim")
        for each in self._references:
            yield from self._row(console, each)
        yield Text()
        grades = sorted({each.source.reliability for each in self._references} - {""})
        said = map(reliability_words, grades)
        legend = [*said, "alone: events that cite nothing else"]
        yield from kept_together(legend, self._look.page - 2, "dim")

    def _row(self, console: Console, each: Reference) -> Iterator[Text]:
        """Yield the numbers beside publisher and date, and below these title and id as needed."""
        numbers = self._numbers(each)
        margin = numbers.cell_len
        if self._look.page - margin < _LEAST:
            yield numbers
            margin = _LOW
            numbers = Text(" " * margin)
        words_of = self._in_a_line if self._look.brief else self._words
        for words in words_of(console, each.source, self._look.page - margin):
            yield trimmed(numbers.append_text(words))
            numbers = Text(" " * margin)

    def _in_a_line(self, console: Console, source: Source, width: int) -> Iterator[Text]:
        """Yield publisher and date, of several that are alike the id instead, and the title."""
        del console
        is_alike = self._alike[_read(source)] > 1
        line = Text(visible(source.id)) if is_alike else self._head(source)
        line.append(f"  {visible(source.title)}", "dim")
        yield cut(trimmed(line), width, self._look)

    def _words(self, console: Console, source: Source, width: int) -> Iterator[Text]:
        yield from wrapped(console, self._head(source), width)
        if source.title:
            yield from wrapped(console, Text(visible(source.title), "dim"), width)
        if self._alike[_read(source)] > 1:
            yield from wrapped(console, Text(visible(source.id), "dim"), width)

    def _head(self, source: Source) -> Text:
        head = Text(visible(publisher(source)))
        if source.date:
            head.append(f", {source.date.describe(ascii=self._look.ascii)}", "dim")
        return head

    def _numbers(self, each: Reference) -> Text:
        numbers = Text(f" {each.source.reliability:<2} {each.certain:>6,}")
        if self._possibly:
            numbers.append(f" {self._look.possibly(each.possible):<5}", "dim")
        numbers.append(f"{each.alone or '':>7}  ", "dim")
        if self._bar:
            drawn = bar(each.total, self._most, self._bar, ascii=self._look.ascii)
            numbers.append(f"{drawn:<{self._bar}}  ")
        return numbers


def _read(source: Source) -> tuple[str, str, str]:
    """Return what a row says of a source: of two that say the same, the ids tell which is which."""
    return publisher(source), source.date.text if source.date else "", source.title


class Bibliography:
    """Sources as a numbered list, as a Rich renderable."""

    def __init__(self, references: Sequence[Reference], timeline: Timeline, look: Look) -> None:
        """Show *references* of *timeline*, numbered in their order."""
        self._references = references
        self._timeline = timeline
        self._look = look
        self._number = len(str(len(references))) + 1

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the list line by line."""
        for number, each in enumerate(self._references, 1):
            yield Text()
            yield from self._entry(console, number, each)

    def _entry(self, console: Console, number: int, each: Reference) -> Iterator[Text]:
        for shown, line in prefixed(str(number), "", self._lines(console, each)):
            row = Text(no_wrap=True, overflow="ignore")
            row.append(f"{shown:>{self._number}}  ", "dim")
            yield row.append_text(trimmed(line))

    def _lines(self, console: Console, each: Reference) -> Iterator[Text]:
        room = self._look.page - self._number - 2
        for part in self._parts(each):
            yield from wrapped(console, part, room)
        if each.source.url:  # it stays whole
            yield linked(each.source.url)
        for url in each.source.archive:
            yield Text(ARCHIVED, "dim")
            yield linked(url)

    def _parts(self, each: Reference) -> Iterator[Text]:
        """Yield what a source is called, what rests on it, and its note."""
        yield self._cited(each.source)
        judged = filter(None, (grade(each.source), resting(each)))
        yield Text(self._look.dot.join(judged), "dim")
        for said in filter(None, (*further(each.source, self._timeline), each.source.note)):
            yield Text(visible(said), "dim")

    def _cited(self, source: Source) -> Text:
        parts = called(source, ascii=self._look.ascii)
        first, *rest = (visible(part.text) for part in parts)
        return Text(", ").join([Text(first, "bold"), *map(Text, rest)])
