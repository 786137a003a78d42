"""What events rest on → the page of one, with its trees; and of many, a row each."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.text import Text

from timeline.model.handles import Handles
from timeline.model.words import status_word
from timeline.pages.branches import section_lines
from timeline.pages.parts import (
    answer_heading,
    dates_legend,
    file_line,
    indented,
    kept_together,
    status_legend,
    trimmed,
    with_handle,
    wrapped,
)
from timeline.reports.evidence import Evidence
from timeline.text import cells, visible
from timeline.views.evidence import EvidenceView, WeighedView, range_words
from timeline.views.parts.look import Look, arc_colours
from timeline.views.parts.reason_words import summary
from timeline.views.parts.sections import sections


def page(view: EvidenceView, look: Look) -> tuple[RenderableType, ...]:
    """Return what each event rests on, one after the other; or a row each under a heading."""
    if isinstance(view, WeighedView):
        heading = answer_heading(view.answer, look, view.remark())
        return heading, Text(), WeighedPage(view, look)
    pages = (EvidencePage(each, view, look) for each in view.found)
    return *file_line(look), *pages


class EvidencePage:
    """What one event rests on, as a Rich renderable."""

    def __init__(self, found: Evidence, view: EvidenceView, look: Look) -> None:
        """Show what was *found* of an event of the timeline of *view*."""
        self._found = found
        self._view = view
        self._look = look

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the page line by line."""
        width = self._look.page - 2
        yield Text()
        yield from indented(console, self._title(), width)
        yield from indented(console, self._facts(), width)
        yield Text()
        yield from indented(console, Text(visible(summary(self._found))), width)
        view = self._view
        found = sections(self._found, view.timeline, self._look, view.where)
        yield from section_lines(console, found, self._look)
        yield Text()

    def _title(self) -> Text:
        event = self._found.event
        return with_handle(
            Text(visible(event.title), "bold"), Handles(self._view.timeline).of(event)
        )

    def _facts(self) -> Text:
        event, look = self._found.event, self._look
        said = [look.date(event, long=True)]
        if event.status:
            said.append(f"{look.status(event.status)} {status_word(event)}")
        return Text(look.dot.join(said))


class WeighedPage:
    """What many events rest on, a row each, as a Rich renderable."""

    def __init__(self, view: WeighedView, look: Look) -> None:
        """Show the events of *view*."""
        self._view = view
        self._look = look
        self._handles = Handles(view.timeline)
        self._colours = arc_colours(view.timeline)
        numbers = [self._numbers(each) for each in view.found]
        self._for = max([len("for"), *(cells(first) for first, _ in numbers)])
        self._against = max([len("against"), *(cells(second) for _, second in numbers)])

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Text]:
        """Yield the rows, then what the signs mean."""
        yield Text(f" {'for':>{self._for}}  {'against':>{self._against}}", "dim")
        for each in self._view.found:
            yield from self._row(console, each)
        yield Text()
        events = [each.event for each in self._view.found]
        told = [f"for, against: origins at least{self._look.dash}at most"]
        legend = [*told, *status_legend(events, self._look), *dates_legend(events, self._look)]
        yield from kept_together(legend, self._look.page - 2, "dim")

    def _row(self, console: Console, each: Evidence) -> Iterator[Text]:
        first, second = self._numbers(each)
        margin = Text(f" {first:>{self._for}}  {second:>{self._against}}  ")
        room = self._look.page - margin.cell_len
        for line in self._lines(console, each, room):
            yield trimmed(margin + line)
            margin = Text(" " * margin.cell_len)

    def _lines(self, console: Console, each: Evidence, room: int) -> Iterator[Text]:
        event, look = each.event, self._look
        title = Text(f"{look.date(event)}  ", "dim")
        title.append(f"{look.status(event.status)} ", f"not dim {self._colours.get(event.arc, '')}")
        title.append(visible(event.title), "not dim")
        yield from wrapped(console, with_handle(title, self._handles.of(event)), room)
        reasons = [reason.name for reason in (*each.doubts, *each.trusts)]
        if reasons:
            yield from wrapped(console, Text(self._look.dot.join(reasons), "dim"), room)

    def _numbers(self, each: Evidence) -> tuple[str, str]:
        found, dash = each.origins, self._look.dash
        return range_words(found.support, dash) or "0", range_words(found.against, dash)
