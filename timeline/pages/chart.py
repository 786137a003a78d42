"""A chart → a page: a labelled bar for each period, or columns where there are many.

What certainly began in a period is drawn full, what only may have begun in it as a
lighter shade: by its sign, not by its colour alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.edtf import calendar_date, year_name
from timeline.pages.histograms import Histograms
from timeline.pages.parts import answer_heading, bar, kept_together, trimmed, wrapped
from timeline.phrases.vocabulary import year_words
from timeline.phrases.windows import Window
from timeline.reports.chart import Bar, Chart
from timeline.text import widest
from timeline.views.chart import ChartView, amount, outside
from timeline.views.parts.look import Look, value_colours

MOST_BARS = 40  # more periods are columns
_ROWS, _FEW_ROWS = 6, 3  # lines of a chart of columns, and of each of several
_ROUND = 100_000  # years so long ago, and so many, are named by the first alone
_LONGEST = 8  # cells of one event: a handful need not shout
_APART = 8  # cells around and between the columns before a bar
_PARTS = 1000  # of an event, as bars know only whole numbers


def page(view: ChartView, look: Look) -> tuple[RenderableType, ...]:
    """Return the chart under a heading, in the colours of what it was split by."""
    chart, answer = view.chart, view.answer
    colours = value_colours(answer.timeline, view.split, (row.key for row in chart.rows))
    heading = answer_heading(answer, look, unit_words(chart))
    return heading, ChartPage(chart, look, colours)


class ChartPage:
    """A chart as a Rich renderable."""

    def __init__(self, chart: Chart, look: Look, colours: Mapping[str, str] | None = None) -> None:
        """Show *chart*; *colours* is key → colour of each row that it was split into."""
        self._chart = chart
        self._look = look
        self._colours = colours or {}

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield Text()
        if self._has_bars:
            yield from self._bars()
            yield Text()
        else:
            yield from self._columns()
        for line in kept_together(self._notes(), self._look.page - 2, "dim"):
            yield from wrapped(console, line, self._look.page)

    @property
    def _has_bars(self) -> bool:
        return not self._chart.rows and len(self._chart.periods) <= MOST_BARS

    def _columns(self) -> Iterator[Text]:
        rows = _FEW_ROWS if self._chart.rows else _ROWS
        series = self._chart.rows or (self._chart.all,)
        return Histograms(self._chart, series, self._colours, rows, self._look).lines()

    def _bars(self) -> Iterator[Text]:
        """Yield a line for each period: its year where it changes, its name, number and bar."""
        bars = self._chart.all.bars
        rows = list(map(self._words, self._chart.periods, bars))
        wide = [widest(column) for column in zip(*rows, strict=True)]
        most = max((each.total for each in bars), default=0)
        room = min(self._look.page - sum(wide) - _APART, max(1, round(_LONGEST * most)))
        said = ""
        for (year, *words), each in zip(rows, bars, strict=True):
            line = self._year("" if year == said else year, wide[0])
            line.append_text(self._named(words, wide[1:]))
            yield trimmed(line.append_text(self._bar(each, most, room)))
            said = year

    def _words(self, period: Window, each: Bar) -> tuple[str, ...]:
        """Return what stands before a bar: year and name of its period, and its two numbers."""
        return *period_name(period, self._look), *_number(each, self._look)

    def _year(self, year: str, wide: int) -> Text:
        """Return the column of years, and a blank after it if there is one."""
        return Text(" ").append(f"{year:<{wide}} " if wide else "", "bold")

    def _named(self, words: Sequence[str], wide: Sequence[int]) -> Text:
        """Return the name of a period and its numbers, in columns; what is empty is dim."""
        name, sure, maybe = words
        quiet = "dim" if sure == self._look.dot.strip() else ""
        line = Text(f"{name:>{wide[0]}}  {sure:>{wide[1]}} ", quiet)
        return line.append(f"{maybe:<{wide[2]}} ", "dim")

    def _bar(self, each: Bar, most: float, room: int) -> Text:
        """Return a bar: certain events in eighths of a cell, possible ones in whole ones."""
        sure = bar(each.certain * _PARTS, round(most * _PARTS), room, ascii=self._look.ascii)
        line = Text(sure)
        if not each.possible:
            return line
        both = max(1, round(room * each.total / most))
        shade = max(1, both - len(sure))
        return line.append(self._shade * min(shade, room - len(sure)), "dim")

    @property
    def _shade(self) -> str:
        """What a bar of possible events is made of."""
        return "." if self._look.ascii else "░"

    def _notes(self) -> Iterator[str]:
        bars, look = self._chart.all.bars, self._look
        if any(each.certain for each in bars):
            yield f"{'#' if look.ascii else '█'} certain"
        if any(each.possible for each in bars):
            shared = "possible: shared among the periods it may be in"
            yield f"{self._light()} {look.maybe} {shared}"
        yield from outside(self._chart, look.maybe)
        if self._chart.rows:
            yield "all to one scale"

    def _light(self) -> str:
        """Return the signs of possible events; a column has one for little, too."""
        if self._look.ascii or self._has_bars:
            return self._shade
        return f"… {self._shade}"


def period_name(period: Window, look: Look) -> tuple[str, str]:
    """Return what a period is called: its year where it is shorter than one, and the rest."""
    first, last = period.first or 0, period.last or 0
    year = calendar_date(first)[0]
    last_year = calendar_date(last)[0]
    words = period.describe(ascii=look.ascii)
    if _is_new_year(first) and _is_new_year(last + 1):
        is_far = max(abs(year), last_year - year) >= _ROUND
        return "", f"{year_name(year)} {look.dash}" if is_far else words
    group = year_words(year)
    if last_year == year:
        return group, words.removesuffix(f" {group}")
    return group, f"{_day_and_month(first)} {look.dash} {_day_and_month(last)}"


def _is_new_year(day: int) -> bool:
    return calendar_date(day)[1:] == (1, 1)


def _day_and_month(day: int) -> str:
    return " ".join(Window(day, day, "").describe().split()[:2])


def _number(each: Bar, look: Look) -> tuple[str, str]:
    """Return the two numbers of a bar; nothing is a dot."""
    sure = f"{each.certain:,}" if each.certain else ""
    if each.possible:
        return sure, amount(each.possible, look.maybe)
    return sure or look.dot.strip(), ""


def unit_words(chart: Chart) -> str:
    """Return what a chart counts by: "by the year in which they began"."""
    name, length = chart.unit.name, chart.unit.length
    if name == "month" and length > 1:
        return "by the quarter in which they began"
    if length == 1:
        return f"by the {name} in which they began"
    return f"by when they began, in steps of {length:,} {name}s"
