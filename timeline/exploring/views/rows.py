"""Events as rows: by date, and in the order in which they became known."""

from collections.abc import Sequence

from timeline.exploring.views.view import Shown, View
from timeline.inference import known
from timeline.model.answers import Selection
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.reports.answer import Answer


class ByDate(View):
    """The events in order: what `list` shows."""

    name = "list"
    words = "the events, in order"

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `list`."""
        del focus
        return ("list",)


class ByReport(View):
    """The events in the order in which they became known: what `list --by known` shows."""

    name = "known"
    words = "the events, as they became known"

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `list --by known`."""
        del focus
        return ("list", "--by", "known")

    def shown(self, timeline: Timeline, answer: Answer) -> Shown:
        """Return the events by the date of their first report."""
        reports = known.by_report(answer.found, timeline.sources)
        matches = Selection(each.match for each in reports)
        return Shown(Answer(timeline, answer.query, answer.found, matches), reports)
