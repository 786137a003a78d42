"""A selection → a calendar of whole-day entries, in which vague dates keep their words.

Nothing is hidden in the file: what comes back is what a calendar shows and a person may
have changed there. Dates in words stand first in DESCRIPTION, facts without a property of
their own last.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Final

from icalendar import Calendar, vCategory, vText
from icalendar import Event as Entry

from timeline.exchange.contract import Export
from timeline.exchange.facts import IN_WORDS, MAYBE, cited, lines
from timeline.exchange.ics.dates import Period, period_of
from timeline.exchange.ics.description import composed
from timeline.exchange.losses import Losses
from timeline.exchange.markup import harmless, harmless_line
from timeline.exchange.nearest import AS_NOTE, in_words
from timeline.exchange.undated import note_order
from timeline.exchange.unsaid import TOLD, note_unsaid
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline

PRODID: Final = "-//timeline-explorer//timeline//EN"
UID_END: Final = "@timeline"
PLACES: Final = "; "
_COMES_BACK: Final = "date: its span of days is written, and its words first in DESCRIPTION"
_PROPERTIES: Final = ("places", "tags")  # LOCATION and CATEGORIES
_IN_WORDS: Final = tuple(key for key in IN_WORDS if key not in _PROPERTIES)


class _Text(vText):
    r"""A text, escaped as RFC 5545, 3.3.11 has it: the package takes `\N` for a line end."""

    def to_ical(self) -> bytes:
        """Return the text with a backslash before all that has a meaning of its own."""
        text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\r\n", "\\n").replace("\n", "\\n").encode()


def write(export: Export, losses: Losses) -> str:
    """Return the calendar; the same selection always gives the same text.

    DTSTAMP is midnight of the day up to which the timeline is told (`as_of`), or of
    1970-01-01 where it does not say. Years before 1 or after 9999 are refused.
    """
    calendar = _calendar(export)
    stamp = _stamp(export.timeline.as_of)
    for match in export.selection:
        losses.read += 1
        if entry := _entry(match, export.timeline, losses):
            entry.add("dtstamp", stamp)
            calendar.add_component(entry)
            losses.written += 1
    note_order(export, losses)
    note_unsaid(export, losses, "iCalendar", TOLD)
    text: str = calendar.to_ical().decode()
    return text


def _calendar(export: Export) -> Calendar:
    """Return a calendar without entries, with what it is called."""
    calendar = Calendar()
    for name, value in (("prodid", PRODID), ("version", "2.0"), ("calscale", "GREGORIAN")):
        calendar.add(name, value)
    for name, said in (("x-wr-calname", export.title), ("x-wr-caldesc", export.timeline.summary)):
        if said:
            calendar.add(name, _Text(harmless(said)))
    return calendar


def _categories(tags: Iterable[str]) -> vCategory:
    found = vCategory([])
    found.cats = [_Text(harmless(tag)) for tag in tags]
    return found


def _stamp(as_of: int | None) -> datetime:
    day = date(1970, 1, 1)
    if as_of is not None and 1 <= as_of <= date.max.toordinal():
        day = date.fromordinal(as_of)
    return datetime.combine(day, time(), UTC)


def _entry(match: Match, timeline: Timeline, losses: Losses) -> Entry | None:
    event = match.event
    period = period_of(event.date, timeline.closing(event))
    if period is None:
        losses.refuse("a date outside the years 1 to 9999", event.id, event.date.describe())
        return None
    words = _words(event, period, losses)
    entry = _dated(_id(event, losses) + UID_END, period)
    entry.add("summary", _Text(_title(match, losses)))
    if not match.certain:
        entry.add("status", "TENTATIVE")
    if said := composed(words, _summary(event, losses), _facts(event, timeline, losses)):
        entry.add("description", _Text(said))
    if event.places:
        entry.add("location", _Text(_places(event, losses)))
    if event.tags:
        entry.add("categories", _categories(event.tags))
    return entry


def _dated(uid: str, period: Period) -> Entry:
    entry = Entry()
    entry.add("uid", uid)
    entry.add("dtstart", period.start)
    if period.stop is not None:
        entry.add("dtend", period.stop)
    return entry


def _words(event: Event, period: Period, losses: Losses) -> str:
    """Return the date in words where the entry is less exact than they are, and note it."""
    if period.text == str(event.date):
        return ""
    words = event.date.describe(long=period.is_timed)
    if in_words(words, *period.days) == event.date.text:
        losses.widen(_COMES_BACK, event.id, words)
    else:
        losses.widen(AS_NOTE, event.id, words)
    return words


def _id(event: Event, losses: Losses) -> str:
    plain = harmless_line(event.id)
    if plain != event.id:
        losses.widen("id: blanks and control characters are made plain", event.id)
    return plain


def _title(match: Match, losses: Losses) -> str:
    title = match.event.title
    plain = harmless_line(title)
    if plain != title:
        losses.widen("title: blanks and control characters are made plain", match.event.id)
    return plain if match.certain else MAYBE + plain


def _summary(event: Event, losses: Losses) -> str:
    plain = harmless(event.summary).strip()
    if plain != event.summary:
        losses.widen("summary: control characters are made plain", event.id)
    return plain


def _places(event: Event, losses: Losses) -> str:
    if any(";" in place or harmless_line(place) != place for place in event.places):
        losses.widen("places: a place with a semicolon or blanks is not told apart", event.id)
    return PLACES.join(harmless(place) for place in event.places)


def _facts(event: Event, timeline: Timeline, losses: Losses) -> list[str]:
    """Return what has no property, a line each; sources last, with their addresses."""
    told = []
    for key, line in lines(event, timeline, _IN_WORDS):
        losses.drop(f"{key}: only in words, in DESCRIPTION", event.id)
        told.append(harmless_line(line))
    for number, source in enumerate(cited(event, timeline), 1):
        told.append(harmless_line(f"[{number}] {source.words} {source.url}"))
    if event.sources:
        losses.drop("sources: only in words, in DESCRIPTION", event.id)
    return told
