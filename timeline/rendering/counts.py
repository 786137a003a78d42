"""Counts → a table: how many, how many only possibly, a small bar, from when to when."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console, ConsoleOptions
from rich.text import Text

from timeline.edtf import When
from timeline.model import Count
from timeline.rendering.bars import bar
from timeline.rendering.dates import year_label, year_of
from timeline.rendering.look import Look
from timeline.text import cells, visible

_NUMBERS = 14  # cells of the two numbers and the space around them
_BAR = 24  # the most cells of a bar
_DATE = 14  # cells of a date; one with longer words is given as its year
_YEARS = 9  # cells of "2001–2025"
_ROOMY = 84  # from here on there is room for whole dates


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
    ) -> None:
        """Show *counts* in their order; *colours* is key → colour of the name and bar.

        *headed* puts headings over the columns, *dated* gives the first and last date.
        """
        self._counts = counts
        self._look = look
        self._colours = colours or {}
        self._headed = headed
        self._dated = dated
        self._roomy = look.page >= _ROOMY
        self._most = max((count.total for count in counts), default=1)
        self._bar = min(_BAR, look.page // 5)
        dates = 2 * (_DATE + 2) if self._roomy else _YEARS + 2
        widest = max((cells(visible(count.name)) for count in counts), default=0)
        self._name = max(8, min(widest, look.page - 1 - _NUMBERS - self._bar - dates))

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the table line by line."""
        if self._headed:
            yield self._headings()
        for count in self._counts:
            yield from self._row(console, count)

    def _headings(self) -> Text:
        dates = f"{'first':<{_DATE}}  last" if self._roomy else "years"
        dates = dates if self._dated else ""
        start = f"{'events':>{self._name + 9}}"
        line = f"{start:<{self._name + 1 + _NUMBERS + self._bar + 2}}{dates}"
        return Text(line.rstrip(), "dim")

    def _row(self, console: Console, count: Count) -> Iterator[Text]:
        """Yield the lines of a count; a long name goes on below the numbers."""
        colour = self._colours.get(count.key, "")
        names = Text(visible(count.name), colour).wrap(console, self._name)
        for number, name in enumerate(names):
            name.rstrip()
            line = Text(" ").append_text(name)
            if not number:
                line.append(" " * (self._name - name.cell_len))
                line.append_text(self._numbers(count, colour))
            line.rstrip()
            yield line

    def _numbers(self, count: Count, colour: str) -> Text:
        possibly = f"{self._look.maybe}{count.possible:,}" if count.possible else ""
        drawn = bar(count.total, self._most, self._bar, ascii=self._look.ascii)
        return Text.assemble(
            f"  {count.certain:>6,}",
            (f" {possibly:<4} ", "dim"),
            (f"{drawn:<{self._bar}}  ", colour),
            (self._span(count), "dim"),
        )

    def _span(self, count: Count) -> str:
        if not self._dated:
            return ""
        if self._roomy:
            return f"{self._date(count.first):<{_DATE}}  {self._date(count.last)}"
        years = [year_label(year_of(date)) for date in (count.first, count.last)]
        return years[0] if years[0] == years[1] else self._look.dash.join(years)

    def _date(self, date: When) -> str:
        words = date.describe(ascii=self._look.ascii)
        return words if cells(words) <= _DATE else year_label(year_of(date))
