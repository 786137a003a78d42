"""Sources with what rests on them, a bibliography, and CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final

from timeline.edtf import When, calendar_date, dates_in
from timeline.model.records import Source
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer
from timeline.reports.sources import Reference
from timeline.text import counted, visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.citations import judgements, resting
from timeline.views.parts.json_data import Object, answer_data, source_data
from timeline.views.view import View

REFERENCE_COLUMNS: Final[csv_table.Columns[Reference]] = {
    **csv_table.source_columns(attrgetter("source")),
    "certain": lambda each: each.certain,
    "possible": lambda each: each.possible,
    "alone": lambda each: each.alone,
    "first": lambda each: each.first,
    "last": lambda each: each.last,
}


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

    def jsonl(self) -> Iterable[Object]:
        """Return the data of each source."""
        return reference_rows(self.references)

    def csv(self) -> Iterator[str]:
        """Yield a table."""
        return csv_table.csv_lines(REFERENCE_COLUMNS, self.references)

    def md(self) -> Iterator[str]:
        """Yield a table under a heading."""
        return markdown.answer_page(self.answer, source_page(self.references), self.part)

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
        return markdown.answer_page(self.answer, bibliography_page(self.references), self.part)


def references_data(references: Iterable[Reference], timeline: Timeline, query: str) -> Object:
    """Return the whole answer of a command that lists sources."""
    return {
        **answer_data(timeline, query),
        "sources": list(reference_rows(references)),
    }


def reference_rows(references: Iterable[Reference]) -> Iterable[Object]:
    """Return the data of each source, and of how many events rest on it."""
    return (
        {
            **source_data(each.source),
            "certain": each.certain,
            "possible": each.possible,
            "alone": each.alone,
            "first": each.first.text if each.first else None,
            "last": each.last.text if each.last else None,
        }
        for each in references
    )


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


def source_page(references: Iterable[Reference]) -> Iterator[str]:
    """Yield a table of sources, and how many events rest on each."""
    head = ["events", "possibly", "alone", "source"]
    yield ""
    rows = (
        [
            markdown.number_text(each.certain),
            markdown.number_text(each.possible),
            markdown.number_text(each.alone),
            _cited(each),
        ]
        for each in references
    )
    yield from markdown.table(head, [True, True, True, False], rows)


def bibliography_page(references: Sequence[Reference]) -> Iterator[str]:
    """Yield a numbered list of sources, with how many events rest on each."""
    yield ""
    for number, each in enumerate(references, 1):
        yield f"{number}. {_cited(each)} ({resting(each)})"


def _cited(reference: Reference) -> str:
    return markdown.source_text(reference.source)


def csl_items(sources: Iterable[Source]) -> list[Mapping[str, Any]]:
    """Return an item for each of *sources*, in order; what is not known is left out."""
    return [_item(source) for source in sources]


def issued(date: When) -> Mapping[str, Any]:
    """Return a date as CSL has it, no more exact than it is.

    `circa` marks a date that is approximate, uncertain, without a limit on one side, or
    wider than its parts say.
    """
    found = [_shared(first, last) for first, last in _ends(date)]
    parts = [part for dates, _ in found for part in dates]
    exact = date.start_kind == date.end_kind == "closed" and all(exact for _, exact in found)
    vague = date.approximate or date.uncertain or not exact
    return {"date-parts": parts[:1] + parts[-1:] if len(parts) > 1 else parts} | (
        {"circa": True} if vague else {}
    )


def _ends(date: When) -> list[tuple[int, int]]:
    """Return the first and last day of each end that CSL has: a side without one is left out."""
    if date.kind == "interval":
        written = dates_in(date)
    elif date.start_kind == date.end_kind == "closed":
        written = (date,)
    else:
        written = (_limit(date),)
    spans = [each.written for each in written]
    return [(first, last) for first, last in spans if first is not None and last is not None]


def _limit(date: When) -> When:
    """Return the date that is written on the side on which a list has a limit."""
    days = {
        each.latest_end if date.start_kind == "open" else each.earliest_start: each
        for each in dates_in(date)
    }
    known = [day for day in days if day is not None]
    return days[max(known) if date.start_kind == "open" else min(known)]


def _item(source: Source) -> Mapping[str, Any]:
    house = "container-title" if source.url else "publisher"
    note = "; ".join(judgements(source))
    item = {
        "id": source.id,
        "type": "webpage" if source.url else "article",
        "title": source.title,
        house: source.publisher,
        "issued": issued(source.date) if source.date else None,
        "URL": source.url,
        "note": note and f"reliability: {note}" if source.reliability else note,
    }
    return {name: value for name, value in item.items() if value}


def _shared(first: int, last: int) -> tuple[list[list[int]], bool]:
    """Return the dates that CSL has for the days *first* to *last*, and whether exactly those."""
    begin, end = calendar_date(first), calendar_date(last)
    if begin[0] != end[0]:
        return [_written(begin[:1]), _written(end[:1])], False
    if begin[1] != end[1]:
        whole = begin[1:] == (1, 1) and calendar_date(last + 1)[1:] == (1, 1)
        return [_written(begin[:1])], whole
    if begin[2] != end[2]:
        whole = begin[2] == 1 and calendar_date(last + 1)[2] == 1
        return [_written(begin[:2])], whole
    return [_written(begin)], True


def _written(parts: tuple[int, ...]) -> list[int]:
    year, *rest = parts
    return [year if year > 0 else year - 1, *rest]
