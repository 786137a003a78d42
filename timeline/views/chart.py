"""A chart → plain values for JSON, and lines for other programs: nothing is rounded away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from timeline.edtf import iso
from timeline.model.timeline import Timeline
from timeline.phrases.windows import Window
from timeline.reports.answer import Answer
from timeline.reports.chart import Bar, Chart, Series
from timeline.text import counted, visible
from timeline.views.parts import csv_table, markdown
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.view import View

_EXACT = 1e-9  # what arithmetic adds to a whole number
_DECIMALS = 4  # of a share
_LARGE = 10  # from here on a sum of shares needs no decimal
_LEAST = 0.01  # of an event, that is said

_Bar: TypeAlias = tuple[Series, Window, Bar]


class ChartView(View):
    """How many events of an answer began in each period."""

    def __init__(self, answer: Answer, chart: Chart, split: str | None = None) -> None:
        """Show the *chart* that was made of *answer*, with a row for each value of *split*."""
        self.answer = answer
        self.chart = chart
        self.split = split

    def lines(self) -> Iterator[str]:
        """Yield a line for each bar."""
        return chart_lines(self.chart)

    def json(self) -> Object:
        """Return the whole answer."""
        return chart_data(self.chart, self.answer.timeline, self.answer.asked())

    def jsonl(self) -> Iterator[Object]:
        """Yield the data of each bar."""
        return chart_rows(self.chart)

    def csv(self) -> Iterator[str]:
        """Yield a table with a line for each bar."""
        return csv_table.csv_lines(_columns(self.chart), _bars(self.chart))

    def md(self) -> Iterator[str]:
        """Yield a table under a heading."""
        return markdown.answer_page(self.answer, _markdown(self.chart))

    def remark(self) -> str:
        """Return how many events there are, and how many are not in the bars."""
        return ", ".join((self.answer.count(), *outside(self.chart)))


def chart_data(chart: Chart, timeline: Timeline, query: str) -> Object:
    """Return the whole chart: its unit, the bars of all events, and of each value."""
    return {
        **answer_data(timeline, query),
        "unit": {"name": chart.unit.name, "length": chart.unit.length},
        **_series_data(chart, chart.all),
        "rows": [
            {"key": row.key or None, "name": row.name, **_series_data(chart, row)}
            for row in chart.rows
        ],
        "other_rows": chart.others,
    }


def chart_rows(chart: Chart) -> Iterator[Object]:
    """Yield the data of each bar; of a chart that was split, with the value it belongs to."""
    for series, period, bar in _bars(chart):
        data = _bar_data(period, bar)
        if chart.rows:
            data = {"key": series.key or None, "name": series.name, **data}
        yield data


def chart_lines(chart: Chart) -> Iterator[str]:
    """Yield a line for each bar: period (EDTF), certain, possible; before them any value."""
    for series, period, bar in _bars(chart):
        cells = [period.text, str(bar.certain), f"{share(bar.possible):g}"]
        if chart.rows:
            cells.insert(0, visible(series.name))
        yield "\t".join(cells)


def share(possible: float) -> float:
    """Return a sum of shares without the noise of its arithmetic."""
    return round(possible, _DECIMALS)


def amount(value: float, maybe: str) -> str:
    """Return a number of events as a page says it; a fraction is a sum of shares."""
    if value >= _LARGE or _is_whole(value):
        return f"{maybe}{value:,.0f}"
    if value >= 1:
        return f"{maybe}{value:.1f}"
    return f"{maybe}{max(value, _LEAST):.1g}"


def outside(chart: Chart, maybe: str = "≈") -> Iterator[str]:
    """Yield how many events and values are not in the bars of *chart*, and why."""
    for number, where in ((chart.all.earlier, "earlier"), (chart.all.later, "later")):
        if number:
            sign = "" if _is_whole(number) else maybe
            yield f"{amount(number, sign)} began {where}"
    if chart.all.undated:
        yield f"{counted(chart.all.undated, 'event')} of unknown beginning"
    if chart.others:
        yield f"{counted(chart.others, 'row')} more"


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _EXACT


def _series_data(chart: Chart, series: Series) -> Object:
    return {
        "events": series.events,
        "earlier": share(series.earlier),
        "later": share(series.later),
        "undated": series.undated,
        "bars": [_bar_data(period, bar) for _, period, bar in _bars_of(series, chart)],
    }


def _bar_data(period: Window, bar: Bar) -> Object:
    return {
        "period": period.text,
        "first": iso(period.first or 0),
        "last": iso(period.last or 0),
        "certain": bar.certain,
        "possible": share(bar.possible),
    }


def _columns(chart: Chart) -> csv_table.Columns[_Bar]:
    """Return the columns of a bar; of a chart that was split, the value it belongs to first."""
    columns: csv_table.Columns[_Bar] = {
        "period": lambda each: csv_table.Day(each[1].text),
        "certain": lambda each: each[2].certain,
        "possible": lambda each: f"{share(each[2].possible):g}",
    }
    if not chart.rows:
        return columns
    return {"value": lambda each: each[0].name, **columns}


def _markdown(chart: Chart) -> Iterator[str]:
    """Yield a table: a line for each period, a column for each value."""
    names = [markdown.escaped(each.name) for each in chart.rows] or ["events"]
    yield ""
    rows = (_row(chart, at) for at in range(len(chart.periods)))
    yield from markdown.table(["period", *names], [False, *[True] * len(names)], rows)


def _row(chart: Chart, at: int) -> list[str]:
    """Return the cells of the period number *at*: its name, and a number for each value."""
    name = markdown.escaped(chart.periods[at].describe())
    series = chart.rows or (chart.all,)
    return [name, *(_cell(each.bars[at]) for each in series)]


def _bars(chart: Chart) -> Iterator[_Bar]:
    """Yield all bars: those of each value, or of all events."""
    for series in chart.rows or (chart.all,):
        yield from _bars_of(series, chart)


def _bars_of(series: Series, chart: Chart) -> Iterator[_Bar]:
    for period, bar in zip(chart.periods, series.bars, strict=True):
        yield series, period, bar


def _cell(bar: Bar) -> str:
    sure = str(bar.certain or "")
    if not bar.possible:
        return sure
    return f"{sure} {amount(bar.possible, '≈')}".lstrip()
