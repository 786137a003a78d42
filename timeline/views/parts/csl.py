"""Sources → CSL-JSON, which reference managers accept; no more exact than the file is."""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.edtf import When, calendar_date, dates_in
from timeline.model.records import Source
from timeline.model.timeline import Timeline
from timeline.views.parts.bibliography import Person, kind_of, people, remark


def csl_items(sources: Iterable[Source], timeline: Timeline) -> list[Mapping[str, Any]]:
    """Return an item for each of the *sources* of *timeline*; what is not known is left out."""
    return [_item(source, timeline) for source in sources]


def issued(date: When) -> Mapping[str, Any]:
    """Return a date as CSL has it, no more exact than it is.

    `circa` marks a date that is approximate, uncertain, without a limit on one side, or
    wider than its parts say.
    """
    found = [_shared(first, last) for first, last in _ends(date)]
    parts = [part for dates, _ in found for part in dates]
    exact = date.start_kind == date.end_kind == "closed" and all(exact for _, exact in found)
    vague = date.approximate or date.uncertain or not exact
    issued: dict[str, Any] = {"date-parts": _first_and_last(parts)}
    if vague:
        issued["circa"] = True
    return issued


def _first_and_last(parts: list[list[int]]) -> list[list[int]]:
    return [parts[0], parts[-1]] if len(parts) > 1 else parts


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
    dates = dates_in(date)
    if date.start_kind == "open":
        ends = {each.latest_end: each for each in dates if each.latest_end is not None}
        return ends[max(ends)]
    starts = {each.earliest_start: each for each in dates if each.earliest_start is not None}
    return starts[min(starts)]


def _item(source: Source, timeline: Timeline) -> Mapping[str, Any]:
    kind = kind_of(source)
    item = {
        "id": source.id,
        "type": kind.csl,
        "author": [_name(person) for person in people(source)],
        "title": source.title,
        "container-title" if kind.within else "publisher": source.publisher,
        "issued": issued(source.date) if source.date else None,
        "page": source.pages,
        "ISBN": source.isbn,
        "DOI": source.doi,
        "URL": source.url,
        "accessed": issued(source.accessed) if source.accessed else None,
        "language": source.language,
        "note": remark(source, timeline),
    }
    return {name: value for name, value in item.items() if value}


def _name(person: Person) -> Mapping[str, str]:
    if person.given:
        return {"family": person.family, "given": person.given}
    return {"literal": person.family}


def _shared(first: int, last: int) -> tuple[list[list[int]], bool]:
    """Return the dates that CSL has for the days *first* to *last*, and whether exactly those."""
    begin, end, after = map(calendar_date, (first, last, last + 1))
    if begin[0] != end[0]:
        return [_written(begin[:1]), _written(end[:1])], False
    if begin[1] != end[1]:
        whole = begin[1:] == after[1:] == (1, 1)
        return [_written(begin[:1])], whole
    if begin[2] != end[2]:
        whole = begin[2] == after[2] == 1
        return [_written(begin[:2])], whole
    return [_written(begin)], True


def _written(parts: tuple[int, ...]) -> list[int]:
    """Return the *parts* of a date, as CSL has them: it knows no year 0."""
    year, *rest = parts
    if year <= 0:
        return [year - 1, *rest]
    return [year, *rest]
