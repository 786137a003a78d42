"""A whole timeline → the page that `timeline` alone shows: what this file is."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.answers import Selection
from timeline.model.scales import STATUSES
from timeline.model.timeline import Timeline
from timeline.model.words import span_words
from timeline.pages.counts import CountPage
from timeline.pages.histograms import Histograms
from timeline.pages.parts import indented, kept_together, titled
from timeline.reports.chart import Chart
from timeline.reports.counts import Count
from timeline.text import counted, together, visible
from timeline.views.overview import OverviewView
from timeline.views.parts.look import Look, arc_colours

_ROWS = 5  # lines of the small chart
_FEW = 3  # of less than so many events there is nothing to see in it


def page(view: OverviewView, look: Look) -> tuple[RenderableType, ...]:
    """Return the page that says what a timeline is."""
    report = view.report
    whole = Overview(
        report.timeline,
        report.everything,
        chart=report.chart,
        arcs=report.arcs,
        statuses=report.statuses,
        tries=view.tries,
        look=look,
    )
    return (whole,)


class Overview:
    """Title, span, counts, a small chart, the arcs, and commands to try."""

    def __init__(
        self,
        timeline: Timeline,
        selection: Selection,
        *,
        chart: Chart,
        arcs: Sequence[Count],
        statuses: Mapping[str, int],
        tries: Sequence[tuple[str, str]],
        look: Look,
    ) -> None:
        """Show *timeline*, the counts of its events, and *tries*: what commands show, and them."""
        self._timeline = timeline
        self._selection = selection
        self._chart = chart
        self._arcs = arcs
        self._statuses = statuses
        self._tries = tries
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text | CountPage]:
        """Yield the page part by part."""
        yield from self._head(console, self._look.page - 2)
        if len(self._selection) >= _FEW:
            yield from Histograms(self._chart, (self._chart.all,), {}, _ROWS, self._look).lines()
        if self._arcs:
            yield CountPage(self._arcs, self._look, arc_colours(self._timeline), headed=False)
            yield Text()
        if signs := list(self._signs()):
            yield from kept_together(signs, self._look.page - 2, "")
            yield Text()
        yield from self._commands()

    def _head(self, console: Console, width: int) -> Iterator[Text]:
        """Yield the title, what the timeline is about, and how much it holds."""
        yield Text()
        yield from indented(console, titled(self._timeline.heading, self._look), width)
        yield from indented(console, Text(visible(self._timeline.summary)), width)
        yield Text()
        yield from indented(console, Text(self._counts(), "dim"), width)
        yield Text()

    def _counts(self) -> str:
        timeline = self._timeline
        numbers = {
            "event": len(timeline),
            "actor": len(timeline.actors),
            "source": len(timeline.sources),
        }
        counts = [counted(number, noun) for noun, number in numbers.items() if number]
        return together(self._look.dot, self._span(), *counts) or "no events"

    def _span(self) -> str:
        dates = [dated.date for dated in self._selection.dates()]
        return span_words(dates, self._look.arrow(), ascii=self._look.ascii)

    def _signs(self) -> Iterator[str]:
        for status in STATUSES:
            if number := self._statuses.get(status):
                yield f"{self._look.status(status)} {number:,} {status}"

    def _commands(self) -> Iterator[Text]:
        """Yield each command beside what it shows; each below it where one has no room there."""
        width = max((len(shows) for shows, _ in self._tries), default=0)
        room = self._look.page - width - 5
        is_beside = all(len(command) <= room for _, command in self._tries)
        for shows, command in self._tries:
            if is_beside:
                yield Text.assemble((f" {shows:<{width}}   ", "dim"), command)
            else:
                yield Text(f" {shows}", "dim")
                yield Text(f"   {command}", no_wrap=True, overflow="ignore")
