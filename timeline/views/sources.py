"""Sources with what rests on them, and a bibliography, in plain forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.reports.sources import Reference
from timeline.text import counted, visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.citations import resting
from timeline.views.parts.json_data import Object, answer_data, source_data
from timeline.views.view import View


class SourceView(View):
    """Sources, and how many events of an answer rest on each. *part* says how many they are."""

    def __init__(self, answer: Answer, references: Sequence[Reference], part: str) -> None:
        """Show the *references* of the events of *answer*."""
        self.answer = answer
        self.references = references
        self.part = part

    def lines(self) -> Iterator[str]:
        """Yield a line for each source."""
        return reference_lines(self.references)

    def json(self) -> Object:
        """Return the whole answer."""
        return references_data(self.references, self.answer.timeline, self.answer.asked())

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each source."""
        return reference_rows(self.references)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        columns = reference_columns(self.answer.timeline)
        return csv_table.csv_lines(columns, self.references)

    def md(self) -> Iterator[str]:
        """Yield a table under a heading."""
        page = source_page(self.references, self.answer.timeline)
        return markdown.answer_page(self.answer, page, self.part)

    def remark(self) -> str:
        """Return how many sources there are."""
        return self.part


class BibliographyView(SourceView):
    """The sources of an answer as a numbered list."""

    def __init__(self, answer: Answer, references: Sequence[Reference]) -> None:
        """Show the *references* of the events of *answer*."""
        super().__init__(answer, references, counted(len(references), "source"))

    def md(self) -> Iterator[str]:
        """Yield a numbered list under a heading."""
        page = bibliography_page(self.references, self.answer.timeline)
        return markdown.answer_page(self.answer, page, self.part)


def reference_columns(timeline: Timeline) -> csv_table.Columns[Reference]:
    """Return the columns of a source, and of how many events rest on it."""
    return {
        **csv_table.source_columns(attrgetter("source"), timeline),
        "certain": lambda each: each.certain,
        "possible": lambda each: each.possible,
        "alone": lambda each: each.alone,
        "first": lambda each: each.first,
        "last": lambda each: each.last,
    }


def references_data(references: Iterable[Reference], timeline: Timeline, query: str) -> Object:
    """Return the whole answer of a command that lists sources."""
    return answer_data(timeline, query, sources=list(reference_rows(references)))


def reference_rows(references: Iterable[Reference]) -> Iterator[Object]:
    """Yield the data of each source, and of how many events rest on it."""
    for each in references:
        yield {
            **source_data(each.source),
            "certain": each.certain,
            "possible": each.possible,
            "alone": each.alone,
            "first": each.first.text if each.first else None,
            "last": each.last.text if each.last else None,
        }


def reference_lines(references: Sequence[Reference]) -> Iterator[str]:
    """Yield a line for each source.

    Id, publisher, title, date (EDTF), reliability, certain, possible, how many
    rest on it alone, address.
    """
    for each in references:
        source = each.source
        date = source.date.text if source.date else ""
        numbers = (str(each.certain), str(each.possible), str(each.alone))
        row = (source.id, source.publisher, source.title, date, source.reliability, *numbers)
        yield "\t".join(map(visible, (*row, source.url)))


def source_page(references: Iterable[Reference], timeline: Timeline) -> Iterator[str]:
    """Yield a table of sources, and how many events rest on each."""
    head = ["events", "possibly", "alone", "source"]
    yield ""
    rows = (_row(each, timeline) for each in references)
    yield from markdown.table(head, [True, True, True, False], rows)


def _row(each: Reference, timeline: Timeline) -> list[str]:
    numbers = (each.certain, each.possible, each.alone)
    return [*map(markdown.number_text, numbers), markdown.source_text(each.source, timeline)]


def bibliography_page(references: Sequence[Reference], timeline: Timeline) -> Iterator[str]:
    """Yield a numbered list of sources, with how many events rest on each."""
    yield ""
    for number, each in enumerate(references, 1):
        yield f"{number}. {markdown.source_text(each.source, timeline)} ({resting(each)})"
