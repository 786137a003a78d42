"""A selection → TimelineJS 3 JSON.

Nothing is hidden in the file: what comes back is what a slide shows and a person may have
changed there. TimelineJS keeps keys it does not know, and a copy of our events in one of
them would come back in place of what was edited beside it.
"""

from typing import Any, Final

import msgspec

from timeline.edtf import parse
from timeline.exchange.contract import Export
from timeline.exchange.event_file import note_unsaid
from timeline.exchange.facts import LABELS, TOLD, arc_title, cited, facts
from timeline.exchange.hypertext import from_html
from timeline.exchange.losses import Losses
from timeline.exchange.markup import Markup, joined, tag, text
from timeline.exchange.nearest import in_words
from timeline.exchange.timelinejs.dates import Parts, edtf_of, parts_of, text_of
from timeline.exchange.timelinejs.slides import FACTS
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.text import escaped, slug

_FIRST_YEAR: Final = -271_820  # of a date of JavaScript; beyond, only years are told
_LAST_YEAR: Final = 275_759
_MAYBE: Final = "≈ only possibly: its date is vague"
_IN_WORDS: Final = ("kind", "actors", "places", "tags", "status", "links", "note")


def write(export: Export, losses: Losses) -> str:
    """Return the slides as JSON; the same selection always gives the same text.

    A date too far away for a number of JavaScript is refused.
    """
    slides = []
    for match in export.selection:
        losses.read += 1
        if slide := _slide(match, export.timeline, losses):
            slides.append(slide)
            losses.written += 1
    note_unsaid(export, losses, "TimelineJS", TOLD)
    data: dict[str, Any] = {}
    if export.title or export.timeline.summary:
        said = {"headline": text(export.title), "text": text(export.timeline.summary)}
        data["title"] = {"text": said}
    if any(_is_far(slide) for slide in slides):
        data["scale"] = "cosmological"
    data["events"] = slides
    json = msgspec.json.format(msgspec.json.encode(data, enc_hook=str), indent=2).decode()
    return escaped(json) + "\n"


def _is_far(slide: dict[str, Any]) -> bool:
    years = [slide[key]["year"] for key in ("start_date", "end_date") if key in slide]
    return any(not _FIRST_YEAR <= year <= _LAST_YEAR for year in years)


def _slide(match: Match, timeline: Timeline, losses: Losses) -> dict[str, Any] | None:
    event = match.event
    found = parts_of(event.date, timeline.closing(event))
    if found is None:
        losses.refuse("a date too far away", event.id, event.date.text)
        return None
    start, end = found
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": start}
    if end:
        slide["end_date"] = end
    if words := _words(event, start, end, losses):
        slide["display_date"] = text(words)
    slide["text"] = {"headline": _title(event, losses), "text": _text(match, timeline, losses)}
    if event.arc:
        slide["group"] = _group(event, timeline, losses)
    return slide


def _words(event: Event, start: Parts, end: Parts, losses: Losses) -> str:
    """Return the date in words where its numbers are less exact than they are; note it."""
    numbers = edtf_of(text_of(start), text_of(end)).text
    if numbers == str(event.date):
        return ""
    nearest = parse(numbers)
    words = event.date.describe(long="T" in event.date.text)
    first, last = nearest.written
    if first is not None and last is not None and in_words(words, first, last) == event.date.text:
        losses.widen("date: its nearest days are written, and its words", event.id, words)
    else:
        what = "date, note: the nearest days are written; its words come back as a note"
        losses.widen(what, event.id, words)
    return words


def _title(event: Event, losses: Losses) -> Markup:
    title = text(event.title)
    if from_html(title).text != event.title:
        losses.widen("title: blanks and control characters are made plain", event.id)
    return title


def _text(match: Match, timeline: Timeline, losses: Losses) -> Markup:
    """Return the summary, and below it what a slide has no place for, in words."""
    event = match.event
    summary = text(event.summary)
    if from_html(summary).text != event.summary:
        losses.widen("summary: blanks and control characters are made plain", event.id)
    told = [tag("p", summary)] if event.summary else []
    lines = [_MAYBE] if not match.certain else []
    if lines:
        losses.drop("that it only possibly answers the query", event.id)
    for key, said in facts(event, timeline):
        if key in _IN_WORDS:
            losses.drop(f"{key}: only in words, in the text", event.id)
            lines.append(f"{LABELS[key]}: {said}")
    if event.sources:
        losses.drop("sources: only in words, in the text", event.id)
    below = [*(tag("p", line) for line in lines), *_footnotes(event, timeline)]
    return joined(told, _facts(below) if below else None)


def _facts(children: list[Markup]) -> Markup:
    return Markup(f"{FACTS}{joined(children)}</div>")


def _footnotes(event: Event, timeline: Timeline) -> list[Markup]:
    """Return the sources as a numbered list; only addresses of the web are links."""
    found = [
        tag("li", tag("a", source.words, href=source.url) if source.url else source.words)
        for source in cited(event, timeline)
    ]
    return [tag("ol", found)] if found else []


def _group(event: Event, timeline: Timeline, losses: Losses) -> Markup:
    title = arc_title(event, timeline)
    twice = sum(slug(arc.title) == slug(title) for arc in timeline.arcs.values()) > 1
    if slug(title) != event.arc or twice:
        losses.widen("arc: an id is made of its title, which is the group", event.id, title)
    return text(title)
