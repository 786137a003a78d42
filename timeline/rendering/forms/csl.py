"""Sources → CSL-JSON, which reference managers and Pandoc read.

A source with an address is a `webpage` of its publisher, any other an `article`.
CSL has years before 1 as historians do: -44 is 44 BCE, and there is no year 0.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.edtf import When, calendar_date
from timeline.model.records import Source
from timeline.rendering.forms.citations import grade


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
        written = date.dates
    elif date.start_kind == date.end_kind == "closed":
        written = (date,)
    else:
        written = (_limit(date),)
    spans = [(each.earliest_start, each.latest_end) for each in written]
    return [(first, last) for first, last in spans if first is not None and last is not None]


def _limit(date: When) -> When:
    """Return the date that is written on the side on which a list has a limit."""
    days = {
        each.latest_end if date.start_kind == "open" else each.earliest_start: each
        for each in date.dates
    }
    known = [day for day in days if day is not None]
    return days[max(known) if date.start_kind == "open" else min(known)]


def _item(source: Source) -> Mapping[str, Any]:
    house = "container-title" if source.url else "publisher"
    note = "; ".join(part for part in (grade(source), source.note) if part)
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
