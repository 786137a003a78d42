"""Pages of the project as views: chart and lanes, thread and evidence of the event in focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.exploring.views.view import Shown, View
from timeline.model.records import Event
from timeline.pages import chart as chart_page
from timeline.pages import evidence as evidence_page
from timeline.pages import lanes as lanes_page
from timeline.pages import thread as thread_page
from timeline.reports import chart as charts
from timeline.reports import evidence as evidences
from timeline.reports import lanes as lanes_report
from timeline.reports import thread as threads
from timeline.reports.extent import asked_window
from timeline.reports.groups import MOST_ROWS
from timeline.views.chart import ChartView
from timeline.views.evidence import EvidenceView
from timeline.views.lanes import LanesView
from timeline.views.parts.look import Look
from timeline.views.thread import ThreadView

if TYPE_CHECKING:
    from rich.console import RenderableType


class Chart(View):
    """How many events began when: what `chart` shows."""

    name = "chart"
    words = "how many, over time"
    has_rows = False

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `chart`."""
        del focus
        return ("chart",)

    def page(self, shown: Shown, focus: Event | None, look: Look) -> Sequence[RenderableType]:
        """Return the chart of what is found."""
        del focus
        answer = shown.answer
        window = asked_window(answer.query)
        made = charts.chart(answer.found, answer.timeline, by="auto", window=window)
        return chart_page.page(ChartView(answer, made, None), look)


class Lanes(View):
    """The events side by side, to scale: what `lanes` shows."""

    name = "lanes"
    words = "side by side, to scale"
    has_rows = False
    _by = "arc"

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `lanes`."""
        del focus
        return ("lanes",)

    def page(self, shown: Shown, focus: Event | None, look: Look) -> Sequence[RenderableType]:
        """Return the fullest lanes of what is found."""
        del focus
        answer = shown.answer
        window = asked_window(answer.query)
        made = lanes_report.lanes(
            answer.found, answer.timeline, by=self._by, window=window, most=MOST_ROWS
        )
        return lanes_page.page(LanesView(answer, made, self._by), look)


class Thread(View):
    """What the event in focus is linked with: what `thread` shows."""

    name = "thread"
    words = "what the event is linked with"
    has_rows = False
    follows_focus = True
    _depth = 1

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `thread` with the event; where nothing is found, one that says so."""
        return ("thread", focus.id if focus else "--all")

    def page(self, shown: Shown, focus: Event | None, look: Look) -> Sequence[RenderableType]:
        """Return the tree around *focus*, among what is found."""
        if focus is None:
            return ()
        answer = shown.answer
        tree = threads.thread(focus, answer.found, answer.timeline, self._depth)
        whole = threads.whole(focus, answer.found, answer.timeline)
        return thread_page.page(ThreadView(answer, tree, self._depth, whole), look)


class Evidence(View):
    """What the event in focus rests on: what `evidence` shows."""

    name = "evidence"
    words = "what the event rests on"
    has_rows = False
    follows_focus = True
    is_of_focus = True

    def command(self, focus: Event | None) -> Sequence[str]:
        """Return `evidence` with the event."""
        return ("evidence", focus.id) if focus else ("evidence",)

    def page(self, shown: Shown, focus: Event | None, look: Look) -> Sequence[RenderableType]:
        """Return the origins of *focus*, for and against."""
        if focus is None:
            return ()
        timeline = shown.answer.timeline
        found = [evidences.evidence(focus, timeline)]
        return evidence_page.page(EvidenceView(timeline, found), look)
