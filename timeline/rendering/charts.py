"""A chart → a page: a labelled bar for each period, or columns where there are many.

What certainly began in a period is drawn full, what only may have begun in it as a
lighter shade: by its sign, not by its colour alone.
"""

from collections.abc import Iterator, Mapping

from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.edtf import calendar_date
from timeline.model import Bar, Chart
from timeline.phrases.vocabulary import year_words
from timeline.phrases.windows import Window
from timeline.rendering.bars import bar
from timeline.rendering.chart_data import amount, outside
from timeline.rendering.histograms import Histograms
from timeline.rendering.look import Look
from timeline.rendering.wrapping import kept_together
from timeline.text import cells

MOST_BARS = 40  # more periods are columns
_ROWS, _FEW_ROWS = 6, 3  # lines of a chart of columns, and of each of several
_ROUND = 100_000  # years as long ago as this are named by the first alone
_LONGEST = 8  # cells of one event: a handful need not shout
_PARTS = 1000  # of an event, as bars know only whole numbers


class ChartPage:
    """A chart as a Rich renderable."""

    def __init__(self, chart: Chart, look: Look, colours: Mapping[str, str] | None = None) -> None:
        """Show *chart*; *colours* is key → colour of each row that it was split into."""
        self._chart = chart
        self._look = look
        self._colours = colours or {}

    def __rich_console__(self, _: Console, __: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield Text()
        if self._chart.rows:
            yield from self._columns(_FEW_ROWS)
        elif len(self._chart.periods) > MOST_BARS:
            yield from self._columns(_ROWS)
        else:
            yield from self._bars()
            yield Text()
        yield from kept_together(self._notes(), self._look.page - 2, "dim")

    def _columns(self, rows: int) -> Iterator[Text]:
        series = self._chart.rows or (self._chart.all,)
        return Histograms(self._chart, series, self._colours, rows, self._look).lines()

    def _bars(self) -> Iterator[Text]:
        """Yield a line for each period: its year where it changes, its name, number and bar."""
        chart, look = self._chart, self._look
        names = [period_name(period, look) for period in chart.periods]
        numbers = [_number(each, look) for each in chart.all.bars]
        wide = [max(map(cells, column), default=0) for column in zip(*names, strict=True)]
        sure, maybe = (max(map(cells, column)) for column in zip(*numbers, strict=True))
        room = look.page - sum(wide) - sure - maybe - 8
        most = max((each.total for each in chart.all.bars), default=0)
        room = min(room, max(1, round(_LONGEST * most)))
        said = ""
        for name, number, each in zip(names, numbers, chart.all.bars, strict=True):
            year = "" if name[0] == said else name[0]
            said = name[0]
            style = "" if each.total else "dim"
            line = Text(f" {year:<{wide[0]}}{' ' if wide[0] else ''}", "bold")
            line.append(f"{name[1]:>{wide[1]}}", style).append(f"  {number[0]:>{sure}} ", style)
            line.append(f"{number[1]:<{maybe}} ", "dim")
            line.append_text(self._bar(each, most, room))
            line.rstrip()
            yield line

    def _bar(self, each: Bar, most: float, room: int) -> Text:
        """Return a bar: certain events in eighths of a cell, possible ones in whole ones."""
        look = self._look
        sure = bar(each.certain * _PARTS, round(most * _PARTS), room, ascii=look.ascii)
        cells_of_all = max(1, round(room * each.total / most)) if most else 0
        shade = max(1, cells_of_all - len(sure)) if each.possible else 0
        return Text(sure).append(("." if look.ascii else "░") * min(shade, room - len(sure)), "dim")

    def _notes(self) -> Iterator[str]:
        all_, look = self._chart.all, self._look
        full, light = ("#", ".") if look.ascii else ("█", "░")
        if any(each.possible for each in all_.bars):
            yield f"{full} certain"
            yield f"{light} {look.maybe} possible: shared among the periods it may be in"
        yield from outside(self._chart, look.maybe)
        if self._chart.rows:
            yield "all to one scale"


def period_name(period: Window, look: Look) -> tuple[str, str]:
    """Return what a period is called: its year where it is shorter than one, and the rest."""
    first, last = period.first or 0, period.last or 0
    year = calendar_date(first)[0]
    words = period.describe(ascii=look.ascii)
    if (calendar_date(first)[1:], calendar_date(last + 1)[1:]) == ((1, 1), (1, 1)):
        return "", words if abs(year) < _ROUND else Window(first, first, "").describe()
    group = year_words(year)
    if calendar_date(last)[0] == year:
        return group, words.removesuffix(f" {group}")
    ends = [Window(day, day, "").describe() for day in (first, last)]
    return group, f" {look.dash} ".join(" ".join(end.split()[:2]) for end in ends)


def _number(each: Bar, look: Look) -> tuple[str, str]:
    """Return the two numbers of a bar; nothing is a dot."""
    nothing = "" if each.possible else look.dot.strip()
    sure = f"{each.certain:,}" if each.certain else nothing
    return sure, amount(each.possible, look.maybe) if each.possible else ""


def unit_words(chart: Chart) -> str:
    """Return what a chart counts by: "by the year in which they began"."""
    name, length = chart.unit.name, chart.unit.length
    return f"by the {name if length == 1 else f'{length:,} {name}s'} in which they began"
