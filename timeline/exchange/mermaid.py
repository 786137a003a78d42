"""A selection → a `timeline` diagram of Mermaid: a section for each year, a period for each date.

Mermaid draws periods in the order of the text and reads no dates: they stand in our own
words, as vague as they are. All else but title and status has no place in the picture.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from timeline.edtf import calendar_date, year_name
from timeline.exchange.contract import Export
from timeline.exchange.facts import MAYBE, facts
from timeline.exchange.losses import Losses
from timeline.exchange.markup import harmless_line
from timeline.exchange.undated import note_order
from timeline.exchange.unsaid import note_unsaid
from timeline.model.answers import Match
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.views.parts.mermaid import safe

_KEPT: Final = {"timeline": frozenset({"title"})}
_AS_ABOVE: Final = " " * 8  # for a date that is that of the line above
_SURE: Final = frozenset(("", "confirmed"))


def write(export: Export, losses: Losses) -> str:
    """Return the diagram; the same selection always gives the same text."""
    lines = ["timeline"]
    if export.title:
        lines.append(f"    title {_safe(export.title)}")
    for year, matches in groupby(export.selection, _year):
        lines.append(f"    section {_safe(year_name(year))}")
        lines += _periods(list(matches), year)
    for match in export.selection:
        losses.read += 1
        losses.written += 1
        for key in _unsaid(match.event, export.timeline):
            losses.drop(f"{key}: Mermaid has no place for it", match.event.id)
    note_order(export, losses)
    note_unsaid(export, losses, "Mermaid", _KEPT)
    return "".join(f"{line}\n" for line in lines)


def _year(match: Match) -> int:
    """Return the year by which an event is sorted."""
    return calendar_date(match.event.date.sort_key[0])[0]


def _periods(matches: list[Match], year: int) -> Iterator[str]:
    """Yield a line for each event; the date, where it is not that of the line above."""
    before = ""
    for match in matches:
        date = match.event.date.describe(year=year)
        period = _AS_ABOVE if date == before else _safe(date)
        yield f"      {period} : {_told(match)}"
        before = date


def _told(match: Match) -> str:
    """Return the title, with a maybe and all but a confirmed status said beside it."""
    event = match.event
    maybe = "" if match.certain else MAYBE
    status = "" if event.status in _SURE else f" ({event.status})"
    return _safe(f"{maybe}{event.title}{status}")


def _unsaid(event: Event, timeline: Timeline) -> Iterator[str]:
    """Yield the keys of an event that the diagram leaves out."""
    if event.summary:
        yield "summary"
    yield from (key for key, _ in facts(event, timeline) if key != "status")
    if event.sources:
        yield "sources"


def _safe(text: str) -> str:
    """Return *text* on one line, without a sign that Mermaid would act on."""
    return safe(harmless_line(text))
