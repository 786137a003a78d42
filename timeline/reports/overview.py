"""What a whole timeline is: its events counted, charted, and what to look at first."""

from collections.abc import Mapping, Sequence

import msgspec

from timeline.model.answers import Selection
from timeline.model.timeline import Timeline
from timeline.reports import counts
from timeline.reports.chart import Chart, chart
from timeline.reports.counts import Count


class Overview(msgspec.Struct, frozen=True):
    """A timeline, all its events, how many when, in which arcs, and of which status."""

    timeline: Timeline
    everything: Selection
    chart: Chart
    arcs: Sequence[Count]
    statuses: Mapping[str, int]

    def busiest_actor(self) -> str:
        """Return the id of the actor of most events; "" where no event has one."""
        actors = counts.by_actor(self.everything, self.timeline)
        return actors[0].key if actors else ""

    def most_linked(self) -> str:
        """Return the id of the event with most links; "" of a timeline without events."""
        return self.timeline.most_linked


def overview(timeline: Timeline) -> Overview:
    """Return what *timeline* is."""
    everything = timeline.select()
    return Overview(
        timeline,
        everything,
        chart(everything, timeline),
        counts.by_arc(everything, timeline),
        timeline.values("status"),
    )
