"""A chart → plain values for JSON, and lines for other programs: nothing is rounded away."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from timeline.edtf import iso
from timeline.model.timeline import Timeline
from timeline.phrases.windows import Window
from timeline.reports.chart import Bar, Chart, Series
from timeline.text import counted, visible
from timeline.views.parts.csv_table import Columns, Day, csv_lines
from timeline.views.parts.json_data import Object, answer_data
from timeline.views.parts.markdown import escaped, table

_EXACT = 1e-9  # what arithmetic adds to a whole number
_DECIMALS = 4  # of a share
_LARGE = 10  # from here on a sum of shares needs no decimal

_Bar: TypeAlias = tuple[Series, Window, Bar]


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
    for series in chart.rows or (chart.all,):
        value = {"key": series.key or None, "name": series.name} if chart.rows else {}
        for period, bar in zip(chart.periods, series.bars, strict=True):
            yield {**value, **_bar_data(period, bar)}


def chart_lines(chart: Chart) -> Iterator[str]:
    """Yield a line for each bar: period (EDTF), certain, possible; before them any value."""
    for series in chart.rows or (chart.all,):
        value = (visible(series.name),) if chart.rows else ()
        for period, bar in zip(chart.periods, series.bars, strict=True):
            yield "\t".join((*value, period.text, str(bar.certain), f"{share(bar.possible):g}"))


def share(possible: float) -> float:
    """Return a sum of shares without the noise of its arithmetic."""
    return round(possible, _DECIMALS)


def amount(value: float, maybe: str) -> str:
    """Return a number of events as a page says it; a fraction is a sum of shares."""
    if value >= _LARGE or abs(value - round(value)) < _EXACT:
        return f"{maybe}{value:,.0f}"
    return f"{maybe}{value:.1f}" if value >= 1 else f"{maybe}{max(value, 0.01):.1g}"


def outside(chart: Chart, maybe: str = "≈") -> Iterator[str]:
    """Yield how many events and values are not in the bars of *chart*, and why."""
    for number, where in ((chart.all.earlier, "earlier"), (chart.all.later, "later")):
        if number:
            exact = abs(number - round(number)) < _EXACT
            yield f"{amount(number, '' if exact else maybe)} began {where}"
    if chart.all.undated:
        yield f"{counted(chart.all.undated, 'event')} of unknown beginning"
    if chart.others:
        yield f"{counted(chart.others, 'row')} more"


def _series_data(chart: Chart, series: Series) -> Mapping[str, Any]:
    return {
        "events": series.events,
        "earlier": share(series.earlier),
        "later": share(series.later),
        "undated": series.undated,
        "bars": [
            _bar_data(period, bar) for period, bar in zip(chart.periods, series.bars, strict=True)
        ],
    }


def _bar_data(period: Window, bar: Bar) -> Mapping[str, Any]:
    return {
        "period": period.text,
        "first": iso(period.first or 0),
        "last": iso(period.last or 0),
        "certain": bar.certain,
        "possible": share(bar.possible),
    }


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


def _bars(chart: Chart) -> Iterable[_Bar]:
    for series in chart.rows or (chart.all,):
        for period, bar in zip(chart.periods, series.bars, strict=True):
            yield series, period, bar


def _cell(bar: Bar) -> str:
    possible = amount(bar.possible, "≈") if bar.possible else ""
    return " ".join(filter(None, (str(bar.certain or ""), possible)))
