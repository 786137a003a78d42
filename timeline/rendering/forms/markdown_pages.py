"""Answers → pages of Markdown, to be pasted with their sources into what somebody writes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from timeline.model.answers import Selection
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import link_words
from timeline.rendering.forms.citations import resting
from timeline.rendering.forms.footnotes import Footnotes, source_text
from timeline.rendering.forms.markdown import escaped, table
from timeline.reports.counts import Count
from timeline.reports.sources import Reference

_VAGUE = "≈ only possibly: its date is vague"


def event_page(selection: Selection, timeline: Timeline) -> Iterator[str]:
    """Yield a list of events: date, status, title, marks of sources; below it what is said."""
    notes = Footnotes(timeline)
    for match in selection:
        yield ""
        date = f"**{escaped(match.event.date.describe())}**"
        first = date if match.certain else f"≈ {date}"
        yield f"- {_line(first, match.event, notes)}"
        for paragraph in (escaped(match.event.summary), _setting(match.event, timeline)):
            if paragraph:
                yield ""
                yield f"  {paragraph}"
    if selection.possible:
        yield ""
        yield _VAGUE
    yield from notes.lines()


def detail_page(events: Iterable[Event], timeline: Timeline) -> Iterator[str]:
    """Yield everything about each event under a heading of its own."""
    notes = Footnotes(timeline)
    yield f"# {escaped(timeline.title) or 'A timeline'}"
    for event in events:
        yield from _detail(event, timeline, notes)
    yield from notes.lines()


def count_page(counts: Iterable[Count], *, dated: bool) -> Iterator[str]:
    """Yield a table of counts, *dated* with the first and last."""
    head = ["name", "events", "possibly", *(["first", "last"] if dated else [])]
    rows = (_count_row(count, dated=dated) for count in counts)
    yield ""
    yield from table(head, [cell in ("events", "possibly") for cell in head], rows)


def source_page(references: Iterable[Reference]) -> Iterator[str]:
    """Yield a table of sources, and how many events rest on each."""
    head = ["events", "possibly", "alone", "source"]
    yield ""
    rows = (
        [_number(each.certain), _number(each.possible), _number(each.alone), _cited(each)]
        for each in references
    )
    yield from table(head, [True, True, True, False], rows)


def bibliography_page(references: Sequence[Reference]) -> Iterator[str]:
    """Yield a numbered list of sources, with how many events rest on each."""
    yield ""
    for number, each in enumerate(references, 1):
        yield f"{number}. {_cited(each)} ({resting(each)})"


def _line(date: str, event: Event, notes: Footnotes) -> str:
    facts = [date, *(escaped(fact) for fact in (event.status, event.kind) if fact)]
    return " ".join([" · ".join([*facts, escaped(event.title)]), notes.marks(event)]).rstrip()


def _setting(event: Event, timeline: Timeline) -> str:
    """Return actors, places and the arc, in italics."""
    actors = ", ".join(map(timeline.actor_name, event.actors))
    arc = timeline.arcs[event.arc].title if event.arc else ""
    said = " · ".join(escaped(part) for part in (actors, ", ".join(event.places), arc) if part)
    return f"*{said}*" if said else ""


def _detail(event: Event, timeline: Timeline, notes: Footnotes) -> Iterator[str]:
    yield from ("", f"## {escaped(event.title)}", "")
    date = f"**{escaped(event.date.describe(long=True))}**"
    arc = timeline.arcs[event.arc].title if event.arc else ""
    facts = [escaped(fact) for fact in (event.status, event.kind, arc) if fact]
    yield " ".join([" · ".join([date, *facts]), notes.marks(event)]).rstrip()
    if event.summary:
        yield from ("", escaped(event.summary))
    yield ""
    for label, said in chain(_facts(event, timeline), _links(event, timeline)):
        yield f"- {label}: {said}"


def _facts(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    before, after = timeline.neighbours(event)
    texts = {
        "actors": ", ".join(map(timeline.actor_name, event.actors)),
        "places": ", ".join(event.places),
        "tags": ", ".join(event.tags),
        "note": event.note,
        "just before": _other(before) if before else "",
        "just after": _other(after) if after else "",
        "id": event.id,
        "EDTF": event.date.text,
    }
    return ((label, escaped(text)) for label, text in texts.items() if text)


def _links(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    for link in event.links:
        yield f"→ {link_words(link.type)}", escaped(_other(timeline.get(link.target)))
    for type_, other in timeline.links_to(event):
        yield f"← {link_words(type_, back=True)}", escaped(_other(other))


def _other(event: Event) -> str:
    parts = (event.date.describe(), event.status, event.title)
    return " · ".join(part for part in parts if part)


def _count_row(count: Count, *, dated: bool) -> list[str]:
    dates = [escaped(date.describe()) for date in (count.first, count.last)] if dated else []
    return [escaped(count.name), _number(count.certain), _number(count.possible), *dates]


def _number(number: int) -> str:
    return str(number) if number else ""


def _cited(reference: Reference) -> str:
    return source_text(reference.source)
