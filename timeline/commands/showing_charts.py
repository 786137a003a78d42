"""Charts and lanes → the screen, in every form."""

from typing import TYPE_CHECKING

import msgspec

from timeline import phrases
from timeline.commands.forms import Forms, Later, remark, show
from timeline.commands.support.run import Run
from timeline.commands.support.show import nothing_to_show
from timeline.phrases import Window
from timeline.reports import chart as spreading
from timeline.reports import lanes as laning
from timeline.reports.answer import Answer
from timeline.reports.extent import asked_window, zoomed
from timeline.views import chart as chart_data
from timeline.views import lanes as lane_data
from timeline.views.parts.markdown import answer_page

if TYPE_CHECKING:
    from timeline.commands import paging_charts as paging
else:  # Rich is for pages only, and the other forms are rare
    paging = Later("timeline.commands.paging_charts")

_MOST_ROWS = 8  # of a page; data and lines are whole


class Zoom(msgspec.Struct, frozen=True):
    """The dates that were typed for the first and the last day to draw."""

    start: str | None = None
    end: str | None = None

    def window(self, run: Run, answer: Answer) -> Window:
        """Return the days to draw: those the query asks about, with these instead.

        Raises `PhraseError` for what is no date, `UsageError` where no day is left.
        """
        first = phrases.since(self.start, run.today) if self.start else None
        last = phrases.until(self.end, run.today) if self.end else None
        return zoomed(asked_window(answer.query), first, last)


def chart(
    run: Run, answer: Answer, zoom: Zoom, *, by: str, split: str | None, most: int | None
) -> None:
    """Show how many events of *answer* began in each period."""
    window = zoom.window(run, answer)
    if nothing_to_show(run, answer):
        return
    timeline, asked = run.timeline, answer.query.describe()
    most = _most(run, most)
    made = spreading.chart(answer.found, timeline, by=by, split=split, window=window, most=most)
    forms = Forms(
        page=lambda: paging.chart(run, answer, made, split),
        lines=lambda: chart_data.chart_lines(made),
        json=lambda: chart_data.chart_data(made, timeline, asked),
        jsonl=lambda: chart_data.chart_rows(made),
        csv=lambda: chart_data.chart_csv(made),
        md=lambda: answer_page(answer, chart_data.chart_markdown(made)),
    )
    show(run.screen, forms)
    remark(run.screen, ", ".join((answer.count(), *chart_data.outside(made))))


def lanes(run: Run, answer: Answer, zoom: Zoom, *, by: str, most: int | None, fold: bool) -> None:
    """Show the events of *answer* in lanes, to scale."""
    window = zoom.window(run, answer)
    if nothing_to_show(run, answer):
        return
    timeline, asked = run.timeline, answer.query.describe()
    most = _most(run, most)
    made = laning.lanes(answer.found, timeline, by=by, window=window, most=most, fold=fold)
    forms = Forms(
        page=lambda: paging.lanes(run, answer, made, by),
        lines=lambda: lane_data.lane_lines(made),
        json=lambda: lane_data.lanes_data(made, timeline, asked),
        jsonl=lambda: lane_data.lane_rows(made),
        csv=lambda: lane_data.lanes_csv(made),
    )
    show(run.screen, forms)
    remark(run.screen, ", ".join((answer.count(), *lane_data.outside(made))))


def _most(run: Run, most: int | None) -> int | None:
    return _MOST_ROWS if most is None and run.screen.is_page else most
