"""Counts → a table: how many, how many only possibly, a small bar, when, from when to when."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.edtf import When, day_number, iso, parse
from timeline.model.words import year_label, year_of, year_span
from timeline.pages.parts import answer_heading, bar, wrapped
from timeline.reports.counts import Count
from timeline.reports.periods import Spread
from timeline.text import cells, visible, widest
from timeline.views.counts import CountView
from timeline.views.parts.look import Look, arc_colours

_NUMBER = 8  # cells of the number of events and the space before it
_POSSIBLY = 5  # cells of the number of possible ones, where there are any
_BAR = 24  # the most cells of a bar
_SHORT_BAR = 8  # likewise beside columns over time
_DATE = 14  # cells of a date; one with longer words is given as its year
_YEARS = 9  # cells of "2001–2025", and the least of their column
_TIGHT = 40  # below this there is no room for bars
_TIGHTEST = 32  # and below this none for years beside numbers
_ROOMY = 84  # from here on there is room for whole dates
_ROOMIER = 100  # and from here on for columns over time

_EIGHTHS: Final = "▁▂▃▄▅▆▇█"
_ASCII: Final = ":+*#"
_LEAST: Final = 4  # events that fill a cell at least: a single one is no peak
_YEAR: Final = 12  # months


def page(view: CountView, look: Look) -> tuple[RenderableType, ...]:
    """Return the counts under a heading; the names of arcs in their colours."""
    counts = CountPage(
        view.counts,
        look,
        arc_colours(view.answer.timeline),
        dated=view.dated,
        spread=view.spread,
    )
    return answer_heading(view.answer, look, view.part), Text(), counts


class CountPage:
    """Counts as a Rich renderable: a line each, under a line of headings."""

    def __init__(
        self,
        counts: Sequence[Count],
        look: Look,
        colours: Mapping[str, str] | None = None,
        *,
        headed: bool = True,
        dated: bool = True,
        spread: Spread | None = None,
    ) -> None:
        """Show *counts* in their order; *colours* is key → colour of the name and bar.

        *headed* puts headings over the columns, *dated* gives the first and last
        date, *spread* has how many events begin in each period.
        """
        self._counts = counts
        self._look = look
        self._colours = colours or {}
        self._headed = headed
        self._dated = dated
        self._spread = spread if look.page >= _ROOMIER else None
        self._possibly = any(count.possible for count in counts)
        self._most = max((count.total for count in counts), default=1)
        self._bar = self._bar_width()
        self._first = widest(self._date(count.first) for count in counts)
        self._last = widest(self._date(count.last) for count in counts)
        self._years = max(_YEARS, widest(map(self._in_years, counts)))
        self._name = self._name_width()

    def _bar_width(self) -> int:
        if self._look.page < _TIGHT:
            return 0
        if self._spread:
            return _SHORT_BAR
        return min(_BAR, self._look.page // 5)

    def _name_width(self) -> int:
        """Return the cells of the names: the widest, if it leaves room for the rest."""
        rest = 1 + self._numbers_width + self._bar + 2 + self._over_width + self._dates_width
        rest = max(rest, 1 + 2 + self._years)
        widest = max((cells(_called(count)) for count in self._counts), default=0)
        return max(8, min(widest, self._look.page - rest))

    @property
    def _numbers_width(self) -> int:
        return _NUMBER + len(self._possibly_words(""))

    @property
    def _over_width(self) -> int:
        """The cells of the columns over time, and of the space behind them."""
        return self._spread.number + 2 if self._spread else 0

    @property
    def _dates_width(self) -> int:
        if not (self._dated and self._beside):
            return 0
        if self._roomy:
            return self._first + 2 + self._last
        return self._years

    @property
    def _beside(self) -> bool:
        """Whether the years stand beside the numbers, not below them."""
        return self._look.page >= _TIGHTEST + self._bar + self._years - _YEARS

    @property
    def _roomy(self) -> bool:
        return self._look.page >= _ROOMY

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the table line by line."""
        if self._headed:
            yield self._headings()
        for count in self._counts:
            yield from self._row(console, count)

    def _headings(self) -> Text:
        line = f"{'events':>{self._name + 9}}"
        line = f"{line:<{self._name + 1 + self._numbers_width + self._bar + 2}}"
        if self._spread:
            line += f"{spark_heading(self._spread, ascii=self._look.ascii)}  "
        if self._dated and self._beside:
            line += f"{'first':<{self._first}}  last" if self._roomy else "years"
        return Text(line.rstrip(), "dim")

    def _row(self, console: Console, count: Count) -> Iterator[Text]:
        """Yield the lines of a count; a long name, or the years, go on below the numbers."""
        colour = self._colours.get(count.key, "")
        names = wrapped(console, Text(_called(count), colour), self._name)
        right = self._right(count, colour)
        for name, each in zip_longest(names, right, fillvalue=Text()):
            line = Text(" ").append_text(name).append(" " * (self._name - name.cell_len))
            line.append_text(each).rstrip()
            if line.plain.strip():
                yield line

    def _right(self, count: Count, colour: str) -> list[Text]:
        """Return what stands beside the name: the numbers, and the years behind or below them."""
        numbers, span = self._numbers(count, colour), Text(self._span(count), "dim")
        if self._beside:
            return [numbers + span]
        return [numbers, Text("  ") + span]

    def _numbers(self, count: Count, colour: str) -> Text:
        line = Text.assemble(
            f"  {count.certain:>6,}",
            (self._possibly_words(self._look.possibly(count.possible)), "dim"),
            (f"{self._drawn(count):<{self._bar}}  ", colour),
        )
        if self._spread:
            numbers = self._spread.over[count.key]
            line.append_text(spark(numbers, ascii=self._look.ascii)).append("  ")
        return line

    def _possibly_words(self, number: str) -> str:
        """Return the *number* of possible events in its column, where there are any on the page."""
        return f" {number:<{_POSSIBLY - 1}} " if self._possibly else "  "

    def _drawn(self, count: Count) -> str:
        if not self._bar:
            return ""
        return bar(count.total, self._most, self._bar, ascii=self._look.ascii)

    def _span(self, count: Count) -> str:
        if not self._dated:
            return ""
        if self._roomy:
            return f"{self._date(count.first):<{self._first}}  {self._date(count.last)}"
        return self._in_years(count)

    def _in_years(self, count: Count) -> str:
        return year_span((count.first, count.last), self._look.dash)

    def _date(self, date: When) -> str:
        words = date.describe(ascii=self._look.ascii)
        if cells(words) <= _DATE:
            return words
        return year_label(year_of(date))


