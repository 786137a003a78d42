"""Charts and lanes → CSV and tables of Markdown."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from timeline.model.answers import Match
from timeline.phrases.windows import Window
from timeline.rendering.charts.chart_data import amount, share
from timeline.rendering.forms.csv_rows import Cell, Columns, Day, csv_lines
from timeline.rendering.forms.lines import SURE
from timeline.rendering.forms.markdown import escaped, table
from timeline.rendering.lanes.lane_data import ends
from timeline.reports.chart import Bar, Chart, Series
from timeline.reports.groups import Lane
from timeline.reports.lanes import Lanes

_Bar: TypeAlias = tuple[Series, Window, Bar]
_Event: TypeAlias = tuple[Lane, Match]


def chart_csv(chart: Chart) -> Iterator[str]:
    """Yield a line of CSV for each bar."""
    columns: Columns[_Bar] = {
        "period": lambda each: Day(each[1].text),
        "certain": lambda each: each[2].certain,
        "possible": lambda each: f"{share(each[2].possible):g}",
    }
    value: Columns[_Bar] = {"value": lambda each: each[0].name}
    return csv_lines({**(value if chart.rows else {}), **columns}, _bars(chart))


def chart_markdown(chart: Chart) -> Iterator[str]:
    """Yield a table: a line for each period, a column for each value."""
    series = chart.rows or (chart.all,)
    names = [escaped(each.name) for each in chart.rows] or ["events"]
    yield ""
    rows = (
        [escaped(period.describe()), *(_cell(each.bars[at]) for each in series)]
        for at, period in enumerate(chart.periods)
    )
    yield from table(["period", *names], [False, *[True] * len(names)], rows)


def lanes_csv(lanes: Lanes) -> Iterator[str]:
    """Yield a line of CSV for each event of each lane."""
    columns: Columns[_Event] = {
        "lane": lambda each: each[0].name,
        "start": lambda each: Day(ends(each[1])[0]),
        "end": lambda each: Day(ends(each[1])[1]),
        "date": lambda each: each[1].event.date,
        "title": _title,
        "id": lambda each: each[1].event.id,
        "verdict": lambda each: SURE[each[1].certain],
    }
    return csv_lines(columns, ((lane, match) for lane in lanes.lanes for match in lane.matches))


def _bars(chart: Chart) -> Iterable[_Bar]:
    for series in chart.rows or (chart.all,):
        for period, bar in zip(chart.periods, series.bars, strict=True):
            yield series, period, bar


def _cell(bar: Bar) -> str:
    possible = amount(bar.possible, "≈") if bar.possible else ""
    return " ".join(filter(None, (str(bar.certain or ""), possible)))


def _title(each: _Event) -> Cell:
    return each[1].event.title
