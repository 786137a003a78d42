"""Rows of numbers over one axis → columns: small multiples, in bands that fit the page."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

import msgspec
from rich.text import Text

from timeline.layout.columns import axis
from timeline.phrases.units import UNITS
from timeline.phrases.windows import Window
from timeline.reports.chart import Bar, Chart, Series
from timeline.text import counted, visible
from timeline.views.chart import amount
from timeline.views.parts.look import Look

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_MARGIN = 1
_WIDEST = 6  # cells of a column and the gap after it
_HALF = 4  # eighths


class Band(msgspec.Struct, frozen=True):
    """The periods that stand beside each other: a slice of the chart's, *wide* cells each."""

    periods: tuple[Window, ...]
    start: int
    wide: int
    most: int

    @property
    def width(self) -> int:
        """The cells it takes."""
        return len(self.periods) * self.wide

    def bars(self, series: Series) -> tuple[Bar, ...]:
        """Return the bars of *series* in this band."""
        return series.bars[self.start : self.start + len(self.periods)]


class Histograms:
    """Series of bars over each other, to one scale, over one axis."""

    def __init__(
        self,
        chart: Chart,
        series: Sequence[Series],
        colours: Mapping[str, str],
        rows: int,
        look: Look,
    ) -> None:
        """Draw *series* of *chart*, at most *rows* lines high; *colours* is key → colour."""
        self._series = series
        self._colours = colours
        most = ceil(max((bar.total for each in series for bar in each.bars), default=0))
        self._rows = max(1, min(rows, most))  # no line is less than an event
        self._look = look
        self._bands = bands(chart, most, look)

    def lines(self) -> Iterator[Text]:
        """Yield the lines; bands in which nothing began are one line."""
        silence: list[Band] = []
        for band in self._bands:
            if not any(bar.total for series in self._series for bar in band.bars(series)):
                silence.append(band)
                continue
            yield from self._silence(silence)
            silence = []
            yield from self._band(band)
        yield from self._silence(silence)

    def _silence(self, silence: Sequence[Band]) -> Iterator[Text]:
        if silence:
            first, last = silence[0].periods[0].first, silence[-1].periods[-1].last
            words = Window(first, last, "").describe(ascii=self._look.ascii)
            yield Text(" " * _MARGIN + f"{words}: none", "dim")
            yield Text()

    def _band(self, band: Band) -> Iterator[Text]:
        for series in self._series:
            bars = band.bars(series)
            if len(self._bands) > 1 and not any(bar.total for bar in bars):
                continue
            if series.name:
                yield self._name(series)
            yield from self._columns(band, bars, self._colours.get(series.key, ""))
        yield from self._axis(band)
        yield Text()

    def _name(self, series: Series) -> Text:
        colour = self._colours.get(series.key, "")
        name = Text(" " * _MARGIN).append(visible(series.name), f"bold {colour}".strip())
        name.append(f"  {counted(series.events, 'event')}", "dim")
        name.truncate(self._look.page, overflow="ellipsis")
        return name

    def _columns(self, band: Band, bars: Sequence[Bar], colour: str) -> Iterator[Text]:
        """Yield the rows of one series, from the top; each number stands over its column."""
        heights = [_height(bar.total, band.most, self._rows) for bar in bars]
        for row in range(-(-max(heights) // 8) + 1, 0, -1):
            line = Text(" " * _MARGIN)
            for bar, height in zip(bars, heights, strict=True):
                top = -(-height // 8) + 1 == row
                if top and bar.total:
                    line.append(f"{_number(bar, band.wide, self._look):<{band.wide}}", "dim")
                else:
                    self._cell(line, bar, row, band, colour)
            line.rstrip()
            if line.plain:
                yield line

    def _cell(self, line: Text, bar: Bar, row: int, band: Band, colour: str) -> None:
        """Add what a column has in a *row*, counted from the bottom, from 1."""
        solid = max(1, band.wide - 1)
        sure = _filled(_height(bar.certain, band.most, self._rows), row)
        either = _filled(_height(bar.total, band.most, self._rows), row)
        if self._look.ascii:
            drawn = _ascii_cell(sure, either, at_bottom=row == 1)
        else:
            drawn = _shaded_cell(sure, either)
        line.append(drawn * solid + " " * (band.wide - solid), colour)

    def _axis(self, band: Band) -> Iterator[Text]:
        first, last = band.periods[0].first or 0, band.periods[-1].last or 0
        ends = [_last(period) for period in band.periods]

        def column(day: int) -> int:
            return bisect_left(ends, day) * band.wide

        room = self._look.page - _MARGIN
        made = axis.ticks([(first, last)], column, min(room, band.width + _WIDEST))
        line = axis.line(made, band.width - (band.wide > 1), (), ascii=self._look.ascii)
        yield Text(" " * _MARGIN + line, "dim")
        yield Text(" " * _MARGIN + axis.labels(made), "dim")


def bands(chart: Chart, most: int, look: Look) -> list[Band]:
    """Return the periods of *chart* in bands that fit the page; *most* is the highest number."""
    number = len(chart.periods)
    room = look.page - _MARGIN - 1
    least = len(f"{most:,}") + 1
    wide = min(_WIDEST, max(least, room // max(1, number)))
    made, start = [], 0
    while start < number:
        end = _break(chart, start, room // wide)
        made.append(Band(chart.periods[start:end], start, wide, most))
        start = end
    return made


def _break(chart: Chart, start: int, most: int) -> int:
    """Return where the band from *start* on ends: at a round date, if one is not too early."""
    end = start + max(1, most)
    if end >= len(chart.periods):
        return len(chart.periods)
    longer = ("century", "decade") if chart.unit.name == "year" else ("year", "month")
    for name in longer:
        unit = UNITS[name]
        for at in range(end, start + most // 2, -1):
            before, after = chart.periods[at - 1 : at + 1]
            if unit.index(_last(before)) != unit.index(_last(after)):
                return at
    return end


def _last(period: Window) -> int:
    return period.last or 0


def _height(value: float, most: int, rows: int) -> int:
    """Return a number in eighths of a line; anything above nothing has one."""
    if not value:
        return 0
    return max(1, round(8 * rows * value / most))


def _filled(eighths: int, row: int) -> int:
    return min(8, max(0, eighths - 8 * (row - 1)))


def _ascii_cell(sure: int, either: int, *, at_bottom: bool) -> str:
    """Return the sign of a cell with so many eighths of certain events, and of all."""
    if sure >= _HALF or (sure and at_bottom):
        return "#"
    return "." if either else " "


def _shaded_cell(sure: int, either: int) -> str:
    """Return the sign of a cell with so many eighths of certain events, and of all."""
    if sure:
        return _EIGHTHS[sure]
    if either > _HALF:
        return "░"
    return "…" if either else " "


def _number(bar: Bar, wide: int, look: Look) -> str:
    """Return the number over a column, with that of possible events where there is room."""
    sure = f"{bar.certain:,}" if bar.certain else ""
    if not bar.possible:
        return sure
    both = f"{sure} {amount(bar.possible, look.maybe)}".lstrip()
    return both if len(both) < wide else sure