def _called(count: Count) -> str:
    """Return the name of a value, moved in below the one that it is a part of."""
    return "  " * count.depth + visible(count.name)


def spark(numbers: Sequence[int], *, ascii: bool) -> Text:  # noqa: A002  as `When` has it
    """Return a column for each of *numbers*, and a dim dot for 0.

    The highest is the greatest of *numbers*, or 4 if that is more: a line shows
    when, and is not to be compared with another.
    """
    steps, nothing = (_ASCII, ".") if ascii else (_EIGHTHS, "·")
    most = max([_LEAST, *numbers])
    text = Text()
    for number in numbers:
        height = round(len(steps) * number / most)
        if number:
            text.append(steps[max(0, height - 1)])
        else:
            text.append(nothing, "dim")
    return text


def spark_heading(spread: Spread, *, ascii: bool) -> str:  # noqa: A002
    """Return what stands over the columns: the first and last period, as far as they fit."""
    ends = (spread.year, spread.month), spread.last
    years = [year_label(year) for year, _ in ends]
    labels = [years]
    if spread.months < _YEAR:
        months = [_month(*end, ascii=ascii) for end in ends]
        labels = [months, years]
    for first, last in labels:
        room = spread.number - cells(first) - cells(last)
        if room > 0 and first != last:
            return f"{first}{' ' * room}{last}"
    return _fitting(years[0], spread.number).ljust(spread.number)


def _fitting(text: str, width: int) -> str:
    return text if cells(text) <= width else ""


def _month(year: int, month: int, *, ascii: bool) -> str:  # noqa: A002
    return parse(iso(day_number(year, month, 1))[:-3]).describe(ascii=ascii)
