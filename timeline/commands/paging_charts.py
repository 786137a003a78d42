"""Charts and lanes → pages, with Rich."""

from collections.abc import Iterable, Mapping
from functools import partial

from rich.text import Text

from timeline.commands.support.run import Run
from timeline.layout.columns.lanes import Signs, layout
from timeline.pages.chart import ChartPage, unit_words
from timeline.pages.lanes import MARGIN, LanePage, note_sign
from timeline.pages.parts import heading
from timeline.reports.answer import Answer
from timeline.reports.chart import Chart
from timeline.reports.lanes import Lanes
from timeline.views.parts.look import arc_colours, colours


def chart(run: Run, answer: Answer, made: Chart, split: str | None) -> None:
    """Show the chart that was *made*, in the colours of what it was *split* by."""
    look = run.screen.look
    shades = _colours(run, split, (row.key for row in made.rows))
    page = ChartPage(made, look, shades)
    run.screen.page(_heading(run, answer, unit_words(made)), page)


def lanes(run: Run, answer: Answer, made: Lanes, by: str) -> None:
    """Show the lanes that were *made*, in the colours of what they are sorted by."""
    look = run.screen.look
    signs = Signs("..." if look.ascii else "…", look.maybe, partial(note_sign, look=look))
    placed = layout(made, look.page - MARGIN, signs)
    shades = _colours(run, by, (lane.key for lane in made.lanes))
    run.screen.page(_heading(run, answer, f"by {by}"), LanePage(made, placed, look, shades))


def _colours(run: Run, by: str | None, keys: Iterable[str]) -> Mapping[str, str]:
    """Return key → colour: arcs have theirs on every page."""
    return arc_colours(run.timeline) if by == "arc" else colours(key for key in keys if key)


def _heading(run: Run, answer: Answer, drawn: str) -> Text:
    look = run.screen.look
    asked = answer.query.describe(ascii=look.ascii)
    return heading(run.timeline.title, asked, f"{answer.count()}{look.dot}{drawn}", look)
