"""Everything about an event, in plain forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from timeline.inference.order import narrowing
from timeline.inference.reasons import narrower
from timeline.model.records import Event
from timeline.model.schema import EVENT
from timeline.model.timeline import Timeline
from timeline.model.words import link_words, status_word, values_of
from timeline.text import together
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.evidence_data import origins_data
from timeline.views.parts.json_data import FORMAT, Object, event_data
from timeline.views.parts.look import Look
from timeline.views.parts.order_data import narrowing_data
from timeline.views.parts.origin_words import evidence_line
from timeline.views.view import View

# What has its own place on a page.
_IN_PLACE: Final = ("id", "date", "title", "summary", "kind", "arc", "status", "sources", "links")


ACCOUNTS: Final = EVENT["accounts"].words


class DetailView(View):
    """Everything about events; there is no line that would hold it, so a pipe gets the page."""

    def __init__(
        self, timeline: Timeline, events: Sequence[Event], today: int | None = None
    ) -> None:
        """Show *events* of *timeline*; what nobody says to close earlier is followed to *today*."""
        self.timeline = timeline
        self.events = events
        self.today = today

    def json(self) -> Object:
        """Return all of them as one answer."""
        return {"format": FORMAT, "timeline": self.timeline.title, "events": self.jsonl()}

    def jsonl(self) -> list[Object]:
        """Return everything about each event."""
        return [detail_data(event, self.timeline, self.today) for event in self.events]

    def csv(self) -> Iterator[str]:
        """Yield a table of what an event says itself."""
        return csv_table.csv_lines(csv_table.event_columns(self.timeline), self.events)

    def md(self) -> Iterator[str]:
        """Yield everything about each event under a heading of its own."""
        return detail_page(self.events, self.timeline, self.today)


def detail_data(event: Event, timeline: Timeline, today: int | None = None) -> Object:
    """Return everything about an event: also the links to it, what is next to it, its place."""
    found = narrowing(event, timeline, today)
    before, after = timeline.neighbours(event)
    back = timeline.links_to(event)
    return {
        **event_data(event, timeline),
        "linked_from": [{"type": type_, "event": other.id} for type_, other in back],
        "before": before.id if before else None,
        "after": after.id if after else None,
        "origins": origins_data(event, timeline),
        "file": event.place.file,
        "line": event.place.line,
        "narrower": narrowing_data(found) if found else None,
    }


def detail_page(
    events: Iterable[Event], timeline: Timeline, today: int | None = None
) -> Iterator[str]:
    """Yield everything about each event under a heading of its own."""
    notes = markdown.Footnotes(timeline)
    yield f"# {markdown.escaped(timeline.heading)}"
    for event in events:
        yield from _detail(event, timeline, today, notes)
    yield from notes.lines()


def _detail(
    event: Event, timeline: Timeline, today: int | None, notes: markdown.Footnotes
) -> Iterator[str]:
    yield from ("", f"## {markdown.escaped(event.title)}", "")
    date = f"**{markdown.escaped(Look().date(event, long=True))}**"
    facts = filter(None, (status_word(event), event.kind, timeline.arc_title(event)))
    said = " · ".join([date, *map(markdown.escaped, facts)])
    yield f"{said} {notes.marks(event)}".rstrip()
    if event.summary:
        yield from ("", markdown.escaped(event.summary))
    yield ""
    for label, said in chain(_facts(event, timeline, today), _links(event, timeline)):
        yield f"- {label}: {said}"


def _facts(event: Event, timeline: Timeline, today: int | None) -> Iterator[tuple[str, str]]:
    before, after = timeline.neighbours(event)
    found = narrowing(event, timeline, today)
    texts = {
        **{label: _between(label).join(values) for label, values in facts(event, timeline)},
        "rests on": evidence_line(event, timeline),
        "just before": _other(before) if before else "",
        "just after": _other(after) if after else "",
        "id": event.id,
        "EDTF": event.date.text,
        narrowing_label(event): narrower(found) if found else "",
    }
    return ((label, markdown.escaped(text)) for label, text in texts.items() if text)


def narrowing_label(event: Event, *, ascii: bool = False) -> str:  # noqa: A002  as `When` has it
    """Return what stands before the days that order leaves *event*: all it has, or fewer."""
    return Look(ascii=ascii).ordered if event.undated else "narrower"


def _between(label: str) -> str:
    return "; " if label == ACCOUNTS else ", "


def facts(event: Event, timeline: Timeline) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what an event says under the keys without a place of their own: a label and values."""
    for key in EVENT.keys:
        if key.name not in _IN_PLACE:
            yield key.words, values_of(key, event, timeline)


def _links(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    for link in event.links:
        yield f"→ {link_words(link.type)}", markdown.escaped(_other(timeline.get(link.target)))
    for type_, other in timeline.links_to(event):
        yield f"← {link_words(type_, back=True)}", markdown.escaped(_other(other))


def _other(event: Event) -> str:
    return together(" · ", Look().date(event), status_word(event), event.title)
