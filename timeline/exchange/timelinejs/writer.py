"""A selection → TimelineJS 3 JSON.

Nothing is hidden in the file: what comes back is what a slide shows and a person may have
changed there. TimelineJS keeps keys it does not know, and a copy of our events in one of
them would come back in place of what was edited beside it.
"""

from collections.abc import Iterator
from typing import Any, Final

from timeline.edtf import parse
from timeline.exchange.contract import Export
from timeline.exchange.event_file import indented
from timeline.exchange.facts import IN_WORDS, Cited, arc_title, cited, lines
from timeline.exchange.hypertext import from_html
from timeline.exchange.losses import Losses
from timeline.exchange.markup import Markup, joined, tag, text
from timeline.exchange.nearest import AS_NOTE, in_words
from timeline.exchange.timelinejs.dates import Parts, edtf_of, parts_of, text_of
from timeline.exchange.timelinejs.slides import FACTS
from timeline.exchange.undated import note_order
from timeline.exchange.unsaid import TOLD, note_unsaid
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.text import slug
from timeline.views.parts.look import Look

_FIRST_YEAR: Final = -271_820  # of a date of JavaScript; beyond, only years are told
_LAST_YEAR: Final = 275_759
_IN_WORDS: Final = tuple(key for key in IN_WORDS if key != "arc")  # which is a group


def write(export: Export, losses: Losses) -> str:
    """Return the slides as JSON; the same selection always gives the same text.

    A date too far away for a number of JavaScript is refused.
    """
    slides = list(_slides(export, losses))
    note_order(export, losses)
    note_unsaid(export, losses, "TimelineJS", TOLD)
    data: dict[str, Any] = {}
    if export.title or export.timeline.summary:
        said = {"headline": text(export.title), "text": text(export.timeline.summary)}
        data["title"] = {"text": said}
    if any(map(_is_far, slides)):
        data["scale"] = "cosmological"
    data["events"] = slides
    return indented(data)


def _slides(export: Export, losses: Losses) -> Iterator[dict[str, Any]]:
    for match in export.selection:
        losses.read += 1
        if slide := _slide(match, export.timeline, losses):
            losses.written += 1
            yield slide


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
        losses.widen(AS_NOTE, event.id, words)
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
    told = tag("p", summary) if event.summary else None
    below = [*_facts(match, timeline, losses), *_footnotes(event, timeline)]
    if event.sources:
        losses.drop("sources: only in words, in the text", event.id)
    if not below:
        return joined(told)
    return joined(told, Markup(f"{FACTS}{joined(below)}</div>"))


def _facts(match: Match, timeline: Timeline, losses: Losses) -> Iterator[Markup]:
    """Yield a paragraph for each fact that has no place of its own."""
    event = match.event
    if not match.certain:
        losses.drop("that it only possibly answers the query", event.id)
        yield tag("p", Look().vague)
    for key, line in lines(event, timeline, _IN_WORDS):
        losses.drop(f"{key}: only in words, in the text", event.id)
        yield tag("p", line)


def _footnotes(event: Event, timeline: Timeline) -> list[Markup]:
    """Return the sources as a numbered list; only addresses of the web are links."""
    found = [tag("li", _linked(source)) for source in cited(event, timeline)]
    return [tag("ol", found)] if found else []


def _linked(source: Cited) -> str | Markup:
    if not source.url:
        return source.words
    return tag("a", source.words, href=source.url)


def _group(event: Event, timeline: Timeline, losses: Losses) -> Markup:
    title = arc_title(event, timeline)
    made = slug(title)
    alike = [arc for arc in timeline.arcs.values() if slug(arc.title) == made]
    if made != event.arc or len(alike) > 1:
        losses.widen("arc: an id is made of its title, which is the group", event.id, title)
    return text(title)
