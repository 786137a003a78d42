"""What a whole timeline is, in plain forms."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.answers import Match, Selection
from timeline.model.timeline import Timeline
from timeline.reports.overview import Overview
from timeline.views.parts.json_data import FORMAT, Object, iso_day
from timeline.views.view import View


class OverviewView(View):
    """What a timeline is; without lines, so that a pipe gets the page."""

    def __init__(self, report: Overview, tries: Sequence[tuple[str, str]]) -> None:
        """Show *report*, and *tries*: what commands show, and the commands."""
        self.report = report
        self.tries = tries

    def json(self) -> Object:
        """Return its header and how much it holds."""
        return timeline_data(self.report.timeline, self.report.everything)

    def jsonl(self) -> list[Object]:
        """Return the same as the one line that there is."""
        return [self.json()]


def timeline_data(timeline: Timeline, everything: Selection) -> Object:
    """Return what a timeline is: its header and how much it holds."""
    return {
        "format": FORMAT,
        "timeline": timeline.title,
        "summary": timeline.summary or None,
        "as_of": iso_day(timeline.as_of),
        "events": len(timeline),
        "actors": len(timeline.actors),
        "sources": len(timeline.sources),
        "arcs": {arc.id: arc.title for arc in timeline.arcs.values()},
        "first": _text(everything.part(1)),
        "last": _text(everything.part(1, reverse=True)),
    }


def _text(ends: Sequence[Match]) -> str | None:
    """Return the date of the event at an end, as it is written; None of none."""
    return ends[0].event.date.text if ends else None
