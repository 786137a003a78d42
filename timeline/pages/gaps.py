"""Silences → a page: how long, from when to when, and the events on both sides."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, zip_longest
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.handles import Handles
from timeline.model.records import Event
from timeline.model.timeline import Timeline
from timeline.pages.parts import (
    answer_heading,
    bar,
    cut,
    dates_legend,
    in_column,
    kept_together,
    prefixed,
    status_legend,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.phrases import Window
from timeline.phrases.lengths import rounded
from timeline.reports.gaps import Silence
from timeline.text import cells, counted, visible
from timeline.views.gaps import GapsView
from timeline.views.parts.look import Look, arc_colours

_SIDE: Final = 8  # cells of "after" and "before", and of the space beside them
_BAR: Final = 24  # the most cells of a bar
_LOW: Final = 3  # cells before what stands below how long it is
_DATES: Final = 26  # cells of "28 Jul 2006 – 29 Sep 2015"


def page(view: GapsView, look: Look) -> tuple[RenderableType, ...]:
    """Return the silences under a heading."""
    drawn = BriefSilencePage if look.brief else SilencePage
    silences = drawn(view.certain, view.possible, view.answer.timeline, look)
    return answer_heading(view.answer, look, before="longest silences"), silences


class SilencePage:
    """Certain silences, then those that a vague date may fill, as a Rich renderable."""

    def __init__(
        self,
        certain: Sequence[Silence],
        possible: Sequence[Silence],
        timeline: Timeline,
        look: Look,
    ) -> None:
        """Show the silences, each kind in its order."""
        self._parts = {"": certain, "Possible silences: a vague date may fill them": possible}
        self._look = look
        self._handles = Handles(timeline)
        self._colours = arc_colours(timeline)
        everything = [*certain, *possible]
        self._most = max((each.days for each in everything), default=1)
        lengths = map(self._said, everything)
        self._left = max((cells(text) for texts in lengths for text in texts), default=0)
        self._right = look.page - self._left - 5
        self._stacked = self._right < _DATES
        if self._stacked:
            self._right = look.page - _LOW

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        for title, silences in self._parts.items():
            if title and silences:
                yield from (Text(), Text(f" {title}", "bold"))
            yield from self._silences(console, silences)
        yield Text()
        yield from kept_together(self._signs(), self._look.page - 2, "dim")

    def _silences(self, console: Console, silences: Sequence[Silence]) -> Iterator[Text]:
        """Yield the lines of each of *silences*, after an empty one."""
        for silence in silences:
            yield Text()
            yield from self._silence(console, silence)

    def _said(self, silence: Silence) -> Sequence[str]:
        """Return how long a silence is, as it stands on the left."""
        return _length(silence)

    def _mark(self, silence: Silence) -> str:
        return self._look.doubt(sure=not silence.filled) or " "

    def _silence(self, console: Console, silence: Silence) -> Iterator[Text]:
        """Yield the lines of a silence: how long it is on the left, or on a narrow page above."""
        mark = self._mark(silence)
        days, about = self._said(silence)
        left = [Text(days, "bold")]
        if about:
            left.append(Text(about, "dim"))
        right = chain(
            wrapped(console, self._when(silence), self._right),
            self._beside(console, "after", silence.before),
            self._beside(console, "before", silence.after),
            self._filled(console, silence),
        )
        if self._stacked:
            return self._above(mark, left, right)
        return self._rows(mark, left, right)

    def _above(self, mark: str, left: Iterable[Text], right: Iterable[Text]) -> Iterator[Text]:
        """Yield the lines on the *left* in one, and below it those on the *right*."""
        yield Text.assemble(f"{mark} ", Text("  ").join(left))
        for line in right:
            yield Text.assemble(" " * _LOW, line)

    def _rows(self, mark: str, left: Iterable[Text], right: Iterable[Text]) -> Iterator[Text]:
        """Yield the lines on the *left*, after the *mark*, and beside them those on the *right*."""
        lines = zip_longest(left, right, fillvalue=Text())
        for before, (length, line) in prefixed(mark, " ", lines):
            beside = in_column(length, self._left)
            yield trimmed(Text.assemble(before, beside, "  ", line))

    def _when(self, silence: Silence) -> Text:
        """Return from when to when, and a bar beside it, to the scale of the longest."""
        ascii_ = self._look.ascii
        said = Window(silence.first, silence.last, "").describe(ascii=ascii_)
        return Text.assemble(f"{said:<{_DATES}}  ", self._bar(silence, self._right - _DATES - 3))

    def _bar(self, silence: Silence, room: int) -> Text:
        """Return a bar in *room* cells, if there are any, to the scale of the longest silence."""
        width = min(_BAR, room)
        if width <= 0:
            return Text()
        return Text(bar(silence.days, self._most, width, ascii=self._look.ascii), "dim")

    def _beside(self, console: Console, word: str, event: Event) -> Iterator[Text]:
        """Yield the lines of the event on one side, its date before its title."""
        date = self._look.date(event)
        sign = self._look.status(event.status)
        said = Text.assemble(
            (f"{date} ", "dim"),
            (sign, self._colours.get(event.arc, "")),
            f" {visible(event.title)}",
        )
        return self._labelled(console, word, with_handle(said, self._handles.of(event)))

    def _filled(self, console: Console, silence: Silence) -> Iterator[Text]:
        """Yield how many events may fill it, and which: the first few by their titles."""
        if not silence.filled:
            return iter(())
        first, *others = silence.filled
        date = self._look.date(first)
        number = counted(len(silence.filled), "event")
        title = f"{visible(first.title)} {self._handles.of(first)}"
        said = f"possibly filled by {number}: {date} {title}"
        if others:
            said += f", and {len(others)} more"
        return self._labelled(console, "", Text(said, "dim"))

    def _labelled(self, console: Console, label: str, text: Text) -> Iterator[Text]:
        lines = wrapped(console, text, self._right - _SIDE)
        for said, line in prefixed(label, "", lines):
            yield Text.assemble((f"{said:<{_SIDE}}", "dim"), line)

    def _signs(self) -> Iterator[str]:
        silences = [each for part in self._parts.values() for each in part]
        sides = [side for each in silences for side in (each.before, each.after)]
        yield from status_legend(sides, self._look)
        filling = (each.filled[0] for each in silences if each.filled)
        yield from dates_legend(chain(sides, filling), self._look)
        if any(each.filled for each in silences):
            yield f"{self._look.maybe} only possibly: a date is vague"


class BriefSilencePage(SilencePage):
    """A line for each silence: how long, from when to when, between which events, by handle."""

    def _said(self, silence: Silence) -> Sequence[str]:
        return (counted(silence.days, "day"),)

    def _silences(self, console: Console, silences: Sequence[Silence]) -> Iterator[Text]:
        """Yield a line for each of *silences*, after an empty one."""
        del console
        if silences:
            yield Text()
        yield from map(self._line, silences)

    def _line(self, silence: Silence) -> Text:
        (days,) = self._said(silence)
        said = Window(silence.first, silence.last, "").describe(ascii=self._look.ascii)
        between = f"{self._between(silence):<{self._handles_width}}"
        line = Text.assemble(
            self._mark(silence),
            in_column(Text(days, "bold"), self._left),
            f"  {said:<{_DATES}}  ",
            (between, "dim"),
            "  ",
        )
        line.append_text(self._bar(silence, self._look.page - line.cell_len))
        return cut(trimmed(line), self._look.page, self._look)

    def _between(self, silence: Silence) -> str:
        """Return the handles of the events on both sides."""
        ends = (self._handles.of(event) for event in (silence.before, silence.after))
        return f" {self._look.dash} ".join(ends)

    @cached_property
    def _handles_width(self) -> int:
        every = (each for silences in self._parts.values() for each in silences)
        return max(cells(self._between(each)) for each in every)

    def _signs(self) -> Iterator[str]:
        every = [each for silences in self._parts.values() for each in silences]
        if every:
            yield f"e1 {self._look.dash} e2: the events before and after"
        if any(each.filled for each in every):
            yield f"{self._look.maybe} only possibly: a date is vague"


def _length(silence: Silence) -> tuple[str, str]:
    """Return how long it is, in days and about how long in words."""
    return counted(silence.days, "day"), rounded(silence.days)
