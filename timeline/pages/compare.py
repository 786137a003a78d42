"""Two questions side by side → a page: two columns over one column of dates, or of days.

What answers both stands once, between the columns, with a mark. On a narrow page
there is one column, and a letter says which side an event is on.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.answers import Selection
from timeline.model.handles import Handles
from timeline.model.words import year_label, year_of
from timeline.pages.brief import MOST_CELLS
from timeline.pages.parts import (
    cut,
    date_lines,
    dotted,
    heading,
    in_column,
    kept_together,
    left_column,
    legend,
    prefixed,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.answer import Answer
from timeline.reports.compare import Compared, Comparison
from timeline.text import cells, together, visible
from timeline.views.compare import ComparisonView, offset_words
from timeline.views.parts.look import Look, arc_colours

_TWO_COLUMNS = 80  # cells of a page from which on there is room for two
_LABEL = 14  # the most cells of a date
_SHORT_LABEL = 10  # likewise on a narrow page
_MARKS = 4  # cells before a title: maybe, shared, the sign, a blank
_LEAST = 8  # cells of a title that is cut
_LETTERS = 4  # cells of a side's letters on a narrow page


def page(view: ComparisonView, look: Look) -> tuple[RenderableType, ...]:
    """Return what was asked of both sides under a heading, and below it the sides."""
    made = view.made
    asked = together(look.dot, made.shared.describe(ascii=look.ascii), view.within())
    over = heading(view.timeline.title, asked, view.in_both(), look)
    return over, ComparisonPage(made, look)


class ComparisonPage:
    """The events of two questions as a Rich renderable."""

    def __init__(self, made: Comparison, look: Look) -> None:
        """Show what was *made* in its order; by days where they are counted."""
        self._made = made
        self._compared = made.with_days_0()
        self._look = look
        self._handles = Handles(made.timeline)
        self._colours = arc_colours(made.timeline)
        self._aligned = made.days_0 is not None
        self._two = look.page >= _TWO_COLUMNS
        self._label_width = self._width_of_labels()
        beside = look.page - self._label_width - 2
        self._column = beside // 2 if self._two else beside - _LETTERS

    def _width_of_labels(self) -> int:
        widest = max((cells(self._label(each)) for each in self._compared), default=0)
        return left_column(widest, self._most_of_a_label(), self._look.page)

    def _most_of_a_label(self) -> int:
        if self._aligned:
            return self._look.page
        if self._look.brief:
            return MOST_CELLS
        return _LABEL if self._two else _SHORT_LABEL

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        yield Text()
        yield from self._heads(console)
        has_years = not (self._aligned or self._look.brief)
        yield from self._by_years(console) if has_years else self._in_order(console)
        yield Text()
        yield from kept_together(self._legend(), self._look.page - 2, "dim")

    def _in_order(self, console: Console) -> Iterator[Text]:
        yield Text()
        yield from self._rows(console, self._compared)

    def _by_years(self, console: Console) -> Iterator[Text]:
        for year, compared in groupby(self._compared, lambda each: year_of(each.event.date)):
            yield Text()
            yield Text(year_label(year), "bold")
            yield from self._rows(console, compared)

    def _heads(self, console: Console) -> Iterator[Text]:
        """Yield what was asked of each side, over its column or one below the other."""
        first, second = (
            self._head(console, side, answer)
            for side, answer in zip("AB", self._made.answers, strict=True)
        )
        if self._two:
            yield from self._dated([], _side_by_side(first, second, self._column))
        else:
            yield from (Text(" ").append_text(line) for line in (*first, *second))

    def _head(self, console: Console, side: str, answer: Answer) -> list[Text]:
        """Return the lines of a *side*'s letter, what was asked there, and how many answer."""
        asked = answer.asked(ascii=self._look.ascii) or "all events"
        texts = [Text(visible(asked), "bold"), Text(answer.count(), "dim")]
        if not self._two:
            texts = [dotted(texts, self._look)]
        lines: list[Text] = []
        for text in texts:
            lines += self._wrapped(console, text)
        return _hung(Text(f"{side:>{_MARKS - 1}} ", "bold"), lines)

    def _wrapped(self, console: Console, text: Text) -> Iterator[Text]:
        """Yield the lines of *text* in its column, behind the marks."""
        return wrapped(console, text, self._column - _MARKS - 1)

    def _rows(self, console: Console, compared: Iterable[Compared]) -> Iterator[Text]:
        """Yield the lines of events; those of one label stand beside each other."""
        for label, group in groupby(compared, self._label):
            style = "bold" if self._aligned and label == "T" else ""
            dates = list(self._dates(console, Text(label, style)))
            events = list(group)
            if self._two:
                yield from self._two_columns(console, dates, events)
            else:
                yield from self._one_column(console, dates, events)

    def _dates(self, console: Console, label: Text) -> Iterator[Text]:
        if self._look.brief:
            return iter([cut(label, self._label_width, self._look)])
        return date_lines(console, label, self._label_width)

    def _two_columns(
        self, console: Console, dates: list[Text], events: list[Compared]
    ) -> Iterator[Text]:
        blocks: dict[str, list[Text]] = {"A": [], "B": [], "AB": []}
        for each in events:
            blocks[each.sides] += self._block(console, each)
        middle = Text(" " * (self._column // 2))
        both = [Text.assemble(middle, line) for line in blocks["AB"]]
        sides = _side_by_side(blocks["A"], blocks["B"], self._column)
        return self._dated(dates, [*both, *sides])

    def _one_column(
        self, console: Console, dates: list[Text], events: list[Compared]
    ) -> Iterator[Text]:
        rows = []
        for each in events:
            letters = Text(f"  {each.sides:<{_LETTERS - 2}}", "bold")
            rows += _hung(letters, self._block(console, each))
        return self._dated(dates, rows)

    def _dated(self, dates: Sequence[Text], rows: Sequence[Text]) -> Iterator[Text]:
        """Yield *rows*, each after a line of *dates* as long as there are any."""
        for date, row in zip_longest(dates, rows, fillvalue=Text()):
            line = in_column(date, self._label_width).append(" ").append_text(row)
            yield trimmed(line)

    def _block(self, console: Console, compared: Compared) -> list[Text]:
        """Return the lines of an event: marks, sign and title; where days count, its date."""
        if self._look.brief:
            return _hung(self._marks(compared), [self._in_a_line(compared)])
        title = Text(visible(compared.event.title), self._style(compared))
        if self._aligned:
            title.append(f" ({self._date_said(compared)})", "not bold dim")
        said = with_handle(title, self._handles.of(compared.event))
        return _hung(self._marks(compared), list(self._wrapped(console, said)))

    def _in_a_line(self, compared: Compared) -> Text:
        """Return the title, cut to fit; where there is room, with the date of a day 0."""
        title = Text(visible(compared.event.title), self._style(compared))
        handle = self._handles.of(compared.event)
        date = f" ({self._date_said(compared)})" if self._made.is_day_0(compared) else ""
        room = self._column - _MARKS - 2 - cells(handle)
        if room - cells(date) < _LEAST:
            date = ""
        title = cut(title, max(_LEAST, room - cells(date)), self._look)
        return with_handle(title.append(date, "not bold dim"), handle)

    def _marks(self, compared: Compared) -> Text:
        """Return the mark of a maybe, that of what is on both sides, and the sign of a status."""
        event = compared.event
        marks = Text(self._mark(compared) or " ")
        marks.append("=" if compared.shared else " ")
        marks.append(self._look.status(event.status), self._colours.get(event.arc, ""))
        return marks.append(" ")

    def _mark(self, compared: Compared) -> str:
        if compared.is_found:
            return self._look.mark(compared.match)
        return ""

    def _style(self, compared: Compared) -> str:
        if self._made.is_day_0(compared):
            return "bold"
        return "dim" if _unsure(compared) else ""

    def _date_said(self, compared: Compared) -> str:
        date = self._look.date(compared.event)
        if compared.is_found:
            return date
        return f"{date}; day 0, not in {compared.sides}"

    def _label(self, compared: Compared) -> str:
        if self._aligned:
            return offset_words(compared.offset, self._look)
        if self._look.brief:
            return self._look.date(compared.event)
        return self._look.date(compared.event, year=year_of(compared.event.date))

    def _legend(self) -> Iterator[str]:
        """Yield what the marks mean that are on the page."""
        if self._aligned:
            yield "T day 0 of each side"
        if any(each.shared for each in self._compared):
            yield "= in both"
        selected = (each.match for each in self._compared if each.is_found)
        yield from legend(Selection(selected), self._look)


def _unsure(compared: Compared) -> bool:
    return compared.is_found and not compared.match.certain


def _hung(prefix: Text, lines: Sequence[Text]) -> list[Text]:
    """Return *lines* after *prefix*; those below the first are set in as far."""
    empty = Text(" " * prefix.cell_len)
    return [Text.assemble(start, line) for start, line in prefixed(prefix, empty, lines)]


def _side_by_side(first: Sequence[Text], second: Sequence[Text], width: int) -> list[Text]:
    """Return the lines of two columns, of which the first has *width* cells."""
    return [
        Text.assemble(one, " " * (width - one.cell_len), other)
        for one, other in zip_longest(first, second, fillvalue=Text())
    ]
