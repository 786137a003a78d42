"""Events in the order in which they became known → the page and lines of `list --by known`."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from timeline.inference.known import Report
from timeline.model.answers import Match, Selection
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.model.words import year_label, year_of
from timeline.rendering.following.told import lag_words
from timeline.rendering.look import Look
from timeline.rendering.pages.listing import EventPage


class ReportPage(EventPage):
    """Events under the date on which a source first told them, with how long it took."""

    def __init__(self, reports: Sequence[Report], timeline: Timeline, look: Look) -> None:
        """Show *reports* in their order."""
        self._reports: Mapping[str, Report] = {each.match.event.id: each for each in reports}
        super().__init__(Selection(each.match for each in reports), timeline, look)

    def _heading(self, match: Match) -> str:
        date = self._reports[match.event.id].date
        return year_label(year_of(date)) if date else "No source has a date"

    def _date(self, event: Event) -> str:
        date = self._reports[event.id].date
        if date is None:
            return "-" if self._look.ascii else "–"
        return date.describe(ascii=self._look.ascii, year=year_of(date))

    def _details(self, event: Event) -> Text:
        happened = event.date.describe(ascii=self._look.ascii)
        told = lag_words(self._reports[event.id], self._look)
        dot = self._look.dot
        rest = super()._details(event)
        return Text.assemble(f"{happened}{dot}{told}", (dot if rest.plain else "", "dim"), rest)
