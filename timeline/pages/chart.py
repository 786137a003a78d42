"""A chart → a page: a labelled bar for each period, or columns where there are many.

What certainly began in a period is drawn full, what only may have begun in it as a
lighter shade: by its sign, not by its colour alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.edtf import calendar_date, year_name
from timeline.pages.histograms import Histograms
from timeline.pages.parts import answer_heading, bar, kept_together, wrapped
from timeline.phrases.vocabulary import year_words
from timeline.phrases.windows import Window
from timeline.reports.chart import Bar, Chart
from timeline.text import cells
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
            yield from self._columns(_FEW_ROWS if self._chart.rows else _ROWS)
        for line in kept_together(self._notes(), self._look.page - 2, "dim"):
            yield from wrapped(console, line, self._look.page)

    @property
    def _has_bars(self) -> bool:
        return not self._chart.rows and len(self._chart.periods) <= MOST_BARS

    def _columns(self, rows: int) -> Iterator[Text]:
        series = self._chart.rows or (self._chart.all,)
        return Histograms(self._chart, series, self._colours, rows, self._look).lines()

    def _bars(self) -> Iterator[Text]:
        """Yield a line for each period: its year where it changes, its name, number and bar."""
        bars = self._chart.all.bars
        names = [period_name(period, self._look) for period in self._chart.periods]
        cells_of = [
            (*name, *_number(each, self._look)) for name, each in zip(names, bars, strict=True)
        ]
        wide = [max(map(cells, column)) for column in zip(*cells_of, strict=True)]
        most = max((each.total for each in bars), default=0)
        room = min(self._look.page - sum(wide) - _APART, max(1, round(_LONGEST * most)))
        said = ""
        for words, each in zip(cells_of, bars, strict=True):
            line = self._words(("" if words[0] == said else words[0], *words[1:]), wide)
            line.append_text(self._bar(each, most, room)).rstrip()
            yield line
            said = words[0]

    def _words(self, words: Sequence[str], wide: Sequence[int]) -> Text:
        """Return what stands before a bar, in columns; what is empty is dim."""
        year, name, sure, maybe = words
        quiet = "dim" if sure == self._look.dot.strip() else ""
        line = Text(" ").append(f"{year:<{wide[0]}}{' ' if wide[0] else ''}", "bold")
        line.append(f"{name:>{wide[1]}}  {sure:>{wide[2]}} ", quiet)
        return line.append(f"{maybe:<{wide[3]}} ", "dim")

    def _bar(self, each: Bar, most: float, room: int) -> Text:
        """Return a bar: certain events in eighths of a cell, possible ones in whole ones."""
        look = self._look
        sure = bar(each.certain * _PARTS, round(most * _PARTS), room, ascii=look.ascii)
        cells_of_all = max(1, round(room * each.total / most)) if most else 0
        shade = max(1, cells_of_all - len(sure)) if each.possible else 0
        return Text(sure).append(("." if look.ascii else "░") * min(shade, room - len(sure)), "dim")

    def _notes(self) -> Iterator[str]:
        all_, look = self._chart.all, self._look
        full, light = ("#", ".") if look.ascii else ("█", "░" if self._has_bars else "… ░")
        if any(each.certain for each in all_.bars):
            yield f"{full} certain"
        if any(each.possible for each in all_.bars):
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
        is_far = max(abs(year), calendar_date(last)[0] - year) >= _ROUND
        return "", f"{year_name(year)} {look.dash}" if is_far else words
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
    if length == 1 or name == "month":
        return f"by the {'quarter' if length > 1 else name} in which they began"
    return f"by when they began, in steps of {length:,} {name}s"
